import type { Unit } from '../service/index.ts';

/** A call placed so lately is not silent: its first callback is on the way. */
const SILENT_AFTER_MS = 3_000;
/** A look that comes so soon anyway is left alone. */
const SOON_MS = 5_000;

// Whoever brings a look forward at the same time does it for us as well: it is not waited for.
const HASTEN = `
  WITH giving_way AS (
    INSERT INTO task (kind, key, subject, priority, due_at)
    SELECT 'call.cancel', 'call.cancel:' || id, id::text, 0, $2 FROM call
    WHERE to_number = ANY ($1::text[]) AND purpose IN ('drill', 'code') AND ended_at IS NULL AND status <> 'lost'
    ORDER BY id
    ON CONFLICT (key) DO NOTHING)
  UPDATE task SET due_at = $2 WHERE id IN (
    SELECT t.id FROM call c JOIN task t ON t.key = 'call.look:' || c.id
    WHERE c.to_number = ANY ($1::text[]) AND c.purpose IN ('page', 'connect', 'alarm')
      AND c.ended_at IS NULL AND c.status <> 'lost' AND c.created_at < $3
      AND (c.sequence < 0 OR c.answered_at IS NOT NULL) AND t.owner IS NULL AND t.due_at > $4
    FOR UPDATE OF t SKIP LOCKED)`;

/**
 * Somebody wants these phones. The carrier is asked at once about a call of ours that is at one of them in our books and of
 * which no callback has told anything, or nothing since it was picked up: it may have ended unheard. Callbacks that do
 * arrive tell of an end sooner than asking does. A call that is only a test, or reads out a code, gives way. `areTaken`: asked
 * after the commit.
 */
export function askAboutCallsAt(unit: Unit, phones: readonly string[], areTaken: () => boolean): void {
  const before = new Date(unit.now.getTime() - SILENT_AFTER_MS);
  const soon = new Date(unit.now.getTime() + SOON_MS);
  unit.atEnd({ name: 'hasten-looks', text: HASTEN, values: [phones, unit.now, before, soon] });
  unit.expect(unit.now, areTaken);
}
