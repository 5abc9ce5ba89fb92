import type { Carrier } from '../carrier/carrier.ts';
import type { Fields } from './form.ts';

/** One request to the REST API, past authentication. */
export interface RestRequest {
  carrier: Carrier;
  method: 'GET' | 'POST' | 'DELETE';
  /** The path and query, for paging. */
  uri: string;
  /** The identifiers in the path, in order. */
  ids: string[];
  query: Fields;
  form: Fields;
}

export interface RestReply {
  status: number;
  /** JSON, a file, or nothing. */
  body: Record<string, unknown> | Buffer | null;
  contentType?: string;
}

export type RestHandler = (request: RestRequest) => RestReply;

export const created = (body: Record<string, unknown>): RestReply => ({ status: 201, body });
export const ok = (body: Record<string, unknown>): RestReply => ({ status: 200, body });
export const deleted: RestReply = { status: 204, body: null };

/** The identifier at a place of the path; the router guarantees that it is there. */
export function idAt(request: RestRequest, index: number): string {
  return request.ids[index] ?? '';
}

/** The account's part of every URI. */
export function accountUri(carrier: Carrier): string {
  return `${carrier.brand.restPath}/2010-04-01/Accounts/${carrier.account.sid}`;
}
