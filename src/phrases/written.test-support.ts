import type { CustomerEvent } from '../customer-mail/index.ts';
import type { FieldFault, Standing } from '../registration/index.ts';
import { longName as name } from './alarms.test-support.ts';
import type { Phrases } from './index.ts';

const number = 'DVNORDIC-104237';
const until = new Date('2026-11-05T13:00:00Z');
const address = ['Digitala Vaktbolaget', 'Returgatan 1', '111 22 Stockholm'];

/** Every event that a customer is told of, in each of its forms. */
const events: CustomerEvent[] = [
  { kind: 'registered' },
  { kind: 'assigned', to: name },
  { kind: 'contacted', by: name },
  { kind: 'work-started', by: name },
  { kind: 'waiting', what: 'X1', until },
  { kind: 'waiting', what: 'X1', until: undefined },
  { kind: 'shipped', what: 'Panel 7', where: 'X1', tracking: 'SE123' },
  { kind: 'shipped', what: 'Panel 7', where: 'X1', tracking: undefined },
  { kind: 'received' },
  { kind: 'returned' },
  { kind: 'return-awaited' },
  { kind: 'out-of-scope', why: 'X1' },
  { kind: 'resolved', build: '7.2' },
  { kind: 'resolved', build: undefined },
  { kind: 'closed', why: 'X1' },
  { kind: 'closed', why: undefined },
  { kind: 'reopened' },
  { kind: 'note', text: 'X1' },
  { kind: 'new-pin' },
];

/** What customers read: every mail, and the status page. */
export function customerTexts({ customer }: Phrases): Record<string, string> {
  const facts = { number, deskName: 'Nordic', contactName: name, timeZone: 'Europe/Stockholm' };
  const mails = events.map((event, index) => {
    const { title, paragraphs } = customer.told(event, { ...facts, returnAddress: address });
    return [`mail ${index} ${event.kind}`, [title, ...paragraphs].join('\n')];
  });
  return {
    ...(Object.fromEntries(mails) as Record<string, string>),
    ...constantsOf(customer),
    greeting: customer.greeting(name),
    greetingNobody: customer.greeting(undefined),
    pinTold: customer.pin('123456'),
    signature: customer.signature('Nordic'),
    wait: customer.page.wait(1),
    waitLonger: customer.page.wait(12),
  };
}

const caseOf = {
  number,
  deskName: 'Digitala Vaktbolaget Nordic',
  summary: 'Alla tunna klienter tappar anslutningen i Malmö och Göteborg',
  contactName: name,
  callbackNumber: '+46771234567',
  link: 'https://calls.dvnordic.example.com/cases/DVNORDIC-104237',
};
const bare = { ...caseOf, contactName: undefined, callbackNumber: undefined };
const reminders = ['waiting-over', 'return-awaited', 'customer-replied', 'mail-bounced'] as const;

/** The texts that a technician is sent, with the longest that is usual in them. */
export function technicianSms({ technician }: Phrases): Record<string, string> {
  const reminded = reminders.map((what) => [`technician.${what}`, technician.reminderSms(caseOf, what)]);
  return {
    ...(Object.fromEntries(reminded) as Record<string, string>),
    'technician.assigned': technician.assignedSms(caseOf),
    'technician.assignedBare': technician.assignedSms(bare),
  };
}

/** The mails that a technician is sent. */
export function technicianMails({ technician }: Phrases): Record<string, string> {
  return {
    subject: technician.assignedSubject(caseOf),
    mail: technician.assignedMail(caseOf),
    mailBare: technician.assignedMail(bare),
    reminder: technician.reminderSubject(caseOf, 'waiting-over'),
  };
}

const contact = { name, phone: '+4681', email: undefined, approved: true, approvedAt: undefined };
const standings: Standing[] = [
  { kind: 'approved', contact: { ...contact, approvedBy: 'Sue' } },
  { kind: 'excepted', exception: { name, by: 'Sue', at: '', reason: '' } },
  { kind: 'unapproved', contact: { ...contact, approvedBy: undefined } },
  { kind: 'unknown' },
  { kind: 'no-customer' },
];
const faults: FieldFault[] = [
  ...(
    [
      'missing',
      'why-missing',
      'address-missing',
      'office-missing',
      'phone',
      'mail',
      'serial',
      'units',
      'priority',
    ] as const
  ).map((kind) => ({ kind })),
  ...[1, 6].map((group) => ({
    kind: 'mac' as const,
    fault: { kind: 'digits' as const, group, of: 6, text: 'ZZ' },
  })),
  { kind: 'mac', fault: { kind: 'digits', group: 1, of: 1, text: 'ZZ' } },
  { kind: 'mac', fault: { kind: 'length', digits: 11 } },
];

