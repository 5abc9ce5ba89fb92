/* global speechSynthesis, SpeechSynthesisUtterance */
import { presentLine } from './model.js';

const USUAL_LANGUAGE = 'en-US';

/** What a phone in the hand hears now, to be said aloud: { id, text, language }, or null. One's own words are not. */
export function utterance(phone, nowMs) {
  const line = presentLine(phone?.call, nowMs);
  if (!line || line.kind !== 'speech' || line.by === 'me') return null;
  return {
    id: `${phone.call.sid}-${phone.call.said.indexOf(line)}`,
    text: line.text,
    language: line.language ?? USUAL_LANGUAGE,
  };
}

/** The phone to listen to: the one last used while it is on a call, else the first of the others that is. */
export function phoneToHear(phones, held) {
  const talking = phones.filter((phone) => phone.call && phone.call.state !== 'ringing');
  return talking.find((phone) => phone.number === held) ?? talking[0] ?? null;
}

/** The best of the browser's voices for a language: the same country, else the same language, else none. */
export function pickVoice(voices, language) {
  const short = language.slice(0, 2).toLowerCase();
  const tidy = (voice) => voice.lang.replace('_', '-').toLowerCase();
  const exact = voices.filter((voice) => tidy(voice) === language.toLowerCase());
  const near = voices.filter((voice) => tidy(voice).startsWith(short));
  const fitting = exact.length > 0 ? exact : near;
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

export const canSpeak = () => 'speechSynthesis' in window;

/** Says each utterance once; a new one, or none because the line was cut, ends the old. */
export function createSpeaker() {
  let saying = null;
  return {
    hear(next, wasCut) {
      if (next?.id === saying) return;
      if (next === null) {
        if (wasCut) speechSynthesis.cancel();
        return;
      }
      saying = next.id;
      speechSynthesis.cancel();
      const words = new SpeechSynthesisUtterance(next.text);
      words.lang = next.language;
      words.voice = pickVoice(speechSynthesis.getVoices(), next.language);
      speechSynthesis.speak(words);
    },
    stop() {
      saying = null;
      speechSynthesis.cancel();
    },
  };
}
