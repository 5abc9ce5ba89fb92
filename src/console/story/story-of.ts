import {
  answeredVia,
  callerName,
  eventAt,
  type CallFacts,
  type CaseFacts,
  type PageFacts,
} from '../facts.ts';
import type { Phrases, StoryWords } from '../../phrases/index.ts';
import { stateOfPage } from '../words/page-state.ts';
import { duration, minutes } from '../words/time.ts';
import {
  firstName,
  type CallerLane,
  type Lane,
  type Mile,
  type SmsMark,
  type Span,
  type Story,
  type VoiceMark,
} from './story.ts';

/** The story of a case as of `now`, with the words of its reader. */
export function storyOf(facts: CaseFacts, now: Date, words: Phrases): Story {
  const lanes = lanesOf(facts, now, words);
  const winner = facts.pages.find((page) => page.status === 'acknowledged');
  const bridged = facts.calls.find((call) => call.purpose !== 'support' && call.bridgedAt !== undefined);
  const talker = lanes.find((lane) => lane.name === bridged?.personName);
  return {
    caseNumber: facts.number,
    caller: callerLane(facts, now, words),
    lanes,
    miles: milesOf(facts, winner, words.cases.story),
    measure:
      facts.acknowledgedAt === undefined || facts.pages.length === 0
        ? undefined
        : {
            from: facts.openedAt,
            to: facts.acknowledgedAt,
            words: duration(facts.acknowledgedAt.getTime() - facts.openedAt.getTime()),
          },
    bridge:
      bridged?.bridgedAt === undefined || talker === undefined
        ? undefined
        : { at: bridged.bridgedAt, person: talker.person, name: talker.name },
    whole: wholeOf(facts, now),
  };
}

function wholeOf(facts: CaseFacts, now: Date): Span {
  const starts = [facts.openedAt, ...facts.calls.map((call) => call.createdAt)].map((at) => at.getTime());
  const ends = [
    ...facts.calls.map((call) => call.endedAt ?? now),
    ...facts.pages.map((page) => page.endedAt ?? page.settledAt ?? page.attemptedAt ?? page.createdAt),
    facts.acknowledgedAt ?? facts.openedAt,
    ...(facts.status === 'paging' ? [now] : []),
  ].map((at) => at.getTime());
  const from = Math.min(...starts);
  return { from: new Date(from), to: new Date(Math.max(from + 1000, ...ends)) };
}

