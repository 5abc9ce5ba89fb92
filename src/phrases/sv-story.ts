import { pluralIn } from './plural.ts';
import type { StoryWords } from './story-words.ts';

const plural = pluralIn('sv-SE');

/** The picture of a case's story in Swedish. */
export const swedishStory: StoryWords = {
  title: 'Förloppet',
  parts: 'Del av förloppet',
  beginning: 'Början',
  untilAcceptance: 'Tills någon tog det',
  whole: 'Alla samtal och sökningar',
  wideLabel: (number) => `Förloppet för ${number} i tid; tabellerna nedanför säger samma sak`,
  tallLabel: (number) => `Förloppet för ${number}, tiden nedåt; tabellerna nedanför säger samma sak`,
  caller: 'Kund',
  theCaller: 'uppringare',
  sms: 'sms',
  voice: 'samtal',
  menu: 'meny',
  holding: 'väntar',
  talking: 'i samtal',
  talkingWith: (name) => `i samtal med ${name}`,
  toAcceptance: 'tills någon tog det',
  bridged: (time) => `kopplade ${time}`,
  accepted: 'Taget',
  acceptedBy: (name) => `Taget av ${name}`,
  round: (round) => `Omgång ${round}`,
  pages: (count) => plural(count, { one: '1 sökning', other: `${count} sökningar` }),
  rang: (length) => `inget svar, ringde ${length}`,
  legend: {
    label: 'Tecken',
    sms: 'sms skickat, framme',
    notDelivered: 'kom inte fram',
    rings: 'telefonen ringer',
    voicemail: 'röstbrevlåda',
    listening: 'svarade, lyssnar',
    key: 'knapp tryckt',
    talking: 'i samtal',
    stoodDown: 'avblåst',
  },
};
