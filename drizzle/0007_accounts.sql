-- More than one account: invitations, tokens for programs, browsers that a sign-in is known from.
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_check;
--> statement-breakpoint
ALTER TABLE one_time_link
  ADD COLUMN role text CHECK (role IN ('supervisor', 'operator', 'technician', 'manager')),
  ADD COLUMN person text REFERENCES person (key) ON DELETE CASCADE,
  -- whose password the link sets anew
  ADD COLUMN account uuid REFERENCES account (id) ON DELETE CASCADE,
  ADD COLUMN made_by text,
  ADD COLUMN expires_at timestamptz,
  ADD CHECK (purpose IN ('first-supervisor', 'invitation', 'password')),
  ADD CHECK ((purpose = 'invitation') = (role IS NOT NULL)),
  ADD CHECK ((purpose = 'password') = (account IS NOT NULL)),
  ADD CHECK ((purpose = 'first-supervisor') = (expires_at IS NULL));
--> statement-breakpoint
-- A browser that its owner has signed in from: strangers who fail on the owner's name do not make it wait.
CREATE TABLE known_browser (
  token_hash text PRIMARY KEY,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  last_used_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX known_browser_account ON known_browser (account);
--> statement-breakpoint
-- Shown once, when it is made; only its hash is here.
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  token_hash text NOT NULL UNIQUE,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
--> statement-breakpoint
-- Who let whom in, and who shut them out.
CREATE TABLE account_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  event text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
--> statement-breakpoint
CREATE TRIGGER account_event_append_only BEFORE UPDATE OR DELETE ON account_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER account_event_no_truncate BEFORE TRUNCATE ON account_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
