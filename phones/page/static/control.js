/* global fetch */
import { activeOf, FAULTS, slowAnswer } from './faults.js';
import { PERSONALITIES, TEXTS_BACK } from './personalities.js';

/** POSTs to the control API. Null when it was done, else why not, in words. */
export async function post(path, body) {
  try {
    const answer = await fetch(`/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return null;
    const { error } = await answer.json();
    return String(error ?? `the phones answered ${answer.status}`);
  } catch {
    return 'The phones do not answer. Is their program still running?';
  }
}

/** Everything at this instant; throws when the phones do not answer. */
export async function readState() {
  const answer = await fetch('/control/state', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`state: ${answer.status}`);
  return answer.json();
}

export const onPhone = (number, action, body = {}) =>
  post(`phones/${encodeURIComponent(number)}/${action}`, body);

export function setPersonality(number, key) {
  const entry = PERSONALITIES.find((one) => one.key === key);
  return entry ? onPhone(number, 'personality', { personality: entry.personality }) : null;
}

export const setTexting = (number, isOn) =>
  onPhone(number, 'personality', { texting: isOn ? TEXTS_BACK : null });

/** Turns a box's faults on for one number or everybody, or off. */
export function setFault(state, key, isOn, whom) {
  const entry = FAULTS.find((one) => one.key === key);
  const remove = activeOf(entry, state.faults).map((fault) => fault.id);
  const add = entry.faults.map((fault) => (entry.whom && whom ? { ...fault, number: whom } : fault));
  return post('faults', isOn ? { remove, add } : { remove });
}

/** Makes every answer late by so many milliseconds; 0: none. */
export function setSlowAnswers(state, delayMs) {
  const before = slowAnswer(state.faults);
  return post('faults', {
    ...(before ? { remove: [before.id] } : {}),
    ...(delayMs > 0 ? { add: [{ kind: 'rest-slow', delayMs }] } : {}),
  });
}
