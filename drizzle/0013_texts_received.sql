-- What is texted to us is put on its case, and all of it is read in the console. Which text an answer of ours is the
-- answer to was known for as long as the transaction that wrote both.
ALTER TABLE text_message ADD COLUMN answers uuid REFERENCES text_message (id);
--> statement-breakpoint
-- Answers so far were written in the same instant as what they answer, to the number that it came from.
UPDATE text_message a SET answers = t.id FROM text_message t
  WHERE t.direction = 'inbound' AND a.direction = 'outbound' AND a.purpose IN ('reply', 'confirmation')
    AND a.created_at = t.created_at AND a.to_number = t.from_number AND t.from_number <> '';
--> statement-breakpoint
-- On a case that is blanked already a text would never be blanked itself.
UPDATE text_message t SET case_id = a.case_id FROM text_message a JOIN support_case s ON s.id = a.case_id
  WHERE a.answers = t.id AND t.case_id IS NULL AND t.erased_at IS NULL AND s.erased_at IS NULL;
--> statement-breakpoint
CREATE INDEX text_message_answers ON text_message (answers) WHERE answers IS NOT NULL;
--> statement-breakpoint
-- The list of what was texted to us, newest first: all, of one desk, of one person, and of no case.
CREATE INDEX text_message_received ON text_message (created_at DESC, id DESC) WHERE direction = 'inbound';
--> statement-breakpoint
CREATE INDEX text_message_received_by_desk ON text_message (desk, created_at DESC, id DESC) WHERE direction = 'inbound';
--> statement-breakpoint
CREATE INDEX text_message_received_of_person ON text_message (person, created_at DESC, id DESC)
  WHERE direction = 'inbound' AND person IS NOT NULL;
--> statement-breakpoint
CREATE INDEX text_message_received_of_number ON text_message (from_number, created_at DESC, id DESC)
  WHERE direction = 'inbound';
--> statement-breakpoint
CREATE INDEX text_message_received_of_no_case ON text_message (created_at DESC, id DESC)
  WHERE direction = 'inbound' AND case_id IS NULL;
--> statement-breakpoint
-- The words of a search, as for calls and cases (0012): where pg_trgm is not to be had, all texts are read.
DO $$
BEGIN
  CREATE INDEX text_message_received_words ON text_message USING gin (body gin_trgm_ops, from_number gin_trgm_ops)
    WITH (fastupdate = off) WHERE direction = 'inbound';
EXCEPTION WHEN undefined_object THEN
  RAISE NOTICE 'pg_trgm is not to be had: searches read all texts';
END $$;
