-- A recording in which nothing was heard, which its caller was told, is no message. It is kept, and deleted, like one.
ALTER TABLE recording ADD COLUMN nothing_said boolean NOT NULL DEFAULT false;
