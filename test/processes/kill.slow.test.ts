import { describe, expect, it, vi } from 'vitest';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';
import { eachOnItsSite, type SiteNode } from './site.ts';

const paged = [anna, bo, cleo, sal].map((person) => person.voice!);
const carriesOn = { timeout: 5_000, interval: 50 };

// Real processes in real time: a busy machine may need longer than usual.
vi.setConfig({ testTimeout: 60_000 });

const { annaAccepts, phone, pressOne, scriptsWithRoundsEvery, site } = eachOnItsSite();
const ringing = () => paged.filter((number) => phone(number).call?.state === 'ringing');
const texted = () => paged.filter((number) => phone(number).texts.length > 0);

/** Two nodes of which the first takes the calls. */
async function startTwo(env: Record<string, string> = {}): Promise<[SiteNode, SiteNode]> {
  const first = await site().start(env);
  return [first, await site().start(env)];
}

describe('when the process that took the call is killed, another one', () => {
  it('sends the pages that had not reached the carrier yet', async () => {
    const [first] = await startTwo();
    first.door.hold = 'requests';
    await pressOne();
    await expect.poll(() => first.door.asked.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await first.kill();
    await expect.poll(ringing, carriesOn).toEqual(paged);
    await expect.poll(texted, carriesOn).toEqual(paged);
    await annaAccepts();
  });

  it('goes on from callbacks when the carrier had acted and its answers were lost; nobody is called twice', async () => {
    const [first] = await startTwo();
    first.door.hold = 'answers';
    await pressOne();
    await expect.poll(() => first.door.heldAnswers, { timeout: 5_000 }).toBe(8);
    await first.kill();
    await annaAccepts();
    await expect.poll(() => phone(CUSTOMER).with, carriesOn).toEqual([anna.voice]);
    await expect.poll(() => ringing(), carriesOn).toEqual([]);
  });

  it('begins the next round when it is due, and takes the answer', async () => {
    const [first] = await startTwo({ IVR_SCRIPTS: scriptsWithRoundsEvery(4) });
    await pressOne();
    await expect.poll(ringing, carriesOn).toEqual(paged);
    await first.kill();
    const rounds = () => phone(bo.sms!).texts.filter((text) => text.body.includes('DINO-1042')).length;
    await expect.poll(rounds, { timeout: 9_000, interval: 50 }).toBeGreaterThanOrEqual(2);
    const code = /A\d+/.exec(phone(bo.sms!).texts[0]!.body)![0];
    phone(bo.sms!).sendText(DINO_NUMBER, code);
    await expect.poll(async () => (await site().case('DINO-1042')).acknowledgedBy, carriesOn).toBe('bo');
    await expect.poll(() => ringing().filter((number) => number !== bo.voice), carriesOn).toEqual([]);
  });
});
