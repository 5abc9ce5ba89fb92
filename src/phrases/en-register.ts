import { readAloud } from './case-number.ts';
import { englishCallEvents } from './en-call-events.ts';
import { englishDigits } from './en-digits.ts';
import { englishStrip } from './en-strip.ts';
import { listIn } from './list.ts';
import { pluralIn } from './plural.ts';
import { nameIn, type FieldNames, type RegisterWords, type StatusNames } from './register-words.ts';
import { dateIn } from './time-to-say.ts';

const language = 'en-GB';
const plural = pluralIn(language);
const all = listIn(language, 'conjunction');
const any = listIn(language, 'disjunction');
const statuses: StatusNames = {
  open: 'open',
  paging: 'paging',
  acknowledged: 'acknowledged',
  'in-contact': 'in contact',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'cancelled',
};
const fields: FieldNames = {
  customer: 'Customer',
  name: 'Name',
  phone: 'Telephone',
  mail: 'Mail, gets the case number',
  serial: 'Serial number',
  mac: 'MAC address',
  units: 'Units affected',
  symptoms: 'Symptoms, as precisely as possible',
  tried: 'What has been tried',
  priority: 'How urgent is it',
  why: 'Why',
};
const label = (field: string): string => {
  const office = /^office(\d+)$/.exec(field);
  if (office !== null) return `Office ${office[1]}`;
  return field.startsWith('address') ? 'Address' : nameIn(fields, field);
};
const group = (at: number, of: number): string => {
  if (of === 1) return 'The address';
  const word = of === 3 ? 'group' : 'pair';
  return at === of ? `The last ${word}` : `${word === 'pair' ? 'Pair' : 'Group'} ${at}`;
};
const date = (iso: string): string => dateIn(language, new Date(iso), { dateStyle: 'long' });

