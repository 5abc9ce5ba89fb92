import { pluralIn } from './plural.ts';
import type { StoryWords } from './story-words.ts';

const plural = pluralIn('de-DE');

/** The picture of a case's story in German. */
export const germanStory: StoryWords = {
  title: 'Der Verlauf',
  parts: 'Teil des Verlaufs',
  beginning: 'Der Anfang',
  untilAcceptance: 'Bis zur Übernahme',
  whole: 'Alle Anrufe und Kontaktversuche',
  wideLabel: (number) => `Der Verlauf von ${number} in der Zeit; die Tabellen darunter sagen dasselbe`,
  tallLabel: (number) => `Der Verlauf von ${number}, die Zeit abwärts; die Tabellen darunter sagen dasselbe`,
  caller: 'Kunde',
  theCaller: 'Anrufer',
  sms: 'SMS',
  voice: 'Anruf',
  menu: 'Menü',
  holding: 'wartet',
  talking: 'im Gespräch',
  talkingWith: (name) => `im Gespräch mit ${name}`,
  toAcceptance: 'bis zur Übernahme',
  bridged: (time) => `verbunden ${time}`,
  accepted: 'Vergeben',
  acceptedBy: (name) => `Übernommen von ${name}`,
  round: (round) => `Runde ${round}`,
  pages: (count) => plural(count, { one: '1 Versuch', other: `${count} Versuche` }),
  rang: (length) => `keine Antwort, klingelte ${length}`,
  legend: {
    label: 'Zeichen',
    sms: 'SMS gesendet, zugestellt',
    notDelivered: 'nicht zugestellt',
    rings: 'Telefon klingelt',
    voicemail: 'Mailbox',
    listening: 'abgehoben, hört zu',
    key: 'Taste gedrückt',
    talking: 'im Gespräch',
    stoodDown: 'abbestellt',
  },
};
