import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { supervisorOf } from '../support/sign-in.ts';

/** A Thursday, 10:00 in New York. */
const OFFICE_HOURS = new Date('2026-11-12T15:00:00Z');
const TODAY = '2026-11-12';
const opens = desks();

async function consoleOf(desk: Desk) {
  const cookie = await supervisorOf(desk);
  const read = async () => (await desk.app.http.inject({ url: '/hours', headers: { cookie } })).body;
  const csrf = /name="csrf" value="([\w-]+)"/.exec(await read())?.[1] ?? '';
  const send = (url: string, fields: Record<string, string>) =>
    desk.app.http.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...fields, csrf }).toString(),
    });
  return { read, send };
}

async function hearsOfContract(desk: Desk, number: string): Promise<string> {
  const customer = desk.customer(number);
  await customer.calls();
  await customer.presses('6', 12);
  const heard = customer.heard();
  await customer.hangsUp();
  return heard;
}

const closedToday = { desk: 'dino', date: TODAY, does: 'closed', hours: '', why: 'The house has no power' };

it('a date set in the console counts from the next call on, and the script again when it is taken back', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const office = await consoleOf(desk);
  expect(await hearsOfContract(desk, '+12025550121')).not.toContain('closed now');

  expect((await office.send('/hours/set', closedToday)).statusCode).toBe(303);
  expect(await hearsOfContract(desk, '+12025550122')).toContain('Our sales office is closed now');
  const page = await office.read();
  expect(page).toContain('The house has no power');
  expect(page).toMatch(/Sue, Thu 12 Nov \d\d:\d\d/);

  // Set once more, it replaces the first; both stay to be read.
  await office.send('/hours/set', {
    ...closedToday,
    does: 'hours',
    hours: '09:00-10:30',
    why: 'Power is back',
  });
  expect(await hearsOfContract(desk, '+12025550123')).not.toContain('closed now');
  const id = /\/hours\/remove.*?name="id" value="([\w-]+)"/s.exec(await office.read())?.[1] ?? '';
  await office.send('/hours/remove', { id });
  const after = await office.read();
  expect(after).toContain('Taken back or replaced: 2');
  expect(await hearsOfContract(desk, '+12025550124')).not.toContain('closed now');
});

it('a caller in the middle of the menu is told what is true when the key comes', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const office = await consoleOf(desk);
  const customer = desk.customer();
  await customer.calls();
  await office.send('/hours/set', closedToday);
  await customer.presses('3', 12);
  expect(customer.heard()).toContain('We will answer on the next business day.');
});

it('what cannot be read changes nothing, and comes back with what was written', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const office = await consoleOf(desk);
  const wrong = { ...closedToday, does: 'hours', hours: '9-12', why: 'Half a day' };
  const answer = await office.send('/hours/set', wrong);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('&quot;9-12&quot; is no span of hours.');
  expect(answer.body).toContain('value="Half a day"');
  expect((await office.send('/hours/set', { ...closedToday, desk: 'nobody' })).statusCode).toBe(404);
  const { rows } = await desk.database.pool.query('SELECT 1 FROM own_hours');
  expect(rows).toEqual([]);
});

it('a row that nobody can read costs no caller the call', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const office = await consoleOf(desk);
  await office.send('/hours/set', closedToday);
  await desk.database.pool.query(`UPDATE own_hours SET spans = '{8-12}'`);
  // The script decides on that date.
  expect(await hearsOfContract(desk, '+12025550121')).not.toContain('closed now');
  expect((await desk.newest()).status).toBe('paging');
});

it('only a supervisor sets dates', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const cookie = await supervisorOf(desk);
  await desk.database.pool.query("UPDATE account SET role = 'operator'");
  const page = await desk.app.http.inject({ url: '/hours', headers: { cookie } });
  expect(page.body).toContain('Thanksgiving Day');
  expect(page.body).not.toContain('Set this date');
  const csrf = /name="csrf" value="([\w-]+)"/.exec(page.body)?.[1] ?? '';
  const answer = await desk.app.http.inject({
    method: 'POST',
    url: '/hours/set',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...closedToday, csrf }).toString(),
  });
  expect(answer.statusCode).toBe(403);
});

it('a key that does something else on such a date uses up no case number for what it would have done', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const office = await consoleOf(desk);
  await office.send('/hours/set', closedToday);
  expect(await hearsOfContract(desk, '+12025550121')).toContain('Our sales office is closed now');
  expect((await desk.cases()).map(({ number }) => number)).toEqual(['DINO-1042']);
});
