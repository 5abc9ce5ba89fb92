-- What still grew with history when a million closed cases with ten million receipt events lay in the database, found by
-- EXPLAIN of every statement against two thousand. Each index here is partial: it costs a write only where its rare
-- condition comes true, and nothing on the road of a key press.

-- A try that was given up for lost and rings after all is looked for by the id of that try: every receipt of that phone
-- was read for it, 1.8 s of them.
CREATE INDEX page_event_tried_again ON page_event ((data ->> 'instead')) WHERE event = 'tried-again';
--> statement-breakpoint
-- Lists of what is rare: all closed cases were read for a few cancelled ones, all bridged calls for those that were not.
CREATE INDEX support_case_cancelled ON support_case (opened_at DESC, id DESC) WHERE status = 'cancelled';
--> statement-breakpoint
CREATE INDEX call_not_bridged ON call (created_at DESC, id DESC)
  WHERE direction = 'inbound' AND ended_at IS NOT NULL AND bridged_at IS NULL;
--> statement-breakpoint
-- The outbox shows what waits and what failed first, then the newest.
CREATE INDEX mail_unsent_first ON mail ((status = 'sent'), created_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX mail_failed ON mail (created_at) WHERE status = 'failed';
--> statement-breakpoint
-- The sweep of personal data read every mail that it had blanked before.
CREATE INDEX mail_not_blanked ON mail (created_at) WHERE status <> 'waiting' AND to_address <> '';
