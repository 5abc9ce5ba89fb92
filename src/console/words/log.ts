import type { CaseFacts, EventFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';
import type { CaseWords, Phrases } from '../../phrases/index.ts';
import { callEventWords, caseEventWords, pageEventSayer } from './event-words.ts';

/** One line of "the same, in words". */
export interface LogLine {
  readonly at: Date;
  readonly words: string;
  /** Whose phone it happened on, or nobody's. */
  readonly whose: string;
  readonly tone: '' | 'win' | 'bad';
}

/** Everything that happened in a case, in order: in the case, in the customer's calls, to each page. */
export function logOf(facts: CaseFacts, words: Phrases): LogLine[] {
  const lines: LogLine[] = [
    ...facts.events
      // A recorded message, or silence, is told by its call, a note stands among the notes.
      .filter((event) => !isNote(event.event) && !event.event.startsWith('message.'))
      .map((event): LogLine => ({
        at: event.at,
        words: caseEventWords(event, facts.names, words),
        whose: '',
        tone: '',
      })),
    ...facts.calls
      .filter((call) => call.purpose !== 'page')
      .flatMap((call) =>
        call.events.map((event): LogLine => ({
          at: event.at,
          words: callEventWords(event, facts.names, words),
          whose: call.personName === undefined ? words.cases.page.log.caller : firstName(call.personName),
          tone: '',
        })),
      ),
    ...pageLines(facts, words),
  ];
  // Sorting is stable: what one source wrote in one millisecond keeps its order.
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}

interface Group {
  readonly at: Date;
  readonly say: (names: string) => string;
  readonly names: Set<string>;
  readonly tone: LogLine['tone'];
}

// What happened to many phones in one second is one line with all their names.
function pageLines(facts: CaseFacts, words: Phrases): LogLine[] {
  const groups = new Map<string, Group>();
  const own: LogLine[] = [];
  for (const page of facts.pages) {
    const name = firstName(page.personName);
    for (const event of page.events) {
      // The line of the round says who is to be paged.
      if (event.event === 'queued') continue;
      const say = pageEventSayer(page, event, facts.names, words);
      const key = `${Math.floor(event.at.getTime() / 1000)} ${say('')}`;
      const group = groups.get(key) ?? {
        at: event.at,
        say,
        names: new Set(),
        tone: toneOf(event.event),
      };
      group.names.add(name);
      groups.set(key, group);
    }
    for (const event of page.callEvents.filter(saysMore)) {
      own.push({
        at: event.at,
        words: callEventWords(event, facts.names, words),
        whose: name,
        tone: '',
      });
    }
  }
  const grouped = [...groups.values()].map(({ at, say, names, tone }): LogLine => {
    const all = [...names].join(', ');
    return { at, words: say(all), whose: all, tone };
  });
  return [...own, ...grouped];
}

// The receipt tells the rest of a page's call already.
function saysMore(event: EventFacts): boolean {
  return event.event === 'key' || event.event.startsWith('bridge.');
}

/** Whether the event is a note that somebody wrote. */
export function isNote(event: string): boolean {
  return event === 'customer.replied' || /(^|\.)note(d|-added|-written)?$/.test(event);
}

/** What somebody wrote. */
export function noteText(note: EventFacts): string {
  const text = note.data['text'] ?? note.data['note'];
  return typeof text === 'string' ? text : '';
}

/** Who wrote it, and how where it is not a note among us; '' when that is not known. */
export function noteAuthor(note: EventFacts, { notes }: CaseWords['page']): string {
  const { by, from } = note.data;
  if (note.event === 'customer.replied')
    return notes.fromCustomer(typeof from === 'string' ? from : undefined);
  const name = typeof by === 'string' ? by : '';
  return note.event === 'customer.note' ? notes.toCustomer(name) : name;
}

function toneOf(event: string): LogLine['tone'] {
  if (/acknowledged$|accepted$/.test(event)) return 'win';
  return /failed$|not-delivered$|undelivered$/.test(event) ? 'bad' : '';
}
