-- What an operator decides of a call while it rings or is talked in, and what is left to do of it afterwards. The case's own
-- table first, because it takes the strongest lock: the foreign keys below take lighter ones of it.

-- The case that this one's call was about: whoever was told this number is led there by it. Never to one that is joined itself.
ALTER TABLE support_case ADD COLUMN joined_to uuid REFERENCES support_case (id);
--> statement-breakpoint
CREATE INDEX support_case_joined ON support_case (joined_to) WHERE joined_to IS NOT NULL;
--> statement-breakpoint
-- A caller's open cases are looked for at each form that an operator has open, again and again: by the number that called,
-- by the one that is called back, and by customer. Of open cases alone, the newest first: a few of them are enough.
CREATE INDEX support_case_open_caller ON support_case (caller, opened_at DESC)
  WHERE caller IS NOT NULL AND status NOT IN ('closed', 'cancelled');
--> statement-breakpoint
CREATE INDEX support_case_open_callback ON support_case (callback_number, opened_at DESC)
  WHERE callback_number IS NOT NULL AND status NOT IN ('closed', 'cancelled');
--> statement-breakpoint
CREATE INDEX support_case_open_customer ON support_case (customer, opened_at DESC)
  WHERE customer IS NOT NULL AND status NOT IN ('closed', 'cancelled');
--> statement-breakpoint
-- An open case on which the call is put as soon as it is over: while it rings or goes on, its case must not be closed.
ALTER TABLE registration ADD COLUMN put_on uuid REFERENCES support_case (id);
--> statement-breakpoint
ALTER TABLE registration ADD COLUMN put_on_by text;
--> statement-breakpoint
-- What cannot be registered now: the customer is to be called back, who said so, when and why.
ALTER TABLE registration ADD COLUMN call_back_at timestamptz;
--> statement-breakpoint
ALTER TABLE registration ADD COLUMN call_back_by text;
--> statement-breakpoint
ALTER TABLE registration ADD COLUMN call_back_why text;
--> statement-breakpoint
ALTER TABLE registration ADD CONSTRAINT registration_put_on_by CHECK ((put_on IS NULL) = (put_on_by IS NULL));
--> statement-breakpoint
ALTER TABLE registration ADD CONSTRAINT registration_call_back
  CHECK (num_nulls(call_back_at, call_back_by, call_back_why) IN (0, 3));
--> statement-breakpoint
-- As before, and with these: why somebody is to be called back is personal.
CREATE OR REPLACE FUNCTION erase_registration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE registration SET fields = '{}', saved_by = NULL, serial = NULL, mac = NULL, exception = NULL,
    put_on = NULL, put_on_by = NULL, call_back_at = NULL, call_back_by = NULL, call_back_why = NULL,
    registered = CASE WHEN registered IS NULL THEN NULL
      ELSE jsonb_build_object('priority', registered -> 'priority') END
    WHERE case_id = NEW.id;
  DELETE FROM registration_presence WHERE case_id = NEW.id;
  NEW.contact_email := NULL;
  -- Of a registered case the summary is what the customer said.
  IF NEW.kind = 'registration' THEN NEW.summary := '…'; END IF;
  RETURN NEW;
END $$;
