import type { OperatorPhrases } from './operator-phrases.ts';

/** The same in Italian. */
export const italianOperator: OperatorPhrases = {
  whisper: ({ deskName, spokenNumber, caller }) =>
    `Chiamata per l'assistenza ${deskName}, da ${caller ?? 'un numero nascosto'}. Caso ${spokenNumber}.`,
  whisperKeys: 'Prema 1 per prendere la chiamata, 2 per passarla ad altri.',
  connecting: 'Vi mettiamo in comunicazione.',
  transferOffer: (targets) =>
    `${targets
      .map(
        ({ name, blindKey, warmKey }) =>
          `Per ${name} prema ${blindKey}, oppure ${warmKey} per restare in linea.`,
      )
      .join(' ')} Con ogni altro tasto torna alla chiamata.`,
  transferClosed: "Ora l'assistenza è chiusa. Torna alla chiamata.",
  transferred: (name) => `La chiamata passa a ${name}. Arrivederci.`,
  transferredByHand: 'La chiamata passa ad altri. Arrivederci.',
  transferStarted: (name) => `Chiamiamo ${name}. Lei torna alla chiamata e riaggancia quando vuole.`,
  transferNot: (name) => `Ora non possiamo chiamare ${name}. Torna alla chiamata.`,
  hold: ({ ringing, listening, transfers }) => {
    if (transfers)
      return ringing > 0 ? "Stiamo chiamando l'assistenza." : "Cerchiamo qualcuno dell'assistenza.";
    if (listening > 0) return "L'operatore ha risposto.";
    return ringing > 0 ? "Squilla il telefono dell'operatore." : "Stiamo chiamando l'operatore.";
  },
  connected: "La mettiamo in comunicazione con l'operatore.",
  aside: "Un momento, per favore. L'operatore torna subito.",
  onTransfer: "La mettiamo in comunicazione con l'assistenza. Resti in linea.",
};
