-- What must not grow dearer with the years: measured with a million closed cases by `npm run bench -- growth`.

-- The reply code of a new case looks for open cases with the same code; every closed case that ever had it stood in the
-- way, a hundred after a million cases.
CREATE INDEX support_case_code_in_use ON support_case (reply_code)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled');
--> statement-breakpoint
-- The lists of one desk, newest first: without these the newest of all desks are read until enough are this one's.
CREATE INDEX support_case_newest_of_desk ON support_case (desk, opened_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX call_newest_of_desk ON call (desk, created_at DESC, id DESC) WHERE direction = 'inbound';
--> statement-breakpoint
-- The messages of each call that the log shows; the table was read whole for every row of the page.
CREATE INDEX recording_call ON recording (call_id);
