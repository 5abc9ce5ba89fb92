import { describe, expect, it } from 'vitest';
import { runSweep } from '../../src/retention/index.ts';
import { gsm7Segments, toGsm7 } from '../../src/kernel/index.ts';
import type { Desk } from '../support/caller.ts';
import { callsNordic, MARIA, nordicDesks, phoneOf, takesTheCall, TWO_AT_NIGHT } from '../support/nordic.ts';
import { karin, nils, nordicPeople, ulla, type TestPerson } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { NORDIC_NUMBER } from '../support/world.ts';

const opens = nordicDesks();
const CUSTOMER = '+46701740655';
const LANDLINE = '+46846500451';
const ASKED =
  'Ring supporten hos DV Nordic på 08-584 606 00, dygnet runt. Där får felanmälan ett ärendenummer och någon som tar hand om den. Hälsningar, Nils Lind';

async function texts(desk: Desk, from: TestPerson | string, body: string): Promise<void> {
  const number = typeof from === 'string' ? from : from.sms!;
  desk.phones.telephone(number).sendText(NORDIC_NUMBER, body);
  await desk.passes(2);
}
const inbox = (desk: Desk, of: TestPerson | string): string[] =>
  desk.phones
    .telephone(typeof of === 'string' ? of : of.sms!)
    .texts.filter(({ way }) => way === 'received')
    .map(({ body }) => body);
const listed = async (desk: Desk) =>
  (
    await desk.database.pool.query<{
      number: string;
      by: string;
      via: string;
      case: string | null;
      status: string;
    }>(
      `SELECT r.number, r.by_name AS by, r.via, s.number AS case, t.status FROM desk_redirect r
       JOIN text_message t ON t.id = r.text_id LEFT JOIN support_case s ON s.id = r.case_id ORDER BY r.at`,
    )
  ).rows;

