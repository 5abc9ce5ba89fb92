import { field, integerField } from './form.ts';
import { accountUri, ok } from './request.ts';
import type { RestReply, RestRequest } from './request.ts';

/** One page of a list as Twilio lays it out: 50 a page unless PageSize says otherwise, at most 1000. */
export function page<T>(
  request: RestRequest,
  resource: string,
  name: string,
  items: readonly T[],
  toJson: (item: T) => Record<string, unknown>,
): RestReply {
  const size = integerField(request.query, 'PageSize', { from: 1, to: 1000, otherwise: 50 });
  const number = integerField(request.query, 'Page', { from: 0, to: 1_000_000, otherwise: 0 });
  const start = number * size;
  const shown = items.slice(start, start + size);
  const uriOf = (index: number) => {
    const query = new URLSearchParams(
      Object.entries(request.query).flatMap(([key, value]) =>
        (Array.isArray(value) ? value : [value]).map((one): [string, string] => [key, one]),
      ),
    );
    query.set('PageSize', String(size));
    query.set('Page', String(index));
    return `${accountUri(request.carrier)}/${resource}.json?${query.toString()}`;
  };
  return ok({
    [name]: shown.map(toJson),
    first_page_uri: uriOf(0),
    next_page_uri: start + size < items.length ? uriOf(number + 1) : null,
    previous_page_uri: number > 0 ? uriOf(number - 1) : null,
    uri: uriOf(number),
    page: number,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
  });
}

/** Whether an instant is within `NAME` (that day), `NAME<` (before) and `NAME>` (after) of a list's query. */
export function dateMatches(request: RestRequest, name: string, at: Date | null): boolean {
  const bound = (suffix: string) => field(request.query, `${name}${suffix}`);
  const [day, before, after] = [bound(''), bound('<'), bound('>')];
  if (day === undefined && before === undefined && after === undefined) return true;
  if (!at) return false;
  if (day !== undefined && at.toISOString().slice(0, 10) !== new Date(day).toISOString().slice(0, 10))
    return false;
  if (before !== undefined && at.getTime() > new Date(before).getTime()) return false;
  return after === undefined || at.getTime() >= new Date(after).getTime();
}

export function textMatches(request: RestRequest, name: string, value: string): boolean {
  const wanted = field(request.query, name);
  return wanted === undefined || wanted === value;
}
