-- Who is on duty follows from schedules, not only from a list that somebody has to change at every handoff. A definition
-- is in force from valid_from until the next of its role; NULL: the duty list again. None is changed in place: what was
-- true then stays true.
CREATE TABLE duty_schedule (
  desk text NOT NULL,
  role text NOT NULL,
  valid_from timestamptz NOT NULL,
  definition jsonb,
  set_at timestamptz NOT NULL,
  set_by text NOT NULL,
  PRIMARY KEY (desk, role, valid_from)
);
--> statement-breakpoint
-- Asked by one, granted by the other: what is granted becomes two overrides. A shift given without one in return is one.
CREATE TABLE duty_swap (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  role text NOT NULL,
  asked_by text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  asked_of text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  gives_seat text NOT NULL,
  gives_from timestamptz NOT NULL,
  gives_to timestamptz NOT NULL CHECK (gives_from < gives_to),
  takes_seat text,
  takes_from timestamptz,
  takes_to timestamptz CHECK (takes_from < takes_to),
  why text NOT NULL,
  status text NOT NULL CHECK (status IN ('asked', 'granted', 'refused', 'withdrawn')),
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  CHECK (asked_by <> asked_of),
  CHECK ((takes_seat IS NULL) = (takes_from IS NULL) AND (takes_from IS NULL) = (takes_to IS NULL)),
  CHECK ((status = 'asked') = (answered_at IS NULL))
);
--> statement-breakpoint
-- Somebody in the place of a person, in a seat, or both. Withdrawn, it has counted until then.
CREATE TABLE duty_override (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  role text NOT NULL,
  seat text,
  instead_of text REFERENCES person (key) ON DELETE CASCADE,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (from_at < to_at),
  why text NOT NULL,
  swap uuid REFERENCES duty_swap (id),
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  CHECK (seat IS NOT NULL OR instead_of IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX duty_override_to ON duty_override (desk, to_at);
--> statement-breakpoint
-- Somebody is away, at whatever desk. From a calendar: the event that it comes from, so that the file may come again.
CREATE TABLE duty_leave (
  id uuid PRIMARY KEY,
  person text NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (from_at < to_at),
  why text NOT NULL DEFAULT '',
  source text,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text
);
--> statement-breakpoint
CREATE INDEX duty_leave_to ON duty_leave (to_at);
