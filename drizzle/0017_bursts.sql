-- Whoever accepts has the calls of few people ended, of all that are live or not yet known to be over.
CREATE INDEX call_live_page_of_person ON call (person) WHERE purpose = 'page' AND ended_at IS NULL;
--> statement-breakpoint
-- How often a phone was answered within the last hour is asked at each text that is not understood.
CREATE INDEX text_message_reply ON text_message (to_number, created_at) WHERE direction = 'outbound' AND purpose = 'reply';
