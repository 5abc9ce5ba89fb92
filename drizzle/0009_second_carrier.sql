-- A second carrier: which of them has a call or a text, and which of them cannot be used at the moment.
ALTER TABLE call ADD COLUMN carrier text NOT NULL DEFAULT 'twilio' CHECK (carrier IN ('twilio', 'signalwire'));
--> statement-breakpoint
ALTER TABLE text_message ADD COLUMN carrier text NOT NULL DEFAULT 'twilio' CHECK (carrier IN ('twilio', 'signalwire'));
--> statement-breakpoint
-- A text that went out by the other carrier beside one that is tried again: the page that both are for. The page itself
-- points to the one that is tried again.
ALTER TABLE text_message ADD COLUMN beside_page uuid REFERENCES page (id);
--> statement-breakpoint
CREATE INDEX text_message_beside ON text_message (beside_page) WHERE beside_page IS NOT NULL;
--> statement-breakpoint
-- A row says that a carrier has refused everything of a channel. Until `try_again_at` the other one is asked first; a
-- success takes the row away. It is the copy that all processes share; each keeps its own.
CREATE TABLE carrier_refusal (
  carrier text NOT NULL CHECK (carrier IN ('twilio', 'signalwire')),
  channel text NOT NULL CHECK (channel IN ('voice', 'sms')),
  code text NOT NULL,
  since timestamptz NOT NULL,
  try_again_at timestamptz NOT NULL,
  PRIMARY KEY (carrier, channel)
);
--> statement-breakpoint
-- The name of a carrier names nobody.
CREATE OR REPLACE FUNCTION without_personal_data(data jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_object_agg(key, CASE
    WHEN jsonb_typeof(value) IN ('number', 'boolean', 'null') THEN value
    WHEN key = ANY ('{via,by,accepter,takenBy,person,role,channel,reason,plan,case,cases,call,carrierId,carrier,severity,kind,code,status,key,label,about,build,how}')
      AND value::text !~ '[0-9]{7}' OR key IN ('call', 'carrierId') AND value::text !~ '\+' THEN value
    ELSE '"…"' END), '{}')
  FROM jsonb_each(data)
$$;
