-- Pages are written while their phones are still being asked for; those whose phone is taken lose their call at the end
-- of the same transaction. Until then the call need not be there.
ALTER TABLE page ALTER CONSTRAINT page_call_id_fkey DEFERRABLE INITIALLY DEFERRED;
