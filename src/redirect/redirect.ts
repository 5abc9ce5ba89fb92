import { noteCase } from '../cases/index.ts';
import type { Script } from '../ivr/index.ts';
import {
  formatPhoneNumber,
  formatPhoneNumberIn,
  isAllotted,
  takesNoTexts,
  newId,
  readNationalNumber,
  type PhoneNumber,
} from '../kernel/index.ts';
import { personByNumber } from '../people/index.ts';
import { phrasesFor, type NotRedirected, type RedirectFacts } from '../phrases/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { hasOptedOut, sendText } from '../texts/index.ts';
import { AGAIN_AFTER_MINUTES, whyNotRedirected } from './judge.ts';
import { countRedirects, lockRedirects, type RedirectSender } from './redirect.store.ts';
import type { RedirectVia } from './tables.ts';

export interface RedirectOrder {
  /** Of the desk that the customer is to call. */
  script: Script;
  /** The customer's, as somebody wrote it: the desk's country is understood. */
  number: string;
  by: RedirectSender;
  via: RedirectVia;
  /** The number that it comes from: absent, one of the desk's. */
  from?: PhoneNumber;
  /** The case that it is noted on, where the customer has one that is open. */
  caseOf: (number: PhoneNumber) => Promise<{ id: string; number: string } | undefined>;
}

export type RedirectResult = { facts: RedirectFacts } & (
  | { kind: 'sent'; case: { id: string; number: string } | undefined }
  | { kind: 'refused'; why: NotRedirected }
);

const HOUR_MS = 3_600_000;

/**
 * Texts a customer, who called one of ours directly, that they are to call the desk: reports made past it are no cases (DV
 * Nordic). In the desk's language. It stands in the list of redirects and on the customer's open case, with who and when.
 */
export async function redirectToDesk(
  service: Service,
  unit: Unit,
  order: RedirectOrder,
): Promise<RedirectResult> {
  const { script, by } = order;
  const number = readNumber(order.number, script.country);
  const facts = redirectFacts(script, number);
  if (number === undefined) return { kind: 'refused', why: 'unreadable', facts };
  await lockRedirects(unit.tx);
  const why = await whyNot(service, unit, order, number);
  if (why !== undefined) return { kind: 'refused', why, facts };
  const found = await order.caseOf(number);
  const { redirect } = phrasesFor(script.language);
  const id = newId(unit.now);
  const textId = sendText(service, unit, {
    purpose: 'customer',
    script,
    to: number,
    from: order.from ?? ownNumber(service, unit, script),
    body: redirect.toCustomer({ ...facts, by: by.name }),
    urgency: 5,
    caseId: found?.id,
  });
  unit.insert('desk_redirect', {
    id,
    at: unit.now,
    desk: script.desk,
    number,
    person: by.person ?? null,
    account: by.account ?? null,
    by_name: by.name,
    via: order.via,
    case_id: found?.id ?? null,
    text_id: textId,
  });
  if (found)
    noteCase(unit, found.id, 'customer.redirected', { by: by.person ?? by.name, via: order.via, number });
  unit.tell(
    { desk: script.desk, by: by.person ?? by.name, via: order.via },
    'a customer was sent to the desk',
  );
  return { kind: 'sent', case: found, facts };
}

/** What the sentences about a redirect need. */
export function redirectFacts(script: Script, number: PhoneNumber | undefined): RedirectFacts {
  const { name: deskName, country } = script;
  const own = script.numbers[0]!;
  // Whoever has a number from abroad could not dial the national way.
  const isAbroad = number !== undefined && formatPhoneNumberIn(number, country).startsWith('+');
  return {
    deskName,
    deskNumber: isAbroad ? formatPhoneNumber(own) : formatPhoneNumberIn(own, country),
    number: number === undefined ? undefined : formatPhoneNumberIn(number, country),
  };
}

function readNumber(written: string, country: string): PhoneNumber | undefined {
  const number = readNationalNumber(written.trim().replace(/^00/, '+'), country);
  // A digit too few is somebody else's number somewhere, or nobody's.
  return number !== undefined && isAllotted(number) ? number : undefined;
}

async function whyNot(
  service: Service,
  unit: Unit,
  { script, by }: RedirectOrder,
  number: PhoneNumber,
): Promise<NotRedirected | undefined> {
  const ago = (ms: number) => new Date(unit.now.getTime() - ms);
  const since = { hourAgo: ago(HOUR_MS), aWhileAgo: ago(AGAIN_AFTER_MINUTES * 60_000) };
  const of = { desk: script.desk, number };
  const { sent, told } = await countRedirects(unit.tx, by, of, since);
  const owner = await personByNumber(unit.tx, number);
  const ours = [...service.pageFrom, ...service.scripts.flatMap(({ numbers }) => numbers)];
  return whyNotRedirected({
    isOurs: ours.includes(number) || (owner !== undefined && owner.key === by.person),
    takesNoTexts: takesNoTexts(number),
    hasOptedOut: await hasOptedOut(unit.tx, number),
    toldOfLate: told,
    sentThisHour: sent,
  });
}

/** The desk's own number by the carrier that takes texts now: the one that the customer knows. */
function ownNumber({ carriers }: Service, unit: Unit, { numbers }: Script): PhoneNumber {
  const by = carriers.choose('sms', unit.now);
  return numbers.find((number) => carriers.of(number) === by) ?? numbers[0]!;
}
