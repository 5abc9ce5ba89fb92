import { h } from './draw.js';
import { spelled, timeOfDay } from './formats.js';
import { conversations, isFresh, nameOf } from './model.js';

const LOUD = 3;

/** The faults of the product that Twilio's debugger would show, newest first; the page cannot be used without seeing them. */
export function alarms({ state, ui }) {
  const fresh = state.debuggerErrors.filter((entry) => entry.id > ui.seenErrors).toReversed();
  const shown = fresh
    .slice(0, LOUD)
    .map((entry) =>
      h(
        'div',
        { key: entry.id, class: entry.level === 'warning' ? 'alarm live' : 'alarm' },
        h(
          'span',
          { class: `state ${entry.level === 'warning' ? 'warn' : 'fail'}` },
          entry.code ? `${entry.level} ${entry.code}` : entry.level,
        ),
        h(
          'span',
          { class: 'what' },
          entry.message,
          entry.sid && h('small', { class: 'mono dim' }, ` ${entry.sid}`),
          entry.url && h('small', { class: 'mono dim' }, ` ${entry.url}`),
        ),
        h('time', { datetime: entry.at }, timeOfDay(entry.at)),
      ),
    );
  if (fresh.length === 0) return [];
  return [
    ...shown,
    h(
      'p',
      { key: 'more', class: 'acts' },
      fresh.length > LOUD && h('span', { class: 'soft' }, `and ${fresh.length - LOUD} older`),
      h(
        'button',
        { type: 'button', class: 'btn', 'data-do': 'seen', 'data-upto': fresh[0].id },
        fresh.length === 1 ? 'Seen' : `Seen, all ${fresh.length}`,
      ),
    ),
  ];
}

/** What to do first, as long as nobody has done anything. */
function firstHint(state) {
  const first = state.numbers[0];
  if (!first || !isFresh(state)) return null;
  return h(
    'p',
    { key: 'hint', class: 'alarm live hint-first' },
    h('b', {}, `Dial ${spelled(first.number)} and press 1.`),
    ' Then the phones of whoever is on duty ring: answer one and press 1, or text the code back.',
  );
}

/** Who talks with whom, in a line each. */
function joined(state, groups) {
  return groups.map((numbers) =>
    h(
      'li',
      { key: numbers.join() },
      h('span', { class: 'state talk' }, 'on the line together'),
      ': ',
      numbers.map((number) => nameOf(state, number)).join(', '),
    ),
  );
}
/** What stands above the phones: what to do first, and who is on the line with whom. */
export function above({ state }) {
  const groups = conversations(state);
  return [
    firstHint(state),
    state.numbers.length === 0 &&
      h(
        'p',
        { key: 'numbers', class: 'alarm live' },
        h('b', {}, 'No number to dial.'),
        ' Start the product with these phones, or set PHONES_NUMBERS.',
      ),
    groups.length > 0 && h('ul', { key: 'joined', class: 'joined' }, joined(state, groups)),
  ];
}
