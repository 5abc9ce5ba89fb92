-- A search that finds nobody read the whole call log: 17 s with a million calls. The words of a search stand anywhere in
-- a number or name, which only an index of trigrams finds. pg_trgm comes with every PostgreSQL but need not be installed
-- on the server, nor may the role make extensions: then the lists are searched as before, and the rest of this stands.
-- Without fastupdate: a pending list would be emptied by the key press that happens to fill it.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX support_case_number_words ON support_case USING gin (number gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX support_case_contact_words ON support_case USING gin (contact_name gin_trgm_ops) WITH (fastupdate = off);
  CREATE INDEX call_number_words ON call USING gin (from_number gin_trgm_ops) WITH (fastupdate = off)
    WHERE direction = 'inbound';
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
  RAISE NOTICE 'pg_trgm is not to be had: searches read all calls and cases';
END $$;
--> statement-breakpoint
-- The cases of a company and the calls of a contact, newest first, for a search by name.
CREATE INDEX support_case_of_customer ON support_case (customer, opened_at DESC, id DESC) WHERE customer IS NOT NULL;
--> statement-breakpoint
CREATE INDEX call_of_number ON call (from_number, created_at DESC, id DESC) WHERE direction = 'inbound';
