-- The spine: people, calls, cases, pagings, pages with their receipts, texts, alarms, and the engine's due tasks.
-- Times are decided by the program's clock and given as parameters, so that a simulation and a test own the time:
-- no column that decides anything defaults to now().

-- ---------------------------------------------------------------- people
CREATE TABLE person (
  key text PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  roles text[] NOT NULL DEFAULT '{}',
  email text,
  language text NOT NULL DEFAULT 'en-US'
);
--> statement-breakpoint
-- One address a channel. A dead or opted-out address stays, so that the roster can say why it is not used.
CREATE TABLE contact_method (
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  address text NOT NULL CHECK (address ~ '^\+[1-9][0-9]{6,14}$'),
  state text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'opted-out', 'dead')),
  state_reason text,
  state_since timestamptz,
  PRIMARY KEY (person, channel),
  CHECK ((state = 'ok') = (state_since IS NULL))
);
--> statement-breakpoint
CREATE INDEX contact_method_address ON contact_method (address);
--> statement-breakpoint
-- Who answers for a role now, in order.
CREATE TABLE duty (
  desk text NOT NULL,
  role text NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  PRIMARY KEY (desk, role, position),
  UNIQUE (desk, role, person)
);
--> statement-breakpoint
CREATE TABLE customer (
  key text PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  desks text[] NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE TABLE customer_contact (
  customer text NOT NULL REFERENCES customer (key) ON DELETE CASCADE,
  name text NOT NULL,
  phone text NOT NULL CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text,
  PRIMARY KEY (customer, phone)
);
--> statement-breakpoint
CREATE INDEX customer_contact_phone ON customer_contact (phone);
--> statement-breakpoint

-- ---------------------------------------------------------------- cases
-- Reply codes (A42) are short on purpose and go round: 9,990 cases lie between two uses of one code.
CREATE SEQUENCE reply_code MINVALUE 10 MAXVALUE 9999 START 10 CYCLE;
--> statement-breakpoint
CREATE TABLE support_case (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number <> ''),
  desk text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('severity', 'configuration', 'contract', 'feedback', 'unsorted')),
  severity text CHECK (severity IN ('1', '2', '3', '4')),
  summary text NOT NULL,
  status text NOT NULL CHECK (status IN
    ('open', 'paging', 'acknowledged', 'in-contact', 'resolved', 'closed', 'cancelled')),
  caller text,
  callback_number text,
  customer text REFERENCES customer (key),
  contact_name text,
  reply_code integer NOT NULL,
  -- The conference room of this case: opaque, because its name travels through the carrier.
  room text NOT NULL UNIQUE,
  opened_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text REFERENCES person (key),
  contact_due_at timestamptz,
  contacted_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  build_number text,
  closing_reason text,
  CHECK ((severity IS NOT NULL) = (kind = 'severity')),
  CHECK (status <> 'closed' OR (closed_at IS NOT NULL AND (build_number IS NOT NULL OR closing_reason IS NOT NULL))),
  CHECK (status NOT IN ('acknowledged', 'in-contact') OR acknowledged_at IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX support_case_newest ON support_case (opened_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX support_case_caller ON support_case (desk, caller, opened_at DESC);
--> statement-breakpoint
CREATE INDEX support_case_open ON support_case (desk, opened_at) WHERE status NOT IN ('closed', 'cancelled');
--> statement-breakpoint
CREATE INDEX support_case_reached ON support_case (coalesce(caller, callback_number), opened_at DESC);
--> statement-breakpoint
CREATE INDEX support_case_held ON support_case (acknowledged_by) WHERE status IN ('acknowledged', 'in-contact');
--> statement-breakpoint
CREATE INDEX support_case_reply_code ON support_case (reply_code, opened_at DESC);
--> statement-breakpoint
CREATE TABLE case_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES support_case (id),
  at timestamptz NOT NULL,
  event text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX case_event_case ON case_event (case_id, id);
--> statement-breakpoint

-- ---------------------------------------------------------------- calls
-- A row is one leg: a customer's call to a desk, or one try to place a call of ours. A second try is a second row,
-- because after a lost answer both may ring.
CREATE TABLE call (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  purpose text NOT NULL CHECK (purpose IN ('support', 'page', 'connect', 'call-back')),
  carrier_id text UNIQUE,
  from_number text,
  to_number text NOT NULL,
  person text REFERENCES person (key),
  case_id uuid REFERENCES support_case (id),
  -- due: to be placed; sending: asked of the carrier; lost: no answer came and no callback yet
  status text NOT NULL CHECK (status IN ('due', 'sending', 'lost', 'queued', 'ringing', 'in-progress',
    'completed', 'busy', 'no-answer', 'failed', 'canceled')),
  -- the highest callback sequence number seen: an older one arriving late changes nothing
  sequence integer NOT NULL DEFAULT -1,
  attempt integer NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  -- where a live leg is: menu, message, hold, bridge, offer (a page being spoken), taken, ...
  place text NOT NULL DEFAULT '',
  choice text,
  ivr jsonb,
  error_code text,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  bridged_at timestamptz,
  left_bridge_at timestamptz,
  ended_at timestamptz,
  CHECK ((direction = 'inbound') = (purpose = 'support')),
  CHECK (direction = 'outbound' OR carrier_id IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX call_newest ON call (created_at DESC, id DESC) WHERE direction = 'inbound';
--> statement-breakpoint
CREATE INDEX call_case ON call (case_id) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX call_live ON call (created_at) WHERE ended_at IS NULL;
--> statement-breakpoint
-- Never two calls of ours to one responder's phone at once: the second waits until the first has ended.
CREATE UNIQUE INDEX call_one_a_phone ON call (to_number)
  WHERE purpose IN ('page', 'connect') AND ended_at IS NULL AND status <> 'lost';
--> statement-breakpoint
CREATE TABLE call_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES call (id),
  at timestamptz NOT NULL,
  event text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX call_event_call ON call_event (call_id, id);
--> statement-breakpoint
CREATE TABLE recording (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES call (id),
  case_id uuid REFERENCES support_case (id),
  carrier_id text UNIQUE,
  url text,
  duration_seconds integer,
  created_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX recording_case ON recording (case_id);
--> statement-breakpoint

-- ---------------------------------------------------------------- texts
CREATE TABLE text_message (
  id uuid PRIMARY KEY,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  purpose text NOT NULL CHECK (purpose IN
    ('page', 'stand-down', 'confirmation', 'reply', 'alarm', 'customer', 'received')),
  desk text,
  carrier_id text UNIQUE,
  from_number text NOT NULL,
  to_number text NOT NULL,
  body text NOT NULL,
  person text REFERENCES person (key),
  case_id uuid REFERENCES support_case (id),
  status text NOT NULL CHECK (status IN
    ('due', 'sending', 'lost', 'queued', 'sent', 'delivered', 'undelivered', 'failed', 'received')),
  error_code text,
  attempt integer NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  created_at timestamptz NOT NULL,
  settled_at timestamptz
);
--> statement-breakpoint
CREATE INDEX text_message_case ON text_message (case_id);
--> statement-breakpoint

-- ---------------------------------------------------------------- paging
CREATE TABLE paging (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES support_case (id),
  desk text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('severity', 'press-through', 'contract', 'no-contact')),
  plan text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'acknowledged', 'stopped')),
  round integer NOT NULL CHECK (round >= 0),
  round_began_at timestamptz,
  next_round_at timestamptz,
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  acknowledged_by text REFERENCES person (key),
  acknowledged_via text CHECK (acknowledged_via IN ('voice', 'sms', 'link', 'console', 'direct')),
  -- an open paging always knows when it goes on; an ended one never goes on
  CHECK ((status = 'open') = (next_round_at IS NOT NULL)),
  CHECK ((status = 'open') = (ended_at IS NULL)),
  CHECK ((status = 'acknowledged') = (acknowledged_via IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX paging_one_open_a_case ON paging (case_id) WHERE status = 'open';
--> statement-breakpoint
CREATE INDEX paging_case ON paging (case_id);
--> statement-breakpoint
CREATE TABLE page (
  id uuid PRIMARY KEY,
  paging_id uuid NOT NULL REFERENCES paging (id),
  case_id uuid NOT NULL REFERENCES support_case (id),
  person text NOT NULL REFERENCES person (key),
  role text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  round integer NOT NULL CHECK (round >= 1),
  address text NOT NULL,
  status text NOT NULL CHECK (status IN ('due', 'sending', 'sent', 'delivered', 'ringing', 'answered',
    'acknowledged', 'declined', 'unanswered', 'failed', 'stood-down')),
  call_id uuid REFERENCES call (id),
  text_id uuid REFERENCES text_message (id),
  carrier_id text,
  -- the secret of the link in the text: whoever has it may accept as this person
  link_token text UNIQUE,
  created_at timestamptz NOT NULL,
  attempted_at timestamptz,
  settled_at timestamptz,
  UNIQUE (paging_id, round, person, channel)
);
--> statement-breakpoint
CREATE INDEX page_case ON page (case_id, round);
--> statement-breakpoint
CREATE INDEX page_call ON page (call_id) WHERE call_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX page_text ON page (text_id) WHERE text_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX page_unsettled ON page (address) WHERE settled_at IS NULL;
--> statement-breakpoint
CREATE TABLE page_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  page_id uuid NOT NULL REFERENCES page (id),
  at timestamptz NOT NULL,
  event text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE INDEX page_event_page ON page_event (page_id, id);
--> statement-breakpoint

-- Receipts and timelines only grow: what has been written there cannot be altered unseen.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER page_event_append_only BEFORE UPDATE OR DELETE ON page_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER call_event_append_only BEFORE UPDATE OR DELETE ON call_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- ---------------------------------------------------------------- alarms
CREATE TABLE alarm (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  desk text,
  message text NOT NULL,
  raised_at timestamptz NOT NULL,
  cleared_at timestamptz
);
--> statement-breakpoint
-- An alarm is raised once, however often its cause is met.
CREATE UNIQUE INDEX alarm_once ON alarm (kind, subject) WHERE cleared_at IS NULL;
--> statement-breakpoint

-- ---------------------------------------------------------------- engine
-- due_at is both the schedule and the lease: claiming a task pushes it ahead, so a dead owner's task comes due again.
CREATE TABLE task (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  -- a task with the same key replaces the older one
  key text NOT NULL UNIQUE,
  subject text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  -- 0 before 9: the most urgent of what is due goes first
  priority integer NOT NULL DEFAULT 5,
  due_at timestamptz NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  owner integer,
  last_error text
);
--> statement-breakpoint
CREATE INDEX task_due ON task (due_at);
--> statement-breakpoint
CREATE INDEX task_owner ON task (owner) WHERE owner IS NOT NULL;
