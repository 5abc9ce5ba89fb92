import { dialPad } from './pad.js';
import { h } from './draw.js';
import { callHead, deskNumbers, frame, hangUp, lastCall, ringing, sayIt } from './handset.js';
import { said } from './said.js';
import { replyBox, texts } from './texts.js';

function idleCustomer(view, phone, caller) {
  const id = `dial-${phone.number.slice(1)}`;
  return [
    h(
      'section',
      { key: 'card', class: 'callcard', 'aria-label': 'Call' },
      deskNumbers(view.state, phone, caller.from),
    ),
    ...(phone.lastCall ? lastCall(view, phone.lastCall, { withTimes: true, owner: 'customer' }) : []),
    phone.texts.length > 0 && texts(phone, 'the customer'),
    h(
      'form',
      {
        key: 'dial',
        class: 'dialform bottom',
        'data-do': 'dial',
        'data-phone': phone.number,
        'data-from': caller.from,
        autocomplete: 'off',
      },
      h('label', { class: 'sr', for: id }, 'Number to dial'),
      h('input', { id, name: 'to', type: 'tel', placeholder: '1-800-…', 'data-dialled': phone.number }),
      h('button', { class: 'btn' }, 'Call'),
    ),
    dialPad(phone, view.ui.hit),
  ];
}

function customersCall(view, phone) {
  const { call } = phone;
  const card = h(
    'section',
    { key: 'card', class: 'callcard', 'aria-label': 'Call' },
    callHead(view, call),
    call.state === 'ringing' && ringing(phone),
  );
  if (call.state === 'ringing') return [card, phone.texts.length > 0 && texts(phone, 'the customer')];
  return [
    card,
    said(view.state, call, { nowMs: view.nowMs, withTimes: true, label: 'What is said', owner: 'customer' }),
    phone.texts.length > 0 && texts(phone, 'the customer'),
    h(
      'div',
      { key: 'bottom', class: 'bottom' },
      dialPad(phone, view.ui.hit),
      sayIt(phone),
      h('p', { key: 'acts', class: 'acts' }, hangUp(phone)),
    ),
  ];
}

/** A customer's phone. The one with the choice of caller has the id phone-customer. */
export function customerHandset(view, phone, caller, { id, under, footer }) {
  const reply = phone.texts.length > 0 ? replyBox(view.state, phone, 'the customer') : null;
  return frame(view, phone, {
    id,
    title: 'Customer',
    under,
    extra: 'customer',
    body: [phone.call ? customersCall(view, phone) : idleCustomer(view, phone, caller), reply],
    footer,
  });
}
