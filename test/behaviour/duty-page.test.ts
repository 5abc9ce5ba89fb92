import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { importPeople } from '../../src/people/import/index.ts';
import { desks, type Desk } from '../support/caller.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';

/** A Thursday, 08:20 in New York. Anna has the day, Bo the night; handoffs at 08:00 and 20:00. */
const MORNING = new Date('2026-11-12T13:20:00Z');
const opens = desks();

async function opened(): Promise<{ desk: Desk; sue: Colleague; anna: Colleague; bo: Colleague }> {
  const desk = await opens({ at: MORNING });
  const halfDays = { every: { count: 12, unit: 'hours' as const } };
  const { pool } = desk.database;
  await schedule(pool, 'senior-technician', seatsOf([layerOf(['anna', 'bo'], halfDays)]));
  const sue = new Colleague(desk, await supervisorOf(desk));
  const of = async (key: string) => {
    const colleague = await sue.brings('technician', key);
    await pool.query('UPDATE account SET person = $1 WHERE name = $1', [key]);
    return colleague;
  };
  return { desk, sue, anna: await of('anna'), bo: await of('bo') };
}

const page = async (of: Colleague, query = '?desk=dino') => (await of.get(`/duty${query}`)).body;
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const shift = (...of: [string, string, string, string]) => JSON.stringify(of);
const fridayNight = shift(
  'senior-technician',
  'seat 1',
  '2026-11-14T01:00:00.000Z',
  '2026-11-14T13:00:00.000Z',
);
const fridayDay = shift(
  'senior-technician',
  'seat 1',
  '2026-11-13T13:00:00.000Z',
  '2026-11-14T01:00:00.000Z',
);

describe('the page', () => {
  it('says who is on duty now, how they are reached, until when, and who follows', async () => {
    const { sue } = await opened();
    const words = text(await page(sue));
    expect(words).toMatch(/senior technician seat 1 Anna Alm rota 20:00, then Bo Berg/);
    expect(words).toMatch(/\+1 202 555 0111/);
    expect(words).toMatch(/supervisor seat 1 Sue Sand duty list until the list is changed/);
    // One of three: the sweep says so, here too.
    expect(words).toContain('1 of 3 senior technicians');
    expect(words).toContain('Veterans Day');
  });

  it('shows another moment, other weeks, and nothing but the page for what means nothing', async () => {
    const { sue } = await opened();
    expect(text(await page(sue, '?desk=dino&at=2026-11-12T21:00'))).toMatch(
      /On duty Thu 12 Nov 21:00 .* Bo Berg rota Fri 13 Nov 08:00, then Anna Alm/,
    );
    expect(text(await page(sue, '?desk=dino&from=2026-11-30&weeks=4'))).toContain(
      'Mon 30 Nov to Sun 27 Dec 2026',
    );
    for (const query of ['?from=x&weeks=9&at=never', '?from=9999-01-01', '?at=1850-01-01T00:00'])
      expect((await sue.get(`/duty${query}`)).statusCode).toBe(200);
    expect((await sue.get('/duty?desk=nobody')).statusCode).toBe(404);
  });
});

