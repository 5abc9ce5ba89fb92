import type { DutyChangeWords, DutyFormFault, FaultReader } from './duty-change-words.ts';
import { englishDutyPage } from './en-duty-page.ts';
import { nameIn } from './register-words.ts';

const changes = {
  override: 'an override',
  leave: 'leave',
  swap: 'a swap',
  'taken-back': 'taking something back',
  calendar: 'importing a calendar',
};

function fault(of: DutyFormFault, { person, role, span }: FaultReader): string {
  switch (of.kind) {
    case 'ends-before':
      return 'It ends before it begins: write a later end.';
    case 'no-place':
      return 'It says neither in whose place nor in which seat: name one of the two.';
    case 'unknown-person':
      return `Nobody has the key "${of.person}": import the person first.`;
    case 'without-role':
      return `${person(of.person)} has not the role ${role(of.role)}: add it to the roles of ${of.person} and import, or name another.`;
    case 'self':
      return `${person(of.person)} cannot stand in for ${person(of.person)}: name somebody else.`;
    case 'away':
      return `${person(of.person)} is on leave, ${span(of)}: take the leave back first, or name another.`;
    case 'no-seat':
      return `There is no seat "${of.seat}" for a ${role(of.role)}: there are ${of.seats.map(englishDutyPage.seat).join(', ') || 'none'}.`;
    case 'no-shift':
      return `${person(of.person)} has no shift as ${role(of.role)} then: look at the schedule, or name a seat.`;
    case 'no-swap':
      return 'That swap waits for no answer: it was answered or taken back meanwhile, or somebody else was asked.';
    case 'no-id':
    case 'not-there':
      return 'There is nothing to take back: it was taken back or answered meanwhile, it is over, or it is somebody else’s.';
    case 'no-from':
      return 'Say from when: a date, and a time of day where it matters.';
    case 'no-to':
      return 'Say until when: a date, and a time of day where it matters.';
    case 'no-why':
      return 'Say why, for whoever asks later.';
    case 'no-why-of-swap':
      return 'Say why, for whoever is asked.';
    case 'shift-gone':
      return 'That shift is not there any more: choose another.';
    case 'two-roles':
      return 'Shifts of two roles cannot be swapped: choose one of the same.';
    case 'no-file':
      return 'Choose a file, or paste its text.';
  }
}

/** Changes of duty and the forms that make them, in English. */
export const englishDutyChanges: DutyChangeWords = {
  title: 'Overrides, swaps and leave',
  lead: 'that are not over',
  nothing: 'Nothing is changed: duty is as the schedules say.',
  caption: 'Changes to the schedules, with who made them and why',
  columns: { when: 'When', what: 'What', why: 'Why', by: 'By', change: 'Change it' },
  override: ({ person, insteadOf, seat, role, isSwap }) =>
    `${person} ${insteadOf === undefined ? `in ${englishDutyPage.seat(seat)}` : `for ${insteadOf}`}, ${role}${isSwap ? ', by a swap' : ''}`,
  onLeave: (person) => `${person} on leave`,
  fromCalendar: 'from their calendar',
  madeBy: ({ by, at, isImported }) => `${isImported ? 'calendar import, ' : ''}${by}, ${at}`,
  swap: ({ by, of, back, role }) =>
    `${by} asks ${of}, who takes this${back === undefined ? '' : ` and gives ${back}`}, ${role}`,
  askedAt: (at) => `asked ${at}`,
  grant: 'Grant',
  refuse: 'Refuse',
  takeBack: 'Take back',
  leftOpen: 'Left open knowingly',
  quoted: (reason) => `“${reason}”`,
  keptBy: ({ by, at, change }) => `${by}, ${at}, by ${nameIn(changes, change)}`,
  forms: {
    title: 'Change it',
    clock: 'times by the desk’s clock',
    readsOnly:
      'Your account belongs to nobody who is on duty: you read here. A supervisor invites you for a person.',
    person: 'Person',
    from: 'From',
    to: 'To',
    why: 'Why',
    override: { title: 'Put somebody in a seat', seat: 'Seat', send: 'Put them in' },
    leave: {
      title: 'Enter leave',
      own: 'Enter your leave',
      from: 'Away from',
      fromHint: 'from its first minute, without a time',
      toHint: 'to its last minute, without a time',
      time: 'Time, if not the whole day',
      send: 'Enter it',
    },
    swap: {
      title: 'Ask for a swap',
      shift: 'Shift',
      own: 'Your shift',
      askedOf: 'Asked of',
      takes: 'For a shift of theirs',
      none: 'none',
      send: 'Ask',
    },
    file: {
      title: 'Import leave from a calendar',
      file: 'File (.ics)',
      hint: 'Every event in it counts as leave. What an earlier file had and this one has not is taken back.',
      text: 'Or its text',
      send: 'Import it',
    },
    open: {
      title: 'Nothing is changed yet: it would leave these hours open',
      reason: 'Why it is right all the same',
      hint: 'stays beside these hours',
      send: 'Leave them open',
    },
  },
  fault,
};
