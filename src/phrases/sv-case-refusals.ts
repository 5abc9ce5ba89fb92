import { isPlain, type PlainRefusals } from './case-refusal-words.ts';
import type { CaseWords } from './case-words.ts';
import { swedishRegister } from './sv-register.ts';

const plain: PlainRefusals = {
  'not-closed': 'Ärendet är inte avslutat.',
  closed: 'Ärendet är avslutat. Öppna det igen först.',
  'work-begun': 'Arbetet är påbörjat, och ärendet väntar inte på något.',
  'assessment-stands': 'En ersättningsenhet är skickad: bedömningen ligger fast.',
  'old-unit-out': 'En ersättningsenhet är skickad, och den gamla enheten är inte återsänd.',
  'not-assessed':
    'Spara bedömningen först: är det verkligen hårdvaran? Utan den skickas ingen ersättningsenhet.',
  'not-hardware': 'Bedömningen säger att det inte är hårdvaran. Ändra den först, om den var fel.',
  'nothing-sent': 'Ingen ersättningsenhet är skickad.',
  'arrived-already': 'Att den är mottagen är redan noterat.',
  'no-return-awaited': 'Ingen ersättningsenhet är skickad, så ingen gammal enhet väntas tillbaka.',
  'return-over': 'Den gamla enheten väntas inte längre.',
  'not-arrived': 'Notera först att ersättningsenheten är mottagen.',
  'no-old-unit': 'Ingen gammal enhet väntas tillbaka.',
  'out-of-scope-already': 'Ärendet är redan markerat som utanför åtagandet.',
  'old-unit-not-back':
    'Den gamla enheten är inte återsänd. Notera först att den är det, eller att den inte kommer tillbaka.',
  'office-closed': 'Ingen kan nås efter telefonisten nu: kontoret är stängt.',
  'code-missing': 'Välj en av avslutsorsakerna.',
  'build-or-reason-missing':
    'Ange först programversionen som rättar felet, eller skriv varför det inte finns någon.',
  'time-past': 'Välj en tid som inte har varit.',
  erased: 'Personuppgifterna i ärendet är raderade: registrera ett nytt ärende i stället.',
  'note-empty': 'Anteckningen är tom, eller längre än 4000 tecken.',
  'nobody-in-contact': 'Välj vem som har kontakt med kunden.',
  'build-malformed': 'En programversion har bokstäver, siffror, punkter och bindestreck, som 7.2.118.',
  'no-assignee': 'Välj vem som ska ha ärendet.',
  'no-wait': 'Skriv vad ärendet väntar på.',
  'wait-time-malformed': 'Skriv tiden med datum, som 2026-11-05T14:00.',
  'no-assessment': 'Välj om det är hårdvaran eller inte.',
  'no-shipment': 'Skriv vad som skickas, och vart.',
  'no-write-off-reason': 'Skriv varför den inte kommer tillbaka.',
  'no-scope-reason': 'Skriv varför: kunden får veta det.',
  'mail-empty': 'Meddelandet är tomt.',
  'no-reopening-reason': 'Skriv varför ärendet öppnas igen.',
};

/** Why something is not done to a case, in Swedish. */
export const swedishCaseRefusals: CaseWords['refusal'] = (why) => {
  if (isPlain(why, plain)) return plain[why.kind];
  switch (why.kind) {
    case 'no-such-case':
      return `Det finns inget ärende ${why.number}.`;
    case 'has-status':
      return `${why.number} är redan ${swedishRegister.status(why.status)}.`;
    case 'contact-known':
      return `${why.number} är i kontakt: det är redan noterat.`;
    case 'nobody-paged':
      return `Ingen söks för ${why.number}.`;
    case 'no-such-person':
      return `Ingen i personlistan heter ${why.person}.`;
    case 'no-such-desk':
      return `Linjen ${why.desk} finns inte längre.`;
    case 'theirs-already':
      return `${why.name} har redan ärendet.`;
    case 'cannot-be-told':
      return `${why.name} kan varken nås med sms eller mejl. Lägg först in ett nummer eller en adress.`;
    case 'caller-gone':
      return `Den som ringde om ${why.number} är inte kvar på linjen.`;
    case 'not-callable':
      return `${why.name} kan inte ringas för ${why.number} just nu.`;
  }
};