/** What the operator's list and forms say of calls that are on the line. */
function callTexts({ strip, known: { events } }: Phrases['register']): Record<string, string> {
  return {
    came: events.came('+46 8 584 606 00'),
    pressed: events.chose({ key: '1' }, 'x1'),
    said: events.chose({ said: 'x1' }, undefined),
    heard: events.heard('…'),
    language: events.language('en-GB'),
    recorded: events.recorded('0:12'),
    recordedNoLength: events.recorded(undefined),
    eventPutOn: events.putOn(number, 'Bo'),
    otherEvent: events.other('other_event'),
    approvedOnes: `${strip.approvedOnes([])} ${strip.approvedOnes(['Anna', 'Bo'])}`,
    ringsAt: strip.ringsAt(['Anna', 'Bo']),
    since: strip.since('08:00'),
    with: strip.with('Bo'),
    about: strip.about('DVN-2210'),
    lasted: strip.lasted('1:02'),
    answerAndPark: `${strip.answerAndPark(['Bo'])}. ${strip.answerAndPark(['Anna', 'Bo'])}`,
    transfer: strip.transfer('X1'),
    transferWarm: strip.transferWarm('X1'),
    openUntil: strip.openUntil('17:00'),
    closed: strip.closed({ kind: 'weekday' }, 'X1'),
    closedOnHoliday: strip.closed({ kind: 'holiday', name: 'Christmas Eve' }, undefined),
    closedByHand: strip.closed({ kind: 'exception', why: 'X1' }, 'X1'),
  };
}

/** What the page says on which customers are sent to the desk. */
export function redirectTexts({ redirect: { page, keyword } }: Phrases): Record<string, string> {
  const statuses = ['delivered', 'sent', 'failed', 'undelivered', 'sending'];
  return {
    ...constantsOf(page),
    byPhone: page.byPhone(keyword),
    ...Object.fromEntries(statuses.map((status) => [`status.${status}`, page.status(status, undefined)])),
    failedWhy: page.status('failed', '30006'),
  };
}

/** What the bar and the pages of the console say; those of duty with names and numbers stand elsewhere. */
export function consoleTexts(words: Phrases): Record<string, string> {
  const { bar, register, dutyPage, dutyChanges, leaveFile, people, hours, refused } = words;
  const { list, form, fields, known, approval, done } = register;
  const officesToo = ['customer', 'mail', 'office2', 'address2'];
  const several = {
    status: register.status('in-contact'),
    label: officesToo.map(fields.label).join(', '),
    faults: faults.map(fields.fault).join(' '),
    standings: standings.map((of) => approval.standing(of, '08:00')).join(', '),
    warranties: [
      fields.warranty('P7', '2027-01-01', false),
      fields.warranty(undefined, '2025-01-01', true),
      fields.warranty(undefined, undefined, false),
    ].join('. '),
    others: form.others([
      { name, field: undefined },
      { name: 'Bo', field: 'symptoms' },
    ]),
    say: ['08 1', undefined].map((phone) => known.say({ number: 'DVN-2215', phone })),
    refused: [[], ['Anna', 'Bo']].map((approved) =>
      known.sayRefused({ name, customer: approved[0], approved }),
    ),
    needed: `${approval.needed(name, 'Acme')} ${approval.needed(name, undefined)}`,
    approved: `${approval.approvedOnes([])} ${approval.approvedOnes(['Anna', 'Bo'])}`,
    over: `${form.over('Bo')} ${form.over(undefined)}`,
    fieldsLeft: `${form.faultsFound(1)} ${form.faultsFound(2)}`,
    mac: fields.mac({ kind: 'digits', group: 2, of: 3, text: 'ZZZZ' }),
  };
  const single = {
    savedBy: list.savedBy(name),
    title: form.title(number),
    lead: form.lead('Nordic desk 1'),
    toldByMail: form.toldByMail('a@example.com'),
    elsewhere: form.elsewhere('closed'),
    willBePutOn: form.willBePutOn(number),
    chosenBy: form.chosenBy(name),
    toCallBack: form.toCallBack('X1'),
    ofCustomer: fields.ofCustomer('Acme'),
    hasOpenCase: fields.hasOpenCase(number),
    overwroteOther: fields.overwroteOther('Bo', 'X1'),
    overwrittenBy: fields.overwrittenBy('Bo', 'X1'),
    unitCount: known.unitCount(3, 1),
    putOn: known.putOn(number),
    phoneOf: approval.phoneOf(name),
    by: done.by(name),
    byException: done.byException('Sue'),
    joined: done.joined(number),
  };
  return {
    ...constantsOf({ bar, register, dutyPage, dutyChanges, leaveFile, people, hours, refused }),
    ...Object.fromEntries(Object.entries(several).map(([key, of]) => [key, [of].flat().join(' ')])),
    ...single,
    ...callTexts(register),
  };
}

