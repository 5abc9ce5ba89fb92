-- Whoever is asked to answer a call is asked by a paging that ends when all have been asked in vain: the caller then goes on
-- alone, and that it was given up is not the same as that somebody stopped it.
ALTER TABLE paging DROP CONSTRAINT paging_status_check;
--> statement-breakpoint
ALTER TABLE paging ADD CONSTRAINT paging_status_check CHECK (status IN ('open', 'acknowledged', 'stopped', 'given-up'));
--> statement-breakpoint
-- operator: a caller wants somebody to answer; transfer: whoever answered asks for those who work on it.
ALTER TABLE paging DROP CONSTRAINT paging_reason_check;
--> statement-breakpoint
ALTER TABLE paging ADD CONSTRAINT paging_reason_check
  CHECK (reason IN ('severity', 'press-through', 'contract', 'no-contact', 'operator', 'transfer'));
--> statement-breakpoint
-- Which question of the script a recording answers; absent: it is a message.
ALTER TABLE recording ADD COLUMN label text;
--> statement-breakpoint
-- What the caller keyed in answer to the script's questions, by their names. Personal data: blanked with the case.
ALTER TABLE support_case ADD COLUMN answers jsonb NOT NULL DEFAULT '{}';
--> statement-breakpoint
-- erase_case stays as it is: what it does to a case goes on in one place, whoever adds columns.
CREATE FUNCTION blank_answers() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.answers := '{}';
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER support_case_blank_answers BEFORE UPDATE OF erased_at ON support_case
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION blank_answers();