describe('a technician who was called directly sends the customer to the desk by a text', () => {
  it.each(['VIDARE 070-174 06 55', 'DESK +46701740655', 'vidare: 0701740655.'])('%s', async (body) => {
    const desk = await opens();
    await texts(desk, nils, body);
    expect(inbox(desk, CUSTOMER)).toEqual([ASKED]);
    expect(toGsm7(ASKED)).toBe(ASKED);
    expect(gsm7Segments(ASKED)).toBe(1);
    const [text] = desk.phones.telephone(CUSTOMER).texts;
    expect(text).toMatchObject({ remote: NORDIC_NUMBER });
    expect(inbox(desk, nils)).toEqual(['070-174 06 55 ombeds per sms att ringa supporten hos DV Nordic.']);
    expect(await listed(desk)).toMatchObject([{ number: CUSTOMER, by: 'Nils Lind', via: 'sms', case: null }]);
  });

  it('and it is noted on the case that the customer has, with who and when', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    await maria.hangsUp();
    await texts(desk, nils, 'VIDARE 070-174 06 50');
    expect(inbox(desk, nils)).toEqual([
      '070-174 06 50 ombeds per sms att ringa supporten hos DV Nordic. Noterat på DVN-2210.',
    ]);
    const { timeline } = await desk.case('DVN-2210');
    expect(timeline.filter(({ event }) => event === 'customer.redirected')).toMatchObject([
      { data: { by: 'nils', via: 'sms', number: MARIA } },
    ]);
  });

  it('takes no case by it, nor does a code in another text lose its meaning', async () => {
    const desk = await opens({ at: new Date('2026-11-12T09:00:00Z') });
    const maria = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    phoneOf(desk, ulla).press('*');
    await desk.passes(4);
    phoneOf(desk, ulla).press('1');
    await desk.passes(6);
    const code = /A(\d+)/.exec(inbox(desk, nils)[0]!)![1]!;
    await texts(desk, nils, `VIDARE A${code} 070-174 06 55`);
    expect(inbox(desk, nils).at(-1)).toContain('Inget nummer gick att läsa, så inget sms skickades.');
    expect(await desk.newest()).toMatchObject({ status: 'paging', acknowledgedBy: null });
    await texts(desk, nils, `A${code}`);
    expect(await desk.newest()).toMatchObject({ acknowledgedBy: 'nils' });
    await maria.hangsUp();
  });

  it.each([
    [
      'a landline',
      `VIDARE 08-465 004 51`,
      'är en fast telefon och tar inte emot sms. Inget skickades: be kunden ringa 08-584 606 00.',
    ],
    ['no number', 'VIDARE 070-174 06 5', 'Inget nummer gick att läsa'],
    ['our own number', 'VIDARE 08-58 46 06 00', 'är vårt eget eller ditt'],
    ['the technician', `VIDARE ${nils.sms}`, 'är vårt eget eller ditt'],
  ])('not to %s, and the technician is told why', async (_, body, why) => {
    const desk = await opens();
    await texts(desk, nils, body);
    expect(inbox(desk, nils)).toHaveLength(1);
    expect(inbox(desk, nils)[0]).toContain(why);
    expect(inbox(desk, LANDLINE)).toEqual([]);
    expect(await listed(desk)).toEqual([]);
  });

  it('not to a phone that wants no texts, until it says START', async () => {
    const desk = await opens();
    await texts(desk, CUSTOMER, 'STOP');
    await texts(desk, nils, 'VIDARE 070-174 06 55');
    expect(inbox(desk, CUSTOMER)).not.toContain(ASKED);
    expect(inbox(desk, nils).at(-1)).toContain('har bett att slippa sms från oss');
    await texts(desk, CUSTOMER, 'START');
    await texts(desk, nils, 'VIDARE 070-174 06 55');
    expect(inbox(desk, CUSTOMER).filter((text) => text === ASKED)).toHaveLength(1);
  });

  it('once, however often it is asked for in a row; and ten customers an hour', async () => {
    const desk = await opens();
    await texts(desk, nils, 'VIDARE 070-174 06 55');
    await texts(desk, nils, 'VIDARE 070-174 06 55');
    expect(inbox(desk, CUSTOMER)).toHaveLength(1);
    expect(inbox(desk, nils).at(-1)).toContain('fick samma sms alldeles nyss');
    for (let n = 60; n < 72; n += 1) await texts(desk, nils, `VIDARE 070-174 06 ${n}`);
    expect(await listed(desk)).toHaveLength(10);
    expect(inbox(desk, nils).at(-1)).toContain('Du har skickat så många som går på en timme.');
    // It is a limit for each of them, and for an hour.
    await texts(desk, karin, 'VIDARE 070-174 06 80');
    await desk.passes(3600);
    await texts(desk, nils, 'VIDARE 070-174 06 81');
    expect(await listed(desk)).toHaveLength(12);
  });

  it('two texts at one moment send the customer there once', async () => {
    const desk = await opens();
    for (const person of [nils, karin]) phoneOf(desk, person).sendText(NORDIC_NUMBER, 'VIDARE 070-174 06 55');
    await desk.passes(3);
    expect(inbox(desk, CUSTOMER)).toHaveLength(1);
  });

  it('nobody else: a stranger who texts the same is told to call, and nobody is texted', async () => {
    const desk = await opens();
    await texts(desk, '+46701740699', 'VIDARE 070-174 06 55');
    expect(inbox(desk, CUSTOMER)).toEqual([]);
    expect(inbox(desk, '+46701740699')).toEqual([
      'Supporten hos DV Nordic svarar på telefon: ring +46858460600. Sms läses inte här.',
    ]);
  });

  it('is told when the SMS could not be delivered after all', async () => {
    const desk = await opens();
    desk.phones.faults.add({ kind: 'sms-undelivered', code: 30005, number: CUSTOMER });
    await texts(desk, nils, 'VIDARE 070-174 06 55');
    await desk.passes(30);
    expect(inbox(desk, nils).at(-1)).toBe(
      'Sms:et till 070-174 06 55 kom inte fram. Be kunden själv ringa 08-584 606 00.',
    );
    expect(await listed(desk)).toMatchObject([{ status: 'failed' }]);
    await desk.passes(3600);
    expect(desk.phones.telephone(nils.sms!).texts.filter(({ way }) => way === 'received')).toHaveLength(2);
  });
});