/** Texts of duty, where the role has several seats and the handoff lies more than a week ahead. */
export function dutySms({ duty }: Phrases): Record<string, string> {
  const seen = { timeZone: 'Europe/Stockholm', now: new Date('2026-12-10T07:00:00Z') };
  const deskName = 'Digitala Vaktbolaget Nordic';
  const turn = { role: 'senior-technician', seat: 'andra platsen', withPauses: true };
  const from = new Date('2026-12-24T16:00:00Z');
  const facts = { ...seen, deskName, from };
  const until = new Date('2027-01-07T07:00:00Z');
  return {
    'duty.onDuty': duty.onDuty({ ...facts, turns: [{ ...turn, until }] }),
    'duty.onDutyForLong': duty.onDuty({ ...facts, turns: [{ ...turn, until: undefined }] }),
    'duty.onDutyTwice': duty.onDuty({
      ...facts,
      turns: [
        { ...turn, until },
        { role: 'supervisor', seat: undefined, until, withPauses: false },
      ],
    }),
    'duty.offDuty': duty.offDuty({ ...facts, turns: [{ ...turn, successor: name }] }),
    'duty.reminder': duty.reminder({ ...facts, turns: [{ ...turn, until }] }),
    ...Object.fromEntries(
      [undefined, { from, to: until }].flatMap((takes) => {
        const back = takes === undefined ? '' : 'AndTakes';
        const swap = {
          ...{ ...seen, deskName, role: turn.role, askedBy: name, askedOf: name },
          ...{ gives: { from, to: until }, takes },
        };
        const link = 'https://calls.dvnordic.example.com/duty?desk=dvnordic#changes';
        return [
          [`duty.swapAsked${back}`, duty.swapAsked(swap, link)],
          [`duty.swapGranted${back}`, duty.swapGranted(swap)],
          [`duty.swapTaken${back}`, duty.swapTaken(swap)],
          [`duty.swapRefused${back}`, duty.swapRefused(swap)],
          [`duty.swapOver${back}`, duty.swapOver(swap)],
        ];
      }),
    ),
    'duty.swapWhy': duty.swapWhy('Tandläkare'),
    'duty.subject': duty.subject(deskName),
    'duty.drillText': duty.drillText({ ...seen, deskName, code: 'T4217', from }),
    ...Object.fromEntries(
      (['voice', 'sms'] as const).map((channel) => [
        `duty.numberReplaced.${channel}`,
        duty.numberReplaced(
          { channel, before: '0111', after: '0177' },
          'https://calls.dvnordic.example.com/people/ann-charlotte.soderstrom-ohlund',
        ),
      ]),
    ),
    'duty.drillThanks': duty.drillThanks,
    'duty.codeText': duty.codeText('######'),
  };
}

/** What is in calendars of duty. */
export function calendarTexts({ calendar }: Phrases): Record<string, string> {
  const role = calendar.role('senior-technician');
  return {
    ...constantsOf({ calendar }),
    role,
    calendarOf: calendar.calendarOf(name),
    deskCalendar: calendar.deskCalendar('Nordic'),
    shift: calendar.shift(role, 'Nordic'),
    shiftOf: calendar.shiftOf(name, role),
  };
}

/** Every sentence of an object that takes nothing, however deep it lies, by its path. */
export function constantsOf(of: object, at = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
      const path = at === '' ? key : `${at}.${key}`;
      if (typeof value === 'string') return key === 'language' || key === 'locale' ? [] : [[path, value]];
      const isDeeper = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isDeeper ? Object.entries(constantsOf(value, path)) : [];
    }),
  );
}