/** The forms of registration in English. */
export const englishRegister: RegisterWords = {
  status: (status) => nameIn(statuses, status),
  list: {
    title: 'Register',
    intro: 'Calls that wait to be registered, and what was begun by hand.',
    live: 'Calls now',
    noLive: 'Nobody is on the line.',
    calls: 'Unregistered calls',
    oldestFirst: 'oldest first',
    noCalls: 'All calls are registered.',
    drafts: 'Begun by hand',
    noDrafts: 'Nothing is begun.',
    callBacks: 'To call back',
    noCallBacks: 'Nobody is to be called back.',
    add: 'New registration',
    addHint: 'for what came by mail or was told in passing',
    desk: 'Desk',
    columns: {
      case: 'Case',
      caller: 'Who called',
      desk: 'Desk',
      opened: 'Came',
      waits: 'Waits',
      draft: 'Draft',
      reach: 'Reached on',
      why: 'Why',
    },
    register: 'Register',
    noCase: 'no case yet',
    waitsForSupervisor: 'waits for a supervisor',
    notBegun: 'not begun',
    savedBy: (name) => `begun by ${name}`,
    withheld: 'number withheld',
  },
  strip: englishStrip,
  form: {
    title: (number) => `Register ${number}`,
    lead: (desk) => `${desk} desk`,
    saved: 'Draft saved',
    notSaved: 'Nothing saved yet',
    contact: 'Contact',
    office: 'Offices',
    officeHint: 'one or several; the address is needed when a unit is to be replaced',
    unit: 'Unit',
    unitHint: 'filled in when a unit is broken',
    fault: 'What is wrong',
    moreOffices: 'One more office',
    register: 'Register',
    save: 'Save the draft',
    discard: 'Discard the draft',
    callBack: 'Call back later',
    outOfScope: 'Out of scope',
    otherwise: 'Reason',
    otherwiseHint: 'for “Call back later”, or for “Out of scope”, which the customer is then told',
    willBePutOn: (number) => `The call is put on ${number} when it is over.`,
    chosenBy: (name) => `${name} has chosen so.`,
    takeBack: 'Take that back',
    toCallBack: (why) => `To be called back: ${why}`,
    toldByMail: (mail) => `The case number is mailed to ${mail}.`,
    notTold: 'Without an address the customer gets no mail.',
    others: (names) =>
      names
        .map(({ name, field }) =>
          field === undefined ? `${name} has the form open too.` : `${name} is writing in ${label(field)}.`,
        )
        .join(' '),
    faultsFound: (count) => plural(count, { one: 'One field is left.', other: `${count} fields are left.` }),
    over: (by) => (by === undefined ? 'The case is not open any more.' : `${by} has registered it already.`),
    elsewhere: (status) => `The case is ${nameIn(statuses, status)} and cannot be registered.`,
  },
  fields: {
    label,
    chooseCustomer: 'Choose the customer',
    priority: { low: 'Low', normal: 'Normal', high: 'High', standstill: 'Business stands still' },
    fault: (fault) => {
      switch (fault.kind) {
        case 'missing':
          return 'Fill this in.';
        case 'why-missing':
          return 'Write why.';
        case 'office-missing':
          return 'Which office has this address?';
        case 'address-missing':
          return 'The address is needed: the unit may have to be replaced.';
        case 'phone':
          return 'No telephone number. Write it with its area code, or with + and the country code.';
        case 'mail':
          return 'No mail address. Write one such as dana.reyes@example.com.';
        case 'serial':
          return 'Only letters, digits and - . / _ can stand here.';
        case 'mac':
          return englishRegister.fields.mac(fault.fault);
        case 'units':
          return 'Write a number in digits, at least 1.';
        case 'priority':
          return 'Choose one of the four.';
      }
    },
    mac: (fault) =>
      fault.kind === 'digits'
        ? `${group(fault.group, fault.of)} is ${fault.text}. Only 0–9 and A–F can stand there.`
        : `${fault.digits} digits. A MAC address has 12, as in 00:1C:42:0B:7F:3A.`,
    warranty: (model, until, isOver) => {
      if (until === undefined) return `${model ?? 'Known unit'}, no warranty`;
      return `${model ?? 'Known unit'}, warranty ${isOver ? 'ended' : 'until'} ${date(until)}`;
    },
    ofCustomer: (name) => `belongs to ${name}`,
    hasOpenCase: (number) => `Has an open case already: ${number}`,
    overwroteOther: (by, value) => `You replaced what ${by} wrote: “${value}”`,
    overwrittenBy: (by, value) => `${by} replaced what you wrote: “${value}”`,
    noMail: 'without an address the customer gets no mail',
  },
  known: {
    title: 'What we know',
    unknownCustomer: 'Unknown customer',
    chooseHint: 'choose the customer in the form',
    approved: 'Approved',
    nobodyApproved: 'nobody',
    others: 'Not approved',
    contract: 'Contract',
    units: 'Units',
    unitCount: (all, without) =>
      without === 0 ? String(all) : `${all}, ${without} of them without warranty`,
    openCases: 'Open cases',
    none: 'none',
    sameUnit: 'same unit',
    putOn: (number) => `Put this call on ${number}`,
    putOnNoSuch: 'That case is not open any more. Nothing was changed.',
    call: 'The call',
    noCall: 'Nobody has called about it.',
    events: englishCallEvents,
    toSay: 'What to say',
    say: ({ number, phone }) =>
      `“Your case is ${readAloud(number, englishDigits)}. ${phone === undefined ? 'We will be in touch.' : `We will call you back on ${phone}.`} You will get a mail whenever something new happens.”`,
    sayRefused: ({ customer, approved }) =>
      `“Thank you for calling, I have made a note of it. Only people whom ${customer ?? 'your company'} has named to us can have a case registered, and I am afraid I do not find you on the list. ${approved.length === 0 ? 'Please ask one of your contacts to call us.' : `Please ask ${any(approved)} to call, and we will take it at once.`}”`,
  },
  approval: {
    standing: (standing, at) => {
      switch (standing.kind) {
        case 'unnamed':
          return '';
        case 'approved':
          return at === undefined ? 'approved' : `approved by ${standing.contact.approvedBy ?? ''} ${at}`;
        case 'excepted':
          return `approved by ${standing.exception.by} for this case`;
        case 'unapproved':
        case 'unknown':
          return 'not an approved contact';
        case 'no-customer':
          return 'no customer chosen';
      }
    },
    needed: (name, customer) =>
      customer === undefined
        ? `Which customer ${name} belongs to is not known. Only approved contacts can register.`
        : `${name} is not an approved contact of ${customer}.`,
    approvedOnes: (names) => (names.length === 0 ? 'Nobody is approved.' : `Approved: ${all(names)}.`),
    askSupervisor: 'A supervisor can approve them on this page, which then changes by itself.',
    logged: 'The attempt is noted on the case.',
    reason: 'Why it is right all the same',
    once: 'Approve for this case',
    always: 'Approve from now on',
    faults: {
      'reason-missing': 'Say why.',
      'name-missing': 'Write the contact’s name first.',
      'customer-missing': 'Choose the customer first.',
      'phone-missing': 'Write the contact’s telephone first.',
      over: 'The case is not open any more.',
    },
    phoneOf: (name) => `That is ${name}’s number. Write the contact’s own.`,
  },
  done: {
    title: 'Registered',
    by: (name) => `by ${name}`,
    byException: (by) => `not an approved contact; ${by} gave their word`,
    joined: (number) => `The call is on ${number} now.`,
    openCase: 'To the case',
    next: 'To the list',
    affected: 'Units affected',
    nothing: 'nothing',
  },
  keys: {
    next: 'next field',
    register: 'register',
    office: 'one more office',
    answer: 'answer, or open the form of your call',
    transfer: 'hand the caller on',
    transferWarm: 'hand on and stay',
    putOn: 'put the call on an open case',
    callBack: 'call back later',
    outOfScope: 'register as out of scope',
    all: 'all keys',
    close: 'Close',
  },
  script: {
    saved: 'Draft saved',
    saving: 'Saving …',
    offline: 'No connection. What you write is kept in this browser and is sent when the connection is back.',
    signedOut:
      'You are signed out. Sign in again in another tab: what you write is kept in this browser and is sent then.',
    notRegistered: 'Not registered yet: there is no connection. Try again when it is back.',
    over: 'The case is not open any more. This was too late for it:',
  },
};
