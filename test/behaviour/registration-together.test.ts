import { expect, it } from 'vitest';
import { desks } from '../support/caller.ts';
import { importExample, KARIN, LARS, missedCall, openRoom, wholeForm } from '../support/registering.ts';
import type { Colleague } from '../support/sign-in.ts';

const newDesk = desks();
interface Answer {
  values: Record<string, string>;
  hints: Record<string, { words: string }>;
  others: string;
}

const types = async (who: Colleague, number: string, field: string, value: string, before = '') =>
  (
    await who.tells(`/register/${number}/draft`, { changes: { [field]: { value, before } }, field })
  ).json<Answer>();
const looks = async (who: Colleague, number: string) =>
  (await who.tells(`/register/${number}/draft`, { changes: {}, field: null })).json<Answer>();

it('two operators on one case see each other, field by field, until one has gone', async () => {
  const desk = await newDesk();
  const { maja, tove } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  await types(maja, number, 'symptoms', 'Svart skärm');
  const seen = await types(tove, number, 'tried', 'Omstart');
  expect(seen.others).toBe('Maja Lind skriver i Symptom, så noga som möjligt.');
  expect(seen.values).toMatchObject({ symptoms: 'Svart skärm', tried: 'Omstart' });
  expect((await maja.get(`/register/${number}`)).body).toContain('Tove Dahl skriver i Vad har provats.');
  await desk.passes(30);
  expect((await looks(tove, number)).others).toBe('');
});

it('the later save wins in a field, and both are told whose value it took the place of', async () => {
  const desk = await newDesk();
  const { maja, tove } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  await types(maja, number, 'symptoms', 'Svart skärm');
  const later = await types(tove, number, 'symptoms', 'Blå skärm');
  expect(later.values['symptoms']).toBe('Blå skärm');
  expect(later.hints['symptoms']?.words).toBe('Du skrev över det Maja Lind skrev: ”Svart skärm”');
  expect((await looks(maja, number)).hints['symptoms']?.words).toBe(
    'Tove Dahl skrev över det du skrev: ”Svart skärm”',
  );
  // Who has seen the other's value and changes it takes nobody's place.
  const known = await types(maja, number, 'symptoms', 'Blå skärm, alla', 'Blå skärm');
  expect(known.hints['symptoms']).toBeUndefined();
});

it('a form that shows old values changes only what its sender has touched', async () => {
  const desk = await newDesk();
  const { maja, tove } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  const shown = JSON.stringify({ symptoms: '', tried: '' });
  await types(tove, number, 'tried', 'Omstart');
  await maja.sends(`/register/${number}`, { do: 'save', shown, symptoms: 'Svart skärm', tried: '' });
  expect((await looks(maja, number)).values).toMatchObject({ symptoms: 'Svart skärm', tried: 'Omstart' });
});

it('a contact who is not approved is refused and noted, until a supervisor lets them, once', async () => {
  const desk = await newDesk();
  const { maja, sue } = await openRoom(desk);
  const number = await missedCall(desk, KARIN);
  const karin = { ...wholeForm, name: 'Karin Ek', phone: '070-174 06 41'.replace('0', '+46 ') };
  const refused = await maja.sends(`/register/${number}`, karin);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Karin Ek är ingen godkänd kontakt hos Sundby kommun.');
  expect(refused.body).toContain('dig hittar jag tyvärr inte på listan. Be Eva Sund eller Lars Holm ringa');
  expect((await maja.get('/register')).body).toContain('väntar på arbetsledare');
  expect((await sue.get(`/cases/${number}`)).body).toContain(
    'Not registered by Maja Lind: Karin Ek is not an approved contact',
  );

  const own = await maja.sends(`/register/${number}/approve`, { how: 'once', reason: 'för att' });
  expect(own.statusCode).toBe(403);
  expect((await sue.sends(`/register/${number}/approve`, { how: 'once', reason: ' ' })).statusCode).toBe(422);
  const word = await sue.sends(`/register/${number}/approve`, { how: 'once', reason: 'Lars is ill' });
  expect(word.statusCode).toBe(303);
  expect((await maja.sends(`/register/${number}`, karin)).statusCode).toBe(303);
  expect(await desk.case(number)).toMatchObject({
    registration: { contact: { name: 'Karin Ek', exceptionBy: 'Sue' } },
  });
  expect((await sue.get(`/cases/${number}`)).body).toContain(
    'Karin Ek may be registered this once, says Sue: Lars is ill',
  );
  // For this case only.
  const next = await missedCall(desk, KARIN);
  expect((await maja.sends(`/register/${next}`, karin)).statusCode).toBe(422);
});

