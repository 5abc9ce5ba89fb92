import { expect, it } from 'vitest';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

it('stays ready while the carrier refuses us, and says so beside it, as does a metric', async () => {
  const night = await tell({ people: [anna, { ...bo, voice: '+15005550003' }, cleo, sal, sue] });
  const readiness = async () => {
    // The engine of a world on a clock of its own turns when it is looked at.
    night.app.engine?.wake();
    await night.settles();
    const answer = await fetch(`${night.publicUrl}/readyz`);
    return { status: answer.status, body: (await answer.json()) as { warnings: { kind: string }[] } };
  };
  expect(await readiness()).toMatchObject({ status: 200, body: { status: 'ready', warnings: [] } });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  const told = await readiness();
  expect(told).toMatchObject({ status: 200, body: { warnings: [{ kind: 'carrier-refuses' }] } });
  expect(JSON.stringify(told.body)).not.toMatch(/\+1|Bo/);
  const metrics = await (await fetch(`${night.publicUrl}/metrics`)).text();
  expect(metrics).toContain('afterhours_open_alarms{kind="carrier-refuses"} 1');
  expect(metrics).toContain('afterhours_mails{status="waiting"} 0');
});
