import { languageName } from './call-event-words.ts';
import { before, type CaseEventData, type TimelineWords } from './timeline-words.ts';

const by = ({ who }: CaseEventData): string => before(' by ', who);
const says = ({ who }: CaseEventData): string => before(', says ', who);
const named = ({ who }: CaseEventData): string => before(': ', who);
const why = (of: CaseEventData): string => before(': ', of.why);
const carrierBy = (carrier: string | undefined): string => before(' by ', carrier);
const kind = (isVoice: boolean): string => (isVoice ? 'call' : 'SMS');
const capitalKind = (isVoice: boolean): string => (isVoice ? 'Call' : 'SMS');

/** What happened in a case, in English. */
export const englishTimeline: TimelineWords = {
  case: {
    'case.opened': (of) => `Case opened${before(', severity ', of.severity)}`,
    'case.registered': (of) => `Registered${by(of)}`,
    'case.joined': (of) => `The call is put on ${of.number ?? 'another case'}${by(of)}`,
    'case.sorted': (of) =>
      of.severity === undefined
        ? `The caller chooses what it is about${before(': ', of.kind)}`
        : `The caller chooses severity ${of.severity}`,
    'case.cancelled': (of) => `Cancelled${by(of)}`,
    'call.joined': (of) => `A call is put on this case${by(of)}${before(', from ', of.number)}`,
    'caller.hung-up': () => 'The caller hangs up',
    'customer.hung-up': () => 'The customer hangs up',
    'caller.wants-back': () => 'The caller wants somebody again',
    'callback-number': (of) => `To be called back on ${of.number ?? 'another number'}`,
    'registration.refused': (of) =>
      `Not registered${by(of)}: ${of.contact ?? 'the contact'} is not an approved contact`,
    'registration.approved': (of) =>
      `${of.contact ?? 'The contact'} ${of.isAlways ? 'is approved from now on' : 'may be registered this once'}${says(of)}${why(of)}`,
    'case.assigned': (of) =>
      `Assigned to ${of.person ?? 'somebody'}${of.who === undefined ? ', by the duty list' : by(of)}`,
    'case.work-started': (of) => `Work begun${by(of)}`,
    'case.waiting': (of) => `Waits for ${of.what ?? 'something'}`,
    'case.waiting-over': () => 'What it waits for was due; whoever has the case is told',
    'case.assessed': (of) =>
      `${of.isHardware ? 'It is the hardware' : 'It is not the hardware'}, says ${of.who ?? 'somebody'}${why(of)}`,
    'unit.shipped': (of) =>
      `Replacement sent: ${of.what ?? ''}, to ${of.where ?? ''}${before(', tracking ', of.tracking)}`,
    'unit.received': () => 'The replacement has arrived',
    'unit.returned': () => 'The old unit has come back',
    'unit.written-off': (of) => `The old unit will not come back${why(of)}`,
    'unit.return-asked': () => 'The customer is asked for the old unit',
    'case.out-of-scope': (of) => `Out of scope${says(of)}${why(of)}`,
    'case.reopened': (of) => `Reopened${by(of)}${why(of)}`,
    'customer.redirected': (of) =>
      `The customer is asked by SMS to call the desk${before(', by ', of.who)}${of.isByPhone ? ' from the telephone' : before(' ', of.via)}`,
    'customer.number-texted': () => 'The customer is texted the case number',
    'customer.text-failed': (of) => `The SMS to the customer was not delivered${of.fault}`,
    'customer.mail-bounced': (of) => `Mail to the customer came back${why(of)}`,
    'status.new-pin': (of) => `A new PIN for the status page${before(', by ', of.who)}`,
    'case.resolved': (of) => `Resolved${by(of)}${before(', build ', of.build)}`,
    'case.closed': (of) => `Closed${by(of)}${before(': ', of.reason)}`,
    'case.acknowledged': (of) => `Acknowledged${by(of)}${before(', ', of.via)}`,
    'case.in-contact': (of) =>
      of.isUnproved
        ? `The phone called back was picked up, by a person or a machine${of.who === undefined ? '' : `; ${of.who} is on the line`}`
        : `In contact with the customer${named(of)}`,
    'contact.confirmed': (of) =>
      `Contact confirmed${of.who === undefined ? '' : `: ${of.who} has talked to the customer`}`,
    'contact.denied': (of) => `The customer was not reached${says(of)}`,
    'contact.too-brief': () => 'They met for a moment only: that is no contact',
    'contact.missing': () => 'Accepted, but nobody is in contact yet; paged again',
    'case.bridged': (of) => `Bridged: the caller and ${of.who ?? 'a responder'} talk`,
    'paging.round': (of) => `Round ${of.round}: ${of.people} people paged`,
    'paging.hastened': (of) => `The next round is begun at once${by(of)}`,
    'paging.all-declined': () => 'Everybody has declined; the next round begins at once',
    'paging.nobody': () => 'Nobody is on duty to be paged; the supervisor is told',
    'paging.given-up': (of) => `Nobody was reached${before(', because ', of.why)}; the caller goes on alone`,
    'paging.withdrawn': () => 'Nobody is paged any more: the caller is handed on',
    'page.declined': (of) => `Declined by ${of.who ?? 'somebody'}`,
    'duty.hole': (of) =>
      `A hole in the duty list: ${of.found} of ${of.wanted} on duty${before(' as ', of.role)}`,
    'caller.unanswered': () => 'The caller hung up before an operator answered: to be registered',
    'caller.not-approved': () => 'The caller is no approved contact, and was told so',
    'operator.answered': (of) => `The operator answers${named(of)}`,
    'operator.talks': (of) => `The operator talks to the caller${named(of)}`,
    'operator.done': () => 'The call with the operator is over',
    'call.handed-on': (of) => `Handed on to ${of.to ?? 'others'}${by(of)}`,
    'call.parked': (of) => `The caller is parked${of.who === undefined ? '' : `: ${of.who} answers another`}`,
    'answer.keyed': (of) => `The caller keys ${of.digits ?? 'something'}${before(': ', of.label)}`,
  },
  page: {
    queued: (of) => (of.isVoice ? `To be called: ${of.name}` : `SMS to be sent to ${of.name}`),
    waiting: (of) => `Waits, the phone being at another call of ours: ${of.name}`,
    'phone-free': (of) => `The phone is free again, called now: ${of.name}`,
    superseded: (of) => `Not called, the phone was at another call until the next round: ${of.name}`,
    attempted: (of) => `${capitalKind(of.isVoice)} asked of the carrier: ${of.name}`,
    'at-carrier': (of) => `${capitalKind(of.isVoice)} taken by the carrier: ${of.name}`,
    sent: (of) =>
      of.isVoice
        ? `Call on its way${carrierBy(of.carrier)}: ${of.name}`
        : `SMS sent${carrierBy(of.carrier)} to ${of.name}`,
    lost: (of) => `The carrier did not answer and may have acted, ${kind(of.isVoice)} to ${of.name}`,
    'settled-by-callback': (of) =>
      `Shown to exist by the carrier’s callback: ${kind(of.isVoice)} to ${of.name}`,
    'tried-again': (of) => `${capitalKind(of.isVoice)} tried again${carrierBy(of.carrier)} to ${of.name}`,
    'sent-beside': (of) => `The same SMS goes out${carrierBy(of.carrier)} as well: ${of.name}`,
    'not-placed': (of) => `Call not taken${carrierBy(of.carrier)}${of.fault}: ${of.name}`,
    delivered: (of) => `SMS delivered to ${of.name}`,
    failed: (of) =>
      of.isVoice ? `Call to ${of.name} failed${of.fault}` : `SMS to ${of.name} not delivered${of.fault}`,
    'asked-for': (of) => `Asked for at the carrier, which says ${of.found ?? 'nothing'}: SMS to ${of.name}`,
    rang: (of) => `The phone rings: ${of.name}`,
    'picked-up': (of) => `Picked up, by a person or a machine: ${of.name}`,
    answered: (of) => `Hears the case: ${of.name}`,
    'spoken-with-others': (of) => `Hears the case together with others: ${of.name}`,
    'not-answered': (of) => `The phone stops ringing, unanswered: ${of.name}`,
    'ended-without-key': (of) => `Hangs up without a key, which is no acknowledgement: ${of.name}`,
    accepted: (of) => `Accepted by ${of.name}${before(', ', of.via)}`,
    declined: (of) => `Declined by ${of.name}`,
    withdrawn: (of) => `Not needed any more: ${of.name}`,
    'stood-down': (of) => `Stood down${before(', taken by ', of.takenBy)}: ${of.name}`,
    doubled: (of) => `The carrier did the same twice, ${kind(of.isVoice)} to ${of.name}`,
  },
  call: {
    came: (from, to, isLate) =>
      `Call from ${from ?? 'a withheld number'} to ${to ?? 'a withheld number'}${isLate ? ', recorded late' : ''}`,
    key: (key, label) => `Key ${key}${before(': ', label)}`,
    says: (heard, label) => `The caller says “${heard}”${before(': ', label)}`,
    hears: (text) => `Hears “${text}”`,
    language: (tag) => `Goes on in ${tag === undefined ? 'another language' : languageName(tag, 'en')}`,
    abandoned: 'Hangs up before choosing; a case is opened so that somebody calls back',
    recorded: (length) => `The caller is recorded${length === undefined ? '' : `, ${length} long`}`,
    nothingSaid: 'Nothing was said in it',
    joins: 'Comes into the bridge',
    leaves: 'Leaves the bridge',
    placed: 'The phone is called',
    rings: 'The phone rings',
    answered: 'The phone was picked up',
    putOn: (number, by) => `Put on ${number} by ${by}`,
    ended: 'Call ends',
  },
  other: (event) => event,
};
