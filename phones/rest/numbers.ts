import type { Hook, OwnedNumber } from '../carrier/model.ts';
import { field, hookField } from './form.ts';
import type { Fields } from './form.ts';
import { numberJson } from './json.ts';
import { page, textMatches } from './paging.ts';
import { idAt, ok } from './request.ts';
import type { RestHandler, RestRequest } from './request.ts';
import { notFound } from './rest-error.ts';

export const listNumbers: RestHandler = (request) => {
  const numbers = [...request.carrier.numbers.values()].filter(
    (number) =>
      textMatches(request, 'PhoneNumber', number.number) && textMatches(request, 'FriendlyName', number.name),
  );
  return page(request, 'IncomingPhoneNumbers', 'incoming_phone_numbers', numbers, (number) =>
    numberJson(request.carrier, number),
  );
};

export const fetchNumber: RestHandler = (request) => ok(numberJson(request.carrier, numberAt(request)));

/** Changes where a number sends its calls and texts. An empty URL takes it away. */
export const updateNumber: RestHandler = (request) => {
  const { carrier, form } = request;
  const number = numberAt(request);
  number.voice = changed(form, 'VoiceUrl', 'VoiceMethod', number.voice);
  number.voiceFallback = changed(form, 'VoiceFallbackUrl', 'VoiceFallbackMethod', number.voiceFallback);
  number.sms = changed(form, 'SmsUrl', 'SmsMethod', number.sms);
  number.smsFallback = changed(form, 'SmsFallbackUrl', 'SmsFallbackMethod', number.smsFallback);
  number.status = changed(form, 'StatusCallback', 'StatusCallbackMethod', number.status);
  number.name = field(form, 'FriendlyName') ?? number.name;
  number.updatedAt = carrier.clock.now();
  carrier.changed({ what: 'numbers', number: number.number });
  return ok(numberJson(carrier, number));
};

function changed(form: Fields, name: string, methodName: string, before: Hook | null): Hook | null {
  if (form[name] !== undefined) return hookField(form, name, methodName, 21502);
  const method = field(form, methodName)?.toUpperCase();
  return before && (method === 'GET' || method === 'POST') ? { ...before, method } : before;
}

function numberAt(request: RestRequest): OwnedNumber {
  const sid = idAt(request, 0);
  const number = [...request.carrier.numbers.values()].find((one) => one.sid === sid);
  if (!number) throw notFound(request.uri);
  return number;
}
