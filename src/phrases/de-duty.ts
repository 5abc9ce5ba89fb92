import { dayAndTime } from './day-and-time.ts';
import { germanCalendar } from './de-calendar.ts';
import type { DutyPhrases, HandoffFacts, SwapFacts } from './duty-phrases.ts';

const written = (instant: Date, { timeZone, now }: { timeZone: string; now: Date }): string =>
  dayAndTime(instant, { timeZone, now, language: 'de', dayMonth: 'd. LLL' });

function what({ role, seat }: { role: string; seat: string | undefined }): string {
  return `${germanCalendar.role(role)}${seat === undefined ? '' : ` (${seat})`}`;
}

/** The role stands by itself: "als" would need the words for a man or a woman. */
function whatUntil(facts: HandoffFacts): string {
  const each = facts.turns.map(
    (turn) =>
      `${what(turn)} bis ${turn.until === undefined ? 'auf Weiteres' : written(turn.until, facts)}${turn.withPauses ? ', mit Pausen' : ''}`,
  );
  return each.join(', ');
}

function span({ from, to }: { from: Date; to: Date }, facts: SwapFacts): string {
  return `${written(from, facts)} bis ${written(to, facts)}`;
}

/** The same in German. */
export const germanDuty: DutyPhrases = {
  onDuty: (facts) => `Sie haben Dienst für ${facts.deskName}: ${whatUntil(facts)}.`,
  offDuty: ({ deskName, turns }) =>
    `Ihr Dienst für ${deskName} ist zu Ende. ${turns.map((turn) => `${turn.successor} hat übernommen: ${what(turn)}`).join('; ')}.`,
  reminder: (facts) =>
    `Ihr Dienst für ${facts.deskName} beginnt am ${written(facts.from, facts)}: ${whatUntil(facts)}.`,
  swapAsked: (facts, link) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : `, im Tausch gegen Ihren, ${span(takes, facts)}`;
    return `${askedBy} bittet Sie um einen Dienst für ${deskName}: ${what({ role, seat: undefined })}, ${span(gives, facts)}${back}. Ja oder nein: ${link}`;
  },
  swapGranted: (facts) => {
    const { askedOf, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` Sie übernehmen ${span(takes, facts)}.`;
    return `Zugesagt: ${askedOf} übernimmt Ihren Dienst für ${deskName}, ${span(gives, facts)}.${back}`;
  },
  swapTaken: (facts) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` ${askedBy} übernimmt Ihren, ${span(takes, facts)}.`;
    return `Sie haben von ${askedBy} übernommen: ${what({ role, seat: undefined })} für ${deskName}, ${span(gives, facts)}.${back}`;
  },
  swapRefused: (facts) =>
    `Abgelehnt: ${facts.askedOf} übernimmt Ihren Dienst für ${facts.deskName}, ${span(facts.gives, facts)}, nicht. Er bleibt Ihrer.`,
  swapOver: (facts) =>
    `Den Dienst von ${facts.askedBy} für ${facts.deskName}, ${span(facts.gives, facts)}, müssen Sie nicht übernehmen. Die Anfrage ist erledigt.`,
  swapWhy: (why) => `Der genannte Grund: ${why}`,
  subject: (deskName) => `Dienst für ${deskName}`,
  drillText: ({ deskName, code, from, ...seen }) =>
    `TEST, kein Fall. Ihr Dienst für ${deskName} beginnt am ${written(from, seen)}. Antworten Sie ${code}, dann wissen wir, dass unsere SMS Sie erreichen.`,
  drillSpoken: (deskName) =>
    `Der Support von ${deskName}. Das ist ein Test vor Ihrem Dienst. Es geht um keinen Fall.`,
  drillKeys: 'Drücken Sie 1, damit wir wissen, dass unsere Anrufe Sie erreichen, 9 zum Wiederholen.',
  drillHeard: 'Danke. Unsere Anrufe erreichen Sie. Auf Wiederhören.',
  drillGivesWay:
    'Das war nur ein Test, aber jetzt werden Sie für einen Fall gebraucht. Legen Sie bitte auf: Wir rufen Sie sofort wieder an.',
  drillPast: 'Das war ein Testanruf. Er ist vorbei, und Sie müssen nichts tun. Auf Wiederhören.',
  drillThanks: 'Danke: Unsere SMS erreichen Sie.',
  numberReplaced: ({ channel, before, after }, link) =>
    `Ihre Nummer für unsere ${channel === 'sms' ? 'SMS' : 'Anrufe'} wurde durch eine eingelesene Liste geändert: Sie endet jetzt auf ${after}, nicht mehr auf ${before}, und ist nicht bestätigt. Code anfordern oder ändern: ${link}`,
  numberSubject: 'Ihre Nummer wurde geändert',
  codeText: (code) => `${code} ist Ihr Code für Afterhours. Er gilt 10 Minuten. Sagen Sie ihn niemandem.`,
  codeSpoken: (digits) =>
    `Hier ist Afterhours. Ihr Code ist ${digits}. Noch einmal: ${digits}. Auf Wiederhören.`,
};
