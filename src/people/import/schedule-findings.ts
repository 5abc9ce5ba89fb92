import { weekdays } from '../../coverage/index.ts';
import { suggestion } from '../../ivr/index.ts';
import type { Path } from './fault.ts';
import { layerSchema, leaveSchema, scheduleSchema, seatSchema } from './schedule-schema.ts';

/** How each key of a schedule looks when it is right. */
export const scheduleExamples: Record<string, string> = {
  rotation: 'rotation: weekly',
  handoff: 'handoff: monday 08:00',
  from: 'from: 2026-12-24',
  to: 'to: 2027-01-06',
  people: 'people: [anna, bo]',
  layers: 'layers: [{ rotation: weekly, handoff: monday 08:00, from: 2026-12-01, people: [anna, bo] }]',
  seats: 'seats: [{ layers: [...] }], as docs/PEOPLE.md shows',
  person: 'person: anna',
};

/** The keys that may stand where `path` leads to, under `schedules` or `leave`. */
export function scheduleKeys(path: Path): string[] {
  if (path[0] === 'leave') return Object.keys(leaveSchema.shape);
  const inside = path.slice(3).filter((part) => typeof part === 'string');
  if (inside.includes('hours')) return [...weekdays];
  if (inside.includes('layers')) return Object.keys(layerSchema.shape);
  return Object.keys((inside.includes('seats') ? seatSchema : scheduleSchema).shape);
}

/** How to mend the value at `path`, under `schedules` or `leave`. */
export function scheduleMend(path: Path, value: unknown): string {
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  const isItem = typeof path.at(-1) === 'number';
  if (path[0] === 'schedules' && path.length < 3)
    return 'Write roles under each desk, as in dvnordic: { technician: { seats: [...] } }.';
  switch (field) {
    case 'rotation':
      return 'Write daily, weekly, or how long a turn lasts, as in { days: 3 }, { hours: 12 } or { weeks: 2 }.';
    case 'handoff': {
      const weekday = /^[A-Za-zåäöü]+/.exec(typeof value === 'string' ? value : '')?.[0];
      const known = weekday === undefined ? '' : ` ${suggestion(weekday.toLowerCase(), weekdays)}`;
      return `Write a time such as 08:00, or where turns last weeks monday 08:00.${known}`;
    }
    case 'from':
    case 'until':
    case 'to':
      return 'Write a date, year first, such as 2026-12-24.';
    case 'people':
      if (isItem) return 'Use small letters, digits, dots and hyphens, such as anna.';
      return 'Write the keys of people in their order, such as [anna, bo].';
    case 'person':
      return 'Write the key of a person, such as anna.';
    case 'hours':
      return 'Write hours for weekdays, as in { monday: [17:00-08:00] }.';
    case 'layers':
      return isItem ? 'Write keys with their values.' : 'Begin each layer with "- rotation: weekly".';
    case 'seats':
      return isItem ? 'Write keys with their values.' : 'Begin each seat with "- layers:".';
    case 'name':
    case 'why':
      return 'Write a short text on one line.';
    default:
      if (weekdays.some((day) => day === field)) return 'Write hours such as 17:00-08:00, in a list.';
      return 'Write keys with their values, as docs/PEOPLE.md shows.';
  }
}
