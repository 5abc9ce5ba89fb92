import type { CaseFacts, EventFacts } from '../facts.ts';
import { firstName } from '../story/story.ts';
import { callEventWords, caseEventWords, pageEventWords } from './event-words.ts';

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
      .filter((event) => !isNote(event.event))
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
    ...facts.pages.flatMap((page) => [
      ...page.events.map((event): LogLine => ({
        at: event.at,
        words: pageEventWords(page, event, facts.names),
        whose: firstName(page.personName),
        tone: toneOf(event.event),
      })),
      ...page.callEvents.filter(saysMore).map((event): LogLine => ({
        at: event.at,
        words: callEventWords(event, facts.names),
        whose: firstName(page.personName),
        tone: '',
      })),
    ]),
  ];
  // Sorting is stable: what one source wrote in one millisecond keeps its order.
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}

// The receipt tells the rest of a page's call already.
function saysMore(event: EventFacts): boolean {
  return event.event === 'key' || event.event.startsWith('bridge.');
}

/** Whether the event is a note that somebody wrote. */
export function isNote(event: string): boolean {
  return /(^|\.)note(d|-added|-written)?$/.test(event);
}

/** What somebody wrote. */
export function noteText(note: EventFacts): string {
  const text = note.data['text'] ?? note.data['note'];
  return typeof text === 'string' ? text : '';
}

function toneOf(event: string): LogLine['tone'] {
  if (/acknowledged$|accepted$/.test(event)) return 'win';
  return /failed$|not-delivered$|undelivered$/.test(event) ? 'bad' : '';
}
