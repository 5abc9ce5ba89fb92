import type { OperatorPhrases } from './operator-phrases.ts';

/** The same in German. */
export const germanOperator: OperatorPhrases = {
  whisper: ({ deskName, spokenNumber, caller }) =>
    `Anruf für den Support von ${deskName}, von ${caller ?? 'einer unterdrückten Nummer'}. Fall ${spokenNumber}.`,
  whisperKeys: 'Drücken Sie 1, um den Anruf anzunehmen, 2, um ihn weiterzugeben.',
  connecting: 'Sie werden verbunden.',
  transferOffer: (targets) =>
    `${targets
      .map(
        ({ name, blindKey, warmKey }) =>
          `Für ${name} drücken Sie ${blindKey}, oder ${warmKey}, um in der Leitung zu bleiben.`,
      )
      .join(' ')} Jede andere Taste führt zurück zum Anrufer.`,
  transferClosed: 'Der Support ist jetzt geschlossen. Sie kommen zurück zum Anrufer.',
  transferred: (name) => `Der Anrufer wird mit ${name} verbunden. Auf Wiederhören.`,
  transferredByHand: 'Der Anrufer wird verbunden. Auf Wiederhören.',
  transferStarted: (name) =>
    `${name} wird angerufen. Sie kommen zurück zum Anrufer; legen Sie auf, wann Sie möchten.`,
  transferNot: (name) => `${name} kann jetzt nicht angerufen werden. Sie kommen zurück zum Anrufer.`,
  hold: ({ ringing, listening, transfers }) => {
    if (transfers) return ringing > 0 ? 'Wir rufen den Support an.' : 'Wir suchen jemanden im Support.';
    if (listening > 0) return 'Die Telefonzentrale hat abgehoben.';
    return ringing > 0 ? 'Es klingelt in der Telefonzentrale.' : 'Wir rufen die Telefonzentrale an.';
  },
  connected: 'Sie werden mit der Telefonzentrale verbunden.',
  aside: 'Einen Moment bitte. Die Telefonzentrale ist gleich wieder da.',
  onTransfer: 'Sie werden mit dem Support verbunden. Bleiben Sie bitte in der Leitung.',
};
