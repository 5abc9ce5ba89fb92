import { h } from './draw.js';

/** A drawing of the page's sprite; the word stands beside it. */
export function icon(name) {
  return h('svg', { class: 'i', 'aria-hidden': 'true' }, h('use', { href: `#i-${name}` }));
}
