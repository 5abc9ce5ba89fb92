import { bareEvent, type EventFacts, type PageFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { CaseEventData, CaseEventName, PageEventName, Phrases } from '../../phrases/index.ts';
import { insteadWord, kindWord } from './states.ts';
import { minutes } from './time.ts';
import { carrierFault } from './carrier-faults.ts';
import { numberOf, plainEvent, textOf, type Data, type Names } from './event-data.ts';

/** Events of a page that say the same by another name. */
const samePageEvent: Readonly<Record<string, PageEventName>> = {
  sending: 'attempted',
  'not-delivered': 'failed',
  ringing: 'rang',
};

/** What happened to a page, for the names of those to whom it happened: what happened to many at once is said once. */
export function pageEventSayer(
  page: PageFacts,
  event: EventFacts,
  names: Names,
  words: Phrases,
): (name: string) => string {
  const { cases } = words;
  const { data } = event;
  const via = textOf(data, 'via');
  const takenBy = textOf(data, 'takenBy');
  const of = {
    isVoice: page.channel === 'voice',
    carrier: carrierName(textOf(data, 'carrier')),
    fault: carrierFault(textOf(data, 'code', 'errorCode'), cases),
    via: viaWord(via, words),
    takenBy: takenBy === undefined ? undefined : firstName(names.get(takenBy) ?? takenBy),
    found: textOf(data, 'found'),
  };
  const bare = bareEvent(event.event);
  if (bare === 'answered-elsewhere') {
    const how = insteadWord(via, cases.states);
    return (name) => `${how.charAt(0).toUpperCase()}${how.slice(1)}: ${name}`;
  }
  const known: Readonly<Record<string, (typeof cases.timeline.page)[PageEventName]>> = cases.timeline.page;
  const say = known[samePageEvent[bare] ?? bare];
  if (say !== undefined) return (name) => say({ ...of, name });
  const channel = of.isVoice ? cases.page.receipts.voice : cases.page.receipts.sms;
  return (name) => `${cases.timeline.other(plainEvent(event, names))}, ${channel}: ${name}`;
}

/** What happened to one page. */
export function pageEventWords(page: PageFacts, event: EventFacts, names: Names, words: Phrases): string {
  return pageEventSayer(page, event, names, words)(firstName(page.personName));
}

/** What happened to a case. */
export function caseEventWords(event: EventFacts, names: Names, words: Phrases): string {
  const { timeline } = words.cases;
  const known: Readonly<Record<string, (typeof timeline.case)[CaseEventName]>> = timeline.case;
  const say = known[event.event];
  return say === undefined
    ? timeline.other(plainEvent(event, names))
    : say(caseEventData(event, names, words));
}

function caseEventData({ event, data }: EventFacts, names: Names, words: Phrases): CaseEventData {
  const named = (key: string | undefined) => (key === undefined ? undefined : (names.get(key) ?? key));
  const person = textOf(data, 'person');
  const via = textOf(data, 'via', 'how');
  const kind = textOf(data, 'kind');
  const role = textOf(data, 'role');
  return {
    // Whoever a case is given to is not who gave it.
    who: named(event === 'case.assigned' ? textOf(data, 'by') : textOf(data, 'by', 'person')),
    person: named(person),
    via: viaWord(via, words),
    isByPhone: via === 'sms',
    severity: textOf(data, 'severity'),
    kind: kind === undefined ? undefined : kindWord(kind, words.cases.states),
    build: textOf(data, 'build', 'buildNumber'),
    reason: textOf(data, 'reason'),
    why: textOf(data, 'why'),
    number: textOf(data, 'case') ?? shownNumber(textOf(data, 'number')),
    contact: textOf(data, 'contact'),
    isAlways: textOf(data, 'how') === 'always',
    isHardware: data['status'] === 'hardware',
    isUnproved: data['proved'] === false,
    what: textOf(data, 'what'),
    where: textOf(data, 'where'),
    tracking: textOf(data, 'tracking'),
    round: numberOf(data, 'round'),
    people: numberOf(data, 'people'),
    role: role === undefined ? undefined : words.calendar.role(role),
    wanted: numberOf(data, 'wanted'),
    found: numberOf(data, 'found'),
    to: textOf(data, 'to'),
    digits: textOf(data, 'digits'),
    label: textOf(data, 'label'),
    fault: carrierFault(textOf(data, 'code'), words.cases),
  };
}

/** What happened in a customer's call. */
export function callEventWords({ event, data }: EventFacts, names: Names, words: Phrases): string {
  const { call, other } = words.cases.timeline;
  const key = textOf(data, 'digits', 'key');
  const heard = textOf(data, 'heard');
  const told = textOf(data, 'text');
  const label = labelOf(data);
  const seconds = textOf(data, 'seconds');
  if (key !== undefined) return call.key(key, label);
  if (heard !== undefined) return call.says(heard, label);
  if (told !== undefined) return call.hears(told);
  switch (event) {
    case 'came':
      return call.came(
        knownNumber(textOf(data, 'from')),
        knownNumber(textOf(data, 'to')),
        textOf(data, 'late') !== undefined,
      );
    case 'language':
      return call.language(textOf(data, 'language'));
    case 'abandoned':
      return call.abandoned;
    case 'recorded':
      return call.recorded(seconds === undefined ? undefined : minutes(Number(seconds) * 1000));
    case 'nothing-said':
      return call.nothingSaid;
    case 'bridge.join':
      return call.joins;
    case 'bridge.leave':
      return call.leaves;
    case 'queued':
      return call.placed;
    case 'ringing':
      return call.rings;
    case 'answered':
      return call.answered;
    case 'put-on':
      return call.putOn(textOf(data, 'case') ?? '', textOf(data, 'by') ?? '');
    case 'ended':
      return call.ended;
    default:
      return other(plainEvent({ event, data }, names));
  }
}

function labelOf(data: Data): string | undefined {
  const label = textOf(data, 'label');
  return label?.replace(/[._-]+/g, ' ').toLowerCase();
}

function knownNumber(text: string | undefined): string | undefined {
  const known = toPhoneNumber(text);
  return known === undefined ? undefined : formatPhoneNumber(known);
}

const shownNumber = (text: string | undefined): string | undefined => knownNumber(text) ?? text;

function viaWord(via: string | undefined, { cases }: Phrases): string | undefined {
  if (via === undefined) return undefined;
  const known: Readonly<Record<string, string>> = cases.states.via;
  return known[via] ?? via;
}

const carriers: ReadonlyMap<string, string> = new Map([
  ['twilio', 'Twilio'],
  ['signalwire', 'SignalWire'],
]);
const carrierName = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : (carriers.get(name) ?? name);

/** By which carrier; nothing on receipts of before there could be two. */
export function byCarrier(name: string | undefined): string {
  return name === undefined ? '' : ` by ${carrierName(name)}`;
}
