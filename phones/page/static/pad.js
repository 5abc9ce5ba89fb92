import { h } from './draw.js';
import { lettersOn } from './formats.js';
import { keyWords } from './model.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const NAMES = { '*': 'star', '#': 'pound' };

function button(phone, key, under, hit) {
  const isHit = hit !== null && hit.phone === phone.number && hit.key === key;
  return h(
    'button',
    {
      key: `key-${key}`,
      type: 'button',
      class: isHit ? 'hit' : '',
      'data-do': 'press',
      'data-phone': phone.number,
      'data-keys': key,
      'aria-label': NAMES[key] ?? (/^[a-z]{2,}$/.test(under) ? `${key}, ${under}` : key),
    },
    key,
    h('small', {}, under),
  );
}

/** All twelve keys. */
export function dialPad(phone, hit) {
  const keys = KEYS.map((key) => button(phone, key, lettersOn(key), hit));
  return h('div', { key: 'pad', class: 'pad', role: 'group', 'aria-label': 'Dial pad' }, keys);
}

/** The three keys of a page, named as they are offered now, and the others behind a word. */
export function pageKeys(phone, hit) {
  const { call } = phone;
  const names = call.place === 'document' ? keyWords(call) : {};
  return [
    h(
      'div',
      { key: 'few', class: 'pad few', role: 'group', 'aria-label': 'Keys' },
      ['1', '2', '9'].map((key) => button(phone, key, names[key] ?? '', hit)),
    ),
    h('details', { key: 'all', class: 'more' }, h('summary', {}, 'All keys'), dialPad(phone, hit)),
  ];
}
