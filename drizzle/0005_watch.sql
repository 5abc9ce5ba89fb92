-- A canary is a text or call of ours to a number of ours: it goes the whole way of a page, out through the carrier and
-- in again by a webhook, so that a way that is broken is found before a customer finds it.
CREATE TABLE canary (
  id uuid PRIMARY KEY,
  channel text NOT NULL CHECK (channel IN ('sms', 'voice')),
  -- nobody outside knows it: what comes in with it is ours
  code text NOT NULL UNIQUE,
  from_number text NOT NULL,
  to_number text NOT NULL,
  text_id uuid REFERENCES text_message (id),
  call_id uuid REFERENCES call (id),
  sent_at timestamptz NOT NULL,
  came_back_at timestamptz,
  CHECK ((channel = 'sms') = (text_id IS NOT NULL)),
  CHECK ((channel = 'voice') = (call_id IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX canary_newest ON canary (channel, sent_at DESC);
--> statement-breakpoint

-- How often the carrier was asked where a text is, of which it says nothing by itself.
ALTER TABLE text_message ADD COLUMN looks integer NOT NULL DEFAULT 0;
--> statement-breakpoint
-- For what is asked of the last hour and of the last days: where texts are, and how many arrive.
CREATE INDEX text_message_sent ON text_message (created_at) WHERE direction = 'outbound';
--> statement-breakpoint
CREATE INDEX call_placed ON call (created_at) WHERE direction = 'outbound';
