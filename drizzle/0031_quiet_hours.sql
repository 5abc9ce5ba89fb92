-- The hours of the day in which somebody wants no texts that can wait, such as 21:00-07:00; null: none. Never asked before a page,
-- an alarm, a test, a code or an answer to what they sent themselves.
ALTER TABLE person ADD COLUMN quiet text CHECK (quiet ~ '^\d\d:\d\d-\d\d:\d\d$');
