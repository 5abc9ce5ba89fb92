import { listIn } from './list.ts';
import type { PeopleWords } from './people-words.ts';
import type { DrillMiss } from './phrases.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('sv-SE');
const all = listIn('sv-SE', 'conjunction');
const misses: Readonly<Record<DrillMiss, string>> = {
  'no-answer': 'inget svar',
  busy: 'upptaget',
  'no-key': 'besvarat utan knapptryckning',
  'no-reply': 'inget svar på sms:et',
  failed: 'misslyckades',
  'not-asked': 'gick inte att skicka',
};

/** People and how they are reached, in Swedish. */
export const swedishPeople: PeopleWords = {
  title: 'Personer',
  heading: 'Personer med jour',
  intro: {
    before: 'Vilka som söks, i den här ordningen, och om de går att nå. Ändras med',
    after: ', och av var och en själv vid sitt namn.',
  },
  cardLink: 'Kontaktkort',
  cardHint: ': alla nummer som sökningar kommer från, så att telefoner släpper igenom dem på natten.',
  accountsLink: 'Konton och API-nycklar',
  accountsHint: ': vilka som får logga in här.',
  noPeople: 'Ingen kan sökas: inga personer är importerade.',
  others: 'Utan jour nu',
  othersCaption: 'Personer som inte har jour',
  nobodyAt: (desk) =>
    `Ingen har jour för ${desk}: ett samtal som ska söka någon når ingen förrän någon har det.`,
  caption: (desk) => `Jour för ${desk}`,
  columns: { person: 'Person', role: 'Roll', sms: 'Sms', voice: 'Samtal' },
  contact: {
    noNumber: 'inget nummer',
    states: { ok: 'fungerar', 'opted-out': 'har avböjt sms', dead: 'numret fungerar inte' },
    since: (when) => `sedan ${when}`,
    reason: (reason) => (reason === 'their own text' ? 'personens eget sms' : reason),
    notVerified: 'inte bekräftat',
    testRuns: 'prov pågår',
    reachedBy: { key: 'nådd, knapp', code: 'nådd, kod', ok: 'nådd, svarade ”ok”' },
    missed: (why, code) => `inte nådd: ${misses[why]}${code === undefined ? '' : `, ${code}`}`,
    notTested: 'inte provat',
    neverReached: 'aldrig nådd',
  },
  person: {
    offDuty: 'Har ingen jour nu.',
    onDuty: (seats) => `Har jour nu: ${all(seats.map(({ desk, role }) => `${desk} som ${role}`))}.`,
    all: 'Alla personer',
    voice: { title: 'Samtal', how: 'Koden läses upp i ett samtal.', send: 'Ring med en kod' },
    sms: { title: 'Sms', how: 'Koden kommer som sms.', send: 'Skicka en kod' },
    number: 'Nummer',
    sameOrOther: 'Det här numret, eller ett annat',
    whenUsed: 'Ett annat nummer används när dess kod har kommit tillbaka.',
    nobodysYet: 'inte bekräftat: ingen har visat att det är rätt persons nummer',
    verified: 'bekräftat',
    code: 'Kod',
    codeSent: (number, until) => `skickad till ${number}, gäller till ${until}`,
    codeLost: (number) => `Koden nådde inte ${number}. Kontrollera numret, eller försök igen`,
    sendCode: 'Det här är koden',
    lines: {
      label: 'Samtidiga samtal',
      hint: '1, utom för en växel. Gäller bara kunder som kopplas till en telefonist: larm kommer ett i taget.',
      save: 'Spara',
      several: (n) => `${n} samtidiga samtal från kunder som söker en telefonist`,
    },
    quiet: {
      label: 'Tyst tid',
      hint: 'Från och till, efter klockan där linjen hör hemma, som 21:00-07:00; tomt: ingen. Sms som kan vänta kommer när den är slut. Sökningar, larm, prov och svar kommer genast ändå.',
      save: 'Spara',
      are: (hours) => `Tyst tid: ${hours}. Sms som kan vänta kommer när den är slut.`,
    },
    night: 'På natten',
    nightHow: {
      before: 'En telefon som är ställd på tyst släpper bara igenom dem den känner. Lägg in',
      card: 'kontaktkortet',
      after:
        ' i den. På en iPhone: öppna kontakten och slå på det som släpper igenom den i tyst läge (på engelska Emergency Bypass), under Ringsignal och under Sms-ton. På Android: stjärnmärk kontakten, och tillåt stjärnmärkta kontakter under Stör ej.',
    },
  },
  card: {
    name: 'Afterhours sökningar',
    pages: 'Sökningar',
    pagesBy: (carrier) => `Sökningar via ${carrier}`,
    note: 'Sökningar, prov och larm kommer från de här numren. Släpp igenom kontakten på natten: på en iPhone under dess Ringsignal och Sms-ton (på engelska Emergency Bypass), på Android med en stjärna, och stjärnmärkta kontakter som undantag under Stör ej.',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-lines':
        return `Skriv ett helt tal från 1 till ${fault.most}: så många samtal på samma gång`;
      case 'no-voice':
        return 'Det finns inget nummer för samtal som kan ha flera linjer';
      case 'no-quiet':
        return `Skriv från och till, som 21:00-07:00, högst ${fault.most} timmar; eller lämna det tomt`;
      case 'no-person':
        return 'Personen finns inte längre';
      case 'no-number':
        return 'Det här är inget telefonnummer: skriv det med landsnummer, som +46701740650';
      case 'no-token':
        return 'Ingen kod kan skickas: tjänsten saknar operatörens hemliga nyckel (auth token)';
      case 'anothers':
        return 'Någon annan har redan det här numret. Var och en behöver ett eget: ändra den andra personens först';
      case 'no-desk':
        return 'Det finns ingen linje som kan skicka en kod';
      case 'too-many':
        return 'Flera koder har skickats den senaste timmen. Vänta en timme innan nästa';
      case 'phone-busy':
        return 'Den telefonen har ett samtal från oss just nu. Försök igen när det är slut';
      case 'no-code':
        return `Ingen kod gäller längre: en kod gäller i ${fault.minutes} minuter. Låt skicka en ny`;
      case 'wrong-code':
        if (fault.left === 0) return 'Det var fel kod, för sista gången. Låt skicka en ny';
        return `Det är fel kod. ${plural(fault.left, { one: '1 försök återstår', other: `${fault.left} försök återstår` })}`;
    }
  },
};