describe('a text to a number that pages come from, and that is no desk’s', () => {
  const pager = '+46701740690';
  async function textsPager(desk: Desk, from: string): Promise<void> {
    await desk.webhook('/twilio/sms', {
      MessageSid: `SM${from.slice(-8).padStart(32, '0')}`,
      From: from,
      To: pager,
      Body: 'VIDARE 070-174 06 55',
    });
    await desk.passes(2);
  }

  it('is about the one desk that the technician is on duty for', async () => {
    const desk = await opens({ desks: ['dino', 'dvnordic'] });
    await textsPager(desk, nils.sms!);
    expect(inbox(desk, CUSTOMER)).toEqual([ASKED]);
  });

  it('or has to say which', async () => {
    const idle = { ...karin, key: 'idle', name: 'Ida Dahl', voice: '+46701740613', sms: '+46701740613' };
    const { duty: _, ...offDuty } = idle;
    const desk = await opens({ desks: ['dino', 'dvnordic'], people: [...nordicPeople, offDuty] });
    await textsPager(desk, offDuty.sms);
    expect(inbox(desk, CUSTOMER)).toEqual([]);
    const { rows } = await desk.database.pool.query<{ body: string }>(
      `SELECT body FROM text_message WHERE purpose = 'reply'`,
    );
    expect(rows).toEqual([{ body: expect.stringContaining('Vilken support gäller det?') as string }]);
  });
});

describe('in the console', () => {
  async function works(desk: Desk, ...roles: ('technician' | 'manager')[]): Promise<Colleague[]> {
    const sue = new Colleague(desk, await supervisorOf(desk, 'Sue'));
    return Promise.all(
      roles.map((role) => sue.brings(role, role === 'technician' ? 'Nils Lind' : 'Bo Chef', 'sv')),
    );
  }
  const technician = async (desk: Desk): Promise<Colleague> => (await works(desk, 'technician'))[0]!;

  it('a technician sends a customer to the desk, and a supervisor sees who did, when and whether it arrived', async () => {
    const desk = await opens();
    const nilsAtWork = await technician(desk);
    const page = await nilsAtWork.get('/redirects');
    expect(page.body).toContain('Hänvisa till supporten');
    expect(page.body).toContain('skicka VIDARE och kundens nummer');
    const sent = await nilsAtWork.sends('/redirects', { desk: 'dvnordic', number: '070-174 06 55' });
    expect(sent.headers.location).toBe('/redirects#redirect');
    await desk.passes(2);
    expect(inbox(desk, CUSTOMER)).toEqual([ASKED]);
    const list = await nilsAtWork.get('/redirects');
    for (const words of ['+46 70 174 06 55', 'Nils Lind', 'i konsolen', 'framme', '02:00'])
      expect(list.body).toContain(words);
  });

  it('from the page of a case, on which it is noted', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    await maria.hangsUp();
    const nilsAtWork = await technician(desk);
    expect((await nilsAtWork.get('/cases/DVN-2210')).body).toContain('name="case" value="DVN-2210"');
    const sent = await nilsAtWork.sends('/redirects', { case: 'DVN-2210', number: '070-174 06 55' });
    expect(sent.headers.location).toBe('/cases/DVN-2210#redirect');
    await desk.passes(2);
    expect(inbox(desk, CUSTOMER)).toEqual([ASKED]);
    const told = (await nilsAtWork.get('/cases/DVN-2210')).body;
    expect(told).toContain('Kunden ombeds per sms att ringa supporten, av Nils Lind i konsolen');
  });

  it('says why not, keeps what was typed, and lets no manager do it', async () => {
    const desk = await opens();
    const [nilsAtWork, boss] = (await works(desk, 'technician', 'manager')) as [Colleague, Colleague];
    const refused = await nilsAtWork.sends('/redirects', { desk: 'dvnordic', number: '08-465 004 51' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('är en fast telefon');
    expect(refused.body).toContain('value="08-465 004 51"');
    expect((await nilsAtWork.sends('/redirects', { desk: 'none', number: '070-174 06 55' })).body).toContain(
      'Det finns ingen sådan linje',
    );
    expect((await boss.get('/redirects')).body).not.toContain('name="number"');
    const tried = await boss.sends('/redirects', { desk: 'dvnordic', number: '070-174 06 55' });
    expect(tried.statusCode).toBe(403);
    expect(await listed(desk)).toEqual([]);
  });
});

it('a customer’s number is not kept longer than what is personal may be', async () => {
  const desk = await opens();
  await texts(desk, nils, 'VIDARE 070-174 06 55');
  await texts(desk, '+46701740656', 'STOP');
  await desk.passes(1800);
  await runSweep(desk.app.service, { recordingDays: 0, personalDataDays: 1200 / 86_400 });
  expect(await listed(desk)).toMatchObject([{ number: '', by: 'Nils Lind' }]);
  const { rows } = await desk.database.pool.query('SELECT 1 FROM text_opt_out');
  expect(rows).toEqual([]);
  expect(TWO_AT_NIGHT.getTime()).toBeLessThan(desk.clock.now().getTime());
});
