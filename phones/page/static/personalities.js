// How a phone can be played, in the words of the page and of the control API.

export const PERSONALITIES = [
  ['manual', 'Played by me', { kind: 'manual' }],
  ['accepts', 'Answers after 2 rings, presses 1', { kind: 'answers', press: '1' }],
  ['declines', 'Answers after 2 rings, presses 2', { kind: 'answers', press: '2' }],
  ['answers', 'Answers after 2 rings', { kind: 'answers' }],
  ['no-answer', 'Does not answer', { kind: 'no-answer' }],
  ['voicemail', 'Voicemail after 20 s', { kind: 'voicemail' }],
  ['busy', 'Busy', { kind: 'busy' }],
  ['off', 'Switched off', { kind: 'off' }],
  ['silent', 'Answers, says nothing', { kind: 'silent' }],
  ['wrong-key', 'Presses the wrong key', { kind: 'wrong-key' }],
  ['hangs-up', 'Hangs up in the middle', { kind: 'hangs-up' }],
  ['screening', 'Call screening, presses nothing', { kind: 'screening' }],
].map(([key, label, personality]) => ({ key, label, personality }));

/** The texts of a phone that answers by itself. */
export const TEXTS_BACK = { body: '{code}', afterSeconds: 30 };

const same = (a, b) =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);

/** The entry that a phone's personality is, or null when a script made one of its own. */
export function findPersonality(personality) {
  return PERSONALITIES.find((entry) => same(entry.personality, personality)) ?? null;
}

/** One of a script's own, in words: "answers, press 1, press after 9 s". */
export function describePersonality({ kind, ...options }) {
  const plain = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const words = Object.entries(options).map(([name, value]) =>
    name.endsWith('Seconds') ? `${plain(name.slice(0, -7))} ${value} s` : `${plain(name)} ${value}`,
  );
  return [kind, ...words].join(', ');
}
