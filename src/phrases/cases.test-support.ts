import { longName as name } from './alarms.test-support.ts';
import type { Phrases, Refusal } from './index.ts';
import type { CaseEventData, PageEventData } from './timeline-words.ts';
import { constantsOf } from './written.test-support.ts';

const number = 'DVNORDIC-104237';
const nothing = undefined;

const plainKinds = [
  ...['not-closed', 'closed', 'work-begun', 'assessment-stands', 'old-unit-out', 'not-assessed'],
  ...['not-hardware', 'nothing-sent', 'arrived-already', 'no-return-awaited', 'return-over', 'not-arrived'],
  ...['no-old-unit', 'out-of-scope-already', 'old-unit-not-back', 'office-closed', 'code-missing'],
  ...['build-or-reason-missing', 'time-past', 'erased', 'note-empty', 'nobody-in-contact'],
  ...['build-malformed', 'no-assignee', 'no-wait', 'wait-time-malformed', 'no-assessment', 'no-shipment'],
  ...['no-write-off-reason', 'no-scope-reason', 'mail-empty', 'no-reopening-reason'],
].map((kind) => ({ kind }) as Refusal);
const refusals: Refusal[] = [
  ...plainKinds,
  { kind: 'no-such-case', number },
  { kind: 'has-status', number, status: 'cancelled' },
  { kind: 'contact-known', number },
  { kind: 'nobody-paged', number },
  { kind: 'no-such-person', person: 'x1' },
  { kind: 'no-such-desk', desk: 'x1' },
  { kind: 'theirs-already', name },
  { kind: 'cannot-be-told', name },
  { kind: 'caller-gone', number },
  { kind: 'not-callable', number, name },
];

const bare: CaseEventData = {
  ...{ who: nothing, person: nothing, via: nothing, severity: nothing, kind: nothing, build: nothing },
  ...{ reason: nothing, why: nothing, number: nothing, contact: nothing, what: nothing, where: nothing },
  ...{ tracking: nothing, role: nothing, to: nothing, digits: nothing, label: nothing, fault: '' },
  ...{ isByPhone: true, isAlways: false, isHardware: false, isUnproved: true },
  ...{ round: 1, people: 1, wanted: 2, found: 0 },
};
const full: CaseEventData = {
  ...{ who: name, person: 'Bo Ek', via: 'X1', severity: '2', kind: 'X2', build: '7.2', reason: 'X3' },
  ...{ why: 'X4', number, contact: 'Eva', what: 'Panel 7', where: 'X5', tracking: 'SE123', role: 'X6' },
  ...{ to: 'X7', digits: '42', label: 'X8', fault: ', 30005: X9' },
  ...{ isByPhone: false, isAlways: true, isHardware: true, isUnproved: false },
  ...{ round: 2, people: 3, wanted: 2, found: 1 },
};
const page: PageEventData = {
  ...{ name, isVoice: true, carrier: 'Twilio', fault: ', 30005: X9', via: 'X1' },
  ...{ takenBy: 'Bo', found: 'queued' },
};
const barePage: PageEventData = {
  ...{ name, isVoice: false, carrier: nothing, fault: '', via: nothing },
  ...{ takenBy: nothing, found: nothing },
};

/** What the list of cases and the page of a case say, each sentence in each of its forms. */
export function caseTexts({ cases }: Phrases): Record<string, string> {
  const { list, page: on, forms, work, refusal, timeline, story } = cases;
  const { call } = timeline;
  const several = (texts: string[]) => texts.join(' ');
  const refused = refusals.map((why) => [`refusal.${why.kind}`, refusal(why)] as const);
  const caseEvents = Object.entries(timeline.case).map(
    ([event, say]) =>
      [`event.${event}`, several([say(full), say({ ...bare, what: 'X1', where: 'X2' })])] as const,
  );
  const pageEvents = Object.entries(timeline.page).map(
    ([event, say]) => [`page.${event}`, several([say(page), say(barePage)])] as const,
  );
  return {
    ...constantsOf(cases),
    ...Object.fromEntries([...refused, ...caseEvents, ...pageEvents]),
    count: several([list.count(1, false), list.count(12, true), list.countMore(1000, true)]),
    closedAfter: list.closedAfter('1:02'),
    without: several([list.filters.without('x1', 3, false), list.filters.without('x1', 1000, true)]),
    timesIn: list.filters.timesIn('CET'),
    lead: on.head.lead('Nordic 1', 'X1'),
    nothingKnown: on.head.nothingKnown(number),
    promised: several([on.facts.promised('60:00', true), on.facts.promised('60:00', false)]),
    pagesOf: several([on.facts.pages(1, 1), on.facts.pages(3, 8)]),
    carried: on.facts.carried(3, 1),
    entered: on.facts.entered('1 Nov'),
    joinedTo: on.facts.joinedTo('DVN-2211'),
    times: on.path.times('CET'),
    build: on.path.build('7.2'),
    messages: several([0, 1, 3].map(on.messages.count)),
    nothingSaid: several([on.messages.nothingSaid('0:12'), on.messages.nothingSaid(nothing)]),
    deleted: several([on.messages.deleted('0:12', '1 Nov'), on.messages.deleted(nothing, '1 Nov')]),
    notReady: several([on.messages.notReady('0:12'), on.messages.notReady(nothing)]),
    player: several([on.messages.player('0:12'), on.messages.player(nothing)]),
    length: on.messages.length('0:12'),
    receipts: several([0, 1, 8].map(on.receipts.count)),
    events: several([1, 8].map(on.receipts.events)),
    caption: on.log.caption(number),
    more: several([1, 8].map(on.log.more)),
    fromCustomer: several([on.notes.fromCustomer(name), on.notes.fromCustomer(nothing)]),
    toCustomer: on.notes.toCustomer(name),
    texts: several([0, 3].map(on.texts.count)),
    pageNow: forms.direct.pageNow(2),
    handOn: several([forms.transfer.blind('X1'), forms.transfer.warm('X1')]),
    whoHint: forms.contact.whoHint(name),
    close: forms.close.button(number),
    assignedTo: several([work.assignedTo(name), work.assignedTo(nothing)]),
    until: work.standing.until('X1', '1 Nov'),
    tell: work.tell.hint('a@example.com'),
    reopen: work.reopen.button(number),
    came: several([call.came('+46 8 1', '+46 8 2', true), call.came(nothing, nothing, false)]),
    key: several([call.key('1', 'x1'), call.key('1', nothing)]),
    says: several([call.says('x1', 'x2'), call.says('x1', nothing)]),
    hears: call.hears('x1'),
    language: several([call.language('en-GB'), call.language(nothing)]),
    recorded: several([call.recorded('0:12'), call.recorded(nothing)]),
    putOn: call.putOn(number, name),
    other: timeline.other('Note'),
    labels: several([story.wideLabel(number), story.tallLabel(number)]),
    talkingWith: story.talkingWith('Bo'),
    bridged: story.bridged('08:00'),
    acceptedBy: story.acceptedBy('Bo'),
    round: story.round(2),
    pages: several([1, 8].map(story.pages)),
    rang: story.rang('0:30'),
  };
}
