import { expect, it } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { sue } from '../support/people.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER, DINO_OFFICE } from '../support/world.ts';

const tell = tellsOf();

/** Texts that the desk sent so many hours ago, and what the carrier reported of them. */
async function sent(night: Night, many: number, status: string, hoursAgo: number, from = DINO_NUMBER) {
  const at = new Date(night.clock.now().getTime() - hoursAgo * 3_600_000);
  for (let i = 0; i < many; i += 1) {
    await night.database.pool.query(
      `INSERT INTO text_message (id, direction, purpose, desk, from_number, to_number, body, status, created_at)
       VALUES ($1, 'outbound', 'customer', 'dino', $2, $3, 'x', $4, $5)`,
      [newId(at), from, CUSTOMER, status, at],
    );
  }
}

it('that falls markedly below its own past is an alarm, per number, and over when it recovers', async () => {
  const night = await tell();
  await sent(night, 40, 'delivered', 72);
  await sent(night, 8, 'sent', 0.5);
  await sent(night, 40, 'delivered', 72, DINO_OFFICE);
  await sent(night, 8, 'delivered', 0.5, DINO_OFFICE);
  await night.passes(10 * 60);
  const [alarm, ...more] = await night.alarms();
  expect(alarm?.message).toBe(
    `Of the last 8 texts from ${DINO_NUMBER}, 0 % are reported as delivered; 100 % were usual.`,
  );
  expect(more).toEqual([]);
  await night.passes(3);
  expect(night.phone(sue).call?.state).toBe('ringing');
  expect(night.inbox(sue)).toEqual([]);

  await night.passes(3600);
  expect(await night.standing()).toHaveProperty('delivery-drop');
  await sent(night, 10, 'delivered', 0.2);
  await night.passes(10 * 60);
  expect(await night.standing()).toEqual({});
});

it('that was never reported at this route is no alarm', async () => {
  const night = await tell();
  await sent(night, 40, 'sent', 72);
  await sent(night, 8, 'sent', 0.5);
  await night.passes(20 * 60);
  expect(await night.alarms()).toEqual([]);
});
