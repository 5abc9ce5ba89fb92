-- What people were told of their shifts: once for each person, desk, kind and handoff, whoever tells it and however often
-- the table of tasks has it done. A row is written in the transaction that orders the text.
CREATE TABLE duty_notice (
  desk text NOT NULL,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('reminder', 'on', 'off')),
  -- the handoff that it is about
  at timestamptz NOT NULL,
  told_at timestamptz NOT NULL,
  -- neither: nothing of theirs takes a text or a mail
  text_id uuid REFERENCES text_message (id),
  mail_id uuid REFERENCES mail (id),
  PRIMARY KEY (desk, person, kind, at)
);
--> statement-breakpoint
CREATE INDEX duty_notice_at ON duty_notice (at);
--> statement-breakpoint
-- A drill: somebody who is about to go on duty is asked by each channel whether they can be reached. No case, and no page of
-- one: nothing that counts pages may count these.
CREATE TABLE drill (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  -- when the shift begins that it is for
  shift_at timestamptz NOT NULL,
  begun_at timestamptz NOT NULL,
  -- by then they were reached, or their supervisor is told
  verdict_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('reached', 'missed', 'not-needed')),
  UNIQUE (desk, person, shift_at),
  CHECK (begun_at < verdict_at AND verdict_at < shift_at),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
--> statement-breakpoint
-- Nobody is tried for two shifts at a time.
CREATE UNIQUE INDEX drill_open ON drill (person) WHERE ended_at IS NULL;
--> statement-breakpoint
CREATE TABLE drill_page (
  id uuid PRIMARY KEY,
  drill_id uuid NOT NULL REFERENCES drill (id) ON DELETE CASCADE,
  person text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  address text NOT NULL,
  -- T and these digits answer the text; A, N, D and J belong to cases
  code text,
  tries integer NOT NULL DEFAULT 0,
  tried_at timestamptz,
  -- of the last try
  call_id uuid REFERENCES call (id),
  text_id uuid REFERENCES text_message (id),
  reached_at timestamptz,
  reached_by text CHECK (reached_by IN ('key', 'code', 'ok')),
  failed_with text,
  UNIQUE (drill_id, channel),
  CHECK ((channel = 'sms') = (code IS NOT NULL)),
  CHECK ((reached_at IS NULL) = (reached_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX drill_page_of ON drill_page (person, channel);
--> statement-breakpoint
CREATE INDEX drill_page_call ON drill_page (call_id) WHERE call_id IS NOT NULL;
--> statement-breakpoint
-- That a number is its person's is known when a code that was sent to it came back; what was imported is used all the same.
ALTER TABLE contact_method ADD COLUMN verified_at timestamptz;
--> statement-breakpoint
-- Codes under way. The code itself is nowhere: it follows from the id and from a key that is not in the database.
CREATE TABLE contact_code (
  id uuid PRIMARY KEY,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  address text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries <= 5),
  -- used, or replaced by a newer one
  ended_at timestamptz,
  call_id uuid REFERENCES call (id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX contact_code_open ON contact_code (person, channel) WHERE ended_at IS NULL;
--> statement-breakpoint
CREATE INDEX contact_code_made ON contact_code (made_at);
--> statement-breakpoint
ALTER TABLE call DROP CONSTRAINT call_purpose_check;
--> statement-breakpoint
-- NOT VALID, here and below: every row has passed the check before, which allowed less, so none need be read while all wait.
ALTER TABLE call ADD CONSTRAINT call_purpose_check
  CHECK (purpose IN ('support', 'page', 'connect', 'call-back', 'alarm', 'canary', 'drill', 'code')) NOT VALID;
--> statement-breakpoint
ALTER TABLE text_message DROP CONSTRAINT text_message_purpose_check;
--> statement-breakpoint
ALTER TABLE text_message ADD CONSTRAINT text_message_purpose_check CHECK (purpose IN
  ('page', 'stand-down', 'confirmation', 'reply', 'alarm', 'customer', 'received', 'canary', 'duty', 'drill', 'code')) NOT VALID;
--> statement-breakpoint
-- One call of ours at a phone, drills and codes included: a page waits for the phone until they have given way.
DROP INDEX call_one_a_phone;
--> statement-breakpoint
CREATE UNIQUE INDEX call_one_a_phone ON call (to_number)
  WHERE purpose IN ('page', 'connect', 'alarm', 'drill', 'code') AND ended_at IS NULL AND status <> 'lost';
