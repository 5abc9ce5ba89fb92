import type { Happening } from './happenings.ts';
import type { DemoCase, Story } from './steps.ts';

/** "12.3 s  Anna Alm      rings": one line of the timeline. */
export function tell(happening: Happening, startedAt: string, names: ReadonlyMap<string, string>): string {
  const seconds = (Date.parse(happening.at) - Date.parse(startedAt)) / 1000;
  const who = names.get(happening.number) ?? happening.number;
  return `${seconds.toFixed(1).padStart(5)} s  ${who.padEnd(14)}${wordsOf(happening, names)}`;
}

function wordsOf(happening: Happening, names: ReadonlyMap<string, string>): string {
  switch (happening.kind) {
    case 'dialled':
      return 'dials 1-800-480-DINO';
    case 'rang':
      return 'telephone rings';
    case 'answered':
      return 'picks up';
    case 'stopped-ringing':
      return 'telephone stops ringing';
    case 'hung-up':
      return 'the call is over';
    case 'heard':
      return `hears   "${happening.text}"`;
    case 'pressed':
      return `presses ${happening.text}`;
    case 'text':
      return `SMS     ${happening.text.replace(/\s*\n\s*/g, ' / ')}`;
    case 'joined':
      return `talks with ${names.get(happening.with) ?? happening.with}`;
  }
}

/** The case and what became of each page, by person. */
export function summary(story: Story & { case: DemoCase }): string {
  const { case: found } = story;
  const people = [story.accepter, ...story.others];
  const rounds = [...new Set(found.pages.map((page) => page.round))].sort((a, b) => a - b);
  const cell = (person: string, round: number, channel: string) =>
    found.pages.find((p) => p.person === person && p.round === round && p.channel === channel)?.status ?? '-';
  const columns = rounds.flatMap((round) => [`SMS ${round}`, `call ${round}`]);
  const rows = people.map(({ key, name }) => [
    name,
    ...rounds.flatMap((round) => [cell(key, round, 'sms'), cell(key, round, 'voice')]),
  ]);
  const accepted = found.acknowledgedAt ?? found.openedAt;
  const seconds = (Date.parse(accepted) - Date.parse(found.openedAt)) / 1000;
  const taker = people.find(({ key }) => key === found.acknowledgedBy)?.name;
  const taken =
    taker === undefined
      ? 'Nobody has accepted.'
      : `Accepted by ${taker}, ${seconds.toFixed(1)} s after the key press.`;
  return [
    `Case ${found.number}, Severity ${found.severity ?? '-'}, ${found.status}. ${taken}`,
    '',
    ...[['Paged', ...columns], ...rows].map((row) =>
      row
        .map((text) => text.padEnd(14))
        .join('')
        .trimEnd(),
    ),
  ].join('\n');
}
