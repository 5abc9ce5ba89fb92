-- Mail leaves through an outbox: it is written in the transaction of what it tells of, and handed to the mail server
-- afterwards, again and again. A mail that could not be sent stays here with the reason.
CREATE TABLE mail (
  id uuid PRIMARY KEY,
  to_address text NOT NULL,
  subject text NOT NULL CHECK (subject !~ '[\r\n]'),
  body text NOT NULL,
  html text,
  language text,
  -- mails of one thread are shown together in the reader's mailbox
  thread text,
  -- waiting: to be sent, or sent once more; failed: given up
  status text NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')),
  attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  last_error text,
  created_at timestamptz NOT NULL,
  -- the last try
  tried_at timestamptz,
  sent_at timestamptz,
  CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
  CHECK (status <> 'failed' OR last_error IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX mail_newest ON mail (created_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX mail_waiting ON mail (created_at) WHERE status = 'waiting';
--> statement-breakpoint
CREATE INDEX mail_thread ON mail (thread, created_at) WHERE thread IS NOT NULL;
--> statement-breakpoint

-- What the alarm says is kept in words for whoever reads it later, and as facts for whoever decides whether its cause
-- is gone.
ALTER TABLE alarm ADD COLUMN what_to_do text NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE alarm ADD COLUMN facts jsonb NOT NULL DEFAULT '{}';
--> statement-breakpoint
ALTER TABLE alarm ADD COLUMN cleared_because text;
--> statement-breakpoint
ALTER TABLE alarm ADD CHECK (cleared_because IS NULL OR cleared_at IS NOT NULL);
--> statement-breakpoint
-- Who was told of an alarm, by which channel; the result is that of the text, call or mail.
CREATE TABLE alarm_telling (
  id uuid PRIMARY KEY,
  alarm_id uuid NOT NULL REFERENCES alarm (id),
  person text NOT NULL REFERENCES person (key),
  channel text NOT NULL CHECK (channel IN ('sms', 'voice', 'mail')),
  address text NOT NULL,
  text_id uuid REFERENCES text_message (id),
  call_id uuid REFERENCES call (id),
  mail_id uuid REFERENCES mail (id),
  told_at timestamptz NOT NULL,
  -- by key 1 in the call
  heard_at timestamptz,
  CHECK ((channel = 'sms') = (text_id IS NOT NULL)),
  CHECK ((channel = 'voice') = (call_id IS NOT NULL)),
  CHECK ((channel = 'mail') = (mail_id IS NOT NULL)),
  CHECK (heard_at IS NULL OR channel = 'voice')
);
--> statement-breakpoint
CREATE INDEX alarm_telling_alarm ON alarm_telling (alarm_id);
--> statement-breakpoint
CREATE INDEX alarm_telling_text ON alarm_telling (text_id) WHERE text_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX alarm_telling_call ON alarm_telling (call_id) WHERE call_id IS NOT NULL;
--> statement-breakpoint

-- alarm: a supervisor is told of a fault; canary: a call or text of ours to ourselves.
ALTER TABLE call DROP CONSTRAINT call_purpose_check;
--> statement-breakpoint
ALTER TABLE call ADD CONSTRAINT call_purpose_check
  CHECK (purpose IN ('support', 'page', 'connect', 'call-back', 'alarm', 'canary'));
--> statement-breakpoint
ALTER TABLE text_message DROP CONSTRAINT text_message_purpose_check;
--> statement-breakpoint
ALTER TABLE text_message ADD CONSTRAINT text_message_purpose_check CHECK (purpose IN
  ('page', 'stand-down', 'confirmation', 'reply', 'alarm', 'customer', 'received', 'canary'));
--> statement-breakpoint
-- An alarm's call and a page's must not be at one phone at once either.
DROP INDEX call_one_a_phone;
--> statement-breakpoint
CREATE UNIQUE INDEX call_one_a_phone ON call (to_number)
  WHERE purpose IN ('page', 'connect', 'alarm') AND ended_at IS NULL AND status <> 'lost';
