import type { Database } from '../database/index.ts';
import type { Task } from '../engine/index.ts';
import type { Script } from '../ivr/index.ts';
import type { Clock, PhoneNumber } from '../kernel/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import type { Carriers } from './carriers.ts';
import type { Codes } from './codes.ts';
import type { Order } from './orders.ts';
import type { WebhookUrls } from './urls.ts';

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Hands orders to the carrier as soon as they are committed. */
export interface Dispatcher {
  /** The engine under which orders are claimed at birth; undefined in a process that only answers the web. */
  readonly owner: number | undefined;
  leaseEnd(): Date;
  /** Something was put down for later: whoever sleeps longer is told. */
  expect(dueAt: Date): void;
  handOver(task: Task, order: Order): void;
}

/** Tells open pages that something changed. */
export interface Changes {
  publish(): void;
}

/** What every operation of the product needs of its surroundings. Built once, in app.ts. */
export interface Service {
  db: Database;
  clock: Clock;
  scripts: readonly Script[];
  urls: WebhookUrls;
  /** Numbers that pages come from; empty: the desk's own. */
  pageFrom: readonly PhoneNumber[];
  carriers: Carriers;
  /** What is sent to a number to show whose it is. */
  codes: Codes;
  dispatcher: Dispatcher;
  changes: Changes;
  log: Log;
}

/** The script of a desk; undefined when its file has been taken away while it has open cases. */
export function scriptOf(service: Pick<Service, 'scripts'>, desk: string): Script | undefined {
  return service.scripts.find((script) => script.desk === desk);
}

/** What decides from which number something goes out. Without `carriers` there is one. */
export type Senders = Pick<Service, 'pageFrom'> & Partial<Pick<Service, 'carriers'>>;

/**
 * The number that pages of a desk come from by a carrier: always the same, so that a phone can let it through at night.
 * @throws Error when neither PAGE_FROM nor the desk has a number.
 */
export function pageNumberOf(senders: Senders, script: Script, by: CarrierName = 'twilio'): PhoneNumber {
  const { pageFrom, carriers } = senders;
  const own = script.numbers.find((number) => carriers === undefined || carriers.of(number) === by);
  const theirs = carriers?.numbersOf(by) ?? [];
  const number = theirs.length > 0 ? (own ?? theirs[0]) : (pageFrom[0] ?? own ?? script.numbers[0]);
  if (!number) throw new Error(`desk ${script.desk} has no number to page from`);
  return number;
}

/**
 * The number that something new of a channel comes from now, by the carrier that is to take it. `wish`: the carrier that
 * the caller came in by, when they are to be brought together, or the one that an alarm does not call broken.
 */
export function senderOf(
  service: Pick<Service, 'pageFrom' | 'carriers'>,
  script: Script,
  to: { channel: 'voice' | 'sms'; now: Date; wish?: CarrierName | undefined },
): PhoneNumber {
  return pageNumberOf(service, script, service.carriers.choose(to.channel, to.now, to.wish));
}
