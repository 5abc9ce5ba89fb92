import type { FailOpenPhrases } from './fail-open-phrases.ts';

export const englishFailOpen: FailOpenPhrases = {
  greeting: (deskName) => `${deskName} support. Our automatic system is out of order.`,
  greetingWithoutPeople: (deskName) =>
    `${deskName} support. Our automatic system is out of order, and nobody can be called from here.`,
  orWrite: (spokenMail) => `You can also write to ${spokenMail}.`,
  calling:
    'If it can wait, please call again later. I am calling the people on duty for you now: stay on the line.',
  helpedOrAgain:
    'If somebody has helped you, you can hang up now. If not, please stay on the line: I am calling again.',
  helpedOrNobody:
    'If somebody has helped you, you can hang up now. If not: I am sorry, nobody could take your call.',
  leaveMessage:
    'Please leave your name, company, telephone number and what happened, after the beep. This is recorded. Press pound when done.',
  noMessage: 'I did not hear a message. Please try again.',
  noMessageGoodbye: 'I did not hear a message. Please call again. Goodbye.',
  messageGoodbye:
    'Thank you. If you left a message, it is recorded. If it is urgent, please call again in a few minutes. Goodbye.',
  whisper: (deskName) =>
    `${deskName} support. A caller is waiting, and our automatic system is out of order.`,
  whisperKeys: 'Press 1 to take the call, 2 to decline.',
  notTaken: 'Nothing was accepted. Goodbye.',
  taken: 'You have the caller. The system writes nothing down: please note who calls, and what is wrong.',
};
