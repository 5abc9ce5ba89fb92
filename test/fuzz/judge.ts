import type { FuzzRequest, Sender } from './requests.ts';
import type { FuzzAnswer } from './wire.ts';

/** Addresses at which a call on the line waits for what to hear next. */
const spoken =
  /^\/twilio\/(voice|call\/[0-9a-f-]{36}\/(input|recorded|hold|bridge|back)|leg\/[0-9a-f-]{36}(\/after-bridge|\/key|\/wait)?)(\/\d+)?(\?|$)/;
const hears = /<(Say|Play|Gather|Redirect|Dial|Record|Pause|Hangup|Enqueue)\b/;

/** What is wrong with an answer; undefined when nothing is. */
export function faultOf(who: Sender, request: FuzzRequest, answer: FuzzAnswer): string | undefined {
  const say = (what: string) =>
    `${what}: ${answer.status} to ${who} ${request.method} ${JSON.stringify(request.target.slice(0, 1500))} ` +
    `${JSON.stringify(request.headers)} ${JSON.stringify(request.body?.slice(0, 1500))} -> ${answer.body.slice(0, 300)}`;
  // A message that the carrier has announced and not named yet is on its way.
  const onItsWay = answer.status === 503 && /^\/recordings\//.test(request.target);
  if (answer.status >= 500 && !onItsWay) return say('a fault of the service');
  if (who === 'stranger') {
    // What is no HTTP, or has longer headers than we read, is refused before any address is known.
    const refused = [403, 431, 0].includes(answer.status) || (answer.status === 400 && !isHttp(request));
    if (!refused) return say('not refused');
    return answer.status === 403 && answer.body !== '' ? say('a refusal that tells something') : undefined;
  }
  const isSigned = who === 'carrier' || who === 'second-carrier';
  if (isSigned && spoken.test(request.target) && wasGivenOut(request) && isOnTheLine(request)) {
    if (answer.status !== 200 || !answer.contentType.startsWith('text/xml')) return say('no TwiML');
    if (!hears.test(answer.body)) return say('nothing is heard');
  }
  return undefined;
}

function isHttp({ method, target }: FuzzRequest): boolean {
  return /^[A-Z]+$/.test(method) && /^\/[\x21-\x7e]*$/.test(target);
}

/** Addresses of ours are short; a request whose headers are longer than 16 KiB is none of the carrier's. */
function wasGivenOut({ target }: FuzzRequest): boolean {
  return (
    target.length < 8_000 && target.split(/[/?]/).every((part, place) => place > 5 || part.length <= 100)
  );
}

/** One status, and one of a call that goes on; anything else may be an end, of which nobody hears anything. */
function isOnTheLine({ target, body }: FuzzRequest): boolean {
  const fields = body ?? target.slice(target.indexOf('?') + 1);
  const all = new URLSearchParams(fields);
  if (all.has('CallbackSource') || all.has('TranscriptionStatus') || !all.has('CallSid')) return false;
  const statuses = all.getAll('CallStatus');
  return statuses.length === 1 && (statuses[0] === 'ringing' || statuses[0] === 'in-progress');
}