function callerLane(facts: CaseFacts, now: Date, words: Phrases): CallerLane {
  const inbound = facts.calls.filter((call) => call.purpose === 'support' || call.purpose === 'call-back');
  const spans = inbound.map((call) =>
    callerSpans(call, { openedAt: facts.openedAt, isPaged: facts.pagings.length > 0, now }),
  );
  return {
    name: callerName(facts, words.cases.page.head.unknownCaller),
    company: facts.contactName === undefined ? undefined : facts.customerName,
    menu: spans.flatMap((span) => span.menu),
    hold: spans.flatMap((span) => span.hold),
    talk: spans.flatMap((span) => span.talk),
    keys: inbound.flatMap((call) =>
      call.events.flatMap((event) => {
        const digit = event.data['key'] ?? event.data['digits'];
        return typeof digit === 'string' && /^[0-9*#]$/.test(digit) ? [{ at: event.at, digit }] : [];
      }),
    ),
  };
}

/** Whether a caller was put on hold: not who registers a small matter, or leaves a message about one, and goes. */
function waits(call: CallFacts, isPaged: boolean): boolean {
  return call.bridgedAt !== undefined || call.place === 'hold' || (isPaged && call.place === 'message');
}

function callerSpans(
  call: CallFacts,
  { openedAt, isPaged, now }: { openedAt: Date; isPaged: boolean; now: Date },
) {
  const end = call.endedAt ?? now;
  const bridgeEnd = call.leftBridgeAt ?? end;
  const menuEnd = earliest(openedAt > call.createdAt ? openedAt : end, call.bridgedAt ?? end, end);
  const outbound = call.purpose === 'call-back';
  if (!outbound && !waits(call, isPaged)) {
    return { menu: span(call.createdAt, end), hold: [], talk: [] };
  }
  return {
    menu: outbound ? [] : span(call.createdAt, menuEnd),
    hold: outbound ? [] : span(menuEnd, call.bridgedAt ?? end),
    talk: call.bridgedAt === undefined ? [] : span(call.bridgedAt, bridgeEnd),
  };
}

function lanesOf(facts: CaseFacts, now: Date, words: Phrases): Lane[] {
  const people = [...new Map(facts.pages.map((page) => [page.person, page])).values()];
  const connects = facts.calls.filter((call) => call.purpose === 'connect');
  return people.map((of) => {
    const pages = facts.pages.filter((page) => page.person === of.person);
    return {
      person: of.person,
      name: of.personName,
      role: words.calendar.role(of.role),
      sms: pages.flatMap((page) => (page.channel === 'sms' ? smsMark(page, words) : [])),
      voice: [
        ...pages.flatMap((page) => (page.channel === 'voice' ? voiceMark(page, now, words) : [])),
        ...connects.flatMap((call) => (call.personName === of.personName ? connectMark(call, now) : [])),
      ],
    };
  });
}

function smsMark(page: PageFacts, words: Phrases): SmsMark[] {
  const sentAt = eventAt(page.events, 'at-carrier', 'sent') ?? page.attemptedAt;
  if (sentAt === undefined) return [];
  const deliveredAt = eventAt(page.events, 'delivered');
  const failed = page.status === 'failed';
  return [
    {
      sentAt,
      settledAt: deliveredAt ?? (failed ? page.settledAt : undefined),
      came: deliveredAt !== undefined ? 'delivered' : failed ? 'lost' : 'underway',
      words: failed ? wordOf(page, words) : undefined,
    },
  ];
}

function voiceMark(page: PageFacts, now: Date, words: Phrases): VoiceMark[] {
  const from = eventAt(page.events, 'rang', 'ringing') ?? page.attemptedAt;
  if (from === undefined) return [];
  const end = page.endedAt ?? (isOver(page) ? page.settledAt : undefined);
  const ringEnd = earliest(page.answeredAt ?? end ?? now, end ?? now);
  const heardTo = page.bridgedAt ?? end ?? now;
  const key = page.callEvents.find((event) => typeof event.data['digits'] === 'string');
  const stoodDown = page.status === 'stood-down' && answeredVia(page) === undefined;
  return [
    {
      ring: { from, to: ringEnd > from ? ringEnd : from },
      listening:
        page.answeredAt === undefined
          ? undefined
          : { from: page.answeredAt, to: heardTo, tape: page.status === 'unanswered' },
      talk:
        page.bridgedAt === undefined
          ? undefined
          : { from: page.bridgedAt, to: page.leftBridgeAt ?? end ?? now },
      key:
        key === undefined
          ? undefined
          : { at: key.at, digit: String(key.data['digits']), taken: page.status === 'acknowledged' },
      end:
        end === undefined || page.status === 'acknowledged' || page.bridgedAt !== undefined
          ? undefined
          : { at: end, stoodDown, words: endWords(page, words, { from, to: ringEnd }) },
    },
  ];
}

function connectMark(call: CallFacts, now: Date): VoiceMark[] {
  const end = call.endedAt ?? now;
  return [
    {
      ring: { from: call.createdAt, to: earliest(call.answeredAt ?? end, end) },
      listening: undefined,
      talk: call.bridgedAt === undefined ? undefined : { from: call.bridgedAt, to: call.leftBridgeAt ?? end },
      key: undefined,
      end: undefined,
    },
  ];
}

function endWords(page: PageFacts, words: Phrases, ring: Span): string {
  if (page.status !== 'unanswered' || page.answeredAt !== undefined) return wordOf(page, words);
  return words.cases.story.rang(minutes(ring.to.getTime() - ring.from.getTime()));
}

function wordOf(page: PageFacts, { cases }: Phrases): string {
  return stateOfPage(page, cases.states).word;
}

function isOver(page: PageFacts): boolean {
  return ['unanswered', 'failed', 'stood-down', 'declined'].includes(page.status);
}

function milesOf(facts: CaseFacts, winner: PageFacts | undefined, words: StoryWords): Mile[] {
  const rounds = new Map<string, PageFacts[]>();
  for (const page of facts.pages) {
    const key = `${page.pagingId} ${page.round}`;
    rounds.set(key, [...(rounds.get(key) ?? []), page]);
  }
  const miles: Mile[] = [...rounds.values()].map((pages) => ({
    at: earliest(...pages.map((page) => page.createdAt)),
    label: words.round(pages[0]?.round ?? 1),
    note: words.pages(pages.length),
    taken: false,
  }));
  if (facts.acknowledgedAt !== undefined) {
    const name = winner?.personName ?? facts.acknowledgedByName;
    const label = name === undefined ? words.accepted : words.acceptedBy(firstName(name));
    miles.push({ at: facts.acknowledgedAt, label, note: '', taken: true });
  }
  return miles.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function span(from: Date, to: Date): Span[] {
  return to > from ? [{ from, to }] : [];
}

function earliest(...instants: Date[]): Date {
  return new Date(Math.min(...instants.map((at) => at.getTime())));
}
