import type { CalendarFault } from '../calendars/index.ts';
import type { ContactFault } from '../contacts/index.ts';
import type { DateFault } from '../own-hours/index.ts';
import { longName as name } from './alarms.test-support.ts';
import type { DrillMiss, DutyFormFault, Phrases } from './index.ts';

const at = 'X1 08:00';
const span = { from: new Date('2026-12-24T16:00:00Z'), to: new Date('2026-12-25T07:00:00Z') };
const person = 'bo';
const id = '7';

const dutyFaults: DutyFormFault[] = [
  ...(['ends-before', 'no-place', 'no-from', 'no-to', 'no-why'] as const).map((kind) => ({ kind })),
  ...(['no-why-of-swap', 'shift-gone', 'two-roles', 'no-file'] as const).map((kind) => ({ kind })),
  ...(['unknown-person', 'self'] as const).map((kind) => ({ kind, person })),
  ...(['without-role', 'no-shift'] as const).map((kind) => ({ kind, person, role: 'sales' })),
  ...(['no-swap', 'no-id', 'not-there'] as const).map((kind) => ({ kind, id })),
  { kind: 'away', person, ...span },
  { kind: 'no-seat', role: 'sales', seat: '9', seats: ['1', 'natt'] },
  { kind: 'no-seat', role: 'sales', seat: '9', seats: [] },
];

const fileFaults: CalendarFault[] = (
  [
    ...(['no-calendar', 'ends-before', 'endless'] as const).map((kind) => ({ kind })),
    ...(['no-line', 'outside'] as const).map((kind) => ({ kind, text: 'X1' })),
    ...(['ends-nothing', 'not-ended'] as const).map((kind) => ({ kind, part: 'VEVENT' })),
    ...(['UID', 'DTSTART'] as const).map((property) => ({ kind: 'no-property' as const, property })),
    { kind: 'repeats-too-often', frequency: 'HOURLY' },
    { kind: 'no-rule', rule: 'X1', why: 'X2' },
    { kind: 'no-time', property: 'DTEND', value: 'X1' },
    { kind: 'no-hour', property: 'DTEND', value: '20261224', day: '20261224' },
    { kind: 'unreadable-event', why: 'X1' },
    { kind: 'unreadable-line', text: 'X1', why: 'X2.' },
    { kind: 'no-zone', zone: 'X1' },
    { kind: 'too-many-events', found: 4000, most: 3000 },
    { kind: 'too-much-leave', found: 4000, days: 400, most: 2000 },
  ] as const
).map((fault) => ({ ...fault, line: 12 }));

const contactFaults: ContactFault[] = [
  ...(['no-person', 'no-number', 'no-token', 'anothers'] as const).map((kind) => ({ kind })),
  ...(['no-desk', 'too-many', 'phone-busy'] as const).map((kind) => ({ kind })),
  { kind: 'no-code', minutes: 10 },
  { kind: 'no-lines', most: 50 },
  { kind: 'no-voice' },
  { kind: 'no-quiet', most: 16 },
  ...[0, 1, 4].map((left) => ({ kind: 'wrong-code' as const, left })),
];

const dateFaults: DateFault[] = [
  ...(['no-date', 'no-choice', 'no-hours', 'overlap', 'no-why'] as const).map((kind) => ({ kind })),
  { kind: 'over', date: '2026-11-11', today: '2026-11-12' },
  { kind: 'no-span', text: '8-12' },
  { kind: 'long-why', most: 200, length: 201 },
];

const misses: DrillMiss[] = ['no-answer', 'busy', 'no-key', 'no-reply', 'failed', 'not-asked'];

/** Sentences that come out of a list, each by its place in it. */
function numbered(what: string, sentences: readonly string[]): Record<string, string> {
  return Object.fromEntries(sentences.map((text, index) => [`${what} ${index}`, text]));
}

