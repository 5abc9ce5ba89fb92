import type { Script } from '../ivr/index.ts';
import { newId, readNationalNumber, toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { reservePhones } from '../paging/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { CODE_MARK, senderOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import {
  codesSent,
  isAnothers,
  openCode,
  openCodesOf,
  personOfKey,
  takeTry,
  useNumber,
  type ShownCode,
} from './code.store.ts';
import type { ContactFault } from './contact-fault.ts';
import { CODE_GOOD_MS, mayAsk, MOST_TRIES } from './limits.ts';
import { setLines } from './lines.ts';
import { nearestDesk } from './nearest.ts';
import { setQuiet } from './quiet.ts';

type Channel = 'voice' | 'sms';
type Result = { ok: true } | { ok: false; fault: ContactFault };

/** Behind pages and alarms: somebody sits before a page and waits, but nobody's system is down. */
const URGENCY = 5;
const RING_SECONDS = 25;

/** What people do with their own numbers, and supervisors with everybody's. */
export interface ContactActions {
  /** Codes that were sent and can still be typed. */
  openCodes(person: string): Promise<ShownCode[]>;
  /** Sends a code to a number: by text, or read out in a call. The number is used once the code has come back. */
  ask(person: string, by: string, of: { channel: Channel; number: string }): Promise<Result>;
  confirm(person: string, by: string, of: { channel: Channel; code: string }): Promise<Result>;
  /** How many calls the voice number takes at the same time, as it was typed. */
  setLines(person: string, by: string, lines: string): Promise<Result>;
  /** When texts that can wait do, as it was typed; empty: at no time. */
  setQuiet(person: string, by: string, quiet: string): Promise<Result>;
}

export function contactActions(service: Service): ContactActions {
  return {
    openCodes: (person) => openCodesOf(service.db.$client, person, service.clock.now()),
    ask: (person, by, { channel, number }) =>
      unitOfWork(service, (unit) => ask(service, unit, { person, by, channel, number })),
    confirm: (person, by, { channel, code }) =>
      unitOfWork(service, (unit) => confirm(service, unit, { person, by, channel, code })),
    setLines: (person, by, lines) => setLines(service, person, by, lines),
    setQuiet: (person, by, quiet) => setQuiet(service, person, by, quiet),
  };
}

async function ask(
  service: Service,
  unit: Unit,
  { person, by, channel, number }: { person: string; by: string; channel: Channel; number: string },
): Promise<Result> {
  const of = await personOfKey(unit.tx, person);
  if (!of) return refused({ kind: 'no-person' });
  const address = readNumber(number, service.scripts);
  if (address === undefined) return refused({ kind: 'no-number' });
  if (!service.codes.areSecret) return refused({ kind: 'no-token' });
  if (await isAnothers(unit.tx, person, address)) return refused({ kind: 'anothers' });
  const script = nearestDesk(service.scripts, address);
  if (!script) return refused({ kind: 'no-desk' });
  if (!mayAsk(await codesSent(unit, { person, address, by }))) return refused({ kind: 'too-many' });
  const id = newId(unit.now);
  const to = { service, unit, script, person, address };
  const sent = channel === 'sms' ? sendCode(to, of.language) : await callWithCode(to, id);
  if (sent === undefined) return refused({ kind: 'phone-busy' });
  const row = channel === 'sms' ? { id: sent, callId: undefined } : { id, callId: sent };
  await unit.flush();
  await openCode(unit, { ...row, person, channel, address, by });
  unit.tell({ person, channel, by }, 'a code was sent to a number');
  return { ok: true };
}

interface Sending {
  service: Service;
  unit: Unit;
  script: Script;
  person: string;
  address: PhoneNumber;
}

/** The row of the text has the id that its code follows from. */
function sendCode({ service, unit, script, person, address }: Sending, language: string): string {
  return sendText(service, unit, {
    purpose: 'code',
    script,
    to: address,
    body: phrasesFor(language).duty.codeText(CODE_MARK),
    person,
    urgency: URGENCY,
  });
}

/** Undefined when the phone has another call of ours. */
async function callWithCode(
  { service, unit, script, person, address }: Sending,
  codeId: string,
): Promise<string | undefined> {
  const from = senderOf(service, script, { channel: 'voice', now: unit.now });
  const carrier = service.carriers.of(from);
  const call = {
    id: codeId,
    desk: script.desk,
    person,
    from_number: from,
    to_number: address,
    carrier,
    attempt: 1,
  };
  if (!(await reservePhones(unit.tx, [call], 'code', unit.now)).has(call.id)) return undefined;
  const order = {
    from,
    to: address,
    answerUrl: service.urls.code(call.id),
    statusUrl: service.urls.callStatus(call.id),
    ringTimeoutSeconds: RING_SECONDS,
  };
  unit.order({ kind: 'call.place', id: call.id, urgency: URGENCY, call: order });
  return call.id;
}

async function confirm(
  service: Service,
  unit: Unit,
  { person, by, channel, code }: { person: string; by: string; channel: Channel; code: string },
): Promise<Result> {
  const open = await takeTry(unit, person, channel);
  if (!open) return refused({ kind: 'no-code', minutes: CODE_GOOD_MS / 60_000 });
  if (!service.codes.isOf(open.id, code))
    return refused({ kind: 'wrong-code', left: MOST_TRIES - open.tries });
  if (!(await useNumber(unit, person, open))) return refused({ kind: 'anothers' });
  unit.tell({ person, channel, by }, 'a number was verified by its code');
  return { ok: true };
}

/** A number as somebody types it: with its country, or as it is dialled in a country that a desk of ours is in. */
function readNumber(typed: string, scripts: readonly Script[]): PhoneNumber | undefined {
  const bare = typed
    .trim()
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+');
  if (bare.startsWith('+')) return toPhoneNumber(bare);
  for (const { country } of scripts) {
    const read = readNationalNumber(typed, country);
    if (read !== undefined) return read;
  }
  return undefined;
}

function refused(fault: ContactFault): Result {
  return { ok: false, fault };
}
