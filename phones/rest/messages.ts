import type { Message } from '../carrier/model.ts';
import { cancelText, hasOptedOut, sendText } from '../switchboard/index.ts';
import { E164, field, hookField, integerField } from './form.ts';
import { messageJson } from './json.ts';
import { dateMatches, page, textMatches } from './paging.ts';
import { created, deleted, idAt, ok } from './request.ts';
import type { RestHandler, RestRequest } from './request.ts';
import { notFound, RestError } from './rest-error.ts';

const MAX_BODY = 1600;
const MAX_VALIDITY_SECONDS = 36_000;
/** Test numbers of Twilio's that refuse a text. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};

export const createMessage: RestHandler = ({ carrier, form }) => {
  const to = field(form, 'To');
  const body = field(form, 'Body');
  const service = field(form, 'MessagingServiceSid') ?? null;
  const from = field(form, 'From') ?? (service === null ? undefined : [...carrier.numbers.keys()][0]);
  if (to === undefined) throw new RestError(400, 21604, "A 'To' phone number is required.");
  if (from === undefined) throw new RestError(400, 21603, "A 'From' phone number is required.");
  if (body === undefined) throw new RestError(400, 21602, 'Message body is required.');
  if (body.length > MAX_BODY)
    throw new RestError(400, 21617, `The concatenated message body exceeds the ${MAX_BODY} character limit.`);
  const magic = MAGIC_TO[to];
  if (magic !== undefined) throw new RestError(400, magic, `The number ${to} cannot receive messages`);
  if (!E164.test(to)) throw new RestError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (!E164.test(from)) throw new RestError(400, 21212, `Invalid 'From' Phone Number: ${from}`);
  if (!carrier.numbers.has(from))
    throw new RestError(
      400,
      21606,
      `The 'From' phone number provided (${from}) is not a valid, SMS-capable number of your account.`,
    );
  if (hasOptedOut(carrier, to, from))
    throw new RestError(400, 21610, 'Attempt to send to unsubscribed recipient');
  const message = sendText(carrier, {
    from,
    to,
    body,
    statusHook: hookField(form, 'StatusCallback', 'StatusCallbackMethod', 21609),
    validitySeconds: integerField(form, 'ValidityPeriod', {
      from: 1,
      to: MAX_VALIDITY_SECONDS,
      otherwise: MAX_VALIDITY_SECONDS,
    }),
    messagingServiceSid: service,
    direction: 'outbound-api',
  });
  return created(messageJson(carrier, message));
};

export const fetchMessage: RestHandler = (request) => ok(messageJson(request.carrier, messageAt(request)));

export const listMessages: RestHandler = (request) => {
  const messages = [...request.carrier.messages.values()]
    .filter(
      (message) =>
        textMatches(request, 'To', message.to) &&
        textMatches(request, 'From', message.from) &&
        dateMatches(request, 'DateSent', message.sentAt ?? message.createdAt),
    )
    .reverse();
  return page(request, 'Messages', 'messages', messages, (message) => messageJson(request.carrier, message));
};

/** Cancels a text that is still queued, or empties its body. */
export const updateMessage: RestHandler = (request) => {
  const message = messageAt(request);
  if (field(request.form, 'Status') === 'canceled' && !cancelText(request.carrier, message))
    throw new RestError(400, 30409, 'Message cannot be canceled: it has been sent.');
  if (request.form['Body'] === '') message.body = '';
  return ok(messageJson(request.carrier, message));
};

export const deleteMessage: RestHandler = (request) => {
  request.carrier.messages.delete(messageAt(request).sid);
  return deleted;
};

function messageAt(request: RestRequest): Message {
  const message = request.carrier.messages.get(idAt(request, 0));
  if (!message) throw notFound(request.uri);
  return message;
}
