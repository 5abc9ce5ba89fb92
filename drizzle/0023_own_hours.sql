-- Dates on which a desk's office does something else than its script says, as people set them in the console. What was
-- set and taken back stays, so that a supervisor can see why the office was open or closed on a date of last year.
CREATE TABLE own_hours (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  -- by the desk's own calendar
  date date NOT NULL,
  -- spans of the wall clock as people write them, such as 08:00-12:00; none: closed
  spans text[] NOT NULL,
  why text NOT NULL CHECK (why <> ''),
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  removed_by text,
  removed_at timestamptz,
  CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX own_hours_in_force ON own_hours (desk, date) WHERE removed_at IS NULL;
