-- Tries that are over are deleted at each new one, and were looked for in the whole table.
CREATE INDEX "status_failure_last_failed_at_index" ON "status_failure" ("last_failed_at");
