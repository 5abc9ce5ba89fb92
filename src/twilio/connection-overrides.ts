/**
 * Twilio's connection overrides, in the part of a URL that is not sent: it tries three times more when a connection
 * fails or breaks, when no answer comes within 10 s, and after a 5xx, all within its 15 s. By default it would try once
 * more, and only when it could not connect: a process that dies with a request in its hands would cost the caller.
 * Every webhook of ours may come twice. We answer within 4 s, so a second request does not overtake the first,
 * and is itself answered before the 15 s are over.
 */
export const connectionOverrides = '#rc=3&rp=ct,rt,5xx&rt=10000';

/** The address with our overrides, unless it brings its own. */
export function withConnectionOverrides(url: string): string {
  return url.includes('#') ? url : url + connectionOverrides;
}
