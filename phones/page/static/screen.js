/* global localStorage, setTimeout */
import { canSpeak, createSpeaker, phoneToHear, utterance } from './aloud.js';
import { draw } from './draw.js';
import { faultCount, faults } from './faults.js';
import { timeOfDay } from './formats.js';
import { consoleUrl } from './model.js';
import { above, alarms } from './notices.js';
import { customerColumn, jumps, phones } from './page.js';
import { wire } from './wire.js';

const TOAST_MS = 8000;

/** What is kept between visits. */
export const KEPT = { aloud: 'afterhours.phones.aloud', caller: 'afterhours.phones.caller' };

export const at = (id) => document.getElementById(id);

/** What the reader chose, typed aside: the page is drawn from it and the state. */
export const ui = {
  caller: localStorage.getItem(KEPT.caller),
  another: null,
  anotherProblem: null,
  problems: {},
  open: new Set(),
  wireRows: 40,
  whom: {},
  hit: null,
  /** The number of the phone last used: it is the one that speaks. */
  held: null,
  seenErrors: 0,
  isAloud: localStorage.getItem(KEPT.aloud) === 'yes' && canSpeak(),
};

/** The newest state, how far the simulated clock is from the browser's, and whether the phones fell silent. */
export const news = { state: null, skewMs: 0, isSilent: false };

export const speaker = canSpeak() ? createSpeaker() : null;
export const nowMs = () => Date.now() + news.skewMs;

/** Lists that grow at their end stay at their end, unless the reader scrolled back. */
function followLists(change) {
  const atEnd = new Map();
  for (const list of document.querySelectorAll('[data-follow]'))
    atEnd.set(list, list.scrollHeight - list.scrollTop - list.clientHeight < 24);
  change();
  for (const list of document.querySelectorAll('[data-follow]'))
    if (atEnd.get(list) !== false && list.scrollHeight > list.clientHeight)
      list.scrollTop = list.scrollHeight;
}

/** Draws what changes with time. */
export function drawPhones() {
  const { state } = news;
  const view = { state, ui, nowMs: nowMs() };
  followLists(() => {
    draw(at('customer'), customerColumn(view));
    draw(at('people'), phones(view));
  });
  draw(at('jump'), jumps(view));
  draw(at('above'), above(view));
  if (ui.isAloud && speaker) speakFor(state, view.nowMs);
}

function speakFor(state, now) {
  const phone = phoneToHear([...state.customers, ...state.people], ui.held);
  const last = phone?.call.said.at(-1);
  speaker.hear(utterance(phone, now), !last || last.cut || last.kind === 'keys');
}

/** Draws everything; does nothing before the first state is there. */
export function drawAll() {
  const { state } = news;
  if (!state) return;
  drawPhones();
  draw(at('alarms'), alarms({ state, ui }));
  draw(at('wire-rows'), wire(state, ui.open, ui.wireRows));
  draw(at('fault-boxes'), faults(state, ui));
  at('fault-count').textContent = faultCount(state);
  const url = consoleUrl(state);
  for (const link of document.querySelectorAll('[data-console]')) {
    link.hidden = !url && link.dataset.console === 'link';
    if (url) link.href = url;
  }
  at('aloud').setAttribute('aria-pressed', String(ui.isAloud));
  document.body.dataset.ready = 'yes';
}

/** Lets clocks go on and the present line be marked. A clock that ran without news would lie. */
export function tick() {
  const { state, isSilent } = news;
  if (!state || isSilent) return;
  const time = timeOfDay(nowMs());
  if (at('clock').textContent !== time) at('clock').textContent = time;
  if ([...state.people, ...state.customers].some((phone) => phone.call)) drawPhones();
}

/** A word about something done, for eight seconds. */
export function toast(words) {
  const place = at('toast');
  place.textContent = words;
  place.hidden = false;
  setTimeout(() => {
    if (place.textContent === words) place.hidden = true;
  }, TOAST_MS);
}
