import { describe, expect, it } from 'vitest';
import { importPeople } from '../../src/people/import/index.ts';
import { anna, bo, sal, sue, type TestPerson } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();
const NEW_NUMBER = '+12025550177';
const code = (night: Night, of: TestPerson | string) =>
  /^(\d{6}) is your code/.exec(night.inbox(of).at(-1) ?? '')?.[1] ?? 'none';

async function begins(): Promise<{ night: Night; sue: Colleague }> {
  const night = await tell({ people: [anna, bo, sal, sue] });
  return { night, sue: new Colleague(night, await supervisorOf(night)) };
}
const numbers = async (night: Night, person = 'anna') =>
  (
    await night.database.pool.query<{ told: string }>(
      `SELECT channel || ' ' || address || CASE WHEN verified_at IS NULL THEN '' ELSE ' verified' END AS told
       FROM contact_method WHERE person = $1 ORDER BY channel`,
      [person],
    )
  ).rows.map(({ told }) => told);

it('a number is used once the code that was texted to it has come back, and the old one until then', async () => {
  const { night, sue: boss } = await begins();
  const asked = await boss.sends('/people/anna/number', { channel: 'sms', number: '(202) 555-0177' });
  expect([asked.statusCode, asked.headers.location]).toEqual([303, '/people/anna#sms']);
  await night.passes(2);
  expect(await numbers(night)).toEqual(['sms +12025550111', 'voice +12025550111']);
  const page = (await boss.get('/people/anna')).body;
  expect(page).toMatch(/sent to \+1 202 555 0177, good until 02:57/);
  expect(page).not.toContain(code(night, NEW_NUMBER));
  const wrong = await boss.sends('/people/anna/code', { channel: 'sms', code: '000000' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('That is not the code. 4 tries are left');
  await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, NEW_NUMBER) });
  expect(await numbers(night)).toEqual(['sms +12025550177 verified', 'voice +12025550111']);
});

it('the code is in no row that anybody can read', async () => {
  const { night, sue: boss } = await begins();
  await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  await night.passes(2);
  const { rows } = await night.database.pool.query<{ row: string }>(
    `SELECT t::text AS row FROM text_message t UNION ALL SELECT c::text FROM contact_code c UNION ALL SELECT k::text FROM task k`,
  );
  expect(code(night, NEW_NUMBER)).toMatch(/^\d{6}$/);
  expect(rows.map(({ row }) => row).join()).toContain('###### is your code for Afterhours');
  expect(rows.map(({ row }) => row).join()).not.toContain(code(night, NEW_NUMBER));
});

it('is read out in a call, to whoever picks up, digit by digit', async () => {
  const { night, sue: boss } = await begins();
  await boss.sends('/people/anna/number', { channel: 'voice', number: NEW_NUMBER });
  await night.passes(2);
  night.phone(NEW_NUMBER).answer();
  await night.passes(15);
  const [, digits = ''] = /Your code is ([\d ]+)\./.exec(night.heard(NEW_NUMBER)) ?? [];
  expect(digits).toMatch(/^\d( \d){5}$/);
  await boss.sends('/people/anna/code', { channel: 'voice', code: digits });
  expect(await numbers(night)).toEqual(['sms +12025550111', 'voice +12025550177 verified']);
});

it('is cut short when a case wants the phone', async () => {
  const { night, sue: boss } = await begins();
  await boss.sends('/people/anna/number', { channel: 'voice', number: anna.voice! });
  await night.passes(2);
  night.phone(anna).answer();
  await night.passes(1);
  await night.callsDesk();
  await night.passes(4);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1', 12);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
});

it('is not sent to another’s number, nor makes one that has become another’s', async () => {
  const { night, sue: boss } = await begins();
  const refused = await boss.sends('/people/anna/number', { channel: 'sms', number: bo.sms! });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Another person has this number already');
  await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  await night.passes(2);
  await night.database.pool.query(
    `UPDATE contact_method SET address = $1 WHERE person = 'bo' AND channel = 'voice'`,
    [NEW_NUMBER],
  );
  const late = await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, NEW_NUMBER) });
  expect(late.body).toContain('Another person has this number already');
  expect(await numbers(night)).toEqual(['sms +12025550111', 'voice +12025550111']);
  expect(night.inbox(bo)).toEqual([]);
});

