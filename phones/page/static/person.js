import { h } from './draw.js';
import { grouped } from './formats.js';
import { act, callHead, deskNumbers, frame, hangUp, lastCall, ringing, sayIt } from './handset.js';
import { callState } from './model.js';
import { pageKeys } from './pad.js';
import { describePersonality, findPersonality, PERSONALITIES, TEXTS_BACK } from './personalities.js';
import { said } from './said.js';
import { replyBox, texts } from './texts.js';

function personsCall(view, phone) {
  const { call } = phone;
  if (!call)
    return h(
      'section',
      { key: 'idle', class: 'callcard', 'aria-label': 'Call' },
      phone.lastCall
        ? lastCall(view, phone.lastCall, { withTimes: false, owner: phone.name })
        : h('p', { key: 'last' }, h('span', { class: 'state none' }, 'no call')),
      h(
        'details',
        { key: 'dial', class: 'more' },
        h('summary', {}, 'Make a call'),
        deskNumbers(view.state, phone),
      ),
    );
  const isRinging = call.state === 'ringing';
  return h(
    'section',
    { key: 'call', class: 'callcard', 'aria-label': isRinging ? 'Incoming call' : 'Call' },
    callHead(view, call),
    isRinging
      ? ringing(phone)
      : [
          said(view.state, call, {
            nowMs: view.nowMs,
            withTimes: false,
            label: `What ${phone.name} hears`,
            owner: phone.name,
          }),
          pageKeys(phone, view.ui.hit),
          h('details', { key: 'speak', class: 'more' }, h('summary', {}, 'Say something'), sayIt(phone)),
          h('p', { key: 'acts', class: 'acts' }, hangUp(phone)),
        ],
  );
}

/** The calls on the other lines of a switchboard: who sits there turns to one at a time. */
function otherLines(view, phone) {
  if (phone.others.length === 0) return null;
  return h(
    'p',
    { key: 'lines', class: 'acts' },
    phone.others.map((call) =>
      h(
        'button',
        act('turn-to', phone, { key: call.sid, 'data-sid': call.sid }),
        `Turn to another line: ${callState(view.state, call).word}`,
      ),
    ),
  );
}

function playedBy(phone) {
  const id = `played-${phone.number.slice(1)}`;
  const known = findPersonality(phone.personality);
  return [
    h(
      'p',
      { class: 'field' },
      h('label', { for: id }, 'This phone'),
      h(
        'select',
        { id, 'data-do': 'personality', 'data-phone': phone.number, value: known?.key ?? 'own' },
        PERSONALITIES.map(({ key, label }) => h('option', { key, value: key }, label)),
        !known && h('option', { key: 'own', value: 'own' }, describePersonality(phone.personality)),
      ),
    ),
    h(
      'p',
      { class: 'check' },
      h('input', {
        id: `${id}-texts`,
        type: 'checkbox',
        checked: phone.texting !== null,
        'data-do': 'texting',
        'data-phone': phone.number,
      }),
      h(
        'label',
        { for: `${id}-texts` },
        `Texts ${phone.texting && phone.texting.body !== '{code}' ? `“${phone.texting.body}”` : 'its code'} back after ${phone.texting?.afterSeconds ?? TEXTS_BACK.afterSeconds} s`,
      ),
    ),
  ];
}

const roleInWords = (role) => role.replaceAll(/[-_]/g, ' ');

/** The phone of somebody who is paged. */
export function personHandset(view, phone) {
  return frame(view, phone, {
    id: `phone-${phone.number.slice(1)}`,
    title: phone.name,
    under: [phone.role && `${roleInWords(phone.role)}, `, h('span', { class: 'tel' }, grouped(phone.number))],
    body: [
      personsCall(view, phone),
      otherLines(view, phone),
      texts(phone, phone.name),
      replyBox(view.state, phone, phone.name),
    ],
    footer: playedBy(phone),
  });
}
