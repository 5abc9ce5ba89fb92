-- A desk whose calls are registered by an operator: the case has a priority, as the customer puts it, and no severity.
ALTER TABLE support_case DROP CONSTRAINT support_case_kind_check;
--> statement-breakpoint
ALTER TABLE support_case ADD CONSTRAINT support_case_kind_check
  CHECK (kind IN ('severity', 'configuration', 'contract', 'feedback', 'registration', 'unsorted'));
--> statement-breakpoint
ALTER TABLE support_case ADD COLUMN priority text CHECK (priority IN ('low', 'normal', 'high', 'standstill'));
--> statement-breakpoint
-- BCP 47: what the customer is written and spoken to in; absent: the desk's own.
ALTER TABLE support_case ADD COLUMN language text;
--> statement-breakpoint
-- Where the customer is told of every event.
ALTER TABLE support_case ADD COLUMN contact_email text;
--> statement-breakpoint
-- Whoever works on it, as the desk has decided; taking a page makes nobody that.
ALTER TABLE support_case ADD COLUMN assigned_to text REFERENCES person (key);
--> statement-breakpoint
ALTER TABLE support_case ADD COLUMN assigned_at timestamptz;
--> statement-breakpoint
ALTER TABLE support_case ADD CONSTRAINT support_case_assigned_check CHECK ((assigned_to IS NULL) = (assigned_at IS NULL));
