import { setTimeout as sleep } from 'node:timers/promises';
import type { Telephone } from '../phones/index.ts';
import type { Random } from '../phones/random.ts';
import type { Site } from './site.ts';

const lookEveryMs = 100;
/** Of the calls that ring, so many are picked up. */
const pickedUp = 0.4;
/** Of the people, so many answer every text with its code. */
const texters = 0.2;
const talksMs = 2_000;
const givesUpMs = 12_000;

/**
 * Plays everybody on duty until `over`: some let it ring, some pick up after a while and press 1 or 2, some answer the
 * text. Whoever has a customer on the line talks a little and hangs up.
 */
export async function playResponders(site: Site, random: Random, over: () => boolean): Promise<void> {
  const numbers = site.desks.flatMap(({ people }) => people.map(({ number }) => number));
  const phones = numbers.map((number) => site.phones.telephone(number));
  for (const phone of phones) {
    if (random.next() < texters) phone.texting = { body: '{code}', afterSeconds: 2 + random.next() * 10 };
  }
  const seen = new Set<string>();
  while (!over()) {
    for (const phone of phones) {
      const { call } = phone;
      if (call?.state !== 'ringing' || seen.has(call.sid)) continue;
      seen.add(call.sid);
      if (random.next() < pickedUp) void takeCall(phone, call.sid, random);
    }
    await sleep(lookEveryMs);
  }
}

/** A phone changes between two looks: an act that it is in no state for is one that a person would not have done. */
async function takeCall(phone: Telephone, sid: string, random: Random): Promise<void> {
  const is = (state: string) => phone.call?.sid === sid && phone.call.state === state;
  const accepts = random.next() < 0.85;
  await sleep(500 + random.next() * 5_000);
  if (!is('ringing')) return;
  phone.answer();
  const heard = () => phone.said.some((line) => line.by !== 'me' && /accept/i.test(line.text));
  for (let waitedMs = 0; !heard() && waitedMs < givesUpMs; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs);
    if (phone.call?.sid !== sid) return;
  }
  await sleep(random.next() * 1_500);
  if (is('talking')) phone.press(accepts ? '1' : '2');
  let joinedMs = 0;
  for (let waitedMs = 0; joinedMs < talksMs && waitedMs < givesUpMs; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs);
    if (phone.call?.sid !== sid) return;
    if (phone.with.length > 0) joinedMs += lookEveryMs;
  }
  phone.hangUp();
}
