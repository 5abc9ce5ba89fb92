import type { OperatorPhrases } from './operator-phrases.ts';

/** What operators and their callers hear, in English. */
export const englishOperator: OperatorPhrases = {
  whisper: ({ deskName, spokenNumber, caller }) =>
    `Call for ${deskName} support, from ${caller ?? 'a hidden number'}. Case ${spokenNumber}.`,
  whisperKeys: 'Press 1 to take the call, 2 to pass it on.',
  connecting: 'You are being connected.',
  transferOffer: (targets) =>
    `${targets
      .map(
        ({ name, blindKey, warmKey }) => `For ${name}, press ${blindKey}, or ${warmKey} to stay on the line.`,
      )
      .join(' ')} Any other key takes you back to the caller.`,
  transferClosed: 'Support is closed now. You are going back to the caller.',
  transferred: (name) => `The caller is being connected to ${name}. Goodbye.`,
  transferredByHand: 'The caller is being connected. Goodbye.',
  transferStarted: (name) =>
    `${name} is being called. You are going back to the caller; hang up when you like.`,
  transferNot: (name) => `${name} cannot be called now. You are going back to the caller.`,
  hold: ({ ringing, listening, transfers }) => {
    if (transfers)
      return ringing > 0 ? 'We are ringing our support staff.' : 'We are looking for somebody in support.';
    if (listening > 0) return 'The operator has picked up.';
    return ringing > 0 ? 'The operator’s phone is ringing.' : 'We are calling the operator.';
  },
  connected: 'You are being connected to the operator.',
  aside: 'One moment, please. The operator will be back shortly.',
  onTransfer: 'You are being connected to support. Please hold.',
};
