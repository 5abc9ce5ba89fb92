-- A swap was asked for on a page that the other may not open for days. Who was told of which step of it: once for each person
-- and step, whoever tells it and however often the table of tasks has it done. A row is written in the transaction that orders
-- the text and the mail.
CREATE TABLE swap_notice (
  swap uuid NOT NULL REFERENCES duty_swap (id) ON DELETE CASCADE,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  -- the step that they were told of: what the swap was then
  step text NOT NULL CHECK (step IN ('asked', 'granted', 'refused', 'withdrawn')),
  told_at timestamptz NOT NULL,
  -- neither: nothing of theirs takes a text or a mail
  text_id uuid REFERENCES text_message (id),
  mail_id uuid REFERENCES mail (id),
  PRIMARY KEY (swap, person, step)
);
--> statement-breakpoint
-- asked before a text goes out that waited: whether it is still in time
CREATE INDEX swap_notice_text ON swap_notice (text_id) WHERE text_id IS NOT NULL;
--> statement-breakpoint
-- Somebody who takes a shift over when it has begun, or minutes before, is tried as well: it is known then only after it began.
ALTER TABLE drill DROP CONSTRAINT drill_check, ADD CONSTRAINT drill_check CHECK (begun_at < verdict_at);
--> statement-breakpoint
-- A number that its owner had verified, and an imported file put another in the place of: they are told, at both, because the
-- file may be an old one, and because pages go to a number that nobody has shown to be theirs.
CREATE TABLE replaced_number (
  id uuid PRIMARY KEY,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  before text NOT NULL,
  after text NOT NULL,
  replaced_at timestamptz NOT NULL,
  told_at timestamptz,
  -- to the new number, or to that for texts; and to the old one
  text_id uuid REFERENCES text_message (id),
  old_text_id uuid REFERENCES text_message (id),
  mail_id uuid REFERENCES mail (id)
);
--> statement-breakpoint
-- A duty list says who is on duty now; who had it before, and who has changed it, was lost with each import.
CREATE TABLE duty_list_change (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  role text NOT NULL,
  -- keys of people, in their order
  before text[] NOT NULL,
  after text[] NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
--> statement-breakpoint
CREATE INDEX duty_list_change_at ON duty_list_change (desk, changed_at);
