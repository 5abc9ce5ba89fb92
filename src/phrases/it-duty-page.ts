import { counted, type DutyPageWords, type FindingFacts } from './duty-page-words.ts';
import { listIn } from './list.ts';
import { pluralIn } from './plural.ts';

const all = listIn('it-IT', 'conjunction');
const plural = pluralIn('it-IT');

function finding({ problem, role, names, wanted, found, elsewhere }: FindingFacts): string {
  const people = all(names);
  switch (problem) {
    case 'nobody':
      return `nessuno è di turno come ${role}`;
    case 'too-few':
      return `${found} su ${wanted} di turno come ${role}: solo ${people}`;
    case 'unreachable':
      return `${people} è di turno come ${role}, ma senza un numero che funzioni`;
    case 'doubled':
      return `${people} ha ${plural(found, { one: 'un turno', other: `${found} turni` })} nello stesso momento, come ${[role, ...elsewhere.map((of) => `${of.role} per ${of.desk}`)].join(' e come ')}`;
  }
}

/** Who is on duty, and who is missing, in Italian. */
export const italianDutyPage: DutyPageWords = {
  title: (desk) => `Turni, ${desk}`,
  shown: ({ from, to, zone }) => `Dal ${from} al ${to}. Orari: ${zone}.`,
  desks: 'Linee',
  earlier: 'Prima',
  thisWeek: 'Questa settimana',
  later: 'Dopo',
  twoWeeks: 'Due settimane',
  fourWeeks: 'Quattro settimane',
  span: (from, to) => `${from} – ${to}`,
  seat: (seat) => counted(seat, 'posto'),
  layer: (layer) => counted(layer, 'livello'),
  finding,
  fill: 'Copri il turno',
  now: {
    title: 'Di turno adesso',
    titleAt: (when) => `Di turno ${when}`,
    inOrder: "nell'ordine in cui vengono chiamati",
    caption: 'Chi è di turno, e come si raggiunge ogni persona',
    columns: { role: 'Ruolo', person: 'Persona', until: 'Fino a', sms: 'SMS', voice: 'Chiamate' },
    nobody: 'nessuno',
    standsIn: 'in sostituzione',
    dutyList: 'lista dei turni',
    untilChanged: 'finché la lista non cambia',
    until: (when, next) => `${when}, poi ${next ?? 'nessuno'}`,
    oneNeeded: 'la linea ne ha bisogno',
    askAt: 'Chi è di turno a quest’ora',
    show: 'Mostra',
    now: 'Adesso',
  },
  week: {
    title: (day) => `Settimana dal ${day}`,
    noSeat: 'nessun posto',
    today: (time) => `oggi, ${time}`,
    marks: {
      missing: 'nessuno',
      unreachable: 'nessun numero che funzioni',
      doubled: 'due turni nello stesso momento',
      'partly-doubled': 'in parte due turni nello stesso momento',
    },
    nobody: 'Nessuno',
    notNeeded: 'non serve',
    byList: 'dalla lista dei turni',
    legend: {
      on: 'di turno adesso',
      planned: 'previsto',
      standsIn: 'sostituisce qualcuno',
      nobody: 'nessuno, o nessuno raggiungibile',
      twice: 'una persona due volte insieme',
    },
  },
  ahead: {
    title: (days) => `Prossimi ${days} giorni`,
    nothing: 'non manca nulla',
    allThere: 'Per ogni ruolo di cui la linea ha bisogno c’è qualcuno di raggiungibile.',
    leftOpen: (reason) => `Lasciato scoperto: «${reason}»`,
    more: (count) =>
      `e ${plural(count, { one: 'un altro periodo', other: `altri ${count}` })}: npm run sweep li elenca tutti.`,
  },
  lists: {
    title: 'Modifiche delle liste dei turni',
    newestFirst: 'le più recenti per prime',
    caption: 'Modifiche delle liste dei turni, con chi le ha fatte',
    columns: { when: 'Quando', role: 'Ruolo', was: 'Prima', is: 'Ora', by: 'Da' },
    nobody: 'nessuno',
  },
  calendars: {
    title: 'Calendari',
    lead: 'per un programma di calendario, che poi li segue da solo',
    mine: 'I Suoi turni, su tutte le linee',
    everybodys: (desk) => `I turni di tutti, ${desk}`,
    secret:
      'Chi ha l’indirizzo vede i turni: se è finito in altre mani lo rinnovi, e quello vecchio non vale più. I posti che seguono da una lista non hanno turni, e non compaiono in nessun calendario.',
    none: 'ancora nessuno',
    unread: 'nessun programma può ancora leggerlo',
    made: (at, by, read) =>
      `creato ${at} da ${by}; ${read === undefined ? 'non ancora letto' : `ultima lettura ${read}`}`,
    make: 'Crea un indirizzo',
    renew: 'Rinnova',
    end: 'Elimina',
  },
};
