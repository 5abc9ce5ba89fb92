import { h } from './draw.js';
import { timeOfDay } from './formats.js';
import { nameOf, presentLine, splitAtPresent } from './model.js';

/** What is said on a call, line by line, `owner` being whoever holds the phone; the present line is marked where it is spoken. */
export function said(state, call, { nowMs, withTimes, label, owner }) {
  const present = presentLine(call, nowMs);
  const lines = call.said.map((line, index) =>
    h(
      'li',
      { key: `${call.sid}-${index}`, class: classOf(line, line === present) },
      withTimes && h('time', { datetime: line.at }, timeOfDay(line.at)),
      h('span', {}, ...words(state, line, line === present ? nowMs : null, owner)),
    ),
  );
  return h(
    'ol',
    {
      key: 'said',
      class: withTimes ? 'said' : 'said solo',
      'aria-label': label,
      tabindex: '0',
      'data-follow': true,
    },
    lines,
  );
}

function classOf(line, isPresent) {
  if (isPresent) return 'now';
  return line.kind === 'keys' ? 'key' : '';
}

function words(state, line, presentMs, owner) {
  const cut = line.cut ? h('i', { class: 'cutshort' }, ' cut short') : null;
  const who =
    line.by === 'carrier' || line.kind !== 'speech'
      ? null
      : `${line.by === 'me' ? owner : nameOf(state, line.by)}: `;
  if (line.kind === 'keys') return [h('span', { class: 'sr' }, 'pressed '), line.text];
  if (line.kind === 'tone')
    return [h('i', { class: 'dim' }, line.text === 'beep' ? 'a beep' : `tone ${line.text}`)];
  if (line.kind === 'note') return [h('i', { class: 'dim' }, line.text)];
  if (line.kind === 'audio') return [h('i', { class: 'dim' }, audioName(line.text)), cut];
  if (presentMs === null) return [who, `“${line.text}”`, cut];
  const [before, now, after] = splitAtPresent(line, presentMs);
  return [who, `“${before}`, h('mark', {}, now), `${after}”`];
}

/** The last part of an address, without its ending: on-hold. */
function audioName(text) {
  const name = text
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1)
    .replace(/\.\w+$/, '');
  return /music|hold/i.test(name) ? 'music' : `plays ${name}`;
}
