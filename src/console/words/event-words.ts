import { bareEvent, type EventFacts, type PageFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import { insteadWord } from './states.ts';
import { minutes } from './time.ts';
import { carrierFault } from './carrier-faults.ts';

type Data = EventFacts['data'];
type Names = ReadonlyMap<string, string>;

/** What happened to a page, with {} where its person's name belongs: what happened to many at once is said once. */
export function pageEventTemplate(page: PageFacts, event: EventFacts, names: Names): string {
  const voice = page.channel === 'voice';
  const via = textOf(event.data, 'via');
  const fault = carrierFault(textOf(event.data, 'code', 'errorCode'));
  const takenBy = textOf(event.data, 'takenBy');
  const by = byCarrier(textOf(event.data, 'carrier'));
  switch (bareEvent(event.event)) {
    case 'queued':
      return voice ? 'To be called: {}' : 'SMS to be sent to {}';
    case 'waiting':
      return 'Waits, the phone being at another call of ours: {}';
    case 'phone-free':
      return 'The phone is free again, called now: {}';
    case 'superseded':
      return 'Not called, the phone was at another call until the next round: {}';
    case 'attempted':
    case 'sending':
      return voice ? 'Call asked of the carrier: {}' : 'SMS asked of the carrier: {}';
    case 'at-carrier':
      return voice ? 'Call taken by the carrier: {}' : 'SMS taken by the carrier: {}';
    case 'sent':
      return voice ? `Call on its way${by}: {}` : `SMS sent${by} to {}`;
    case 'lost':
      return `The carrier did not answer and may have acted, ${voice ? 'call' : 'SMS'} to {}`;
    case 'settled-by-callback':
      return `Shown to exist by the carrier’s callback: ${voice ? 'call' : 'SMS'} to {}`;
    case 'tried-again':
      return `${voice ? 'Call' : 'SMS'} tried again${by} to {}`;
    case 'sent-beside':
      return `The same SMS goes out${by} as well: {}`;
    case 'not-placed':
      return `Call not taken${by}${fault}: {}`;
    case 'delivered':
      return 'SMS delivered to {}';
    case 'not-delivered':
    case 'failed':
      return voice ? `Call to {} failed${fault}` : `SMS to {} not delivered${fault}`;
    case 'asked-for':
      return `Asked for at the carrier, which says ${textOf(event.data, 'found') ?? 'nothing'}: SMS to {}`;
    case 'rang':
    case 'ringing':
      return 'The phone rings: {}';
    case 'picked-up':
      return 'Picked up, by a person or a machine: {}';
    case 'answered':
      return 'Hears the case: {}';
    case 'spoken-with-others':
      return 'Hears the case together with others: {}';
    case 'not-answered':
      return 'The phone stops ringing, unanswered: {}';
    case 'ended-without-key':
      return 'Hangs up without a key, which is no acknowledgement: {}';
    case 'accepted':
      return `Accepted by {}${via === undefined ? '' : `, ${viaWord(via)}`}`;
    case 'declined':
      return 'Declined by {}';
    case 'answered-elsewhere':
      return `${sentence(insteadWord(via))}: {}`;
    case 'withdrawn':
      return 'Not needed any more: {}';
    case 'stood-down':
      return takenBy === undefined
        ? 'Stood down: {}'
        : `Stood down, taken by ${firstName(names.get(takenBy) ?? takenBy)}: {}`;
    default:
      return `${sentence(plain(event.event))}${details(event.data, names)}, ${voice ? 'voice' : 'SMS'}: {}`;
  }
}

/** What happened to one page. */
export function pageEventWords(page: PageFacts, event: EventFacts, names: Names): string {
  return pageEventTemplate(page, event, names).replace('{}', () => firstName(page.personName));
}

/** What happened to a case. */
export function caseEventWords(event: EventFacts, names: Names): string {
  const { data } = event;
  const by = textOf(data, 'by', 'person');
  const who = by === undefined ? undefined : (names.get(by) ?? by);
  const via = textOf(data, 'via', 'how');
  const build = textOf(data, 'build', 'buildNumber');
  const reason = textOf(data, 'reason');
  const severity = textOf(data, 'severity');
  switch (event.event) {
    case 'case.opened':
      return `Case opened${severity === undefined ? '' : `, severity ${severity}`}`;
    case 'case.registered':
      return `Registered${who === undefined ? '' : ` by ${who}`}`;
    case 'case.joined':
      return `The call is put on ${textOf(data, 'case') ?? 'another case'}${who === undefined ? '' : ` by ${who}`}`;
    case 'call.to-be-joined':
      return `The call is put on ${textOf(data, 'case') ?? 'another case'} when it is over${who === undefined ? '' : `, by ${who}`}`;
    case 'call.stays':
      return `The call is a matter of its own after all${who === undefined ? '' : `, says ${who}`}`;
    case 'call.not-joined':
      return `The call is not put on ${textOf(data, 'case') ?? 'the other case'}, which has been closed meanwhile`;
    case 'registration.call-back':
      return `To be called back${who === undefined ? '' : `, says ${who}`}: ${textOf(data, 'why') ?? ''}`;
    case 'registration.refused':
      return `Not registered${who === undefined ? '' : ` by ${who}`}: ${textOf(data, 'contact') ?? 'the contact'} is not an approved contact`;
    case 'registration.approved':
      return `${textOf(data, 'contact') ?? 'The contact'} ${textOf(data, 'how') === 'always' ? 'is approved from now on' : 'may be registered this once'}${who === undefined ? '' : `, says ${who}`}${textOf(data, 'why') === undefined ? '' : `: ${textOf(data, 'why')}`}`;
    case 'case.assigned': {
      const person = textOf(data, 'person') ?? '';
      const giver = textOf(data, 'by');
      return `Assigned to ${names.get(person) ?? person}${giver === undefined ? ', by the duty list' : ` by ${giver}`}`;
    }
    case 'case.work-started':
      return `Work begun${who === undefined ? '' : ` by ${who}`}`;
    case 'case.waiting':
      return `Waits for ${textOf(data, 'what') ?? 'something'}`;
    case 'case.waiting-over':
      return 'What it waits for was due; whoever has the case is told';
    case 'case.assessed':
      return `${data['status'] === 'hardware' ? 'It is the hardware' : 'It is not the hardware'}, says ${who ?? 'somebody'}${textOf(data, 'why') === undefined ? '' : `: ${textOf(data, 'why')}`}`;
    case 'unit.shipped':
      return `Replacement sent: ${textOf(data, 'what') ?? ''}, to ${textOf(data, 'where') ?? ''}${textOf(data, 'tracking') === undefined ? '' : `, tracking ${textOf(data, 'tracking')}`}`;
    case 'unit.received':
      return 'The replacement has arrived';
    case 'unit.returned':
      return 'The old unit has come back';
    case 'unit.written-off':
      return `The old unit will not come back: ${textOf(data, 'why') ?? ''}`;
    case 'unit.return-asked':
      return 'The customer is asked for the old unit';
    case 'case.out-of-scope':
      return `Out of scope${who === undefined ? '' : `, says ${who}`}: ${textOf(data, 'why') ?? ''}`;
    case 'case.reopened':
      return `Reopened${who === undefined ? '' : ` by ${who}`}: ${textOf(data, 'why') ?? ''}`;
    case 'customer.replied':
      return 'The customer answers by mail';
    case 'customer.redirected':
      return `The customer is asked by SMS to call the desk${who === undefined ? '' : `, by ${who}`}${via === undefined ? '' : ` ${via === 'sms' ? 'from the telephone' : viaWord(via)}`}`;
    case 'customer.number-texted':
      return textOf(data, 'also') === undefined
        ? 'The customer is texted the case number'
        : `The customer is texted the case number, and that ${textOf(data, 'also')} leads here too`;
    case 'customer.text-failed':
      return `The SMS to the customer was not delivered${carrierFault(textOf(data, 'code'))}`;
    case 'customer.mail-bounced':
      return `Mail to the customer came back${details(data, names)}`;
    case 'status.new-pin':
      return `A new PIN for the status page${who === undefined ? '' : `, by ${who}`}`;
    case 'case.resolved':
      return `Resolved${who === undefined ? '' : ` by ${who}`}${build === undefined ? '' : `, build ${build}`}`;
    case 'case.closed':
      return `Closed${who === undefined ? '' : ` by ${who}`}${reason === undefined ? '' : `: ${reason}`}`;
    case 'paging.hastened':
      return `The next round is begun at once${who === undefined ? '' : ` by ${who}`}`;
    case 'case.acknowledged':
      return `Acknowledged${who === undefined ? '' : ` by ${who}`}${via === undefined ? '' : `, ${viaWord(via)}`}`;
    case 'case.in-contact':
      return data['proved'] === false
        ? `The phone called back was picked up, by a person or a machine${who === undefined ? '' : `; ${who} is on the line`}`
        : `In contact with the customer${who === undefined ? '' : `: ${who}`}`;
    case 'contact.confirmed':
      return `Contact confirmed${who === undefined ? '' : `: ${who} has talked to the customer`}`;
    case 'contact.denied':
      return `The customer was not reached${who === undefined ? '' : `, says ${who}`}`;
    case 'contact.too-brief':
      return 'They met for a moment only: that is no contact';
    case 'case.bridged':
      return `Bridged: the caller and ${who ?? 'a responder'} talk`;
    case 'paging.round':
      return `Round ${textOf(data, 'round') ?? ''}: ${textOf(data, 'people') ?? 'nobody'} people paged`;
    case 'paging.all-declined':
      return 'Everybody has declined; the next round begins at once';
    case 'paging.nobody':
      return 'Nobody is on duty to be paged; the supervisor is told';
    case 'duty.hole':
      return `A hole in the duty list${details(data, names)}`;
    case 'page.declined':
      return `Declined by ${who ?? 'somebody'}`;
    case 'paging.given-up':
      return `Nobody was reached${reasonOf(data)}; the caller goes on alone`;
    case 'caller.unanswered':
      return 'The caller hung up before an operator answered: to be registered';
    case 'caller.not-approved':
      return 'The caller is no approved contact, and was told so';
    case 'operator.answered':
      return `The operator answers${who === undefined ? '' : `: ${who}`}`;
    case 'operator.talks':
      return `The operator talks to the caller${who === undefined ? '' : `: ${who}`}`;
    case 'operator.done':
      return 'The call with the operator is over';
    case 'call.handed-on':
      return `Handed on to ${textOf(data, 'to') ?? 'others'}${who === undefined ? '' : ` by ${who}`}`;
    case 'call.parked':
      return `The caller is parked${who === undefined ? '' : `: ${who} answers another`}`;
    case 'answer.keyed':
      return `The caller keys ${textOf(data, 'digits') ?? 'something'}: ${textOf(data, 'label') ?? ''}`;
    case 'contact.missing':
      return 'Accepted, but nobody is in contact yet; paged again';
    default:
      return `${sentence(plain(event.event))}${details(data, names)}`;
  }
}

function reasonOf(data: Data): string {
  const why = textOf(data, 'why');
  return why === undefined ? '' : `, because ${why}`;
}

/** What happened in a customer's call. */
export function callEventWords(event: EventFacts, names: Names): string {
  const key = textOf(event.data, 'digits', 'key');
  const heard = textOf(event.data, 'heard');
  const told = textOf(event.data, 'text');
  const label = textOf(event.data, 'label');
  const seconds = textOf(event.data, 'seconds');
  const late = textOf(event.data, 'late');
  const meaning = label === undefined ? '' : `: ${plain(label)}`;
  if (key !== undefined) return `Key ${key}${meaning}`;
  if (heard !== undefined) return `The caller says “${heard}”${meaning}`;
  if (told !== undefined) return `Hears “${told}”`;
  switch (event.event) {
    case 'came':
      return `Call from ${number(textOf(event.data, 'from'))} to ${number(textOf(event.data, 'to'))}${late === undefined ? '' : ', recorded late'}`;
    case 'language':
      return `Goes on in ${textOf(event.data, 'language') ?? 'another language'}`;
    case 'abandoned':
      return 'Hangs up before choosing; a case is opened so that somebody calls back';
    case 'recorded':
      return `The caller is recorded${seconds === undefined ? '' : `, ${minutes(Number(seconds) * 1000)} long`}`;
    case 'nothing-said':
      return 'Nothing was said in it';
    case 'bridge.join':
      return 'Comes into the bridge';
    case 'bridge.leave':
      return 'Leaves the bridge';
    case 'ended':
      return 'Call ends';
    default:
      return `${sentence(plain(event.event))}${details(event.data, names)}`;
  }
}

function number(text: string | undefined): string {
  const known = toPhoneNumber(text);
  return known === undefined ? 'a withheld number' : formatPhoneNumber(known);
}

function viaWord(via: string): string {
  const words: Record<string, string> = {
    voice: 'by key',
    sms: 'by code',
    link: 'by the link',
    console: 'in the console',
    direct: 'reached directly',
  };
  return words[via] ?? via;
}

function textOf(data: Data, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

// Identifiers are for programs; people read the rest.
const unsaid = /^(id|call|room|.*Id|token|.*Token|sid|.*Sid|sequence)$/;

function details(data: Data, names: Names): string {
  const parts = Object.entries(data).flatMap(([key, value]) => {
    if (unsaid.test(key) || (typeof value !== 'string' && typeof value !== 'number') || value === '') {
      return [];
    }
    const shown = names.get(String(value)) ?? String(value);
    return [
      ['by', 'name', 'why'].includes(key) ? (key === 'by' ? `by ${shown}` : shown) : `${plain(key)} ${shown}`,
    ];
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase();
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const carriers: ReadonlyMap<string, string> = new Map([
  ['twilio', 'Twilio'],
  ['signalwire', 'SignalWire'],
]);

/** By which carrier; nothing on receipts of before there could be two. */
export function byCarrier(name: string | undefined): string {
  return name === undefined ? '' : ` by ${carriers.get(name) ?? name}`;
}
