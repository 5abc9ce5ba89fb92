import { pluralIn } from './plural.ts';
import type { StoryWords } from './story-words.ts';

const plural = pluralIn('it-IT');

/** The picture of a case's story in Italian. */
export const italianStory: StoryWords = {
  title: 'La storia',
  parts: 'Parte della storia',
  beginning: "L'inizio",
  untilAcceptance: 'Fino alla presa in carico',
  whole: 'Tutte le chiamate e i tentativi',
  wideLabel: (number) => `La storia di ${number} nel tempo; le tabelle sotto dicono lo stesso`,
  tallLabel: (number) => `La storia di ${number}, il tempo verso il basso; le tabelle sotto dicono lo stesso`,
  caller: 'Cliente',
  theCaller: 'chi ha chiamato',
  sms: 'SMS',
  voice: 'voce',
  menu: 'menu',
  holding: 'in attesa',
  talking: 'in conversazione',
  talkingWith: (name) => `parla con ${name}`,
  toAcceptance: 'fino alla presa in carico',
  bridged: (time) => `collegati ${time}`,
  accepted: 'Preso',
  acceptedBy: (name) => `Accettato da ${name}`,
  round: (round) => `Giro ${round}`,
  pages: (count) => plural(count, { one: '1 tentativo', other: `${count} tentativi` }),
  rang: (length) => `nessuna risposta, squilli per ${length}`,
  legend: {
    label: 'Segni',
    sms: 'SMS inviato, consegnato',
    notDelivered: 'non consegnato',
    rings: 'il telefono squilla',
    voicemail: 'segreteria',
    listening: 'risposto, ascolta',
    key: 'tasto premuto',
    talking: 'in conversazione',
    stoodDown: 'non serve più',
  },
};
