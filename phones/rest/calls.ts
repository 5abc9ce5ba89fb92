import { endCall } from '../carrier/calls.ts';
import type { Call } from '../carrier/call.ts';
import { placeCall } from '../switchboard/index.ts';
import { startProgram } from '../verbs/index.ts';
import type { Source } from '../verbs/index.ts';
import { callEventsField, E164, field, hookField, integerField } from './form.ts';
import type { Fields } from './form.ts';
import { callJson } from './json.ts';
import { dateMatches, page, textMatches } from './paging.ts';
import { created, deleted, idAt, ok } from './request.ts';
import type { RestHandler, RestRequest } from './request.ts';
import { notFound, RestError } from './rest-error.ts';

const MAX_TWIML = 4000;
/** Test numbers of Twilio's that refuse a call. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21217,
  '+15005550002': 21214,
  '+15005550003': 21215,
  '+15005550004': 21216,
};

export const createCallRest: RestHandler = ({ carrier, form }) => {
  const to = field(form, 'To');
  const from = field(form, 'From');
  if (to === undefined) throw new RestError(400, 21201, "No 'To' number is specified");
  if (from === undefined) throw new RestError(400, 21213, "No 'From' number is specified");
  const magic = MAGIC_TO[to];
  if (magic !== undefined) throw new RestError(400, magic, `The number ${to} cannot be called`);
  if (!E164.test(to))
    throw new RestError(400, 21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  if (!E164.test(from)) throw new RestError(400, 21212, `From Number ${from} is not a valid phone number.`);
  if (!carrier.numbers.has(from))
    throw new RestError(
      400,
      21210,
      `The source phone number provided, ${from}, is not yet verified for your account.`,
    );
  const source = sourceField(form);
  if (!source) throw new RestError(400, 21205, 'Url parameter is required.');
  checkMachineDetection(form);
  const call = placeCall(carrier, {
    from,
    to,
    source,
    fallback: hookField(form, 'FallbackUrl', 'FallbackMethod', 21205),
    statusHook: hookField(form, 'StatusCallback', 'StatusCallbackMethod', 21609),
    statusEvents: callEventsField(form),
    ringTimeoutSeconds: integerField(form, 'Timeout', { from: 1, to: 600, otherwise: 60 }),
    timeLimitSeconds:
      field(form, 'TimeLimit') === undefined
        ? null
        : integerField(form, 'TimeLimit', { from: 1, to: 86_400, otherwise: 0 }),
  });
  return created(callJson(carrier, call));
};

/** `Url` or inline `Twiml`, not both. Inline documents are checked only when they run, as with Twilio, but for length. */
function sourceField(form: Fields): Source | null {
  const twiml = field(form, 'Twiml');
  const url = hookField(form, 'Url', 'Method', 21205);
  if (twiml !== undefined && url)
    throw new RestError(400, 21205, 'Url and Twiml parameters are mutually exclusive.');
  if (twiml === undefined) return url;
  if (twiml.length > MAX_TWIML)
    throw new RestError(400, 32018, `Twiml is longer than ${MAX_TWIML} characters.`);
  return { twiml };
}

function checkMachineDetection(form: Fields): void {
  const value = field(form, 'MachineDetection');
  if (value !== undefined && !['Enable', 'DetectMessageEnd', 'true', 'false'].includes(value))
    throw new RestError(400, 20001, `Invalid MachineDetection: "${value}"`);
}

export const fetchCall: RestHandler = (request) => ok(callJson(request.carrier, callAt(request)));

export const listCalls: RestHandler = (request) => {
  const calls = [...request.carrier.calls.values()]
    .filter(
      (call) =>
        textMatches(request, 'To', call.to) &&
        textMatches(request, 'From', call.from) &&
        textMatches(request, 'Status', call.status) &&
        textMatches(request, 'ParentCallSid', call.parentCallSid ?? '') &&
        dateMatches(request, 'StartTime', call.dialledAt ?? call.createdAt) &&
        dateMatches(request, 'EndTime', call.endedAt),
    )
    .reverse();
  return page(request, 'Calls', 'calls', calls, (call) => callJson(request.carrier, call));
};

/** Changes a live call: new instructions, or its end. 21220 when it is in no state for that. */
export const updateCall: RestHandler = (request) => {
  const { carrier, form } = request;
  const call = callAt(request);
  const status = field(form, 'Status');
  const source = sourceField(form);
  if (status !== undefined && source)
    throw new RestError(400, 20001, 'Status cannot be combined with Url or Twiml.');
  if (status !== undefined) end(request, call, status);
  else if (source) {
    if (call.status !== 'in-progress')
      throw new RestError(400, 21220, 'Unable to update record. Call is not in-progress. Cannot redirect.');
    const fallback = hookField(form, 'FallbackUrl', 'FallbackMethod', 21205);
    if (fallback) call.fallback = fallback;
    startProgram(carrier, call, source);
  }
  const statusHook = hookField(form, 'StatusCallback', 'StatusCallbackMethod', 21609);
  if (statusHook) call.statusHook = statusHook;
  return ok(callJson(carrier, call));
};

function end(request: RestRequest, call: Call, status: string): void {
  if (status !== 'canceled' && status !== 'completed')
    throw new RestError(400, 20001, `Invalid Status: "${status}" is neither canceled nor completed`);
  if (call.ended)
    throw new RestError(400, 21220, 'Unable to update record. Call is not in-progress. Cannot redirect.');
  const answered = call.status === 'in-progress';
  // "canceled" spares a call that was answered meanwhile.
  if (status === 'canceled' && answered) return;
  endCall(request.carrier, call, answered ? 'completed' : 'canceled', answered ? undefined : 487);
}

export const deleteCall: RestHandler = (request) => {
  const call = callAt(request);
  if (!call.ended) throw new RestError(409, 20409, 'A call in progress cannot be deleted.');
  request.carrier.calls.delete(call.sid);
  return deleted;
};

function callAt(request: RestRequest): Call {
  const call = request.carrier.calls.get(idAt(request, 0));
  if (!call) throw notFound(request.uri);
  return call;
}
