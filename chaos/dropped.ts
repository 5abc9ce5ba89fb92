import type { CallerStory } from './callers.ts';
import type { Site } from './site.ts';

const MOST_STORIES = 2;
/** Pages tell nothing of a caller's call. */
const OF_A_CALLER = `
  SELECT to_char(at, 'HH24:MI:SS.MS') || ' ' || event || ' ' || data::text AS line FROM (
    SELECT e.at, e.id, e.event, e.data FROM case_event e JOIN support_case s ON s.id = e.case_id WHERE s.caller = $1
    UNION ALL
    SELECT e.at, e.id, c.purpose || ' ' || e.event, e.data FROM call_event e JOIN call c ON c.id = e.call_id
      JOIN support_case s ON s.id = c.case_id WHERE s.caller = $1) told
  ORDER BY at, id`;

/** What our books say of the first callers whose calls ended after the key, before they met somebody. */
export async function storiesOfDropped(site: Site, stories: readonly CallerStory[]): Promise<string[][]> {
  const told: string[][] = [];
  for (const { number } of stories.filter((story) => story.droppedAfterKey).slice(0, MOST_STORIES)) {
    const { rows } = await site.pool.query<{ line: string }>(OF_A_CALLER, [number]);
    told.push(rows.map(({ line }) => line));
  }
  return told;
}
