import type { RefusedWords } from './refused-words.ts';
import { swedishBar } from './sv-bar.ts';

/** Refusals in Swedish. */
export const swedishRefused: RefusedWords = {
  firstPage: 'Till första sidan',
  unchanged: 'Inget ändrades',
  otherSession:
    'Formuläret är inte från den här inloggningen: du kan ha loggat in på nytt sedan det öppnades. Gå tillbaka, ladda om sidan och skicka det igen.',
  otherSite: 'Formuläret kom från en annan webbplats.',
  notForRole: (role) =>
    `Du är inloggad som ${swedishBar.roles[role]} och får inte göra det här. Fråga en arbetsledare.`,
  notYourDuty: 'Du kan bara ändra din egen frånvaro och dina egna pass. Fråga en arbetsledare.',
  notYourNumber: 'Nummer ändras av personen själv, eller av en arbetsledare.',
  notYourLines: 'Hur många samtal ett nummer tar emot ändras av en arbetsledare.',
  notYourQuiet: 'Tyst tid ändras av personen själv, eller av en arbetsledare.',
  noDesk: 'Ingen sådan linje',
  noDeskHint: 'Inget skript beskriver den.',
  noPerson: 'Ingen sådan person',
  noPersonHint: 'Ingen med den nyckeln kan sökas.',
};
