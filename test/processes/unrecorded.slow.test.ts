import { expect, it, vi } from 'vitest';
import { setDatabase } from '../support/outage.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';
import { eachOnItsSite } from './site.ts';

// Real processes in real time: whether the one before is dead shows after some seconds.
vi.setConfig({ testTimeout: 90_000 });

const { phone, site } = eachOnItsSite();

it('a call that came while nothing could be recorded has its case after the process that answered it was killed', async () => {
  const first = await site().start();
  await setDatabase(site(), false);
  phone(CUSTOMER).dial(DINO_NUMBER);
  const heard = () => (phone(CUSTOMER).call?.said ?? []).map(({ text }) => text).join(' ');
  await expect.poll(heard, { timeout: 10_000, interval: 50 }).toContain('Please stay on the line.');
  phone(CUSTOMER).hangUp();
  await first.kill();
  await setDatabase(site(), true);
  const second = await site().start();
  const caseOf = async () =>
    (
      await site()
        .case('DINO-1042')
        .catch(() => undefined)
    )?.kind;
  await expect.poll(caseOf, { timeout: 40_000, interval: 200 }).toBe('unsorted');
  expect(second.output()).toContain('what another process could not record is recorded now');
  expect(second.output()).toContain('1 recorded after');
});