describe('a supervisor', () => {
  it('puts somebody in a seat, sees who did it and why, and takes it back', async () => {
    const { desk, sue } = await opened();
    const fields = { desk: 'dino', seat: JSON.stringify(['senior-technician', 'seat 1']), person: 'cleo' };
    const times = { from: '2026-11-12T09:00', to: '2026-11-12T20:00', why: 'Anna was up all night' };
    const done = await sue.sends('/duty/override', { ...fields, ...times });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/duty?desk=dino#changes']);
    const html = await page(sue, '?desk=dino&at=2026-11-12T10:00');
    expect(text(html)).toMatch(/Cleo Carr stands in 20:00, then Bo Berg/);
    expect(text(html)).toMatch(/Anna was up all night Sue, Thu 12 Nov 08:20/);
    const id = /name="id" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    expect((await sue.sends('/duty/answer', { desk: 'dino', id, do: 'withdraw' })).statusCode).toBe(303);
    expect(text(await page(sue, '?desk=dino&at=2026-11-12T10:00'))).not.toContain('Cleo Carr stands in');
    expect((await desk.app.http.inject({ url: '/duty' })).statusCode).toBe(303);
  });

  it('is told which hours leave would leave open, and enters it with a reason that stays to be read', async () => {
    const { sue } = await opened();
    const fields = { desk: 'dino', person: 'bo', from: '2026-11-13', to: '2026-11-13', why: 'A wedding' };
    const refused = await sue.sends('/duty/leave', fields);
    expect(refused.statusCode).toBe(422);
    expect(text(refused.body)).toMatch(
      /would leave these hours open Fri 13 Nov 00:00 to 08:00 , 8 h: nobody is on duty as senior technician, Dino-Software .*Fri 13 Nov 20:00 to Sat 14 Nov 00:00 , 4 h: nobody is on duty as senior technician, Dino-Software .*Leave them open/,
    );
    expect(refused.body).toContain('<input type="hidden" name="why" value="A wedding"/>');
    expect(text(await page(sue))).not.toContain('Bo Berg on leave');
    expect((await sue.sends('/duty/leave', { ...fields, reason: 'Cleo is in the office' })).statusCode).toBe(
      303,
    );
    const words = text(await page(sue));
    expect(words).toContain('Bo Berg on leave A wedding');
    expect(words).toContain('“Cleo is in the office”');
    expect(words).toMatch(
      /nobody is on duty as senior technician, 8 h ?\. Left open: “ ?Cleo is in the office ?”/,
    );
  });

  it('is told what is wrong with a form, and finds in it what was written', async () => {
    const { sue } = await opened();
    const wrong = {
      desk: 'dino',
      seat: 'x',
      person: 'sal',
      from: '',
      to: '2026-11-12T20:00',
      why: 'Because',
    };
    const refused = await sue.sends('/duty/override', wrong);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Say from when');
    expect(refused.body).toContain('value="Because"');
    const seat = JSON.stringify(['senior-technician', 'seat 1']);
    const noRole = await sue.sends('/duty/override', { ...wrong, seat, from: '2026-11-12T10:00' });
    expect(noRole.body).toContain('Sal Stone has not the role senior technician');
  });
});

describe('people themselves', () => {
  it('ask for a swap, and whoever is asked grants it', async () => {
    const { anna, bo } = await opened();
    const asked = await anna.sends('/duty/swap', {
      ...{ desk: 'dino', gives: fridayDay, takes: fridayNight, with: 'bo', why: 'A concert' },
    });
    expect(asked.statusCode).toBe(303);
    const html = await page(bo);
    expect(text(html)).toMatch(/anna|Anna Alm asks Bo Berg, who takes this and gives Fri 13 Nov 20:00/);
    const id = /name="id" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    // Not by whoever has asked.
    expect((await anna.sends('/duty/answer', { desk: 'dino', id, do: 'grant' })).statusCode).toBe(422);
    expect((await bo.sends('/duty/answer', { desk: 'dino', id, do: 'grant' })).statusCode).toBe(303);
    expect(text(await page(bo, '?desk=dino&at=2026-11-13T10:00'))).toMatch(/Bo Berg stands in/);
    expect(text(await page(bo, '?desk=dino&at=2026-11-13T22:00'))).toMatch(/Anna Alm stands in/);
  });

  it('change their own leave and shifts only', async () => {
    const { anna, bo, sue } = await opened();
    const ofBo = { desk: 'dino', gives: fridayNight, takes: '', with: 'anna', why: 'x' };
    expect((await anna.sends('/duty/swap', ofBo)).statusCode).toBe(403);
    expect((await anna.sends('/duty/override', { desk: 'dino' })).statusCode).toBe(403);
    const fields = {
      desk: 'dino',
      person: 'bo',
      from: '2026-11-13',
      to: '2026-11-13',
      reason: 'ill',
      why: '',
    };
    expect((await anna.sends('/duty/leave', fields)).statusCode).toBe(303);
    // Whatever the form says, it is her own.
    const html = await page(sue);
    expect(text(html)).toContain('Anna Alm on leave');
    const id = /name="id" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    expect((await bo.sends('/duty/answer', { desk: 'dino', id, do: 'withdraw' })).statusCode).toBe(422);
    expect((await anna.sends('/duty/answer', { desk: 'dino', id, do: 'withdraw' })).statusCode).toBe(303);
    const manager = await sue.brings('manager', 'Mia');
    expect((await manager.sends('/duty/leave', fields)).statusCode).toBe(403);
    expect(await page(manager)).toContain('you read here');
  });
});

