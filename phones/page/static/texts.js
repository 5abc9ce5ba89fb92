import { h } from './draw.js';
import { timeOfDay, withLinks } from './formats.js';
import { delivery, newestCode } from './model.js';

/** The texts of a phone, oldest first, with what became of each; a box to reply in when there is somebody to reply to. */
export function texts(phone, owner) {
  const bubbles = phone.texts.map((text) =>
    h(
      'li',
      { key: text.sid, class: classOf(text) },
      ...withLinks(text.body).map(({ text: words, href }) =>
        href ? h('a', { href, target: '_blank', rel: 'noopener' }, words) : words,
      ),
      h('time', { datetime: text.at }, `${timeOfDay(text.at)}, ${delivery(text)}`),
    ),
  );
  return h(
    'ol',
    {
      key: 'texts',
      class: 'texts',
      'aria-label': `Messages to ${owner}`,
      tabindex: '0',
      'data-follow': true,
    },
    bubbles,
  );
}

function classOf(text) {
  if (text.way === 'sent') return 'me';
  return text.status === 'undelivered' || text.status === 'failed' ? 'lost' : '';
}

/** The reply goes to whoever wrote last, or to the first of the desk's numbers. */
export function replyBox(state, phone, owner) {
  const to = phone.texts.findLast((text) => text.way === 'received')?.remote ?? state.numbers[0]?.number;
  if (!to) return null;
  const id = `reply-${phone.number.slice(1)}`;
  return h(
    'form',
    {
      key: 'reply',
      class: 'reply',
      'data-do': 'text',
      'data-phone': phone.number,
      'data-to': to,
      autocomplete: 'off',
    },
    h('label', { class: 'sr', for: id }, `Reply as ${owner}`),
    h('input', { id, name: 'body', maxlength: '1600', placeholder: newestCode(phone.texts) ?? 'Message' }),
    h('button', { class: 'btn' }, 'Send'),
  );
}