it('that the carrier refuses for the number alone calls no supervisor', async () => {
  const { night, sue: boss } = await begins();
  // The simulated carrier: a country that our account may not call, or text to.
  for (const channel of ['voice', 'sms'])
    await boss.sends('/people/anna/number', { channel, number: '+15005550003' });
  await night.passes(60);
  expect((await boss.get('/people/anna')).body.match(/It did not reach/g)).toHaveLength(2);
  expect(await night.alarms()).toEqual([]);
});

it('is good for ten minutes and five tries', async () => {
  const { night, sue: boss } = await begins();
  await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  await night.passes(2);
  for (let left = 4; left > 0; left -= 1)
    expect((await boss.sends('/people/anna/code', { channel: 'sms', code: '000000' })).body).toContain(
      `${left} ${left === 1 ? 'try is' : 'tries are'} left`,
    );
  await boss.sends('/people/anna/code', { channel: 'sms', code: '000000' });
  const sixth = await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, NEW_NUMBER) });
  expect(sixth.body).toContain('No code is under way any more');
  await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  await night.passes(10 * 60 + 1);
  const late = await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, NEW_NUMBER) });
  expect(late.statusCode).toBe(422);
  expect(await numbers(night)).toEqual(['sms +12025550111', 'voice +12025550111']);
});

it('that reaches nobody says so, and is nobody’s fault', async () => {
  const { night, sue: boss } = await begins();
  night.phone(NEW_NUMBER).personality = { kind: 'off' };
  await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  await boss.sends('/people/anna/number', { channel: 'voice', number: NEW_NUMBER });
  await night.passes(60);
  const page = (await boss.get('/people/anna')).body;
  expect(page.match(/It did not reach \+1 202 555 0177/g)).toHaveLength(2);
  expect(await night.alarms()).toEqual([]);
  expect(night.phone(NEW_NUMBER).texts.length).toBeLessThanOrEqual(1);
});

it('is sent to one number three times an hour and no more', async () => {
  const { night, sue: boss } = await begins();
  for (let time = 0; time < 3; time += 1)
    await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  const fourth = await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  expect(fourth.body).toContain('Several codes were sent within the last hour');
  await night.passes(3601);
  expect((await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER })).statusCode).toBe(
    303,
  );
  await night.passes(2);
  expect(night.inbox(NEW_NUMBER)).toHaveLength(4);
});

it('is asked for by the person and by supervisors, and by nobody else', async () => {
  const { night, sue: boss } = await begins();
  const tom = await boss.brings('technician', 'Tom');
  const refused = await tom.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
  expect(refused.statusCode).toBe(403);
  await night.database.pool.query(`UPDATE account SET person = 'anna' WHERE name = 'Tom'`);
  expect((await tom.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER })).statusCode).toBe(
    303,
  );
  expect((await tom.sends('/people/bo/number', { channel: 'sms', number: NEW_NUMBER })).statusCode).toBe(403);
  const words = await tom.sends('/people/anna/number', { channel: 'sms', number: 'my phone' });
  expect(words.body).toContain('This is no telephone number: write it with its country');
});

it('a number that was imported is used, and marked as not verified until its own code has come back', async () => {
  const { night, sue: boss } = await begins();
  expect((await boss.get('/people')).body).toContain('not verified');
  await boss.sends('/people/anna/number', { channel: 'sms', number: anna.sms! });
  await night.passes(2);
  await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, anna) });
  expect(await numbers(night)).toEqual(['sms +12025550111 verified', 'voice +12025550111']);
  await night.callsAndHangsUp();
  expect(night.inbox(anna).some((text) => text.includes('SEV 1'))).toBe(true);
});