const BOUNDARY = 'a-boundary-of-a-form';
async function uploads(of: Colleague, fields: Record<string, string>, file = '') {
  const parts = Object.entries({ csrf: await of.csrf(), ...fields }).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const upload = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="leave.ics"\r\ncontent-type: text/calendar\r\n\r\n${file}\r\n--${BOUNDARY}--\r\n`;
  return of.world.app.http.inject({
    method: 'POST',
    url: '/duty/leave-file',
    headers: { cookie: of.cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: parts.join('') + upload,
  });
}
const leaveFile = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:course',
  'DTSTART;VALUE=DATE:20261113',
  'DTEND;VALUE=DATE:20261114',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('a calendar of leave', () => {
  it('is imported as a file or as text, needs a reason as any change, and says what came of it', async () => {
    const { anna } = await opened();
    const refused = await uploads(anna, { desk: 'dino', text: '' }, leaveFile);
    expect(refused.statusCode).toBe(422);
    expect(text(refused.body)).toContain('Fri 13 Nov 08:00 to 20:00 , 12 h: nobody is on duty');
    expect(refused.body).toMatch(/enctype="multipart\/form-data".*name="text" value="BEGIN:VCALENDAR/s);
    const done = await uploads(anna, { desk: 'dino', text: leaveFile, reason: 'A course' });
    expect(done.statusCode).toBe(200);
    expect(text(done.body)).toContain('1 new, 0 changed, 0 gone, 0 as before.');
    expect(text(await page(anna))).toMatch(
      /Fri 13 Nov 00:00 to Sat 14 Nov 00:00 Anna Alm on leave from their calendar calendar import, anna/,
    );
  });

  it('that cannot be read changes nothing, and its line is told', async () => {
    const { anna } = await opened();
    const wrong = leaveFile.replace('20261113', '20261313');
    const refused = await uploads(anna, { desk: 'dino', text: wrong });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Line 4: DTSTART &quot;20261313&quot; is no time.');
    expect(text((await uploads(anna, { desk: 'dino', text: '' })).body)).toContain(
      'Choose a file, or paste its text',
    );
    expect((await uploads(anna, { desk: 'dino', text: '', csrf: 'another' }, leaveFile)).statusCode).toBe(
      403,
    );
    expect((await uploads(anna, { desk: 'dino', text: '' }, 'x'.repeat(1_200_000))).statusCode).toBe(413);
  });
});

describe('a calendar of shifts', () => {
  const addressIn = (html: string) => /value="(http[^"]*\/calendar\/[\w-]{43}\.ics)"/.exec(html)?.[1] ?? '';
  const eventsOf = (ics: string) =>
    new ICAL.Component(ICAL.parse(ics) as never)
      .getAllSubcomponents('vevent')
      .map((of) => new ICAL.Event(of));

  it('is read without a session, by whoever has its address, until that is renewed', async () => {
    const { desk, anna } = await opened();
    expect(addressIn(await page(anna))).toBe('');
    const renew = () => anna.sends('/duty/calendar', { desk: 'dino', of: 'mine', do: 'renew' });
    expect((await renew()).statusCode).toBe(303);
    const address = addressIn(await page(anna));
    const first = await fetch(address);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, max-age=300');
    const events = eventsOf(await first.text());
    // A shift a day, from when the schedule begins to 90 days ahead.
    expect(events.length).toBe(101);
    const next = events.find((of) => of.startDate.toJSDate() > MORNING);
    expect([next?.summary, next?.startDate.toJSDate(), next?.endDate.toJSDate()]).toEqual([
      'On duty: senior technician, Dino-Software',
      new Date('2026-11-13T13:00:00Z'),
      new Date('2026-11-14T01:00:00Z'),
    ]);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(text(await page(anna))).toContain('last read Thu 12 Nov 08:20');

    await desk.passes(3600);
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await renew();
    expect((await fetch(address)).status).toBe(404);
    const renewed = addressIn(await page(anna));
    expect((await fetch(renewed)).status).toBe(200);
    await anna.sends('/duty/calendar', { desk: 'dino', of: 'mine', do: 'end' });
    expect((await fetch(renewed)).status).toBe(404);
  });

  it('of a desk is a supervisor’s, and follows every change', async () => {
    const { anna, sue } = await opened();
    const make = { desk: 'dino', of: 'desk', do: 'renew' };
    expect((await anna.sends('/duty/calendar', make)).statusCode).toBe(403);
    expect((await sue.sends('/duty/calendar', { ...make, desk: 'nobody' })).statusCode).toBe(403);
    await sue.sends('/duty/calendar', make);
    const address = addressIn(await page(sue));
    const first = await fetch(address);
    const before = eventsOf(await first.text());
    expect(new Set(before.map(({ summary }) => summary))).toEqual(
      new Set(['Anna Alm, senior technician', 'Bo Berg, senior technician']),
    );
    const seat = JSON.stringify(['senior-technician', 'seat 1']);
    await sue.sends('/duty/override', {
      ...{ desk: 'dino', seat, person: 'cleo', why: 'x' },
      ...{ from: '2026-11-13T12:00', to: '2026-11-13T20:00' },
    });
    const second = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(second.status).toBe(200);
    const after = eventsOf(await second.text());
    const known = new Set(before.map(({ uid }) => uid));
    expect(after.filter(({ uid }) => !known.has(uid)).map(({ summary }) => summary)).toEqual([
      'Cleo Carr, senior technician',
    ]);
    expect(before.every(({ uid }) => after.some((of) => of.uid === uid))).toBe(true);
  });

  it('that is nobody’s is not there, and whoever tries many waits; a right one is always served', async () => {
    const { desk, anna } = await opened();
    await anna.sends('/duty/calendar', { desk: 'dino', of: 'mine', do: 'renew' });
    const address = addressIn(await page(anna));
    const wrong = `${desk.publicUrl}/calendar/${'x'.repeat(43)}.ics`;
    const answers: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) answers.push((await fetch(wrong)).status);
    expect(answers).toEqual([404, 404, 404, 404, 404, 429, 429]);
    expect((await fetch(address)).status).toBe(200);
    await desk.passes(10);
    expect((await fetch(wrong)).status).toBe(404);
    expect((await fetch(`${desk.publicUrl}/calendar/short.ics`)).status).toBe(429);
  });
});

describe('a duty list that an import has changed', () => {
  it('stands on the page with who was on it, who is, when and by whom; the same again is no change', async () => {
    const desk = await opens({ at: MORNING });
    const sue = new Colleague(desk, await supervisorOf(desk));
    const importing = (duty: Record<string, string[]>) =>
      importPeople(
        desk.database.db,
        { file: 'people.yaml', text: JSON.stringify({ duty: { dino: duty } }) },
        { by: 'Kalle', now: desk.clock.now() },
      );
    expect(text(await page(sue))).not.toContain('Changes of the duty lists');
    const order = { 'senior-technician': ['cleo', 'anna'], sales: ['sal'] };
    expect(await importing(order)).toMatchObject({ ok: true });
    await importing(order);
    await desk.passes(60);
    await importing({ sales: [] });
    const words = text(await page(sue));
    expect(words).toMatch(
      /Changes of the duty lists .* Thu 12 Nov 08:21 sales representative Sal Stone nobody Kalle Thu 12 Nov 08:20 senior technician Anna Alm, Bo Berg, Cleo Carr Cleo Carr, Anna Alm Kalle/,
    );
    expect(words.match(/Kalle/g)).toHaveLength(2);
  });
});
