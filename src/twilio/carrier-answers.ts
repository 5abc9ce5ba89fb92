import type { CarrierAnswer, CarrierFailure } from '../telephony/index.ts';
import {
  classifyFailure,
  concernsWholeAccount,
  concernsWholeChannel,
  type Refusal,
} from './failure-classes.ts';
import { UnansweredRequest } from './http-client.ts';

/** Runs one request to the carrier and turns whatever it throws into a failure: an answer, never an exception. */
export async function answerOf<T>(
  about: Refusal['about'],
  request: () => Promise<T>,
): Promise<CarrierAnswer<T>> {
  try {
    return { ok: true, value: await request() };
  } catch (error) {
    return { ok: false, failure: toCarrierFailure(error, about) };
  }
}

/** What went wrong, for the pager. `error` is anything the SDK or our HTTP client throws. */
export function toCarrierFailure(error: unknown, about: Refusal['about']): CarrierFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnansweredRequest) {
    const { reason, mayHaveArrived } = error;
    return { class: 'may-pass', code: reason, message, ambiguous: mayHaveArrived };
  }
  const refusal = readRefusal(error);
  if (refusal !== undefined) {
    const { code, httpStatus } = refusal;
    const failureClass = classifyFailure({ code, httpStatus, about });
    // A server that failed in the middle may have acted before; one that is unavailable (503) did not begin.
    const ambiguous = httpStatus >= 500 && httpStatus !== 503;
    const failure = { class: failureClass, code: String(code ?? httpStatus), message, ambiguous };
    if (concernsWholeAccount(refusal)) return { ...failure, wholeAccount: true };
    return concernsWholeChannel(code) ? { ...failure, wholeChannel: true } : failure;
  }
  // A success whose body could not be read: the carrier has acted.
  if (unreadable.some((kind) => error instanceof kind)) {
    return { class: 'may-pass', code: 'unreadable', message, ambiguous: true };
  }
  // The SDK refused our arguments before it sent anything.
  return { class: 'ours-broken', code: 'not-sent', message, ambiguous: false };
}

/** A 2xx answer that lacks what it must hold. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/** What the SDK throws, beside our own, over a success that is not JSON, or JSON that is no object. */
const unreadable = [UnreadableAnswer, SyntaxError, TypeError];

/** The SDK has two exceptions for a refusal, of the same shape here: an HTTP status, and a code if the body had one. */
function readRefusal(error: unknown): { code: number | undefined; httpStatus: number } | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  if (typeof error.status !== 'number') return undefined;
  const code = 'code' in error && Number.isInteger(Number(error.code)) ? Number(error.code) : undefined;
  return { code: code === 0 ? undefined : code, httpStatus: error.status };
}
