import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

const linkOf = (night: Night, who = bo): string => /http\S+/.exec(night.inbox(who)[0]!)![0];

/** What the button on the page does. */
const press = (link: string, answer = 'accept') =>
  fetch(link, { method: 'POST', body: new URLSearchParams({ answer }) });

it('changes nothing by looking at the link: link previews look too', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  for (const method of ['GET', 'HEAD']) expect((await fetch(linkOf(night), { method })).status).toBe(200);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging', acknowledgedBy: null });
  const page = await (await fetch(linkOf(night))).text();
  expect(page).toContain('DINO-1042');
});

it('accepts by one press on the page behind the link, and rings that phone while the caller holds', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(bo).reject();
  await night.passes(2);
  const answer = await press(linkOf(night));
  expect(answer.status).toBeLessThan(400);
  await night.passes(3);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'bo' });
  expect(night.phone(anna).call).toBeNull();
  expect(night.phone(bo).call?.state).toBe('ringing');
  await night.picksUp(bo, '1', 5);
  await night.passes(8);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
});

it('tells whoever presses second who has it', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(2);
  const answer = await press(linkOf(night));
  expect(await answer.text()).toContain('Anna');
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
});

it('knows no made-up link', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const answer = await press(`${night.publicUrl}/a/AAAAAAAAAAAAAAAAAAAAAA`);
  expect(answer.status).toBe(404);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: null });
});

it('declines by the other button, for this round', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  expect(await (await press(linkOf(night), 'decline')).text()).toContain('DINO-1042');
  await night.passes(3);
  expect(night.phone(bo).call).toBeNull();
  expect(night.phone(anna).call?.state).toBe('ringing');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging', acknowledgedBy: null });
});
