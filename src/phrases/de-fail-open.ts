import type { FailOpenPhrases } from './fail-open-phrases.ts';

export const germanFailOpen: FailOpenPhrases = {
  greeting: (deskName) => `Der Support von ${deskName}. Unser automatisches System ist gestört.`,
  greetingWithoutPeople: (deskName) =>
    `Der Support von ${deskName}. Unser automatisches System ist gestört, und von hier aus kann niemand angerufen werden.`,
  orWrite: (spokenMail) => `Sie können auch an ${spokenMail} schreiben.`,
  calling:
    'Wenn es warten kann, rufen Sie bitte später wieder an. Ich rufe jetzt für Sie an, wer Bereitschaft hat: Bleiben Sie in der Leitung.',
  helpedOrAgain:
    'Wenn Ihnen jemand geholfen hat, können Sie jetzt auflegen. Wenn nicht, bleiben Sie bitte in der Leitung: Ich rufe wieder an.',
  helpedOrNobody:
    'Wenn Ihnen jemand geholfen hat, können Sie jetzt auflegen. Wenn nicht: Es tut mir leid, niemand konnte Ihren Anruf annehmen.',
  leaveMessage:
    'Nennen Sie nach dem Signalton bitte Ihren Namen, Ihre Firma, Ihre Telefonnummer und was geschehen ist. Die Nachricht wird aufgezeichnet. Drücken Sie am Ende die Rautetaste.',
  noMessage: 'Ich habe keine Nachricht gehört. Bitte versuchen Sie es noch einmal.',
  noMessageGoodbye: 'Ich habe keine Nachricht gehört. Bitte rufen Sie wieder an. Auf Wiederhören.',
  messageGoodbye:
    'Danke. Wenn Sie eine Nachricht hinterlassen haben, ist sie aufgezeichnet. Wenn es dringend ist, rufen Sie bitte in einigen Minuten wieder an. Auf Wiederhören.',
  whisper: (deskName) =>
    `Der Support von ${deskName}. Ein Anrufer wartet in der Leitung, und unser automatisches System ist gestört.`,
  whisperKeys: 'Drücken Sie 1, um den Anruf anzunehmen, 2 zum Ablehnen.',
  notTaken: 'Nichts wurde übernommen. Auf Wiederhören.',
  taken:
    'Sie haben den Anrufer. Das System schreibt nichts auf: Notieren Sie bitte, wer anruft und was nicht stimmt.',
};
