-- Who may use the console. Only hashes of what opens a door are kept: a stolen copy of these tables signs nobody in.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  role text NOT NULL CHECK (role IN ('supervisor', 'operator', 'technician', 'manager')),
  -- the responder that this account belongs to, where there is one
  person text REFERENCES person (key) ON DELETE SET NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL
);
--> statement-breakpoint
-- Sue and sue are one name: whoever signs in at night does not think of capitals.
CREATE UNIQUE INDEX account_name ON account (lower(name));
--> statement-breakpoint
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX session_last_seen ON session (last_seen_at);
--> statement-breakpoint
CREATE INDEX session_account ON session (account);
--> statement-breakpoint
-- A link that works once; using it deletes it.
CREATE TABLE one_time_link (
  token_hash text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('first-supervisor')),
  created_at timestamptz NOT NULL
);
--> statement-breakpoint
-- Failed sign-ins of a name and of an address. A try refused for its haste is not counted, so that nobody can keep
-- a supervisor out by trying without end.
CREATE TABLE sign_in_failure (
  subject text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures >= 1),
  last_failed_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_failed_at);
