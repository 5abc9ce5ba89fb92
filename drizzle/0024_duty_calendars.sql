-- A change that leaves a needed role with nobody, too few, or somebody who cannot be reached is made only with a reason,
-- and the reason stays beside the hours that it left open, for whoever asks why nobody was there.
CREATE TABLE duty_gap (
  id uuid PRIMARY KEY,
  desk text NOT NULL,
  role text NOT NULL,
  problem text NOT NULL CHECK (problem IN ('nobody', 'too-few', 'unreachable')),
  -- keys of those who were on duty all the same: too few, or not to be reached
  people text[] NOT NULL,
  wanted integer NOT NULL,
  found integer NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (from_at < to_at),
  -- what was done
  change text NOT NULL CHECK (change IN ('override', 'leave', 'swap', 'taken-back', 'calendar')),
  reason text NOT NULL CHECK (reason <> ''),
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL
);
--> statement-breakpoint
CREATE INDEX duty_gap_to ON duty_gap (desk, to_at);
--> statement-breakpoint
-- The address of somebody's shifts, or of a desk's, for calendar programs, which cannot sign in. The secret is stored as it
-- is, because its owner may look it up again for the next device; it opens nothing that this database does not hold anyway
-- (docs/adr/0019). Another one in its place, and the old one is over at once.
CREATE TABLE calendar_link (
  secret text PRIMARY KEY CHECK (length(secret) >= 43),
  person text UNIQUE REFERENCES person (key) ON DELETE CASCADE,
  desk text UNIQUE,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  last_read_at timestamptz,
  CHECK ((person IS NULL) <> (desk IS NULL))
);
--> statement-breakpoint
-- An event of a calendar is leave once, however often the calendar comes.
CREATE UNIQUE INDEX duty_leave_source ON duty_leave (person, source, from_at) WHERE withdrawn_at IS NULL AND source IS NOT NULL;
