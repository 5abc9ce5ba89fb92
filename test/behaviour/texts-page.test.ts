import { beforeEach, expect, it } from 'vitest';
import { insertRow, uuid } from '../support/night.ts';
import { bo } from '../support/people.ts';
import { supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();
const STRANGER = '+12025550177';
let night: Night;
let cookie = '';

beforeEach(async () => {
  night = await tell();
  cookie = await supervisorOf(night);
});

const page = async (url: string) => (await night.app.http.inject({ url, headers: { cookie } })).body;
const count = (html: string) => html.match(/id="text-/g)?.length ?? 0;

it('a case shows what the caller and a technician have texted about it', async () => {
  await night.callsAndHangsUp();
  expect(await page(`/cases/${FIRST_CASE}`)).not.toContain('from <span');
  await night.texts(CUSTOMER, 'It is the night batch');
  await night.texts(bo, 'on my way');
  const shown = await page(`/cases/${FIRST_CASE}`);
  expect(shown).toMatch(/It is the night batch<\/p><p class="by">from [^<]*<[^>]+>\+1 202 555 0100/);
  expect(shown.indexOf('night batch')).toBeLessThan(shown.indexOf('Texts are not read here'));
  expect(shown).toMatch(/on my way<\/p><p class="by">from Bo Berg/);
});

it('everything that was texted is read on one page: by whom, to which number, what was answered, on which case', async () => {
  expect(await page('/texts')).toContain('Nobody has texted to a desk yet.');
  await night.callsAndHangsUp();
  await night.texts(STRANGER, 'Is <b>this</b> a pharmacy?');
  await night.texts(bo, 'on my way');
  const all = await page('/texts');
  expect(count(all)).toBe(2);
  expect(all).toContain('Is &lt;b>this&lt;/b> a pharmacy?');
  expect(all).toContain('+1 202 555 0177');
  expect(all).toContain('Texts are not read here');
  expect(all).toContain('+1 800 480 3466');
  expect(all).toContain('<b>Bo Berg</b>');
  expect(all).toContain(`href="/cases/${FIRST_CASE}#texts"`);
  expect(all).toContain('no case');
});

it('texts are found by their words, sender, case and desk, and an empty result says what to drop', async () => {
  await night.callsAndHangsUp();
  await night.texts(STRANGER, 'Is this a pharmacy?');
  await night.texts(bo, 'on my way');
  for (const [query, finds] of [
    ['on=no-case', 'pharmacy'],
    ['search=a%20PHARM', 'pharmacy'],
    ['search=555%200177', 'pharmacy'],
    ['search=berg', 'on my way'],
    ['search=1042', 'on my way'],
    ['on=case&desk=dino', 'on my way'],
  ] as const) {
    const found = await page(`/texts?${query}`);
    expect([query, count(found), found.includes(finds)]).toEqual([query, 1, true]);
  }
  expect(await page('/texts?on=case&search=pharmacy')).toContain('Without the case: 1');
  const older = Buffer.from(JSON.stringify([night.startedAt.toISOString(), uuid(1)])).toString('base64url');
  expect(count(await page(`/texts?cursor=${older}`))).toBe(0);
});

it('of an answer that was tried again the last try is shown, and of a blanked text that it is blanked', async () => {
  const at = night.startedAt;
  const text = { direction: 'inbound', purpose: 'received', status: 'received', to_number: DINO_NUMBER };
  const answer = { direction: 'outbound', purpose: 'reply', from_number: DINO_NUMBER, to_number: STRANGER };
  const of = { body: 'Call us', answers: uuid(1) };
  for (const row of [
    { id: uuid(1), ...text, from_number: STRANGER, body: 'Hello?', created_at: at },
    { id: uuid(2), ...answer, ...of, status: 'failed', created_at: at },
    { id: uuid(3), ...answer, ...of, status: 'delivered', created_at: new Date(at.getTime() + 5000) },
    { id: uuid(4), ...text, from_number: '', body: '', created_at: new Date(0), erased_at: at },
  ])
    await insertRow(night.database.db, 'text_message', row);
  const all = await page('/texts');
  expect(all.match(/Call us/g)).toHaveLength(1);
  expect(all).not.toContain('not delivered');
  expect(all).toContain('blanked: its time was over');
});
