-- Receipts cannot be emptied either; personal data goes after its time, and that it went stays; and the service can
-- run with a role that may do neither more nor less than it needs.

-- ---------------------------------------------------------------- erasing
-- What is left of an event's data: numbers, truth values, and the few words that say what happened and name nobody
-- but our own staff by their key. Everything else may be a telephone number, a name or what somebody said.
CREATE FUNCTION without_personal_data(data jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_object_agg(key, CASE
    WHEN jsonb_typeof(value) IN ('number', 'boolean', 'null') THEN value
    WHEN key = ANY ('{via,by,accepter,takenBy,person,role,channel,reason,plan,case,cases,call,carrierId,severity,kind,code,status,key,label,about,build,how}')
      AND value::text !~ '[0-9]{7}' OR key IN ('call', 'carrierId') AND value::text !~ '\+' THEN value
    ELSE '"…"' END), '{}')
  FROM jsonb_each(data)
$$;
--> statement-breakpoint
-- The only change that a receipt takes is that erasure, and nothing can tell what stood there before.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'data' = to_jsonb(OLD) - 'data'
      AND to_jsonb(NEW) -> 'data' = without_personal_data(to_jsonb(OLD) -> 'data') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
-- Row triggers do not see a TRUNCATE.
CREATE TRIGGER page_event_no_truncate BEFORE TRUNCATE ON page_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER call_event_no_truncate BEFORE TRUNCATE ON call_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- That something was deleted, when, and what the carrier said to it.
CREATE TABLE erasure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('recording', 'case', 'call', 'text')),
  subject uuid NOT NULL,
  -- what became of it at the carrier: deleted, or gone already; null where nothing of it is there
  carrier text CHECK (carrier IN ('deleted', 'gone')),
  CHECK (kind <> 'recording' OR carrier IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX erasure_subject ON erasure (subject);
--> statement-breakpoint
CREATE TRIGGER erasure_append_only BEFORE UPDATE OR DELETE ON erasure
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER erasure_no_truncate BEFORE TRUNCATE ON erasure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE recording ADD COLUMN deleted_at timestamptz;
--> statement-breakpoint
ALTER TABLE support_case ADD COLUMN erased_at timestamptz;
--> statement-breakpoint
ALTER TABLE call ADD COLUMN erased_at timestamptz;
--> statement-breakpoint
ALTER TABLE text_message ADD COLUMN erased_at timestamptz;
--> statement-breakpoint
CREATE INDEX recording_kept ON recording (created_at) WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX support_case_over ON support_case (coalesce(closed_at, resolved_at, opened_at))
  WHERE erased_at IS NULL AND status IN ('resolved', 'closed', 'cancelled');
--> statement-breakpoint
CREATE INDEX call_of_no_case ON call (ended_at) WHERE case_id IS NULL AND erased_at IS NULL AND ended_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX text_of_no_case ON text_message (created_at) WHERE case_id IS NULL AND erased_at IS NULL;
--> statement-breakpoint
-- Blanks the numbers, names and texts of a case that is over, of its calls, texts and pages, and of their events; what
-- was counted and when stays. Runs with the rights of the tables' owner, because nobody else may change an event.
CREATE FUNCTION erase_case(erased uuid, erased_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM support_case WHERE id = erased AND status IN ('resolved', 'closed', 'cancelled') FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'case % is not over', erased; END IF;
  UPDATE case_event SET data = without_personal_data(data) WHERE case_id = erased;
  UPDATE page_event SET data = without_personal_data(data) WHERE page_id IN (SELECT id FROM page WHERE case_id = erased);
  UPDATE page SET address = '', link_token = NULL WHERE case_id = erased;
  PERFORM erase_call(id, erased_now) FROM call WHERE case_id = erased AND erased_at IS NULL;
  PERFORM erase_text(id, erased_now) FROM text_message WHERE case_id = erased AND erased_at IS NULL;
  UPDATE support_case SET caller = NULL, callback_number = NULL, contact_name = NULL,
    closing_reason = CASE WHEN closing_reason IS NULL THEN NULL ELSE '…' END, erased_at = erased_now
    WHERE id = erased;
  INSERT INTO erasure (at, kind, subject) VALUES (erased_now, 'case', erased);
END $$;
--> statement-breakpoint
CREATE FUNCTION erase_call(erased uuid, erased_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE call_event SET data = without_personal_data(data) WHERE call_id = erased;
  -- The number of the desk stays: it is ours.
  UPDATE call SET ivr = NULL, erased_at = erased_now,
    from_number = CASE direction WHEN 'outbound' THEN from_number END,
    to_number = CASE direction WHEN 'inbound' THEN to_number ELSE '' END
    WHERE id = erased;
  INSERT INTO erasure (at, kind, subject) VALUES (erased_now, 'call', erased);
END $$;
--> statement-breakpoint
CREATE FUNCTION erase_text(erased uuid, erased_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE text_message SET body = '', erased_at = erased_now,
    from_number = CASE direction WHEN 'outbound' THEN from_number ELSE '' END,
    to_number = CASE direction WHEN 'inbound' THEN to_number ELSE '' END
    WHERE id = erased;
  INSERT INTO erasure (at, kind, subject) VALUES (erased_now, 'text', erased);
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_case(uuid, timestamptz), erase_call(uuid, timestamptz), erase_text(uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint

-- ---------------------------------------------------------------- the service's role
-- A desk's case numbers: the one thing that the service makes itself, so it needs no right to make others.
CREATE FUNCTION make_case_numbers(sequence_name text, first_number bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF sequence_name !~ '^case_number_[a-z0-9_]{1,50}$' THEN
    RAISE EXCEPTION '% is no name of a sequence of case numbers', sequence_name;
  END IF;
  -- Several processes start at once.
  PERFORM pg_advisory_xact_lock(4747, 2);
  IF to_regclass(sequence_name) IS NULL THEN
    EXECUTE format('CREATE SEQUENCE %I START %s', sequence_name, first_number);
  END IF;
  IF NOT has_sequence_privilege(session_user, sequence_name, 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I', sequence_name, session_user);
  END IF;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION make_case_numbers(text, bigint) FROM PUBLIC;
