import { expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { anna, bo, sue } from '../support/people.ts';
import { supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();
const codeOf = (night: Night): string => /A(\d+)/.exec(night.inbox(anna)[0]!)![1]!;

it('takes D with the code: the customer reached that technician, contact is recorded and paging stops', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, `d${codeOf(night)}`);
  const found = await night.case(FIRST_CASE);
  expect(found).toMatchObject({ status: 'in-contact', acknowledgedBy: 'bo' });
  expect(found.timeline.map((line) => line.event)).toEqual(
    expect.arrayContaining(['case.acknowledged', 'case.in-contact']),
  );
  expect(night.inbox(bo).at(-1)).toContain('the customer of DINO-1042 reached you');
  expect(night.inbox(anna).at(-1)).toContain('taken by Bo');
  for (const person of team) expect(night.phone(person).call).toBeNull();
  await night.passes(1200);
  for (const person of team) expect(night.rangAt(person)).toHaveLength(1);
  expect(night.rangAt(sue)).toEqual([]);
});

it('takes D from whoever has accepted already', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, `A${codeOf(night)}`);
  await night.texts(bo, `D${codeOf(night)}`);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'bo' });
  await night.passes(1200);
  expect(night.rangAt(bo)).toHaveLength(1);
});

it('takes D from another than the accepter: contact was made, and nobody is paged for it again', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(anna, `A${codeOf(night)}`);
  await night.texts(bo, `D${codeOf(night)}`);
  expect(night.inbox(bo).at(-1)).toContain('taken by Anna Alm');
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
  await night.passes(1000);
  for (const person of team) expect(night.rangAt(person)).toHaveLength(1);
});

it('records it from the console in one step', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const actions = caseActions(night.app.service);
  const by = { name: 'Sue Sand', person: 'sue' };
  expect(await actions.recordReachedDirectly(FIRST_CASE, by, { person: 'bo' })).toEqual({ ok: true });
  await night.passes(3);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'bo' });
  for (const person of team) expect(night.phone(person).call).toBeNull();
  expect(night.inbox(anna).at(-1)).toContain('taken by Bo');
  await night.passes(1200);
  for (const person of team) expect(night.rangAt(person)).toHaveLength(1);
});

it.each(['by text', 'in the console'])(
  'brings a caller who holds all the same to whoever said so %s, also when no page rings',
  async (how) => {
    const night = await tell();
    await night.callsDesk();
    await night.passes(45);
    for (const person of team) expect(night.phone(person).call).toBeNull();
    const actions = caseActions(night.app.service);
    const by = { name: 'Sue Sand', person: 'sue' };
    if (how === 'by text') await night.texts(bo, `D${codeOf(night)}`);
    else await actions.recordReachedDirectly(FIRST_CASE, by, { person: 'bo' });
    await night.passes(9);
    expect(night.rangAt(bo)).toHaveLength(2);
    await night.picksUp(bo, '1');
    await night.passes(4);
    expect(night.phone(bo).with).toEqual([CUSTOMER]);
    expect(night.phone(CUSTOMER).with).toEqual([bo.voice]);
  },
);

it('brings a caller who leaves a message meanwhile to whoever said so, once they hold again', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.passes(45);
  await night.presses(CUSTOMER, '1', 4);
  await night.texts(bo, `D${codeOf(night)}`);
  await night.passes(9);
  expect(night.rangAt(bo)).toHaveLength(2);
});

/** A supervisor who has signed in to the console; gives a page's HTML. */
async function signsIn(night: Night): Promise<(url: string) => Promise<string>> {
  const cookie = await supervisorOf(night, 'Kim Sand');
  return async (url) => (await night.app.http.inject({ url, headers: { cookie } })).body;
}

it('gives a case that nobody was paged for to whoever reached the customer, as the form asks', async () => {
  const night = await tell();
  await night.callsAndHangsUp({ key: '3' });
  const page = await signsIn(night);
  await night.database.pool.query(`UPDATE account SET person = 'sue'`);
  const asked = await page(`/cases/${FIRST_CASE}`);
  expect(asked).toContain(`action="/cases/${FIRST_CASE}/contact"`);
  expect(asked).toContain('>Somebody else</option>');
  expect(asked).toMatch(/<option (?=[^>]*value="sue")[^>]*selected/);
  const contact = { person: 'bo', note: 'from my own phone' };
  const actions = caseActions(night.app.service);
  const by = { name: 'Kim Sand', person: 'sue' };
  expect(await actions.recordContact(FIRST_CASE, by, { ...contact, person: 'nobody' })).toMatchObject({
    ok: false,
  });
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'open', acknowledgedAt: null });
  expect(await actions.recordContact(FIRST_CASE, by, contact)).toEqual({ ok: true });
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'bo' });
  for (const url of [`/cases/${FIRST_CASE}`, '/', '/calls']) expect(await page(url)).toContain('Bo Berg');
  expect(await actions.recordContact(FIRST_CASE, by, contact)).toMatchObject({ ok: false });
});

it('says who recorded it when the customer was reached by somebody of no roster, and names nobody else', async () => {
  const night = await tell();
  await night.callsAndHangsUp({ key: '3' });
  const page = await signsIn(night);
  const actions = caseActions(night.app.service);
  const by = { name: 'Kim Sand', person: undefined };
  expect(await actions.recordContact(FIRST_CASE, by, { person: undefined, note: '' })).toEqual({ ok: true });
  expect(await night.case(FIRST_CASE)).toMatchObject({
    status: 'in-contact',
    acknowledgedBy: null,
    acknowledgedByAccount: 'Kim Sand',
  });
  const shown = await page(`/cases/${FIRST_CASE}`);
  expect(shown).toMatch(/To acceptance<\/dt><dd>[\d:]+<small>Kim Sand at /);
  expect(shown).toContain('Accepted by Kim');
  expect(shown).not.toContain('somebody at');
  expect(await page('/calls')).toContain('<td class="c-by">Kim Sand</td>');
  for (const url of ['/', '/cases']) expect(await page(url)).toMatch(/data-label="Held by">Kim Sand</);
});

it('leaves a case with whoever accepted it when another has reached the customer', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(anna, `A${codeOf(night)}`);
  const actions = caseActions(night.app.service);
  const by = { name: 'Kim Sand', person: undefined };
  expect(await actions.recordContact(FIRST_CASE, by, { person: 'bo', note: '' })).toEqual({ ok: true });
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
});
