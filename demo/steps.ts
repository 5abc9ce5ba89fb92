import type { Happening } from './happenings.ts';

/** The parts of GET /api/v1/cases/NUMBER that the demo looks at. */
export interface DemoCase {
  number: string;
  status: string;
  severity: string | null;
  openedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  pages: { person: string; channel: string; round: number; status: string }[];
}

/** Everything that was seen, and who is who. */
export interface Story {
  caller: string;
  /** Who accepts in the second round. */
  accepter: { key: string; name: string; number: string };
  others: { key: string; name: string; number: string }[];
  happenings: Happening[];
  case: DemoCase | undefined;
}

interface Step {
  name: string;
  seen(story: Story): boolean;
}

const paged = (story: Story) => [story.accepter, ...story.others];
const of = (story: Story, number: string) => story.happenings.filter((h) => h.number === number);
const count = (story: Story, number: string, kind: Happening['kind']) =>
  of(story, number).filter((h) => h.kind === kind).length;
const heard = (story: Story, number: string, words: RegExp) =>
  of(story, number).some((h) => h.kind === 'heard' && words.test(h.text));
const pressed = (story: Story, number: string) =>
  of(story, number).some((h) => h.kind === 'pressed' && h.text === '1');
const joined = (story: Story, number: string, other: string) =>
  of(story, number).some((h) => h.kind === 'joined' && h.with === other);

/** A reply code, such as A42: whoever sends it back accepts. */
const replyCode = /\bA\s?\d{1,4}\b/;
const isPage = (h: Happening) => h.kind === 'text' && replyCode.test(h.text);
const standsDown = (story: Story, h: Happening) =>
  h.kind === 'text' &&
  h.text.includes(`taken by ${story.accepter.name.split(' ')[0] ?? ''}`) &&
  !replyCode.test(h.text);

/** What must be seen, in the order of the story. */
const steps: readonly Step[] = [
  {
    name: 'the caller hears the Dino desk and presses 1 for Severity 1',
    seen: (s) => heard(s, s.caller, /Dino/) && pressed(s, s.caller),
  },
  {
    name: 'the caller is told a case number',
    seen: (s) => heard(s, s.caller, /case/i) && s.case?.severity === '1',
  },
  {
    name: 'four people are paged by SMS, each with a reply code',
    seen: (s) => paged(s).length === 4 && paged(s).every((p) => of(s, p.number).some(isPage)),
  },
  {
    name: 'four telephones ring',
    seen: (s) => paged(s).every((p) => count(s, p.number, 'rang') >= 1),
  },
  {
    name: 'nobody answers the first round',
    seen: (s) => {
      const first = s.case?.pages.filter((page) => page.round === 1 && page.channel === 'voice') ?? [];
      return first.length === 4 && first.every((page) => page.status === 'unanswered');
    },
  },
  {
    name: 'the second round rings all four again, by SMS too',
    seen: (s) =>
      paged(s).every(
        (p) => count(s, p.number, 'rang') >= 2 && of(s, p.number).filter((h) => isPage(h)).length >= 2,
      ),
  },
  {
    name: 'one of them answers, hears what it is about, and presses 1',
    seen: (s) =>
      count(s, s.accepter.number, 'answered') === 1 &&
      heard(s, s.accepter.number, /severity/i) &&
      pressed(s, s.accepter.number),
  },
  {
    name: 'the case is theirs, accepted in the second round',
    seen: (s) =>
      s.case?.acknowledgedBy === s.accepter.key &&
      s.case.pages.some((p) => p.round === 2 && p.status === 'acknowledged' && p.person === s.accepter.key),
  },
  {
    name: 'the caller is told who accepted',
    seen: (s) => heard(s, s.caller, new RegExp(s.accepter.name.split(' ')[0] ?? s.accepter.name)),
  },
  {
    name: 'caller and accepter talk with each other',
    seen: (s) =>
      joined(s, s.caller, s.accepter.number) &&
      joined(s, s.accepter.number, s.caller) &&
      s.case?.status === 'in-contact',
  },
  {
    name: 'the other telephones stop ringing',
    seen: (s) => s.others.every((p) => count(s, p.number, 'rang') === count(s, p.number, 'stopped-ringing')),
  },
  {
    name: 'the others are told by SMS who took it',
    seen: (s) => s.others.every((p) => of(s, p.number).some((h) => standsDown(s, h))),
  },
];

/** The steps that were not seen; none: the whole story was. */
export function missingSteps(story: Story): string[] {
  return steps.filter((step) => !step.seen(story)).map((step) => step.name);
}

export const stepCount = steps.length;
