import { readTogether } from './load.ts';
import type { Script } from './script.ts';

/** An Italian desk whose customers are told by mail, as somebody who adds a language would write one. */
const collinaText = `
desk: collina
name: Collina Software
language: it-IT
voice: Polly.Bianca-Neural
time_zone: Europe/Rome
country: IT
numbers: ['+390612345670']
case_numbers: { prefix: COLL, first: 100 }
mail:
  address: assistenza@collina.example
  spoken: assistenza chiocciola collina punto example
  tell_customers: true
closing_codes:
  - { code: solved, words: { it: Risolto } }

coverage:
  hours:
    monday: [09:00-13:00, 14:00-18:00]
    tuesday: [09:00-13:00, 14:00-18:00]
    wednesday: [09:00-13:00, 14:00-18:00]
    thursday: [09:00-13:00, 14:00-18:00]
    friday: [09:00-13:00, 14:00-18:00]
  public_holidays: closed

plans:
  reperibile:
    page: [{ role: technician, people: 1 }]
    by: [sms, voice]
    retry_after_seconds: [60]

call_back_number:
  ask: Il Suo numero è nascosto. Digiti il numero a cui possiamo richiamarLa, e poi cancelletto.
  read_back: Ho il numero {number}. Prema 1 se è giusto, 2 per digitarlo di nuovo.
  wrong: Non posso chiamare quel numero.

start: main

nodes:
  main:
    menu:
      say: Assistenza {desk}.
      choices:
        - key: 1
          name: Fermo totale
          say: Se non può lavorare, prema uno.
          hear: [fermo, non funziona nulla]
          go: fermo
        - key: 2
          name: Domanda
          say: Per una domanda, prema due.
          hear: [domanda]
          go: domanda
      sorry: { silent: Non ho sentito nulla., wrong: Quella scelta non esiste. }
      otherwise: domanda

  fermo:
    open_case:
      kind: severity
      severity: 1
      summary: Fermo totale
      page: reperibile
      say: ['Il Suo numero di caso è {case_number}.', '{people: Chiamiamo una persona | Chiamiamo # persone}.']
      then: wait

  domanda:
    open_case:
      kind: unsorted
      summary: Domanda
      answered: { in_hours: entro un'ora, after_hours: il prossimo giorno lavorativo }
      say: ['Il Suo numero di caso è {case_number}.', 'Apriamo {opens}.']
      then: bye

  wait:
    hold: { say: Resti in linea., choices: [] }

  bye:
    end:
      say: ['Grazie. Il Suo numero di caso è {case_number}.', 'Rispondiamo {answered}.', 'Scriva a {mail}.']
`;

export function collinaScript(): Script {
  const { scripts, faults } = readTogether([{ file: 'collina.yaml', text: collinaText }]);
  const [script] = scripts;
  if (script === undefined) throw new Error(`the script has faults: ${JSON.stringify(faults, null, 1)}`);
  return script;
}