it('a contact whom a supervisor approves for good stays approved through the next import', async () => {
  const desk = await newDesk();
  const { maja, sue } = await openRoom(desk);
  const number = await missedCall(desk, KARIN);
  const ida = { ...wholeForm, name: 'Ida Wik', phone: '+46 8 465 004 13', mail: 'ida.wik@sundby.example' };
  expect((await maja.sends(`/register/${number}`, ida)).statusCode).toBe(422);
  expect((await sue.sends(`/register/${number}/approve`, { how: 'always' })).statusCode).toBe(303);
  await importExample(desk);
  expect((await maja.get(`/register/${number}`)).body).toMatch(
    /Godkända<\/dt><dd>Eva Sund, Ida Wik, Lars Holm/,
  );
  expect((await maja.sends(`/register/${number}`, ida)).statusCode).toBe(303);

  const other = await missedCall(desk, KARIN);
  await maja.sends(`/register/${other}`, { ...ida, name: 'Bo Ny' });
  const taken = await sue.sends(`/register/${other}/approve`, { how: 'always' });
  expect([taken.statusCode, taken.body.includes('That is Ida Wik’s number.')]).toEqual([422, true]);
});

it('only who may register does, and an operator neither pages nor administers', async () => {
  const desk = await newDesk();
  const { maja, sue } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  for (const role of ['technician', 'manager'] as const) {
    const other = await sue.brings(role, `A ${role}`);
    expect((await other.get('/')).body).not.toContain('href="/register"');
    expect((await other.sends(`/register/${number}`, wholeForm)).statusCode).toBe(403);
    const draft = await other.tells(`/register/${number}/draft`, { changes: {}, field: null });
    expect(draft.statusCode).toBe(403);
  }
  expect((await maja.get('/')).body).toContain('href="/register"');
  expect((await maja.sends(`/cases/${number}/page-now`, {})).statusCode).toBe(403);
  expect((await maja.get('/accounts')).statusCode).toBe(403);
  const forged = { csrf: 'made up', changes: { name: { value: 'x', before: '' } }, field: null };
  expect((await maja.tells(`/register/${number}/draft`, forged)).statusCode).toBe(403);
  expect((await maja.tells(`/register/${number}/draft`, { changes: 'x' })).statusCode).toBe(400);
  expect((await maja.tells('/register/DINO-9/draft', { changes: {}, field: null })).statusCode).toBe(404);
});

it('what was typed goes when its case is blanked, and what may be kept stays', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  await maja.sends(`/register/${number}`, wholeForm);
  await looks(maja, number);
  await desk.database.pool.query(
    `UPDATE support_case SET status = 'closed', closed_at = now(), closing_reason = 'x' WHERE number = $1`,
    [number],
  );
  await desk.database.pool.query(`SELECT erase_case(id, now()) FROM support_case WHERE number = $1`, [
    number,
  ]);
  const { rows } = await desk.database.pool.query<Record<string, unknown>>(
    `SELECT r.*, s.contact_email, s.summary FROM registration r JOIN support_case s ON s.id = r.case_id`,
  );
  const left = JSON.stringify(rows);
  for (const gone of ['Lars', 'Torggatan', 'sundby.example', 'Svart', 'PZ2', '00:1C', '465'])
    expect(left).not.toContain(gone);
  expect(rows[0]).toMatchObject({ registered: { priority: 'high' }, summary: '…', contact_email: null });
  expect((await maja.get(`/cases/${number}`)).statusCode).toBe(200);
  expect((await maja.get(`/register/${number}`)).statusCode).toBe(200);
  expect(await desk.case(number)).toMatchObject({ registration: null });
});
