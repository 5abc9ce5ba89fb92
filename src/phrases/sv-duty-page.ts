import { counted, type DutyPageWords, type FindingFacts } from './duty-page-words.ts';
import { listIn } from './list.ts';

const all = listIn('sv-SE', 'conjunction');

function finding({ problem, role, names, wanted, found, elsewhere }: FindingFacts): string {
  const people = all(names);
  switch (problem) {
    case 'nobody':
      return `ingen har jour som ${role}`;
    case 'too-few':
      return `${found} av ${wanted} har jour som ${role}: bara ${people}`;
    case 'unreachable':
      return `${people} har jour som ${role} men inget nummer som fungerar`;
    case 'doubled':
      return `${people} har ${found} jourpass samtidigt, som ${[role, ...elsewhere.map((of) => `${of.role} hos ${of.desk}`)].join(' och som ')}`;
  }
}

/** Who is on duty, and who is missing, in Swedish. */
export const swedishDutyPage: DutyPageWords = {
  title: (desk) => `Jour, ${desk}`,
  shown: ({ from, to, zone }) => `${from} till ${to}. Tider enligt ${zone}.`,
  desks: 'Linjer',
  earlier: 'Tidigare',
  thisWeek: 'Den här veckan',
  later: 'Senare',
  twoWeeks: 'Två veckor',
  fourWeeks: 'Fyra veckor',
  span: (from, to) => `${from} till ${to}`,
  seat: (seat) => counted(seat, 'plats'),
  layer: (layer) => counted(layer, 'lager'),
  finding,
  fill: 'Sätt in någon',
  now: {
    title: 'Jour nu',
    titleAt: (when) => `Jour ${when}`,
    inOrder: 'i den ordning de tillfrågas',
    caption: 'Vilka som har jour, och hur var och en nås',
    columns: { role: 'Roll', person: 'Person', until: 'Till', sms: 'Sms', voice: 'Samtal' },
    nobody: 'ingen',
    standsIn: 'hoppar in',
    dutyList: 'jourlistan',
    untilChanged: 'tills listan ändras',
    until: (when, next) => `${when}, sedan ${next ?? 'ingen'}`,
    oneNeeded: 'linjen behöver någon',
    askAt: 'Vem har jour vid en viss tid',
    show: 'Visa',
    now: 'Nu',
  },
  week: {
    title: (day) => `Veckan från ${day}`,
    noSeat: 'ingen plats',
    today: (time) => `i dag, ${time}`,
    marks: {
      missing: 'ingen',
      unreachable: 'inget nummer som fungerar',
      doubled: 'dubbla pass samtidigt',
      'partly-doubled': 'delvis dubbla pass samtidigt',
    },
    nobody: 'Ingen',
    notNeeded: 'behövs inte',
    byList: 'enligt jourlistan',
    legend: {
      on: 'har jour nu',
      planned: 'planerat',
      standsIn: 'hoppar in för någon',
      nobody: 'ingen, eller ingen som går att nå',
      twice: 'samma person två gånger samtidigt',
    },
  },
  ahead: {
    title: (days) => `De närmaste ${days} dagarna`,
    nothing: 'ingenting saknas',
    allThere: 'Varje roll som linjen behöver har någon som går att nå.',
    leftOpen: (reason) => `Lämnat obemannat: ”${reason}”`,
    more: (count) => `och ${count} till: npm run sweep visar alla.`,
  },
  lists: {
    title: 'Ändringar i jourlistorna',
    newestFirst: 'de senaste först',
    caption: 'Ändringar i jourlistorna, med vem som gjort dem',
    columns: { when: 'När', role: 'Roll', was: 'Var', is: 'Är', by: 'Av' },
    nobody: 'ingen',
  },
  calendars: {
    title: 'Kalendrar',
    lead: 'för ett kalenderprogram, som sedan följer dem av sig självt',
    mine: 'Dina pass, på alla linjer',
    everybodys: (desk) => `Allas, ${desk}`,
    secret:
      'Den som har adressen ser passen: förnya den om den har kommit på drift, så slutar den gamla att gälla. Platser som följer av en jourlista har inga pass och finns inte i någon kalender.',
    none: 'ingen än',
    unread: 'inget program kan läsa den än',
    made: (at, by, read) =>
      `skapad ${at} av ${by}; ${read === undefined ? 'inte läst än' : `senast läst ${read}`}`,
    make: 'Skapa en adress',
    renew: 'Förnya',
    end: 'Ta bort',
  },
};
