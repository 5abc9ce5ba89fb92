import { phrasesFor, type CaseStateWords, type Phrases } from '../../phrases/index.ts';

// For the pages that speak English alone.
const english = phrasesFor('en');

/** The nine shapes that a state can have; what each is used for stands in docs of the visual language. */
export type StateShape =
  | 'wait'
  | 'live'
  | 'ringing'
  | 'done'
  | 'taken'
  | 'talk'
  | 'none'
  | 'down'
  | 'fail'
  | 'warn';

/** A state as it is always shown: its shape, then its word. */
export interface StateWord {
  readonly shape: StateShape;
  readonly word: string;
}

const state = (shape: StateShape, word: string): StateWord => ({ shape, word });

const caseShapes: Record<string, StateShape> = {
  open: 'wait',
  paging: 'ringing',
  acknowledged: 'taken',
  'in-contact': 'talk',
  resolved: 'taken',
  closed: 'done',
  cancelled: 'none',
};

/** A case's status in words. */
export function caseState(status: string, { register }: Phrases = english): StateWord {
  return state(caseShapes[status] ?? 'warn', register.status(status));
}

/** What is known of a page when its state is put into words. */
export interface PageWords {
  readonly channel: string;
  readonly status: string;
  readonly errorCode: string | undefined;
  /** The carrier says that the call was answered, by a person or by a machine. */
  readonly answered: boolean;
  /** How its own person has taken the case by other means, when they have. */
  readonly answeredVia?: string | undefined;
}

/** What became of a page whose person took the case by other means. */
export function insteadWord(
  via: string | undefined,
  { instead }: CaseStateWords = english.cases.states,
): string {
  const known: Readonly<Record<string, string>> = instead;
  return known[via ?? 'other'] ?? instead.other;
}

/** A page's status in words. An answered call without a key is a voicemail as far as anybody can prove. */
export function pageState(page: PageWords, states: CaseStateWords = english.cases.states): StateWord {
  const words = states.page;
  switch (page.status) {
    case 'due':
      return state('wait', words.due);
    case 'sending':
      return state('live', words.sending);
    case 'sent':
      return page.channel === 'voice' ? state('live', words.dialling) : state('done', words.sent);
    case 'delivered':
      return state('done', words.delivered);
    case 'ringing':
      return state('ringing', words.ringing);
    case 'answered':
      return state('talk', words.answered);
    case 'acknowledged':
      return state('taken', words.accepted);
    case 'declined':
      return state('none', words.declined);
    case 'unanswered':
      return page.answered ? state('none', words.voicemail) : state('none', words.noAnswer);
    case 'failed':
      return state('fail', failure(page, words));
    case 'stood-down':
      return page.answeredVia === undefined
        ? state('down', words.stoodDown)
        : state('done', insteadWord(page.answeredVia, states));
    default:
      return state('warn', page.status);
  }
}

function failure(page: PageWords, words: CaseStateWords['page']): string {
  const what = page.channel === 'voice' ? words.notReached : words.notDelivered;
  return page.errorCode === undefined ? what : `${what}, ${page.errorCode}`;
}

/** What is known of a call when its outcome is put into words. */
export interface CallWords {
  readonly status: string;
  /** Of an ended call where it was last; `abandoned`: its caller hung up before choosing, and its case was opened for that. */
  readonly place: string;
  readonly ended: boolean;
  readonly bridged: boolean;
  readonly caseStatus: string | undefined;
}

const places: Record<string, StateWord> = {
  menu: state('wait', 'in the menu'),
  message: state('live', 'leaving a message'),
  hold: state('live', 'on hold'),
  bridge: state('talk', 'talking'),
  aside: state('live', 'waiting while the operator asks'),
  'left-alone': state('live', 'left alone, waiting'),
  goodbye: state('done', 'hearing the end'),
};

/** How a customer's call stands, or how it ended. */
export function callState(call: CallWords): StateWord {
  if (!call.ended) {
    if (call.place === '') return state('live', call.status === 'ringing' ? 'ringing' : 'connected');
    return places[call.place] ?? state('live', call.place);
  }
  if (call.bridged) return state('talk', 'bridged');
  if (call.caseStatus === undefined || call.place === 'abandoned')
    return state('none', 'hung up in the menu');
  if (call.caseStatus === 'open') return state('wait', 'registered');
  if (call.caseStatus === 'paging') return state('ringing', 'hung up, being paged');
  return state('done', 'registered');
}

/** The outcomes by which the call log can be filtered, with the words of the choice. */
export const callOutcomes = [
  ['live', 'In progress'],
  ['bridged', 'Bridged'],
  ['registered', 'Registered'],
  ['hung-up', 'Hung up in the menu'],
] as const;

const roleWords: Record<string, string> = { sales: 'sales representative' };

/** A role in words: senior-technician is a senior technician. */
export function roleWord(role: string): string {
  return roleWords[role] ?? role.replaceAll('-', ' ');
}

/** A case's kind in words, shown where a severity would stand when it has none. */
export function kindWord(kind: string, { kinds }: CaseStateWords = english.cases.states): string {
  return kinds[kind] ?? kind;
}

/** An SMS's status in words. */
export function textState(
  text: { status: string; errorCode: string | undefined },
  { text: words }: CaseStateWords = english.cases.states,
): StateWord {
  switch (text.status) {
    case 'received':
    case 'sent':
    case 'delivered':
      return state('done', words[text.status]);
    case 'due':
      return state('wait', words.due);
    case 'sending':
    case 'queued':
      return state('live', words.sending);
    case 'lost':
      return state('warn', words.lost);
    case 'undelivered':
    case 'failed':
      return state(
        'fail',
        text.errorCode === undefined ? words.failed : `${words.failed}, ${text.errorCode}`,
      );
    default:
      return state('warn', text.status);
  }
}
