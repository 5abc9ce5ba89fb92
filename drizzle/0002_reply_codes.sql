-- A reply code (A42) must mean one case to the phone that answers with it. Codes go round; one that an open case still
-- has is passed over. A case is never refused for want of a code: when every code belongs to an open case, one is used
-- again that no phone is asked for and nobody has taken. Sequences give concurrent calls different codes.
CREATE FUNCTION next_reply_code() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  candidate integer;
BEGIN
  FOR attempt IN 1..9990 LOOP
    candidate := nextval('reply_code');
    IF NOT EXISTS (SELECT 1 FROM support_case s
        WHERE s.reply_code = candidate AND s.status NOT IN ('resolved', 'closed', 'cancelled')) THEN
      RETURN candidate;
    END IF;
  END LOOP;
  FOR attempt IN 1..9990 LOOP
    candidate := nextval('reply_code');
    IF NOT EXISTS (SELECT 1 FROM support_case s
        WHERE s.reply_code = candidate AND s.status IN ('paging', 'acknowledged', 'in-contact')) THEN
      RETURN candidate;
    END IF;
  END LOOP;
  RETURN candidate;
END $$;
