-- What the carrier keeps of a call or text whose time is over is deleted there too, after what is kept here.
ALTER TABLE call ADD COLUMN carrier_deleted_at timestamptz;
--> statement-breakpoint
ALTER TABLE text_message ADD COLUMN carrier_deleted_at timestamptz;
--> statement-breakpoint
CREATE INDEX call_to_delete ON call (erased_at, id)
  WHERE erased_at IS NOT NULL AND carrier_deleted_at IS NULL AND carrier_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX text_message_to_delete ON text_message (erased_at, id)
  WHERE erased_at IS NOT NULL AND carrier_deleted_at IS NULL AND carrier_id IS NOT NULL;
--> statement-breakpoint
-- unknown: the account in use does not have it. It is gone, or it is another account's.
ALTER TABLE erasure DROP CONSTRAINT erasure_carrier_check;
--> statement-breakpoint
ALTER TABLE erasure ADD CONSTRAINT erasure_carrier_check CHECK (carrier IN ('deleted', 'gone', 'unknown'));
