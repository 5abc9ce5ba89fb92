import { counted, type DutyPageWords, type FindingFacts } from './duty-page-words.ts';

function finding({ problem, role, names, wanted, found, elsewhere }: FindingFacts): string {
  const people = names.join(', ');
  switch (problem) {
    case 'nobody':
      return `nobody is on duty as ${role}`;
    case 'too-few':
      return `${found} of ${wanted} ${role}s: only ${people}`;
    case 'unreachable':
      return `${people} is on duty as ${role} and has no number that works`;
    case 'doubled':
      return `${people} is on duty ${found} times at once, as ${[role, ...elsewhere.map((of) => `${of.role} at ${of.desk}`)].join(' and as ')}`;
  }
}

/** Who is on duty, and who is missing, in English. */
export const englishDutyPage: DutyPageWords = {
  title: (desk) => `Duty, ${desk}`,
  shown: ({ from, to, zone }) => `${from} to ${to}. Times in ${zone}.`,
  desks: 'Desks',
  earlier: 'Earlier',
  thisWeek: 'This week',
  later: 'Later',
  twoWeeks: 'Two weeks',
  fourWeeks: 'Four weeks',
  span: (from, to) => `${from} to ${to}`,
  seat: (seat) => counted(seat, 'seat'),
  layer: (layer) => counted(layer, 'layer'),
  finding,
  fill: 'Fill it',
  now: {
    title: 'On duty now',
    titleAt: (when) => `On duty ${when}`,
    inOrder: 'in the order in which they are asked',
    caption: 'On duty, with how each person is reached',
    columns: { role: 'Role', person: 'Person', until: 'Until', sms: 'SMS', voice: 'Voice' },
    nobody: 'nobody',
    standsIn: 'stands in',
    dutyList: 'duty list',
    untilChanged: 'until the list is changed',
    until: (when, next) => `${when}, then ${next ?? 'nobody'}`,
    oneNeeded: 'the desk needs one',
    askAt: 'Who is on duty at',
    show: 'Show',
    now: 'Now',
  },
  week: {
    title: (day) => `Week from ${day}`,
    noSeat: 'no seat',
    today: (time) => `today, ${time}`,
    marks: {
      missing: 'nobody',
      unreachable: 'no number that works',
      doubled: 'on duty twice at once',
      'partly-doubled': 'on duty twice at once for a part of it',
    },
    nobody: 'Nobody',
    notNeeded: 'not needed',
    byList: 'by the duty list',
    legend: {
      on: 'on duty now',
      planned: 'planned',
      standsIn: 'stands in for somebody',
      nobody: 'nobody, or nobody who can be reached',
      twice: 'one person twice at once',
    },
  },
  ahead: {
    title: (days) => `Next ${days} days`,
    nothing: 'nothing is missing',
    allThere: 'Every role that the desk needs has somebody who can be reached.',
    leftOpen: (reason) => `Left open: “${reason}”`,
    more: (count) => `and ${count} more: npm run sweep lists them all.`,
  },
  lists: {
    title: 'Changes of the duty lists',
    newestFirst: 'the newest first',
    caption: 'Changes of the duty lists, with who made them',
    columns: { when: 'When', role: 'Role', was: 'Was', is: 'Is', by: 'By' },
    nobody: 'nobody',
  },
  calendars: {
    title: 'Calendars',
    lead: 'for a calendar program, which follows them by itself',
    mine: 'Your shifts, at all desks',
    everybodys: (desk) => `Everybody’s, ${desk}`,
    secret:
      'Whoever has the address sees the shifts: renew it when it has got about, and the old one is over. Seats that follow from a duty list have no shifts and are in no calendar.',
    none: 'none yet',
    unread: 'no program can read it yet',
    made: (at, by, read) =>
      `made ${at} by ${by}; ${read === undefined ? 'not read yet' : `last read ${read}`}`,
    make: 'Make an address',
    renew: 'Renew',
    end: 'End it',
  },
};
