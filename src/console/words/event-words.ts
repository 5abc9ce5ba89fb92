import { bareEvent, type EventFacts, type PageFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';

type Data = EventFacts['data'];

const text = (data: Data, ...keys: string[]): string | undefined => {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
};

const joined = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join('');

/** What happened to a page, in the order who did what. */
export function pageEventWords(page: PageFacts, event: EventFacts): string {
  const name = firstName(page.personName);
  const code = text(event.data, 'errorCode', 'code');
  const key = text(event.data, 'digits', 'key');
  const voice = page.channel === 'voice';
  switch (bareEvent(event.event)) {
    case 'due':
      return voice ? `${name} is to be called` : `SMS to ${name} is due`;
    case 'sending':
    case 'attempted':
      return voice ? `Call to ${name} asked of the carrier` : `SMS to ${name} asked of the carrier`;
    case 'queued':
    case 'sent':
    case 'initiated':
      return voice ? `Call to ${name} taken by the carrier` : `SMS to ${name} sent`;
    case 'delivered':
      return `SMS delivered to ${name}`;
    case 'ringing':
      return `${name}’s phone rings`;
    case 'answered':
      return `${name}’s phone is answered`;
    case 'acknowledged':
    case 'accepted':
      return joined(`Accepted by ${name}`, key && `, key ${key}`);
    case 'declined':
      return joined(`Declined by ${name}`, key && `, key ${key}`);
    case 'unanswered':
    case 'no-answer':
      return page.answeredAt === undefined
        ? `${name}’s phone stops ringing, unanswered`
        : `${name}’s phone hangs up without a key; not an acknowledgement`;
    case 'failed':
    case 'undelivered':
      return joined(voice ? `Call to ${name} failed` : `SMS to ${name} not delivered`, code && `, ${code}`);
    case 'lost':
      return `No answer from the carrier about ${name}’s ${voice ? 'call' : 'SMS'}`;
    case 'stood-down':
      return `${name} is stood down`;
    default:
      return joined(`${name}, ${voice ? 'voice' : 'SMS'}: ${plain(event.event)}`, details(event.data));
  }
}

const caseWords: Record<string, string> = {
  opened: 'Case opened',
  acknowledged: 'Acknowledged',
  'in-contact': 'In contact with the customer',
  contacted: 'In contact with the customer',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
  joined: 'Called again; joined this case',
};

/** What happened to a case. */
export function caseEventWords(event: EventFacts): string {
  const known = caseWords[bareEvent(event.event)];
  return `${known ?? sentence(plain(event.event))}${details(event.data)}`;
}

/** What happened in a customer's call. */
export function callEventWords(event: EventFacts): string {
  const said = text(event.data, 'said', 'text', 'spoken');
  if (said !== undefined && bareEvent(event.event) !== 'heard') return `“${said}”`;
  const key = text(event.data, 'digits', 'key');
  if (key !== undefined) return `Key ${key}`;
  if (bareEvent(event.event) === 'heard' && said !== undefined) return `Caller says “${said}”`;
  return `${sentence(plain(event.event))}${details(event.data)}`;
}

// Identifiers are for programs; people read the rest.
const unsaid = /^(id|.*Id|token|.*Token|sid|.*Sid|sequence|attempt|case|desk)$/;

function details(data: Data): string {
  const parts = Object.entries(data).flatMap(([key, value]) =>
    (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? unsaid.test(key)
        ? []
        : [key === 'by' || key === 'name' ? `by ${value}` : `${plain(key)} ${value}`]
      : [],
  );
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
