import type { CaseFacts, EventFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';
import { callEventWords, caseEventWords, pageEventTemplate } from './event-words.ts';

/** One line of "the same, in words". */
export interface LogLine {
  readonly at: Date;
  readonly words: string;
  /** Whose phone it happened on, or nobody's. */
  readonly whose: string;
  readonly tone: '' | 'win' | 'bad';
}

/** Everything that happened in a case, in order: in the case, in the customer's calls, to each page. */
export function logOf(facts: CaseFacts): LogLine[] {
  const lines: LogLine[] = [
    ...facts.events
      // A recorded message, or silence, is told by its call, a note stands among the notes.
      .filter((event) => !isNote(event.event) && !event.event.startsWith('message.'))
      .map((event): LogLine => ({
        at: event.at,
        words: caseEventWords(event, facts.names),
        whose: '',
        tone: '',
      })),
    ...facts.calls
      .filter((call) => call.purpose !== 'page')
      .flatMap((call) =>
        call.events.map((event): LogLine => ({
          at: event.at,
          words: callEventWords(event, facts.names),
          whose: call.personName === undefined ? 'Caller' : firstName(call.personName),
          tone: '',
        })),
      ),
    ...pageLines(facts),
  ];
  // Sorting is stable: what one source wrote in one millisecond keeps its order.
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}

// What happened to many phones in one second is one line with all their names.
function pageLines(facts: CaseFacts): LogLine[] {
  const groups = new Map<string, { at: Date; template: string; names: Set<string>; tone: LogLine['tone'] }>();
  const own: LogLine[] = [];
  for (const page of facts.pages) {
    const name = firstName(page.personName);
    for (const event of page.events) {
      // The line of the round says who is to be paged.
      if (event.event === 'queued') continue;
      const template = pageEventTemplate(page, event, facts.names);
      const key = `${Math.floor(event.at.getTime() / 1000)} ${template}`;
      const group = groups.get(key) ?? {
        at: event.at,
        template,
        names: new Set(),
        tone: toneOf(event.event),
      };
      group.names.add(name);
      groups.set(key, group);
    }
    for (const event of page.callEvents.filter(saysMore)) {
      own.push({ at: event.at, words: callEventWords(event, facts.names), whose: name, tone: '' });
    }
  }
  const grouped = [...groups.values()].map(({ at, template, names, tone }): LogLine => {
    const all = [...names].join(', ');
    return { at, words: template.replace('{}', () => all), whose: all, tone };
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
export function noteAuthor(note: EventFacts): string {
  const { by, from } = note.data;
  if (note.event === 'customer.replied')
    return `${typeof from === 'string' ? from : 'the customer'}, by mail`;
  const name = typeof by === 'string' ? by : '';
  return note.event === 'customer.note' ? `${name}, by mail to the customer` : name;
}

function toneOf(event: string): LogLine['tone'] {
  if (/acknowledged$|accepted$/.test(event)) return 'win';
  return /failed$|not-delivered$|undelivered$/.test(event) ? 'bad' : '';
}
