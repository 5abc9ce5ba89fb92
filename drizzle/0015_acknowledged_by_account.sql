-- Somebody who is in no roster has reached the customer: the case has the account that recorded it, by its name. No case
-- is acknowledged by nobody.
ALTER TABLE support_case ADD COLUMN acknowledged_by_account text;
--> statement-breakpoint
UPDATE support_case s SET acknowledged_by = p.key FROM case_event e JOIN person p ON p.key = e.data ->> 'by'
  WHERE e.case_id = s.id AND e.event = 'case.in-contact' AND s.acknowledged_at IS NOT NULL AND s.acknowledged_by IS NULL;
--> statement-breakpoint
UPDATE support_case s SET acknowledged_by_account = coalesce(
    (SELECT e.data ->> 'by' FROM case_event e WHERE e.case_id = s.id AND e.event = 'case.in-contact' ORDER BY e.id LIMIT 1),
    'an account of the console')
  WHERE s.acknowledged_at IS NOT NULL AND s.acknowledged_by IS NULL;
--> statement-breakpoint
ALTER TABLE support_case ADD CONSTRAINT support_case_acknowledged_by_somebody
  CHECK (acknowledged_at IS NULL OR acknowledged_by IS NOT NULL OR acknowledged_by_account IS NOT NULL);
