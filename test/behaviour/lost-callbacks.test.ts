import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import type { Script } from '../../src/ivr/index.ts';

const tell = tellsOf();

/** Nobody reports any call: what has become of one is learnt by asking alone. */
async function tellsNothing(scripts?: (scripts: Script[]) => void): Promise<Night> {
  const night = await tell(scripts === undefined ? {} : { scripts });
  night.phones.faults.add({ kind: 'callback-drop' });
  return night;
}

function emergencyWith(change: object): (scripts: Script[]) => void {
  return (scripts) => {
    Object.assign(scripts.find((script) => script.desk === 'dino')!.plans['emergency']!, change);
  };
}

/** Seconds at which calls of ours at this phone began and ended. */
function callsAt(night: Night, who = anna): { from: number; to: number }[] {
  const secondsAt = (at: Date) => (at.getTime() - night.startedAt.getTime()) / 1000;
  return night
    .phone(who)
    .calls.filter((call) => call.way === 'incoming')
    .map((call) => ({
      from: secondsAt(call.startedAt),
      to: call.endedAt === null ? Infinity : secondsAt(call.endedAt),
    }));
}

it('calls in every round when it is due, although no call is ever reported and rings until shortly before', async () => {
  const night = await tellsNothing(emergencyWith({ retryAfterSeconds: [60, 60, 60], ringSeconds: 55 }));
  await night.callsAndHangsUp();
  await night.passes(190);
  const began = night.rangAt(anna)[0]!;
  const late = night.rangAt(anna).map((at, round) => at - began - 60 * round);
  expect(late).toHaveLength(4);
  expect(Math.max(...late)).toBeLessThanOrEqual(5);
});

it('calls for a second case within seconds of the end of the first one’s call, which nobody reports', async () => {
  const night = await tellsNothing();
  await night.callsAndHangsUp();
  await night.passes(8);
  await night.callsAndHangsUp({ from: '+12025550101' });
  await night.passes(24);
  const [first, second] = callsAt(night);
  expect(second!.from - first!.to).toBeGreaterThanOrEqual(0);
  expect(second!.from - first!.to).toBeLessThanOrEqual(5);
});

it('calls at once for a case that comes after the phone has rung out, or was hung up on', async () => {
  const night = await tellsNothing();
  await night.callsAndHangsUp();
  await night.passes(2);
  night.phone(bo).reject();
  await night.passes(22);
  await night.callsAndHangsUp({ from: '+12025550101' });
  await night.passes(5);
  const cameAt = night.at() - 6;
  for (const person of [anna, bo]) {
    const [first, second] = callsAt(night, person);
    expect(first!.to).toBeLessThan(cameAt + 2);
    expect(second!.from).toBeLessThanOrEqual(cameAt + 5);
  }
});

it('calls again soon after a voicemail box has hung up, when a round waits for the phone', async () => {
  const night = await tellsNothing(emergencyWith({ retryAfterSeconds: [20, 300] }));
  night.phone(anna).personality = { kind: 'voicemail' };
  await night.callsAndHangsUp();
  await night.passes(95);
  const [first, second] = callsAt(night);
  expect(second!.from - first!.to).toBeLessThanOrEqual(7);
});

it('asks about a call again and again only while something waits for its phone', async () => {
  const night = await tellsNothing();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1', 6);
  await night.passes(300);
  const asked = night.phones.wire.filter(
    ({ url, way }) => way === 'to-carrier' && /Calls\/CA\w+\.json/.test(url),
  );
  expect(asked.length).toBeLessThan(40);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
});
