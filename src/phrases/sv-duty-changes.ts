import type { DutyChangeWords, DutyFormFault, FaultReader } from './duty-change-words.ts';
import { nameIn } from './register-words.ts';
import { swedishDutyPage } from './sv-duty-page.ts';

const changes = {
  override: 'ett inhopp',
  leave: 'frånvaro',
  swap: 'ett byte',
  'taken-back': 'att något togs tillbaka',
  calendar: 'en importerad kalender',
};

function fault(of: DutyFormFault, { person, role, span }: FaultReader): string {
  switch (of.kind) {
    case 'ends-before':
      return 'Det slutar innan det börjar: skriv ett senare slut.';
    case 'no-place':
      return 'Det framgår inte för vem eller på vilken plats: ange ett av dem.';
    case 'unknown-person':
      return `Ingen har nyckeln ”${of.person}”: importera personen först.`;
    case 'without-role':
      return `${person(of.person)} har inte rollen ${role(of.role)}: lägg till den hos ${of.person} i personfilen och importera, eller välj någon annan.`;
    case 'self':
      return `${person(of.person)} kan inte hoppa in för sig själv: välj någon annan.`;
    case 'away':
      return `${person(of.person)} är frånvarande ${span(of)}: ta tillbaka frånvaron först, eller välj någon annan.`;
    case 'no-seat':
      return `Det finns ingen plats ”${of.seat}” för rollen ${role(of.role)}. Det finns: ${of.seats.map(swedishDutyPage.seat).join(', ') || 'ingen'}.`;
    case 'no-shift':
      return `${person(of.person)} har inget pass som ${role(of.role)} då: se efter i schemat, eller välj en plats.`;
    case 'no-swap':
      return 'Det bytet väntar inte på något svar: det har besvarats eller tagits tillbaka under tiden, eller så är det någon annan som är tillfrågad.';
    case 'no-id':
    case 'not-there':
      return 'Det finns inget att ta tillbaka: det har redan tagits tillbaka eller besvarats, är över, eller är någon annans.';
    case 'no-from':
      return 'Ange från när: ett datum, och ett klockslag om det spelar roll.';
    case 'no-to':
      return 'Ange till när: ett datum, och ett klockslag om det spelar roll.';
    case 'no-why':
      return 'Skriv varför, för den som undrar senare.';
    case 'no-why-of-swap':
      return 'Skriv varför, för den som tillfrågas.';
    case 'shift-gone':
      return 'Det passet finns inte längre: välj ett annat.';
    case 'two-roles':
      return 'Pass i två olika roller kan inte bytas: välj ett i samma roll.';
    case 'no-file':
      return 'Välj en fil, eller klistra in dess text.';
  }
}

/** Changes of duty and the forms that make them, in Swedish. */
export const swedishDutyChanges: DutyChangeWords = {
  title: 'Inhopp, byten och frånvaro',
  lead: 'som inte är över',
  nothing: 'Inget är ändrat: jouren följer schemat.',
  caption: 'Ändringar i schemat, med vem som gjort dem och varför',
  columns: { when: 'När', what: 'Vad', why: 'Varför', by: 'Av', change: 'Ändra' },
  override: ({ person, insteadOf, seat, role, isSwap }) =>
    `${person} ${insteadOf === undefined ? `på ${swedishDutyPage.seat(seat)}` : `för ${insteadOf}`}, ${role}${isSwap ? ', genom ett byte' : ''}`,
  onLeave: (person) => `${person} är frånvarande`,
  fromCalendar: 'enligt personens kalender',
  madeBy: ({ by, at, isImported }) => `${isImported ? 'ur kalender, ' : ''}${by}, ${at}`,
  swap: ({ by, of, back, role }) =>
    `${by} frågar ${of}, som tar detta pass${back === undefined ? '' : ` och lämnar ${back}`}, ${role}`,
  askedAt: (at) => `frågat ${at}`,
  grant: 'Godkänn',
  refuse: 'Neka',
  takeBack: 'Ta tillbaka',
  leftOpen: 'Medvetet obemannat',
  quoted: (reason) => `”${reason}”`,
  keptBy: ({ by, at, change }) => `${by}, ${at}, genom ${nameIn(changes, change)}`,
  forms: {
    title: 'Ändra',
    clock: 'tider enligt linjens klocka',
    readsOnly:
      'Ditt konto hör inte till någon som har jour: här kan du bara läsa. En arbetsledare kan bjuda in dig som en person ur personlistan.',
    person: 'Person',
    from: 'Från',
    to: 'Till',
    why: 'Varför',
    override: { title: 'Sätt in någon på en plats', seat: 'Plats', send: 'Sätt in' },
    leave: {
      title: 'Anmäl frånvaro',
      own: 'Anmäl din frånvaro',
      from: 'Borta från',
      fromHint: 'från dagens första minut, om ingen tid anges',
      toHint: 'till dagens sista minut, om ingen tid anges',
      time: 'Tid, om inte hela dagen',
      send: 'Anmäl',
    },
    swap: {
      title: 'Be om ett byte',
      shift: 'Pass',
      own: 'Ditt pass',
      askedOf: 'Tillfrågad',
      takes: 'Mot ett pass från den personen',
      none: 'inget',
      send: 'Fråga',
    },
    file: {
      title: 'Importera frånvaro ur en kalender',
      file: 'Fil (.ics)',
      hint: 'Varje händelse i filen räknas som frånvaro. Det som fanns i en tidigare fil men inte i den här tas tillbaka.',
      text: 'Eller dess text',
      send: 'Importera',
    },
    open: {
      title: 'Inget är ändrat än: de här timmarna skulle stå obemannade',
      reason: 'Varför det är rätt ändå',
      hint: 'står kvar vid de här timmarna',
      send: 'Lämna dem obemannade',
    },
  },
  fault,
};