describe('an import that replaces a number that was verified', () => {
  const importing = (night: Night, sms: string | undefined, voice = anna.voice!) =>
    importPeople(
      night.database.db,
      {
        file: 'people.yaml',
        text: JSON.stringify({
          people: [{ ...{ key: 'anna', name: anna.name, roles: anna.roles, voice }, ...(sms && { sms }) }],
        }),
      },
      { now: night.clock.now() },
    );
  async function verified(at?: Date) {
    const night = await tell({ people: [anna, bo, sal, sue], ...(at && { at }) });
    await night.database.pool.query(`UPDATE contact_method SET verified_at = $1 WHERE person = 'anna'`, [
      night.clock.now(),
    ]);
    return { night, sue: new Colleague(night, await supervisorOf(night)) };
  }
  const noon = new Date('2026-11-12T17:00:00Z');

  it('leaves the new one unverified on every page, and tells its owner at both', async () => {
    const { night, sue: boss } = await verified(noon);
    expect((await boss.get('/duty?desk=dino')).body.match(/not verified/g)).toHaveLength(6);
    expect(await importing(night, NEW_NUMBER)).toMatchObject({ ok: true, warnings: { length: 1 } });
    expect(await numbers(night)).toEqual(['sms +12025550177', 'voice +12025550111 verified']);
    await night.passes(3);
    const words =
      'Your number for our texts was changed by an imported list: it ends in 0177 now, and no longer in 0111. ' +
      `It is not verified. Have a code sent, or change it: ${night.publicUrl}/people/anna`;
    expect(night.inbox(NEW_NUMBER)).toEqual([words]);
    expect(night.inbox(anna)).toEqual([words]);
    expect((await boss.get('/people/anna')).body).toContain('not verified');
    expect((await boss.get('/duty?desk=dino')).body.match(/not verified/g)).toHaveLength(7);
    // Imported again, nothing has changed, and nobody is told again.
    await importing(night, NEW_NUMBER);
    await night.passes(3);
    expect(night.inbox(NEW_NUMBER)).toHaveLength(1);
    await boss.sends('/people/anna/number', { channel: 'sms', number: NEW_NUMBER });
    await night.passes(2);
    await boss.sends('/people/anna/code', { channel: 'sms', code: code(night, NEW_NUMBER) });
    expect(await numbers(night)).toEqual(['sms +12025550177 verified', 'voice +12025550111 verified']);
  });

  it('for calls is told by text, to the number for texts', async () => {
    const { night } = await verified(noon);
    await importing(night, anna.sms, NEW_NUMBER);
    await night.passes(3);
    expect(night.inbox(anna)).toEqual([expect.stringMatching(/^Your number for our calls was changed/)]);
    expect(night.inbox(NEW_NUMBER)).toEqual([]);
  });

  it('is not told to a colleague who has the old number now', async () => {
    const { night } = await verified(noon);
    await importPeople(
      night.database.db,
      {
        file: 'people.yaml',
        text: JSON.stringify({
          people: [
            { key: 'anna', name: anna.name, roles: anna.roles, voice: anna.voice, sms: NEW_NUMBER },
            { key: 'bo', name: bo.name, roles: bo.roles, voice: bo.voice, sms: anna.sms },
          ],
        }),
      },
      { now: night.clock.now() },
    );
    await night.passes(3);
    expect(night.inbox(NEW_NUMBER)).toHaveLength(1);
    expect(night.inbox(anna)).toEqual([]);
  });

  it('and is out of service raises no alarm: nobody is reached there any more', async () => {
    const { night } = await verified(noon);
    night.phones.faults.add({ kind: 'sms-undelivered', number: anna.sms!, code: 30006 });
    await importing(night, NEW_NUMBER);
    await night.passes(60);
    expect(night.inbox(NEW_NUMBER)).toHaveLength(1);
    const { rows } = await night.database.pool.query(
      `SELECT error_code FROM text_message WHERE to_number = $1`,
      [anna.sms],
    );
    expect(rows).toEqual([{ error_code: '30006' }]);
    expect((await night.database.pool.query(`SELECT 1 FROM alarm WHERE kind = 'contact-dead'`)).rows).toEqual(
      [],
    );
  });

  it('at night is told in the morning, unless it was put right by then', async () => {
    const { night } = await verified(new Date('2026-11-13T11:58:00Z'));
    await importing(night, NEW_NUMBER);
    await night.passes(60);
    expect(night.inbox(NEW_NUMBER)).toEqual([]);
    await importing(night, anna.sms);
    await night.passes(180);
    expect([night.inbox(NEW_NUMBER), night.inbox(anna)]).toEqual([[], []]);
  });

  it('that nobody had verified is told to nobody', async () => {
    const night = await tell({ people: [anna, bo, sal, sue], at: noon });
    await importing(night, NEW_NUMBER);
    await night.passes(5);
    expect([night.inbox(NEW_NUMBER), night.inbox(anna)]).toEqual([[], []]);
  });
});

it('the contact card has every number that pages come from, for whoever is signed in', async () => {
  const { night, sue: boss } = await begins();
  const card = await boss.get('/contact-card.vcf');
  expect(card.headers['content-type']).toBe('text/vcard; charset=utf-8');
  expect(card.body).toContain('TEL;TYPE=WORK,VOICE,PREF:+18004803466\r\n');
  expect(card.body).toContain(':+17037682610\r\n');
  const stranger = await night.app.http.inject({ url: '/contact-card.vcf' });
  expect(stranger.statusCode).toBe(303);
});
