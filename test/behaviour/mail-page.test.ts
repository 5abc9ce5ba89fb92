import { expect, it } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { nordicDesks, TEN_IN_THE_MORNING } from '../support/nordic.ts';
import { openRoom, wholeForm } from '../support/registering.ts';

const opens = nordicDesks();

it('a mail that no server takes is read in the console, and its PIN opens the status page', async () => {
  const desk = await opens({ at: TEN_IN_THE_MORNING });
  const { maja, sue } = await openRoom(desk);
  const at = { id: newId(desk.clock.now()), desk: 'dvnordic' };
  const { headers } = await maja.sends('/register/new', at);
  await maja.sends(String(headers.location), wholeForm);
  await desk.passes(2);
  const { body } = await sue.get('/mail');
  const pin = /pinkod till sidan är (\d{6})/.exec(body)?.[1];
  const asked = await fetch(`${desk.publicUrl}/status`, {
    method: 'POST',
    body: new URLSearchParams({ case: 'DVN-2210', pin: pin ?? '' }),
  });
  expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('DVN-2210')]);
});
