import { dayAndTime } from './day-and-time.ts';
import type { DutyPhrases, HandoffFacts, SwapFacts } from './duty-phrases.ts';
import { italianCalendar } from './it-calendar.ts';

function what({ role, seat }: { role: string; seat: string | undefined }): string {
  return `${italianCalendar.role(role)}${seat === undefined ? '' : ` (${seat})`}`;
}

function whatUntil({ timeZone, now, turns }: HandoffFacts): string {
  const each = turns.map((turn) => {
    const until =
      turn.until === undefined ? 'nuovo avviso' : dayAndTime(turn.until, { timeZone, now, language: 'it' });
    return `fino a ${until}${turn.withPauses ? ', con pause,' : ''} come ${what(turn)}`;
  });
  return each.join(', ');
}

function span({ from, to }: { from: Date; to: Date }, { timeZone, now }: SwapFacts): string {
  const seen = { timeZone, now, language: 'it' };
  return `da ${dayAndTime(from, seen)} a ${dayAndTime(to, seen)}`;
}

/** The same in Italian. "Lei è" stands where "È" would: texts have no È. */
export const italianDuty: DutyPhrases = {
  onDuty: (facts) => `Lei è di turno per ${facts.deskName} ${whatUntil(facts)}.`,
  offDuty: ({ deskName, turns }) =>
    `Il Suo turno per ${deskName} è finito: ${turns.map((turn) => `come ${what(turn)} subentra ${turn.successor}`).join('; ')}.`,
  reminder: (facts) =>
    `Il Suo turno per ${facts.deskName} comincia ${dayAndTime(facts.from, { ...facts, language: 'it' })}, ${whatUntil(facts)}.`,
  swapAsked: (facts, link) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : `, e farà il Suo ${span(takes, facts)}`;
    return `${askedBy} Le chiede di fare il turno come ${what({ role, seat: undefined })} per ${deskName} ${span(gives, facts)}${back}. Risponda sì o no: ${link}`;
  },
  swapGranted: (facts) => {
    const { askedOf, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` Lei fa il turno ${span(takes, facts)}.`;
    return `Cambio accettato: ${askedOf} fa il Suo turno per ${deskName} ${span(gives, facts)}.${back}`;
  },
  swapTaken: (facts) => {
    const { askedBy, role, deskName, gives, takes } = facts;
    const back = takes === undefined ? '' : ` ${askedBy} fa il Suo ${span(takes, facts)}.`;
    return `Ha preso il turno di ${askedBy}: ${what({ role, seat: undefined })} per ${deskName} ${span(gives, facts)}.${back}`;
  },
  swapRefused: (facts) =>
    `Cambio rifiutato: ${facts.askedOf} non fa il Suo turno per ${facts.deskName} ${span(facts.gives, facts)}. Il turno resta Suo.`,
  swapOver: (facts) =>
    `Non deve fare il turno di ${facts.askedBy} per ${facts.deskName} ${span(facts.gives, facts)}: la richiesta è chiusa.`,
  swapWhy: (why) => `Il motivo indicato: ${why}`,
  subject: (deskName) => `Turno per ${deskName}`,
  drillText: ({ deskName, code, from, ...seen }) =>
    `PROVA, nessun caso. Il Suo turno per ${deskName} comincia ${dayAndTime(from, { ...seen, language: 'it' })}. Risponda ${code} per confermare che i nostri SMS Le arrivano.`,
  drillSpoken: (deskName) =>
    `Assistenza ${deskName}. Questa è una prova prima del Suo turno. Non c'è nessun caso.`,
  drillKeys: 'Prema 1 per confermare che le nostre chiamate Le arrivano, 9 per riascoltare.',
  drillHeard: 'Grazie. Le nostre chiamate Le arrivano. Arrivederci.',
  drillGivesWay: 'Era solo una prova, ma ora un caso ha bisogno di Lei. Riagganci: La richiamiamo subito.',
  drillPast: 'Era una chiamata di prova, ed è finita. Non deve fare nulla. Arrivederci.',
  drillThanks: 'Grazie: i nostri SMS Le arrivano.',
  numberReplaced: ({ channel, before, after }, link) =>
    `Il Suo numero per ${channel === 'sms' ? 'i nostri SMS' : 'le nostre chiamate'} è cambiato con un elenco importato: ora finisce con ${after}, non più con ${before}. Non è verificato. Chieda un codice o lo cambi: ${link}`,
  numberSubject: 'Il Suo numero è cambiato',
  codeText: (code) => `${code} è il Suo codice per Afterhours. Vale 10 minuti. Non lo dica a nessuno.`,
  codeSpoken: (digits) => `Qui Afterhours. Il Suo codice è ${digits}. Ripeto: ${digits}. Arrivederci.`,
};
