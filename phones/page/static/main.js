/* global setInterval */
import { canSpeak } from './aloud.js';
import { CHANGES, CLICKS, FORMS, pressKeys } from './doings.js';
import { openFeed } from './feed.js';
import { timeOfDay } from './formats.js';
import { chosenCaller } from './page.js';
import { at, drawAll, news, nowMs, speaker, tick, ui } from './screen.js';

const TICK_MS = 250;

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-do]');
  if (button && news.state) void CLICKS[button.dataset.do]?.(button.dataset);
});
document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (news.state) void FORMS[event.target.dataset.do]?.(event.target, event.target.dataset);
});
document.addEventListener('change', (event) => {
  const { dataset } = event.target;
  if (news.state && dataset.do) void CHANGES[dataset.do]?.(event.target, dataset);
});
document.addEventListener('focusin', (event) => {
  const handset = event.target.closest('.handset');
  if (handset) ui.held = handset.dataset.phone;
});
document.addEventListener('keydown', (event) => {
  const handset = event.target.closest('.handset');
  const isField = event.target.matches('input, select, textarea');
  if (!handset || isField || event.ctrlKey || event.metaKey || event.altKey || !news.state) return;
  if (!/^[0-9*#]$/.test(event.key)) return;
  event.preventDefault();
  pressKeys(handset.dataset.phone, event.key);
});

openFeed(
  (state) => {
    news.state = state;
    news.skewMs = Date.parse(state.now) - Date.now();
    ui.held ??= chosenCaller(state, ui).phone;
    drawAll();
  },
  (isSilent) => {
    news.isSilent = isSilent;
    const behind = at('behind');
    behind.hidden = !isSilent;
    if (!isSilent) return;
    behind.textContent = `Not updated since ${at('clock').textContent || timeOfDay(nowMs())}. The phones do not answer; trying again.`;
    speaker?.stop();
  },
);
setInterval(tick, TICK_MS);
if (!canSpeak()) {
  at('aloud').disabled = true;
  at('aloud').title = 'This browser has no voice of its own';
}
window.addEventListener('pagehide', () => speaker?.stop());
