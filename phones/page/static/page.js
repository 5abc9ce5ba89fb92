import { h } from './draw.js';
import { grouped } from './formats.js';
import { customerHandset } from './customer.js';
import { personHandset } from './person.js';
import { ANOTHER, callerPhone, callers, callState, otherCustomers, staff } from './model.js';

/** The caller that the customer's phone calls as. */
export function chosenCaller(state, ui) {
  const list = callers(state, ui.another);
  return list.find((caller) => caller.value === ui.caller) ?? list[0];
}

function callsAs(state, ui, chosen) {
  const options = [
    ...callers(state, ui.another).map(({ value, label }) => [value, label]),
    [ANOTHER, 'Another number…'],
  ];
  const isAsking = ui.caller === ANOTHER;
  return [
    h(
      'p',
      { class: 'field' },
      h('label', { for: 'calls-as' }, 'Calls as'),
      h(
        'select',
        { id: 'calls-as', 'data-do': 'caller', value: isAsking ? ANOTHER : chosen.value },
        options.map(([value, label]) => h('option', { key: value, value }, label)),
      ),
    ),
    isAsking &&
      h(
        'form',
        { key: 'another', class: 'reply', 'data-do': 'another' },
        h('label', { class: 'sr', for: 'another-number' }, 'Number to call as'),
        h('input', { id: 'another-number', name: 'number', type: 'tel', placeholder: '+1 202 555 0123' }),
        h('button', { class: 'btn' }, 'Use it'),
      ),
    isAsking &&
      ui.anotherProblem &&
      h('p', { key: 'another-problem', class: 'problem', role: 'alert' }, ui.anotherProblem),
  ];
}

/** The customer's phone with its choice of caller. */
export function customerColumn(view) {
  const { state, ui } = view;
  const caller = chosenCaller(state, ui);
  const phone = callerPhone(state, caller);
  return [
    customerHandset(view, phone, caller, {
      id: 'phone-customer',
      under: caller.from ? 'number withheld' : phone.name || grouped(phone.number),
      footer: callsAs(state, ui, caller),
    }),
  ];
}

/** Everybody who is paged, then other customers with a call: a new one must not move the phone under a finger. */
export function phones(view) {
  const { state, ui } = view;
  const held = chosenCaller(state, ui).phone;
  const others = otherCustomers(state, held).map((phone) =>
    customerHandset(
      view,
      phone,
      { phone: phone.number },
      { id: `phone-${phone.number.slice(1)}`, under: phone.name || grouped(phone.number) },
    ),
  );
  const people = staff(state).map((phone) => personHandset(view, phone));
  if (people.length > 0) return [...people, ...others];
  return [
    h(
      'p',
      { key: 'nobody', class: 'empty' },
      h('b', {}, 'Nobody to page yet.'),
      ' Everybody with a phone who is registered in the console gets a telephone here.',
    ),
    ...others,
  ];
}

/** The list of phones for a narrow page, each with its state when it has one. */
export function jumps({ state, ui }) {
  const caller = chosenCaller(state, ui);
  const link = (id, name, phone) =>
    h('a', { key: id, href: `#${id}` }, phone.call ? `${name}, ${callState(state, phone.call).word}` : name);
  const idOf = (phone) => `phone-${phone.number.slice(1)}`;
  return [
    link('phone-customer', 'Customer', callerPhone(state, caller)),
    ...staff(state).map((phone) => link(idOf(phone), phone.name.split(' ')[0], phone)),
    ...otherCustomers(state, caller.phone).map((phone) => link(idOf(phone), 'Customer', phone)),
    h('a', { key: 'wire', href: '#wire' }, 'Wire'),
    h('a', { key: 'faults', href: '#faults' }, 'Faults'),
  ];
}
