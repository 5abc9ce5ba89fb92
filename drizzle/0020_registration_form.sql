-- What an operator registers of a call, from the first letter typed on; and what is known of customers beforehand.

-- ---------------------------------------------------------------- customers
-- A few words for whoever answers, such as what is supported and until when.
ALTER TABLE customer ADD COLUMN contract text;
--> statement-breakpoint
-- Only persons whom their company has approved may have a case registered. Nobody is approved by having called.
ALTER TABLE customer_contact ADD COLUMN approved boolean NOT NULL DEFAULT false;
--> statement-breakpoint
-- The account of the supervisor who gave their word in the console; null where the people file says it.
ALTER TABLE customer_contact ADD COLUMN approved_by text;
--> statement-breakpoint
ALTER TABLE customer_contact ADD COLUMN approved_at timestamptz;
--> statement-breakpoint
CREATE TABLE customer_office (
  customer text NOT NULL REFERENCES customer (key) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  address text,
  PRIMARY KEY (customer, name)
);
--> statement-breakpoint
-- Serial numbers in capitals and MAC addresses as 00:1C:42:0B:7F:3A, so that a unit is found however it is written.
CREATE TABLE customer_unit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer text NOT NULL REFERENCES customer (key) ON DELETE CASCADE,
  serial text,
  mac text,
  model text,
  warranty_until date,
  office text,
  CHECK (serial IS NOT NULL OR mac IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX customer_unit_customer ON customer_unit (customer);
--> statement-breakpoint
CREATE INDEX customer_unit_serial ON customer_unit (serial) WHERE serial IS NOT NULL;
--> statement-breakpoint
CREATE INDEX customer_unit_mac ON customer_unit (mac) WHERE mac IS NOT NULL;
--> statement-breakpoint

-- ---------------------------------------------------------------- registrations
-- One row a case. A draft is the same row before it is registered, so that nothing has to be moved.
CREATE TABLE registration (
  case_id uuid PRIMARY KEY REFERENCES support_case (id),
  -- what stands in each field, with who typed it and when, and whose value it took the place of
  fields jsonb NOT NULL DEFAULT '{}',
  -- counts saves, so that a page knows which of two values is the newer one
  revision integer NOT NULL DEFAULT 0,
  saved_at timestamptz,
  saved_by text,
  -- normalised, for finding the open cases of a unit; of drafts too
  serial text,
  mac text,
  -- when it was last refused because the contact is not approved, and who may be registered all the same
  refused_at timestamptz,
  exception jsonb,
  -- the form as it was registered, normalised
  registered jsonb,
  registered_at timestamptz,
  registered_by text,
  CHECK ((registered_at IS NULL) = (registered_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX registration_serial ON registration (serial) WHERE serial IS NOT NULL;
--> statement-breakpoint
CREATE INDEX registration_mac ON registration (mac) WHERE mac IS NOT NULL;
--> statement-breakpoint
-- Cases of which the list of unregistered calls is made.
CREATE INDEX support_case_to_register ON support_case (opened_at)
  WHERE kind IN ('registration', 'unsorted') AND status NOT IN ('resolved', 'closed', 'cancelled');
--> statement-breakpoint
-- Who has the form of a case open now. Rows end by their time: a page that is closed says nothing.
CREATE TABLE registration_presence (
  case_id uuid NOT NULL REFERENCES support_case (id),
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name text NOT NULL,
  field text,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, account)
);
--> statement-breakpoint

-- ---------------------------------------------------------------- erasing
-- When a case is blanked, so is what was registered of it. By a trigger and not by erase_case itself: whatever blanks a
-- case cannot forget this.
CREATE FUNCTION erase_registration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE registration SET fields = '{}', saved_by = NULL, serial = NULL, mac = NULL, exception = NULL,
    registered = CASE WHEN registered IS NULL THEN NULL
      ELSE jsonb_build_object('priority', registered -> 'priority') END
    WHERE case_id = NEW.id;
  DELETE FROM registration_presence WHERE case_id = NEW.id;
  NEW.contact_email := NULL;
  -- Of a registered case the summary is what the customer said.
  IF NEW.kind = 'registration' THEN NEW.summary := '…'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER support_case_erases_registration BEFORE UPDATE OF erased_at ON support_case
  FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION erase_registration();
