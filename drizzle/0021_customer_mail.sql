-- The customer is told of every event of a case, can look at its state with a number and a PIN, and can answer; and the
-- steps of the work itself are kept, so that it is known which of them may come next.
ALTER TABLE mail ADD COLUMN case_id uuid REFERENCES support_case (id);
--> statement-breakpoint
-- Which event it tells the customer of: one mail for one event, however often it is told.
ALTER TABLE mail ADD COLUMN about text;
--> statement-breakpoint
ALTER TABLE mail ADD COLUMN reply_to text;
--> statement-breakpoint
-- What the mail says once and is kept nowhere: set into it when it is sent, and gone when it has been sent or given up.
ALTER TABLE mail ADD COLUMN secret text;
--> statement-breakpoint
-- A mail server said later that nobody had it.
ALTER TABLE mail ADD COLUMN bounced_at timestamptz;
--> statement-breakpoint
ALTER TABLE mail ADD COLUMN bounce_reason text;
--> statement-breakpoint
ALTER TABLE mail ADD CONSTRAINT mail_about_check CHECK (about IS NULL OR case_id IS NOT NULL);
--> statement-breakpoint
ALTER TABLE mail ADD CONSTRAINT mail_bounce_check CHECK ((bounced_at IS NULL) = (bounce_reason IS NULL));
--> statement-breakpoint
ALTER TABLE mail ADD CONSTRAINT mail_secret_check CHECK (secret IS NULL OR status = 'waiting');
--> statement-breakpoint
CREATE UNIQUE INDEX mail_about ON mail (case_id, about) WHERE case_id IS NOT NULL;
--> statement-breakpoint

-- The word that opens a case's status page; only its hash is kept.
CREATE TABLE status_pin (
  case_id uuid PRIMARY KEY REFERENCES support_case (id),
  hash text NOT NULL,
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
-- Wrong PINs, by case number and by address, so that nobody guesses one. Hashes: what is typed may be anything.
CREATE TABLE status_failure (
  subject text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures > 0),
  last_failed_at timestamptz NOT NULL
);
--> statement-breakpoint

-- How far the work on a case has come: what was assessed, what was sent and has come back.
CREATE TABLE case_work (
  case_id uuid PRIMARY KEY REFERENCES support_case (id),
  started_at timestamptz,
  waiting_since timestamptz,
  waiting_for text,
  waiting_until timestamptz,
  assessment text CHECK (assessment IN ('hardware', 'not-hardware')),
  shipped_at timestamptz,
  received_at timestamptz,
  -- the old unit: back at the desk, or given up
  returned_at timestamptz,
  out_of_scope_at timestamptz,
  closing_code text,
  CHECK ((waiting_since IS NULL) = (waiting_for IS NULL)),
  CHECK (waiting_until IS NULL OR waiting_since IS NOT NULL),
  CHECK (received_at IS NULL OR shipped_at IS NOT NULL),
  CHECK (returned_at IS NULL OR shipped_at IS NOT NULL)
);
--> statement-breakpoint

-- Mail that came in. What is put on a case stands in its timeline; what could not be is kept here, where people see it.
CREATE TABLE mail_received (
  id uuid PRIMARY KEY,
  -- the sender's own name for it: the same mail may be brought twice
  message_id text NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reply', 'unmatched', 'automatic', 'bounce')),
  case_id uuid REFERENCES support_case (id),
  from_address text NOT NULL,
  subject text NOT NULL,
  -- only of one that is on no case
  body text,
  -- why it is on no case
  why text,
  -- somebody has seen to it
  settled_at timestamptz,
  settled_by text,
  CHECK (kind <> 'reply' OR case_id IS NOT NULL),
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX mail_received_unmatched ON mail_received (received_at) WHERE kind = 'unmatched' AND settled_at IS NULL;
--> statement-breakpoint
CREATE INDEX mail_received_case ON mail_received (case_id) WHERE case_id IS NOT NULL;
--> statement-breakpoint

-- What of it is personal goes with the case: whatever erases a case sets erased_at.
CREATE FUNCTION erase_customer_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.contact_email := NULL;
  DELETE FROM status_pin WHERE case_id = NEW.id;
  UPDATE case_work SET waiting_for = CASE WHEN waiting_for IS NULL THEN NULL ELSE '…' END WHERE case_id = NEW.id;
  UPDATE mail_received SET from_address = '', subject = '…', body = NULL, why = NULL WHERE case_id = NEW.id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER support_case_erase_mail BEFORE UPDATE OF erased_at ON support_case
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION erase_customer_mail();
