import { readTogether } from './load.ts';
import type { Script } from './script.ts';

/** A Swedish desk whose callers can choose English: every kind of sentence in both. */
export const norrskenText = `
desk: norrsken
name: Norrsken Drift
language: sv-SE
voice: Polly.Elin-Neural
also_in: { en-US: { voice: Polly.Ruth-Neural } }
time_zone: Europe/Stockholm
country: SE
numbers: ['+46858460699']
case_numbers: { prefix: NORR, first: 100 }
mail:
  address: stod@norrsken.example
  spoken: { sv-SE: stöd snabel-a norrsken punkt example, en-US: stod at norrsken dot example }

coverage:
  hours:
    monday: [08:00-17:00]
    tuesday: [08:00-17:00]
    wednesday: [08:00-17:00]
    thursday: [08:00-17:00]
    friday: [08:00-17:00]
  public_holidays: closed

plans:
  jour:
    page: [{ role: technician, people: 1 }]
    by: [sms, voice]
    retry_after_seconds: [60]

call_back_number:
  ask:
    sv-SE: Ditt nummer är hemligt. Slå numret som vi kan ringa dig på, och sedan fyrkant.
    en-US: Your number is hidden. Key the number we can call you back on, then pound.
  read_back:
    sv-SE: Jag har {number}. Tryck 1 om det stämmer, 2 för att slå om.
    en-US: I have {number}. Press 1 if that is right, 2 to key it again.
  wrong: { sv-SE: Det numret kan jag inte ringa., en-US: That is not a number I can call. }

start: main

nodes:
  main:
    menu:
      say: '{desk}.'
      choices:
        - key: 1
          name: Driftstopp
          say: { sv-SE: 'För driftstopp, tryck ett.', en-US: 'For an outage, press one.' }
          hear: { sv-SE: [driftstopp, allt är nere], en-US: [outage, system down] }
          go: stopp
        - key: 2
          name: Fråga
          say: { sv-SE: 'För en fråga, tryck två.', en-US: 'For a question, press two.' }
          hear: { sv-SE: [fråga], en-US: [question] }
          go: fraga
        - key: 9
          name: English
          say: For English, press nine.
          hear: [English, engelska]
          go: english
      sorry:
        silent: { sv-SE: Jag hörde dig inte., en-US: I did not hear you. }
        wrong: { sv-SE: Det valet finns inte., en-US: That is no choice. }
      otherwise: fraga

  english:
    language: { to: en-US, then: welcome }

  # Only who has chosen English comes here.
  welcome:
    say: { lines: You have chosen English., then: main }

  stopp:
    open_case:
      kind: severity
      severity: 1
      summary: Driftstopp
      page: jour
      say:
        sv-SE: ['Ditt ärende är {case_number}.', '{people: En person | # personer} rings upp nu.']
        en-US: ['Your case is {case_number}.', '{people: One person is | # people are} being called now.']
      then: wait

  fraga:
    open_case:
      kind: unsorted
      summary: Fråga
      answered:
        in_hours: { sv-SE: inom en timme, en-US: within an hour }
        after_hours: { sv-SE: nästa arbetsdag, en-US: on the next working day }
      say:
        sv-SE: ['Ditt ärende är {case_number}.', 'Vi öppnar {opens}.', 'Vi svarar {answered}.']
        en-US: ['Your case is {case_number}.', 'We open {opens}.', 'We will answer {answered}.']
      then: more

  more:
    menu:
      choices:
        - key: 1
          name: Svar med sms
          say: { sv-SE: 'För ett sms, tryck ett.', en-US: 'For a text message, press one.' }
          go: text
        - key: 9
          name: English
          say: For English, press nine.
          go: to-english
      if_silent: message
      otherwise: message

  to-english:
    language: { to: en-US, then: more }

  text:
    text:
      body:
        sv-SE: '{desk}: ditt ärende är {case_number}. Vi öppnar {opens}. Skriv till {mail}.'
        en-US: '{desk}: your case is {case_number}. We open {opens}. Write to {mail}.'
      say: { sv-SE: Ett sms är på väg., en-US: A text message is on its way. }
      then: bye

  message:
    record:
      say:
        sv-SE: Tala efter signalen. Meddelandet spelas in.
        en-US: Please speak after the beep. This is recorded.
      say_again: { sv-SE: Jag hörde inget., en-US: I heard nothing. }
      then: bye

  wait:
    hold:
      say: { sv-SE: Vänta kvar., en-US: Please hold. }
      choices:
        - key: 1
          name: Meddelande
          say: { sv-SE: 'För ett meddelande, tryck ett.', en-US: 'For a message, press one.' }
          go: message

  bye:
    end:
      say:
        sv-SE: ['Tack. Ditt ärende är {case_number}.', 'Vi svarar {answered}.', 'Skriv till {mail}.']
        en-US: ['Thank you. Your case is {case_number}.', 'We will answer {answered}.', 'Write to {mail}.']
`;

export function norrskenScript(): Script {
  const { scripts, faults } = readTogether([{ file: 'norrsken.yaml', text: norrskenText }]);
  const [script] = scripts;
  if (script === undefined) throw new Error(`the script has faults: ${JSON.stringify(faults, null, 1)}`);
  return script;
}
