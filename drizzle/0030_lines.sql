-- Another company's switchboard takes several calls at once: a person's voice number says how many, one where nothing is said.
ALTER TABLE contact_method ADD COLUMN lines integer NOT NULL DEFAULT 1 CHECK (lines BETWEEN 1 AND 50);
--> statement-breakpoint
-- Which of a phone's lines a call of ours has. Only callers who want somebody to answer are offered on lines beyond the first;
-- pages, alarms, tests and codes have line 1 or wait for it.
ALTER TABLE call ADD COLUMN line integer NOT NULL DEFAULT 1;
--> statement-breakpoint
-- The only case that a call speaks, where its phone has several lines: the person's other cases are spoken on the others. Absent:
-- it speaks all that its person is asked for. Deferred, because phones are asked for while the case is still being written.
ALTER TABLE call ADD COLUMN only_case uuid REFERENCES support_case (id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- One call of ours on a line of a phone: two processes that place calls at the same moment never have the same one, and a phone
-- never has more calls than lines.
DROP INDEX call_one_a_phone;
--> statement-breakpoint
CREATE UNIQUE INDEX call_one_a_line ON call (to_number, line)
  WHERE purpose IN ('page', 'connect', 'alarm', 'drill', 'code') AND ended_at IS NULL AND status <> 'lost';
