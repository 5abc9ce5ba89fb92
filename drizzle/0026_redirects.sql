-- When the customer was texted the case number: once a case, whatever calls are put on it. First, because it takes the
-- strongest lock: taken behind the lighter one of the foreign key below, it could wait in a circle with a live call.
ALTER TABLE support_case ADD COLUMN number_texted_at timestamptz;
--> statement-breakpoint
-- A customer who called a technician directly is told by a text to call the desk; who said so, to whom and when is kept.
CREATE TABLE desk_redirect (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  desk text NOT NULL,
  -- the customer's, E.164; empty when its time is over
  number text NOT NULL,
  -- whoever sent it: somebody whom a roster knows, or an account that is nobody's there
  person text,
  account uuid,
  by_name text NOT NULL CHECK (by_name <> ''),
  via text NOT NULL CHECK (via IN ('sms', 'console')),
  case_id uuid REFERENCES support_case (id),
  text_id uuid NOT NULL REFERENCES text_message (id),
  CHECK (person IS NOT NULL OR account IS NOT NULL)
);
--> statement-breakpoint
-- Newest first; and how many of one sender, or to one number, of late.
CREATE INDEX desk_redirect_at ON desk_redirect (at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX desk_redirect_text ON desk_redirect (text_id);
--> statement-breakpoint
-- Phones of people who are not ours and want no texts: theirs by STOP, until START. The carrier would refuse each text; so
-- nobody is promised one.
CREATE TABLE text_opt_out (
  number text PRIMARY KEY,
  at timestamptz NOT NULL
);
