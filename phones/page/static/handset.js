import { h } from './draw.js';
import { duration, spelled, timeOfDay } from './formats.js';
import { icon } from './icons.js';
import { callLength, callState } from './model.js';
import { said } from './said.js';

// What every telephone has. A view is `{ state, ui, nowMs }`: the world, what the reader chose, and the time.

export const act = (name, phone, more) => ({
  type: 'button',
  class: 'btn',
  'data-do': name,
  'data-phone': phone.number,
  ...more,
});

export const hangUp = (phone) =>
  h('button', act('hangup', phone, { key: 'hangup' }), icon('hang'), 'Hang up');

/** The frame of any telephone; `id` is what the list of jumps points at. */
export function frame({ state, ui }, phone, { id, title, under, body, footer, extra }) {
  const { frame: framed } = callState(state, phone.call);
  const problem = ui.problems[phone.number];
  return h(
    'article',
    {
      key: id,
      id,
      class: `handset ${extra ?? ''} ${framed}`.trim(),
      'aria-labelledby': `${id}-name`,
      'data-phone': phone.number,
    },
    h('header', {}, h('h2', { id: `${id}-name` }, title, h('small', {}, under))),
    h(
      'div',
      {
        class: 'shell',
        tabindex: '0',
        role: 'group',
        'aria-label': `Telephone of ${title}: the keys 0 to 9, star and pound press its keys`,
      },
      problem && h('p', { key: 'problem', class: 'problem', role: 'alert' }, problem),
      body,
    ),
    footer && h('footer', {}, footer),
  );
}

/** The head of a call: its state, how long, with whom, from where. */
export function callHead({ state, nowMs }, call) {
  const { word, shape } = callState(state, call);
  const room = state.rooms.find((one) => one.name === call.room && one.status === 'in-progress');
  const me = room?.members.find((member) => member.callSid === call.sid);
  const notes = [
    me?.muted && 'muted',
    me?.hold && 'held by the other side',
    call.place === 'conference' && `room ${call.room}`,
  ];
  const [number, name] = [spelled(call.remote), call.remoteName];
  return [
    h(
      'p',
      { key: 'state', class: 'line', role: 'status' },
      h('span', { class: `state ${shape}` }, word),
      h('span', { class: 'dim', 'aria-hidden': 'true' }, duration(callLength(call, nowMs))),
    ),
    h('p', { key: 'from', class: 'from' }, name || number),
    h('p', { key: 'tel', class: 'tel dim small' }, name ? number : ''),
    notes.some(Boolean) && h('p', { key: 'notes', class: 'dim small' }, notes.filter(Boolean).join(', ')),
  ];
}

export const ringing = (phone) =>
  h(
    'p',
    { key: 'acts', class: 'acts' },
    h('button', act('answer', phone, { key: 'answer', class: 'btn main' }), icon('phone'), 'Answer'),
    h('button', act('reject', phone, { key: 'reject' }), icon('hang'), 'Reject'),
  );

/** The desk's numbers, one press each. */
export function deskNumbers(state, phone, from) {
  if (state.numbers.length === 0)
    return h(
      'p',
      { class: 'dim small' },
      'The account has no numbers yet; the product names them when it starts.',
    );
  return h(
    'ul',
    { class: 'desks', 'aria-label': 'Numbers to call' },
    state.numbers.map(({ number, name }) =>
      h(
        'li',
        { key: number },
        h(
          'button',
          act('dial', phone, { 'data-to': number, 'data-from': from }),
          icon('phone'),
          h('span', {}, name ? `${name}, ` : 'Call ', h('b', { class: 'nowrap' }, spelled(number))),
        ),
      ),
    ),
  );
}

export function lastCall({ state, nowMs }, call, { withTimes, owner }) {
  if (!call) return [];
  const { word, shape } = callState(state, call);
  return [
    h(
      'p',
      { key: 'last', class: 'line' },
      h('span', { class: `state ${shape}` }, word),
      h(
        'span',
        { class: 'dim' },
        `${timeOfDay(call.endedAt ?? call.startedAt)}, ${duration(callLength(call, nowMs))}`,
      ),
    ),
    call.said.length > 0 &&
      said(state, call, { nowMs, withTimes, owner, label: 'What was said on the last call' }),
  ];
}

export function sayIt(phone) {
  const id = `say-${phone.number.slice(1)}`;
  return h(
    'form',
    { key: 'say', class: 'sayit', 'data-do': 'say', 'data-phone': phone.number, autocomplete: 'off' },
    h('label', { class: 'sr', for: id }, 'Words to say'),
    h('input', { id, name: 'text', placeholder: 'Words to say', maxlength: '2000' }),
    h('button', { class: 'btn' }, 'Say it'),
  );
}
