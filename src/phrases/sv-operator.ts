import type { OperatorPhrases } from './operator-phrases.ts';

/** The same in Swedish. */
export const swedishOperator: OperatorPhrases = {
  whisper: ({ deskName, spokenNumber, caller }) =>
    `Samtal till ${deskName} support, från ${caller ?? 'hemligt nummer'}. Ärende ${spokenNumber}.`,
  whisperKeys: 'Tryck 1 för att ta samtalet, 2 för att skicka det vidare.',
  connecting: 'Ni kopplas ihop.',
  transferOffer: (targets) =>
    `${targets
      .map(
        ({ name, blindKey, warmKey }) =>
          `Koppla till ${name}: tryck ${blindKey}, eller ${warmKey} om du vill vara kvar på linjen.`,
      )
      .join(' ')} Annan knapp: tillbaka till samtalet.`,
  transferClosed: 'Supporten är stängd nu. Du kopplas tillbaka till samtalet.',
  transferred: (name) => `Samtalet kopplas till ${name}. Hej då.`,
  transferredByHand: 'Samtalet kopplas vidare. Hej då.',
  transferStarted: (name) =>
    `Vi ringer ${name}. Du kopplas tillbaka till samtalet och lägger på när du vill.`,
  transferNot: (name) => `Det går inte att nå ${name} nu. Du kopplas tillbaka till samtalet.`,
  hold: ({ ringing, listening, transfers }) => {
    if (transfers) return ringing > 0 ? 'Vi ringer upp supporten.' : 'Vi söker någon i supporten.';
    if (listening > 0) return 'Telefonisten har lyft luren.';
    return ringing > 0 ? 'Det ringer hos telefonisten.' : 'Telefonisten rings upp.';
  },
  connected: 'Du kopplas till telefonisten.',
  aside: 'Ett ögonblick. Telefonisten är strax tillbaka.',
  onTransfer: 'Du kopplas till supporten. Vänta kvar.',
};
