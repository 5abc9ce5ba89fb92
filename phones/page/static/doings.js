/* global localStorage, setTimeout */
import { onPhone, post, setFault, setPersonality, setSlowAnswers, setTexting } from './control.js';
import { putBack } from './draw.js';
import { dialled } from './formats.js';
import { ANOTHER, phoneOf } from './model.js';
import { at, drawAll, drawPhones, KEPT, news, speaker, toast, ui } from './screen.js';

const HIT_MS = 220;

/**
 * Does something with a phone; why it could not be done stands on the phone, and `undo` puts back what was typed or
 * chosen. When it was done the new state is on its way, and drawing the old one would flicker.
 */
async function withPhone(number, work, undo = () => undefined) {
  ui.held = number;
  const problem = await work;
  const isNew = problem !== (ui.problems[number] ?? null);
  if (problem) {
    ui.problems[number] = problem;
    undo();
  } else delete ui.problems[number];
  if (problem || isNew) drawAll();
}

/** Sends what a field holds and empties it; a refusal puts the words back. */
function sendField(number, field, send) {
  const words = field.value;
  if (words.trim() === '') return field.focus();
  field.value = '';
  return withPhone(number, send(words), () => {
    field.value ||= words;
  });
}

/** Changes how the carrier behaves; a refusal is told, and the field says again what is true. */
async function tell(field, work) {
  const problem = await work;
  if (!problem) return;
  toast(problem);
  putBack(field);
  field.blur();
  drawAll();
}

/** Presses a key: on a call it sounds, else it dials. */
export function pressKeys(number, keys) {
  ui.hit = { phone: number, key: keys };
  setTimeout(() => {
    ui.hit = null;
    drawPhones();
  }, HIT_MS);
  const field = document.querySelector(`[data-dialled="${number}"]`);
  if (phoneOf(news.state, number)?.call) void withPhone(number, onPhone(number, 'press', { keys }));
  else if (field) field.value += keys;
  drawPhones();
}

function dial(number, text, from) {
  const to = dialled(text);
  if (!to) return withPhone(number, `“${text}” is no number; dial one such as 1-800-480-3466.`);
  const own = news.state.numbers.some((one) => one.number === to);
  if (!own) return withPhone(number, 'No such number here: these phones reach only the numbers listed.');
  return withPhone(number, onPhone(number, 'dial', { to, ...(from ? { from } : {}) }));
}

/** What the buttons do, by data-do. */
export const CLICKS = {
  press: ({ phone, keys }) => pressKeys(phone, keys),
  dial: ({ phone, to, from }) => dial(phone, to, from),
  answer: ({ phone }) => withPhone(phone, onPhone(phone, 'answer')),
  reject: ({ phone }) => withPhone(phone, onPhone(phone, 'reject')),
  'turn-to': ({ phone, sid }) => withPhone(phone, onPhone(phone, 'turn-to', { sid })),
  hangup: ({ phone }) => withPhone(phone, onPhone(phone, 'hangup')),
  unfold: ({ entry }) => {
    const id = Number(entry);
    if (!ui.open.delete(id)) ui.open.add(id);
    drawAll();
  },
  'more-wire': () => {
    ui.wireRows = Infinity;
    drawAll();
  },
  'end-fault': ({ id }) => post('faults', { remove: [id] }),
  seen: ({ upto }) => {
    ui.seenErrors = Number(upto);
    drawAll();
  },
  reset: async () => {
    const problem = await post('reset', {});
    Object.assign(ui, { problems: {}, open: new Set(), seenErrors: 0 });
    speaker?.stop();
    toast(problem ?? 'All calls are over and the phones have forgotten them. Cases in the console stay.');
  },
  aloud: () => {
    ui.isAloud = !ui.isAloud;
    localStorage.setItem(KEPT.aloud, ui.isAloud ? 'yes' : 'no');
    if (!ui.isAloud) speaker?.stop();
    drawAll();
  },
};

/** What the forms do when they are sent. */
export const FORMS = {
  dial: (form, { phone, from }) => dial(phone, form.elements.to.value, from),
  text: (form, { phone, to }) =>
    sendField(phone, form.elements.body, (body) => onPhone(phone, 'text', { to, body })),
  say: (form, { phone }) => sendField(phone, form.elements.text, (text) => onPhone(phone, 'say', { text })),
  another: (form) => {
    const number = dialled(form.elements.number.value);
    ui.anotherProblem = number ? null : 'Not a number: write one such as +1 202 555 0123.';
    if (number) Object.assign(ui, { another: number, caller: number });
    drawAll();
  },
};

/** What choosing or ticking does. */
export const CHANGES = {
  caller: (select) => {
    ui.caller = select.value;
    if (ui.caller !== ANOTHER) localStorage.setItem(KEPT.caller, ui.caller);
    select.blur();
    drawAll();
    if (ui.caller === ANOTHER) at('another-number')?.focus();
    else select.focus();
  },
  personality: (select, { phone }) =>
    withPhone(phone, setPersonality(phone, select.value), () => putBack(select)),
  texting: (input, { phone }) => withPhone(phone, setTexting(phone, input.checked), () => putBack(input)),
  fault: (input, { fault }) => tell(input, setFault(news.state, fault, input.checked, ui.whom[fault])),
  whom: (select, { fault }) => {
    ui.whom[fault] = select.value;
    if (at(`fault-${fault}`).checked) void tell(select, setFault(news.state, fault, true, select.value));
  },
  'calls-per-second': (input) => tell(input, post('settings', { callsPerSecond: Number(input.value) })),
  'answers-after': (input) => tell(input, setSlowAnswers(news.state, Number(input.value))),
};
