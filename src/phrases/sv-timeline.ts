import { languageName } from './call-event-words.ts';
import { pluralIn } from './plural.ts';
import { before, type CaseEventData, type TimelineWords } from './timeline-words.ts';

const plural = pluralIn('sv-SE');
const by = ({ who }: CaseEventData): string => before(' av ', who);
const says = ({ who }: CaseEventData): string => before(', säger ', who);
const named = ({ who }: CaseEventData): string => before(': ', who);
const why = (of: CaseEventData): string => before(': ', of.why);
const carrierBy = (carrier: string | undefined): string => before(' via ', carrier);
const kind = (isVoice: boolean): string => (isVoice ? 'samtalet' : 'sms:et');
const capitalKind = (isVoice: boolean): string => (isVoice ? 'Samtalet' : 'Sms:et');

/** What happened in a case, in Swedish. */
export const swedishTimeline: TimelineWords = {
  case: {
    'case.opened': (of) => `Ärendet öppnat${before(', allvarlighetsgrad ', of.severity)}`,
    'case.registered': (of) => `Registrerat${by(of)}`,
    'case.joined': (of) => `Samtalet lagt på ${of.number ?? 'ett annat ärende'}${by(of)}`,
    'case.sorted': (of) =>
      of.severity === undefined
        ? `Uppringaren väljer vad det gäller${before(': ', of.kind)}`
        : `Uppringaren väljer allvarlighetsgrad ${of.severity}`,
    'case.cancelled': (of) => `Makulerat${by(of)}`,
    'call.joined': (of) => `Ett samtal lagt på det här ärendet${by(of)}${before(', från ', of.number)}`,
    'caller.hung-up': () => 'Uppringaren lägger på',
    'customer.hung-up': () => 'Kunden lägger på',
    'caller.wants-back': () => 'Uppringaren vill tala med någon igen',
    'callback-number': (of) => `Ska ringas upp på ${of.number ?? 'ett annat nummer'}`,
    'registration.refused': (of) =>
      `Inte registrerat${by(of)}: ${of.contact ?? 'kontaktpersonen'} är ingen godkänd kontakt`,
    'registration.approved': (of) =>
      `${of.contact ?? 'Kontaktpersonen'} ${of.isAlways ? 'är godkänd från och med nu' : 'får registrera den här gången'}${says(of)}${why(of)}`,
    'case.assigned': (of) =>
      `Tilldelat ${of.person ?? 'någon'}${of.who === undefined ? ', enligt jourlistan' : by(of)}`,
    'case.work-started': (of) => `Arbetet påbörjat${by(of)}`,
    'case.waiting': (of) => `Väntar på ${of.what ?? 'något'}`,
    'case.waiting-over': () => 'Det ärendet väntar på skulle ha varit klart; handläggaren påminns',
    'case.assessed': (of) =>
      `${of.isHardware ? 'Fel på hårdvaran' : 'Inget fel på hårdvaran'}, säger ${of.who ?? 'någon'}${why(of)}`,
    'unit.shipped': (of) =>
      `Ersättningsenhet skickad: ${of.what ?? ''}, till ${of.where ?? ''}${before(', kollinummer ', of.tracking)}`,
    'unit.received': () => 'Ersättningsenheten mottagen',
    'unit.returned': () => 'Den gamla enheten återsänd',
    'unit.written-off': (of) => `Den gamla enheten kommer inte tillbaka${why(of)}`,
    'unit.return-asked': () => 'Kunden ombeds skicka tillbaka den gamla enheten',
    'case.out-of-scope': (of) => `Utanför åtagandet${says(of)}${why(of)}`,
    'case.reopened': (of) => `Öppnat igen${by(of)}${why(of)}`,
    'customer.redirected': (of) =>
      `Kunden ombeds per sms att ringa supporten${before(', av ', of.who)}${of.isByPhone ? ' från telefonen' : before(' ', of.via)}`,
    'customer.number-texted': () => 'Kunden får ärendenumret per sms',
    'customer.text-failed': (of) => `Sms:et till kunden kom inte fram${of.fault}`,
    'customer.mail-bounced': (of) => `Mejlet till kunden kom tillbaka${why(of)}`,
    'status.new-pin': (of) => `Ny pinkod till statussidan${before(', av ', of.who)}`,
    'case.resolved': (of) => `Löst${by(of)}${before(', programversion ', of.build)}`,
    'case.closed': (of) => `Avslutat${by(of)}${before(': ', of.reason)}`,
    'case.acknowledged': (of) => `Taget${by(of)}${before(', ', of.via)}`,
    'case.in-contact': (of) =>
      of.isUnproved
        ? `Någon, eller en maskin, svarade när vi ringde upp${of.who === undefined ? '' : `; ${of.who} är på linjen`}`
        : `I kontakt med kunden${named(of)}`,
    'contact.confirmed': (of) =>
      `Kontakten bekräftad${of.who === undefined ? '' : `: ${of.who} har talat med kunden`}`,
    'contact.denied': (of) => `Kunden nåddes inte${says(of)}`,
    'contact.too-brief': () => 'De möttes bara ett ögonblick: det är ingen kontakt',
    'contact.missing': () => 'Taget, men ingen har kontakt med kunden än; söks igen',
    'case.bridged': (of) => `Hopkopplade: uppringaren och ${of.who ?? 'den som tog ärendet'} talar`,
    'paging.round': (of) =>
      `Omgång ${of.round}: ${plural(of.people, { one: '1 person', other: `${of.people} personer` })} söks`,
    'paging.hastened': (of) => `Nästa omgång börjar genast${before(', på begäran av ', of.who)}`,
    'paging.all-declined': () => 'Alla har avböjt; nästa omgång börjar genast',
    'paging.nobody': () => 'Ingen har jour och kan sökas; arbetsledaren larmas',
    'paging.given-up': () => 'Ingen nåddes; uppringaren får klara sig vidare själv',
    'paging.withdrawn': () => 'Ingen söks längre: uppringaren kopplas vidare',
    'page.declined': (of) => `${of.who ?? 'Någon'} avböjde`,
    'duty.hole': (of) =>
      `Lucka i jourlistan: ${of.found} av ${of.wanted} har jour${before(' som ', of.role)}`,
    'caller.unanswered': () => 'Uppringaren lade på innan en telefonist svarade: ska registreras',
    'caller.not-approved': () => 'Uppringaren är ingen godkänd kontakt och har fått veta det',
    'operator.answered': (of) => `Telefonisten svarar${named(of)}`,
    'operator.talks': (of) => `Telefonisten talar med uppringaren${named(of)}`,
    'operator.done': () => 'Samtalet med telefonisten är slut',
    'call.handed-on': (of) => `Kopplat vidare till ${of.to ?? 'andra'}${by(of)}`,
    'call.parked': (of) =>
      `Uppringaren är parkerad${of.who === undefined ? '' : `: ${of.who} svarar någon annan`}`,
    'answer.keyed': (of) => `Uppringaren trycker ${of.digits ?? 'något'}${before(': ', of.label)}`,
  },
  page: {
    queued: (of) => (of.isVoice ? `Ska ringas: ${of.name}` : `Sms ska skickas till ${of.name}`),
    waiting: (of) => `Väntar, telefonen är i ett annat av våra samtal: ${of.name}`,
    'phone-free': (of) => `Telefonen är ledig igen och rings nu: ${of.name}`,
    superseded: (of) => `Inte ringd, telefonen var i ett annat samtal till nästa omgång: ${of.name}`,
    attempted: (of) => `${capitalKind(of.isVoice)} beställt hos operatören: ${of.name}`,
    'at-carrier': (of) => `${capitalKind(of.isVoice)} mottaget av operatören: ${of.name}`,
    sent: (of) =>
      of.isVoice
        ? `Samtalet är på väg${carrierBy(of.carrier)}: ${of.name}`
        : `Sms skickat${carrierBy(of.carrier)} till ${of.name}`,
    lost: (of) => `Operatören svarade inte men kan ha utfört det, ${kind(of.isVoice)} till ${of.name}`,
    'settled-by-callback': (of) =>
      `Operatörens återrapport visar att det finns: ${kind(of.isVoice)} till ${of.name}`,
    'tried-again': (of) => `${capitalKind(of.isVoice)} försöks igen${carrierBy(of.carrier)} till ${of.name}`,
    'sent-beside': (of) => `Samma sms skickas också${carrierBy(of.carrier)}: ${of.name}`,
    'not-placed': (of) => `Samtalet togs inte emot${carrierBy(of.carrier)}${of.fault}: ${of.name}`,
    delivered: (of) => `Sms framme hos ${of.name}`,
    failed: (of) =>
      of.isVoice
        ? `Samtalet till ${of.name} gick inte fram${of.fault}`
        : `Sms:et till ${of.name} kom inte fram${of.fault}`,
    'asked-for': (of) =>
      `Efterfrågat hos operatören, som säger ${of.found ?? 'ingenting'}: sms till ${of.name}`,
    rang: (of) => `Telefonen ringer: ${of.name}`,
    'picked-up': (of) => `Någon, eller en maskin, svarar: ${of.name}`,
    answered: (of) => `Hör ärendet: ${of.name}`,
    'spoken-with-others': (of) => `Hör ärendet tillsammans med andra: ${of.name}`,
    'not-answered': (of) => `Telefonen slutar ringa, obesvarad: ${of.name}`,
    'ended-without-key': (of) => `Lägger på utan knapptryckning, alltså inte taget: ${of.name}`,
    accepted: (of) => `Taget av ${of.name}${before(', ', of.via)}`,
    declined: (of) => `${of.name} avböjde`,
    withdrawn: (of) => `Behövs inte längre: ${of.name}`,
    'stood-down': (of) => `Avblåst${before(', taget av ', of.takenBy)}: ${of.name}`,
    doubled: (of) => `Operatören gjorde det två gånger, ${kind(of.isVoice)} till ${of.name}`,
  },
  call: {
    came: (from, to, isLate) =>
      `Samtal från ${from ?? 'ett hemligt nummer'} till ${to ?? 'ett hemligt nummer'}${isLate ? ', noterat i efterhand' : ''}`,
    key: (key, label) => `Knapp ${key}${before(': ', label)}`,
    says: (heard, label) => `Uppringaren säger ”${heard}”${before(': ', label)}`,
    hears: (text) => `Hör ”${text}”`,
    language: (tag) => `Fortsätter på ${tag === undefined ? 'ett annat språk' : languageName(tag, 'sv')}`,
    abandoned: 'Lägger på före något val; ett ärende öppnas så att någon ringer upp',
    recorded: (length) => `Uppringaren spelas in${before(', ', length)}`,
    nothingSaid: 'Ingenting sades i inspelningen',
    joins: 'Kopplas in i samtalet',
    leaves: 'Lämnar samtalet',
    placed: 'Telefonen rings upp',
    rings: 'Telefonen ringer',
    answered: 'Telefonen har besvarats',
    putOn: (number, by) => `Lagt på ${number} av ${by}`,
    ended: 'Samtalet slut',
  },
  other: (event) => `Systemnotering: ${event}`,
};