/** Everything that the page of duty says with somebody's name, a number or a time in it. */
export function dutyPageTexts({
  dutyPage,
  dutyChanges,
  leaveFile,
  calendar,
}: Phrases): Record<string, string> {
  const { now, week, ahead, calendars } = dutyPage;
  const role = calendar.role('senior-technician');
  const told = { person: () => name, role: () => role, span: () => at };
  const found = { role, names: [name], wanted: 3, found: 2 };
  const elsewhere = [{ role, desk: 'Nordic' }];
  const override = { person: name, seat: '1', role };
  const swap = { by: name, of: 'Bo', role };
  return {
    title: dutyPage.title('Nordic'),
    shown: dutyPage.shown({ from: 'X1', to: 'X2', zone: 'CET, Stockholm' }),
    span: dutyPage.span('X1', 'X2'),
    seat: `${dutyPage.seat('1')} ${dutyPage.seat('seat 2')} ${dutyPage.seat('natt')}`,
    layer: `${dutyPage.layer('layer 1')} ${dutyPage.layer('natt')}`,
    nobody: dutyPage.finding({ ...found, problem: 'nobody', names: [], elsewhere: [] }),
    tooFew: dutyPage.finding({ ...found, problem: 'too-few', elsewhere: [] }),
    unreachable: dutyPage.finding({ ...found, problem: 'unreachable', elsewhere: [] }),
    doubled: dutyPage.finding({ ...found, problem: 'doubled', elsewhere }),
    nowAt: now.titleAt(at),
    until: now.until(at, name),
    untilNobody: now.until(at, undefined),
    week: week.title('X1'),
    today: week.today('08:00'),
    ahead: ahead.title(90),
    leftOpen: ahead.leftOpen('X1'),
    ...numbered(
      'more',
      [1, 2].map((count) => ahead.more(count)),
    ),
    everybodys: calendars.everybodys('Nordic'),
    made: calendars.made(at, name, undefined),
    madeAndRead: calendars.made(at, name, at),
    inSeat: dutyChanges.override({ ...override, insteadOf: undefined, isSwap: false }),
    instead: dutyChanges.override({ ...override, insteadOf: 'Bo', isSwap: true }),
    onLeave: dutyChanges.onLeave(name),
    madeBy: dutyChanges.madeBy({ by: 'Bo', at, isImported: false }),
    imported: dutyChanges.madeBy({ by: name, at, isImported: true }),
    swap: dutyChanges.swap({ ...swap, back: undefined }),
    swapBack: dutyChanges.swap({ ...swap, back: at }),
    askedAt: dutyChanges.askedAt(at),
    quoted: dutyChanges.quoted('X1'),
    ...numbered(
      'keptBy',
      (['override', 'leave', 'swap', 'taken-back', 'calendar'] as const).map((change) =>
        dutyChanges.keptBy({ by: name, at, change }),
      ),
    ),
    ...numbered(
      'dutyFault',
      dutyFaults.map((fault) => dutyChanges.fault(fault, told)),
    ),
    importedFile: leaveFile.imported({ added: 4, changed: 1, gone: 0, asBefore: 2 }),
    ...numbered(
      'fileFault',
      [
        ...fileFaults,
        { kind: 'too-large' as const, mostMegabytes: 1 },
        { kind: 'unknown-person' as const, person },
      ].map((fault) => leaveFile.fault(fault)),
    ),
  };
}

/** The same of the pages of people and of office hours, and of refusals. */
export function peopleAndHoursTexts({ people, hours, refused, calendar }: Phrases): Record<string, string> {
  const { contact, person: own, card } = people;
  const role = calendar.role('technician');
  return {
    nobodyAt: people.nobodyAt('Nordic'),
    caption: people.caption('Nordic'),
    since: contact.since(at),
    reason: contact.reason('30005'),
    ...numbered(
      'missed',
      misses.map((why) => contact.missed(why, why === 'failed' ? '21217' : undefined)),
    ),
    onDuty: own.onDuty([
      { desk: 'Nordic', role },
      { desk: 'Dino', role },
    ]),
    codeSent: own.codeSent('+46 70 174 06 50', '08:10'),
    codeLost: own.codeLost('+46 70 174 06 50'),
    lines: own.lines.several(8),
    quiet: own.quiet.are('21:00-07:00'),
    pagesBy: card.pagesBy('Twilio'),
    ...numbered(
      'contactFault',
      contactFaults.map((fault) => people.fault(fault)),
    ),
    days: hours.days('X1', 'X2'),
    datesOf: hours.caption('Nordic'),
    takenBack: hours.takenBack(2),
    undone: hours.undone({
      ...{ date: '2026-12-23', hours: hours.closed, why: 'X1' },
      ...{ setBy: name, setAt: at, removedBy: 'Bo', removedAt: at },
    }),
    ...numbered(
      'dateFault',
      dateFaults.map((fault) => hours.fault(fault)),
    ),
    ...numbered(
      'notForRole',
      (['supervisor', 'operator', 'technician', 'manager'] as const).map((of) => refused.notForRole(of)),
    ),
  };
}
