/**
 * The part of a file that a Range header asks for; undefined for the whole, also for a header that is not understood
 * or asks for several parts, as RFC 9110 allows. Some browsers play no sound without parts.
 */
export function byteRange(
  header: string | undefined,
  length: number,
): { first: number; last: number } | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const size = Math.min(Number(to), length);
    return size === 0 ? 'outside' : { first: length - size, last: length - 1 };
  }
  const first = Number(from);
  const last = to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= length ? 'outside' : { first, last };
}
