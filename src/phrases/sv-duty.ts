import { dayAndTime } from './day-and-time.ts';
import { swedishCalendar } from './sv-calendar.ts';
import type { DutyPhrases, HandoffFacts, SwapFacts } from './duty-phrases.ts';

function what({ role, seat }: { role: string; seat: string | undefined }): string {
  return `${swedishCalendar.role(role)}${seat === undefined ? '' : ` (${seat})`}`;
}

function whatUntil({ timeZone, now, turns }: HandoffFacts): string {
  const each = turns.map((turn) => {
    const until =
      turn.until === undefined
        ? 'tills vidare'
        : `till ${dayAndTime(turn.until, { timeZone, now, language: 'sv' })}`;
    return `${until}${turn.withPauses ? ', med uppehåll,' : ''} som ${what(turn)}`;
  });
  return each.join(', ');
}

function span({ from, to }: { from: Date; to: Date }, { timeZone, now }: SwapFacts): string {
  const seen = { timeZone, now, language: 'sv' };
  return `${dayAndTime(from, seen)} till ${dayAndTime(to, seen)}`;
}

/** The same in Swedish. */
export const swedishDuty: DutyPhrases = {
  onDuty: (facts) => `Du har jour för ${facts.deskName} ${whatUntil(facts)}.`,
  offDuty: ({ deskName, turns }) =>
    `Din jour för ${deskName} är slut ${turns.map((turn) => `som ${what(turn)}: ${turn.successor} har tagit över`).join('; ')}.`,
  reminder: (facts) =>
    `Din jour för ${facts.deskName} börjar ${dayAndTime(facts.from, { ...facts, language: 'sv' })}, ${whatUntil(facts)}.`,
  swapAsked: (facts, link) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : `, och tar din ${span(takes, facts)} i stället`;
    return `${askedBy} undrar om du kan ta jouren som ${what({ role, seat: undefined })} för ${deskName} ${span(gives, facts)}${back}. Svara ja eller nej: ${link}`;
  },
  swapGranted: (facts) => {
    const { askedOf, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` Du tar ${span(takes, facts)} i stället.`;
    return `Bytet är klart: ${askedOf} tar din jour för ${deskName} ${span(gives, facts)}.${back}`;
  },
  swapTaken: (facts) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` ${askedBy} tar din ${span(takes, facts)}.`;
    return `Du har tagit över jouren från ${askedBy}: ${what({ role, seat: undefined })} för ${deskName} ${span(gives, facts)}.${back}`;
  },
  swapRefused: (facts) =>
    `Det blev nej: ${facts.askedOf} tar inte din jour för ${facts.deskName} ${span(facts.gives, facts)}. Du har den kvar.`,
  swapOver: (facts) =>
    `Du behöver inte ta jouren för ${facts.deskName} ${span(facts.gives, facts)} som ${facts.askedBy} frågade om. Saken är avgjord.`,
  swapWhy: (why) => `Skälet som angavs: ${why}`,
  subject: (deskName) => `Jour för ${deskName}`,
  drillText: ({ deskName, code, from, ...seen }) =>
    `PROV, inget ärende. Din jour för ${deskName} börjar ${dayAndTime(from, { ...seen, language: 'sv' })}. Svara ${code} så vet vi att våra sms når dig.`,
  drillSpoken: (deskName) =>
    `Supporten hos ${deskName}. Det här är ett prov innan din jour börjar. Det gäller inget ärende.`,
  drillKeys: 'Tryck 1 så vet vi att våra samtal når dig, 9 för att höra igen.',
  drillHeard: 'Tack. Våra samtal når dig. Hej då.',
  drillGivesWay:
    'Det här var bara ett prov, men nu behövs du för ett ärende. Lägg på: vi ringer dig genast igen.',
  drillPast: 'Det här var ett provsamtal. Det är över, och du behöver inte göra något. Hej då.',
  drillThanks: 'Tack: våra sms når dig.',
  numberReplaced: ({ channel, before, after }, link) =>
    `Ditt nummer för våra ${channel === 'sms' ? 'sms' : 'samtal'} har ändrats av en lista som lästs in: det slutar nu på ${after} och inte längre på ${before}. Det är inte bekräftat. Begär en kod eller ändra det: ${link}`,
  numberSubject: 'Ditt nummer har ändrats',
  codeText: (code) => `${code} är din kod för Afterhours. Den gäller i 10 minuter. Säg den inte till någon.`,
  codeSpoken: (digits) => `Det här är Afterhours. Din kod är ${digits}. En gång till: ${digits}. Hej då.`,
};
