import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../kernel/index.ts';
import type { CarrierAnswer, CarrierName } from '../telephony/index.ts';
import { CarrierTurns } from './carrier-turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A carrier that answers when it is told to. */
function hangingCarrier() {
  const turns = new CarrierTurns({ clock: systemClock });
  const asked: string[] = [];
  const answers = new Map<string, () => void>();
  const ask = (
    name: string,
    urgency = 0,
    { wanted = true, carrier = 'twilio' }: { wanted?: boolean; carrier?: CarrierName } = {},
  ) =>
    turns.ask(carrier, {
      urgency,
      wanted: () => Promise.resolve(wanted),
      ask: () => {
        asked.push(name);
        return new Promise<CarrierAnswer<string>>((resolve) =>
          answers.set(name, () => resolve({ ok: true, value: name })),
        );
      },
    });
  const fill = async () => {
    for (let i = 0; i < 64; i += 1) void ask(`first ${i}`);
    await vi.advanceTimersByTimeAsync(0);
  };
  const answer = async (name: string) => {
    answers.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked, ask, fill, answer, turns };
}

it('asks for 64 at once, then for the most urgent and the oldest of those that wait', async () => {
  const { asked, ask, fill, answer } = hangingCarrier();
  await fill();
  void ask('mild', 3);
  void ask('urgent', 0);
  void ask('urgent too', 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(64);
  for (const n of [5, 6, 7]) await answer(`first ${n}`);
  expect(asked.slice(64)).toEqual(['urgent', 'urgent too', 'mild']);
});

it('asks at once, and without a look, for what has waited for less than a second', async () => {
  const { asked, ask, fill, answer } = hangingCarrier();
  await fill();
  void ask('fresh', 0, { wanted: false });
  await vi.advanceTimersByTimeAsync(999);
  await answer('first 0');
  expect(asked.slice(64)).toEqual(['fresh']);
});

it('gives every ninth turn to what has waited longest, however mild', async () => {
  const { asked, ask, fill, answer } = hangingCarrier();
  await fill();
  void ask('mild', 9);
  for (let n = 0; n < 20; n += 1) void ask(`urgent ${n}`);
  for (let n = 0; n < 12; n += 1) await answer(`first ${n}`);
  expect(asked.slice(64).indexOf('mild')).toBe(8);
});

it('leaves what waits when the process is to stop, and asks for nothing that would have to wait', async () => {
  const { asked, ask, fill, turns } = hangingCarrier();
  await fill();
  const before = ask('before');
  turns.close();
  expect(await before).toMatchObject({ ok: false, failure: { code: 'not-asked' } });
  expect(await ask('after')).toMatchObject({ ok: false, failure: { code: 'not-asked' } });
  expect(asked).toHaveLength(64);
});

it('does not ask for what nobody wants any more when its turn comes, and goes on to the next', async () => {
  const { asked, ask, fill, answer } = hangingCarrier();
  await fill();
  const accepted = ask('accepted meanwhile', 0, { wanted: false });
  void ask('wanted', 0);
  await vi.advanceTimersByTimeAsync(1_000);
  await answer('first 0');
  expect(await accepted).toBe('unwanted');
  expect(asked.slice(64)).toEqual(['wanted']);
});

it('fails after 9 s without a turn as what was certainly not asked, and never asks afterwards', async () => {
  const { asked, ask, fill, answer } = hangingCarrier();
  await fill();
  const waited = ask('too late');
  await vi.advanceTimersByTimeAsync(9_000);
  expect(await waited).toMatchObject({ ok: false, failure: { code: 'not-asked', ambiguous: false } });
  await answer('first 0');
  expect(asked).toHaveLength(64);
  // Its place was free then.
  void ask('next');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.slice(64)).toEqual(['next']);
});

it('keeps the places of what failed or threw from being lost', async () => {
  const turns = new CarrierTurns({ clock: systemClock });
  const broken = {
    urgency: 0,
    wanted: () => Promise.resolve(true),
    ask: () => Promise.reject(new Error('broken')),
  };
  for (let i = 0; i < 200; i += 1) await expect(turns.ask('twilio', broken)).rejects.toThrow('broken');
  const ask = vi.fn(() => Promise.resolve({ ok: true, value: 1 } as const));
  await turns.ask('twilio', { ...broken, ask });
  expect(ask).toHaveBeenCalledOnce();
});

it('lets no carrier wait for another', async () => {
  const { asked, ask, fill } = hangingCarrier();
  await fill();
  void ask('by the other', 0, { carrier: 'signalwire' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toContain('by the other');
});
