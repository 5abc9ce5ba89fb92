import { languageName } from './call-event-words.ts';
import { pluralIn } from './plural.ts';
import { before, type CaseEventData, type TimelineWords } from './timeline-words.ts';

const plural = pluralIn('de-DE');
const by = ({ who }: CaseEventData): string => before(' von ', who);
const says = ({ who }: CaseEventData): string => before(', sagt ', who);
const named = ({ who }: CaseEventData): string => before(': ', who);
const why = (of: CaseEventData): string => before(': ', of.why);
const carrierBy = (carrier: string | undefined): string => before(' über ', carrier);
const kind = (isVoice: boolean): string => (isVoice ? 'Anruf' : 'SMS');

/** What happened in a case, in German. */
export const germanTimeline: TimelineWords = {
  case: {
    'case.opened': (of) => `Fall eröffnet${before(', Schweregrad ', of.severity)}`,
    'case.registered': (of) => `Erfasst${by(of)}`,
    'case.joined': (of) => `Anruf zu ${of.number ?? 'einem anderen Fall'} gelegt${before(', von ', of.who)}`,
    'case.sorted': (of) =>
      of.severity === undefined
        ? `Der Anrufer wählt, worum es geht${before(': ', of.kind)}`
        : `Der Anrufer wählt Schweregrad ${of.severity}`,
    'case.cancelled': (of) => `Storniert${by(of)}`,
    'call.joined': (of) => `Ein Anruf kommt zu diesem Fall${by(of)}${before(', aus ', of.number)}`,
    'caller.hung-up': () => 'Der Anrufer legt auf',
    'customer.hung-up': () => 'Der Kunde legt auf',
    'caller.wants-back': () => 'Der Anrufer möchte wieder jemanden sprechen',
    'callback-number': (of) => `Rückruf unter ${of.number ?? 'einer anderen Nummer'}`,
    'registration.refused': (of) =>
      `Nicht erfasst${by(of)}: ${of.contact ?? 'Die Kontaktperson'} ist kein berechtigter Kontakt`,
    'registration.approved': (of) =>
      `${of.contact ?? 'Die Kontaktperson'} ${of.isAlways ? 'ist von nun an berechtigt' : 'darf dieses eine Mal erfasst werden'}${says(of)}${why(of)}`,
    'case.assigned': (of) =>
      `Zugewiesen an ${of.person ?? 'jemanden'}${of.who === undefined ? ', laut Dienstplan' : by(of)}`,
    'case.work-started': (of) => `Arbeit begonnen${by(of)}`,
    'case.waiting': (of) => `Wartet auf ${of.what ?? 'etwas'}`,
    'case.waiting-over': () => 'Worauf der Fall wartet, war fällig; wer ihn hat, wird erinnert',
    'case.assessed': (of) =>
      `${of.isHardware ? 'Es ist die Hardware' : 'Es ist nicht die Hardware'}, sagt ${of.who ?? 'jemand'}${why(of)}`,
    'unit.shipped': (of) =>
      `Ersatzgerät versandt: ${of.what ?? ''}, an ${of.where ?? ''}${before(', Sendungsnummer ', of.tracking)}`,
    'unit.received': () => 'Das Ersatzgerät ist angekommen',
    'unit.returned': () => 'Das alte Gerät ist zurück',
    'unit.written-off': (of) => `Das alte Gerät kommt nicht zurück${why(of)}`,
    'unit.return-asked': () => 'Der Kunde wird um das alte Gerät gebeten',
    'case.out-of-scope': (of) => `Außerhalb des Supports${says(of)}${why(of)}`,
    'case.reopened': (of) => `Wieder geöffnet${by(of)}${why(of)}`,
    'customer.redirected': (of) =>
      `Der Kunde wird per SMS gebeten, den Support anzurufen${before(', von ', of.who)}${of.isByPhone ? ' vom Telefon aus' : before(' ', of.via)}`,
    'customer.number-texted': () => 'Der Kunde bekommt die Fallnummer per SMS',
    'customer.text-failed': (of) => `Die SMS an den Kunden wurde nicht zugestellt${of.fault}`,
    'customer.mail-bounced': (of) => `Die E-Mail an den Kunden kam zurück${why(of)}`,
    'status.new-pin': (of) => `Neue PIN für die Statusseite${before(', von ', of.who)}`,
    'case.resolved': (of) => `Gelöst${by(of)}${before(', Version ', of.build)}`,
    'case.closed': (of) => `Abgeschlossen${by(of)}${before(': ', of.reason)}`,
    'case.acknowledged': (of) => `Übernommen${by(of)}${before(', ', of.via)}`,
    'case.in-contact': (of) =>
      of.isUnproved
        ? `Beim Rückruf wurde abgehoben, von einem Menschen oder einer Maschine${of.who === undefined ? '' : `; ${of.who} ist in der Leitung`}`
        : `In Kontakt mit dem Kunden${named(of)}`,
    'contact.confirmed': (of) =>
      `Kontakt bestätigt${of.who === undefined ? '' : `: ${of.who} hat mit dem Kunden gesprochen`}`,
    'contact.denied': (of) => `Der Kunde wurde nicht erreicht${says(of)}`,
    'contact.too-brief': () => 'Sie waren nur einen Augenblick verbunden: Das ist kein Kontakt',
    'contact.missing': () => 'Übernommen, aber noch hat niemand Kontakt; es wird wieder gesucht',
    'case.bridged': (of) => `Verbunden: Der Anrufer und ${of.who ?? 'wer übernommen hat'} sprechen`,
    'paging.round': (of) =>
      `Runde ${of.round}: ${plural(of.people, { one: '1 Person', other: `${of.people} Personen` })} gesucht`,
    'paging.hastened': (of) => `Die nächste Runde beginnt sofort${before(', auf Wunsch von ', of.who)}`,
    'paging.all-declined': () => 'Alle haben abgelehnt; die nächste Runde beginnt sofort',
    'paging.nobody': () => 'Niemand hat Dienst; der Supervisor wird benachrichtigt',
    'paging.given-up': () => 'Niemand wurde erreicht; der Anrufer macht allein weiter',
    'paging.withdrawn': () => 'Niemand wird mehr gesucht: Der Anrufer wird weiterverbunden',
    'page.declined': (of) => `Abgelehnt von ${of.who ?? 'jemandem'}`,
    'duty.hole': (of) =>
      `Lücke im Dienstplan: ${of.found} von ${of.wanted} im Dienst${before(', Rolle ', of.role)}`,
    'caller.unanswered': () => 'Der Anrufer legte auf, bevor die Telefonzentrale abhob: noch zu erfassen',
    'caller.not-approved': () => 'Der Anrufer ist kein berechtigter Kontakt und hat das erfahren',
    'operator.answered': (of) => `Die Telefonzentrale nimmt ab${named(of)}`,
    'operator.talks': (of) => `Die Telefonzentrale spricht mit dem Anrufer${named(of)}`,
    'operator.done': () => 'Das Gespräch mit der Telefonzentrale ist beendet',
    'call.handed-on': (of) => `Weiterverbunden zu ${of.to ?? 'anderen'}${before(', von ', of.who)}`,
    'call.parked': (of) =>
      `Der Anrufer wird geparkt${of.who === undefined ? '' : `: ${of.who} nimmt einen anderen Anruf an`}`,
    'answer.keyed': (of) => `Der Anrufer tippt ${of.digits ?? 'etwas'}${before(': ', of.label)}`,
  },
  page: {
    queued: (of) => (of.isVoice ? `Anzurufen: ${of.name}` : `Zu senden, SMS an ${of.name}`),
    waiting: (of) => `Wartet, das Telefon ist in einem anderen unserer Anrufe: ${of.name}`,
    'phone-free': (of) => `Das Telefon ist wieder frei und wird angerufen: ${of.name}`,
    superseded: (of) =>
      `Nicht angerufen, das Telefon war bis zur nächsten Runde in einem anderen Anruf: ${of.name}`,
    attempted: (of) => `${kind(of.isVoice)} beim Anbieter beauftragt: ${of.name}`,
    'at-carrier': (of) => `${kind(of.isVoice)} vom Anbieter angenommen: ${of.name}`,
    sent: (of) =>
      of.isVoice
        ? `Anruf auf dem Weg${carrierBy(of.carrier)}: ${of.name}`
        : `SMS gesendet${carrierBy(of.carrier)} an ${of.name}`,
    lost: (of) =>
      `Der Anbieter hat nicht geantwortet, hat es aber vielleicht getan: ${kind(of.isVoice)} an ${of.name}`,
    'settled-by-callback': (of) =>
      `Durch die Rückmeldung des Anbieters belegt: ${kind(of.isVoice)} an ${of.name}`,
    'tried-again': (of) => `${kind(of.isVoice)} noch einmal versucht${carrierBy(of.carrier)}: ${of.name}`,
    'sent-beside': (of) => `Dieselbe SMS geht auch${carrierBy(of.carrier)} hinaus: ${of.name}`,
    'not-placed': (of) => `Anruf nicht angenommen${carrierBy(of.carrier)}${of.fault}: ${of.name}`,
    delivered: (of) => `SMS an ${of.name} zugestellt`,
    failed: (of) =>
      of.isVoice
        ? `Anruf bei ${of.name} fehlgeschlagen${of.fault}`
        : `SMS an ${of.name} nicht zugestellt${of.fault}`,
    'asked-for': (of) => `Beim Anbieter erfragt, Antwort ${of.found ?? 'keine'}: SMS an ${of.name}`,
    rang: (of) => `Das Telefon klingelt: ${of.name}`,
    'picked-up': (of) => `Abgehoben, von einem Menschen oder einer Maschine: ${of.name}`,
    answered: (of) => `Hört den Fall: ${of.name}`,
    'spoken-with-others': (of) => `Hört den Fall zusammen mit anderen: ${of.name}`,
    'not-answered': (of) => `Das Telefon hört auf zu klingeln, niemand hob ab: ${of.name}`,
    'ended-without-key': (of) => `Legt ohne Taste auf, also nicht übernommen: ${of.name}`,
    accepted: (of) => `Übernommen von ${of.name}${before(', ', of.via)}`,
    declined: (of) => `Abgelehnt von ${of.name}`,
    withdrawn: (of) => `Nicht mehr nötig: ${of.name}`,
    'stood-down': (of) => `Abbestellt${before(', übernommen von ', of.takenBy)}: ${of.name}`,
    doubled: (of) => `Der Anbieter hat es zweimal getan, ${kind(of.isVoice)} an ${of.name}`,
  },
  call: {
    came: (from, to, isLate) =>
      `Anruf von ${from ?? 'unterdrückter Nummer'} an ${to ?? 'unterdrückte Nummer'}${isLate ? ', nachträglich festgehalten' : ''}`,
    key: (key, label) => `Taste ${key}${before(': ', label)}`,
    says: (heard, label) => `Der Anrufer sagt „${heard}“${before(': ', label)}`,
    hears: (text) => `Hört „${text}“`,
    language: (tag) =>
      `Weiter ${tag === undefined ? 'in einer anderen Sprache' : `auf ${languageName(tag, 'de')}`}`,
    abandoned: 'Legt vor einer Auswahl auf; ein Fall wird eröffnet, damit jemand zurückruft',
    recorded: (length) => `Der Anrufer wird aufgezeichnet${before(', ', length)}`,
    nothingSaid: 'Darin wurde nichts gesagt',
    joins: 'Kommt ins Gespräch',
    leaves: 'Verlässt das Gespräch',
    placed: 'Das Telefon wird angerufen',
    rings: 'Das Telefon klingelt',
    answered: 'Es wurde abgehoben',
    putOn: (number, by) => `Von ${by} zu ${number} gelegt`,
    ended: 'Anruf beendet',
  },
  other: (event) => `Systemnotiz: ${event}`,
};
