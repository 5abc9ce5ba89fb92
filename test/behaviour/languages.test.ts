import { describe, expect, it } from 'vitest';
import { norrskenScript } from '../../src/ivr/norrsken.fixture.ts';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna, sue, type TestPerson } from '../support/people.ts';
import { DINO_NUMBER } from '../support/world.ts';

const opens = desks();
const NORRSKEN = '+46858460699';
/** A Saturday evening in Stockholm. */
const EVENING = new Date('2026-03-28T19:00:00Z');
const nils: TestPerson = {
  key: 'nils',
  name: 'Nils Åkerström',
  roles: ['technician'],
  voice: '+46701234501',
  sms: '+46701234501',
};
const CUSTOMER = '+46701234567';

/** A Swedish desk beside Dino's, with one technician on duty who is spoken to in `language`. */
async function norrsken(language = 'sv-SE'): Promise<Desk> {
  const desk = await opens({
    at: EVENING,
    people: [anna, sue, nils],
    scripts: (scripts) => void scripts.push(norrskenScript()),
  });
  await desk.database.pool.query('UPDATE person SET language = $1 WHERE key = $2', [language, 'nils']);
  await desk.database.pool.query(
    `INSERT INTO duty (desk, role, position, person) VALUES ('norrsken', 'technician', 0, 'nils')`,
  );
  return desk;
}

async function calls(desk: Desk, ...keys: string[]): Promise<Customer> {
  const customer = desk.customer(CUSTOMER);
  await customer.calls(NORRSKEN);
  for (const key of keys) await customer.presses(key);
  return customer;
}

/** The languages in which a phone has been spoken to, in turn, each once in a row. */
function spokenIn(desk: Desk, number: string): string[] {
  const lines = desk.phones
    .telephone(number)
    .said.filter((line) => line.kind === 'speech' && line.by !== 'me');
  const languages = lines.map((line) => line.language ?? '?');
  return languages.filter((language, index) => language !== languages[index - 1]);
}

async function languageOf(desk: Desk, number: string): Promise<string | null> {
  const { rows } = await desk.database.pool.query<{ language: string | null }>(
    'SELECT language FROM support_case WHERE number = $1',
    [number],
  );
  return rows[0]?.language ?? null;
}

const heardBy = (desk: Desk, person: TestPerson): string =>
  desk.phones
    .telephone(person.voice!)
    .said.filter((line) => line.by !== 'me')
    .map((line) => line.text)
    .join(' ');

describe('a caller who has chosen English at a Swedish desk', () => {
  it('is spoken to in English from the menu to the end, while the technician is in Swedish', async () => {
    const desk = await norrsken();
    const customer = await calls(desk, '9', '1');
    const opened = await desk.newest();
    expect(opened).toMatchObject({ number: 'NORR-100', severity: '1', status: 'paging' });
    expect(await languageOf(desk, 'NORR-100')).toBe('en-US');
    await desk.passes(14);
    expect(customer.heard()).toContain('Your case is N O R R, 1 0 0. One person is being called now.');
    expect(customer.heard()).toContain('One phone is ringing.');

    const phone = desk.phones.telephone(nils.voice!);
    expect(phone.texts[0]?.body).toMatch(
      /^A\d+ tar ärendet, N\d+ avböjer\. SEV 1 NORR-100 .* Väntar på linjen\. http/,
    );
    phone.answer();
    await desk.passes(12);
    expect(heardBy(desk, nils)).toMatch(
      /^Supporten hos Norrsken Drift\. Allvarlighetsgrad 1\..*ärende N O R R, 1 0 0: Driftstopp\. Tryck 1/,
    );
    phone.press('1');
    await desk.passes(8);
    expect(customer.news()).toContain('Nils has your case. You are being connected.');
    expect(heardBy(desk, nils)).toContain('Ärendet är ditt. Du kopplas nu till den som väntar.');
    expect(spokenIn(desk, nils.voice!)).toEqual(['sv-SE']);

    phone.hangUp();
    await desk.passes(8);
    expect(customer.news()).toContain('Nils has left the call. To get somebody back, press 1.');
    await customer.presses('1', 6);
    expect(customer.news()).toContain('We are calling our people again.');
    // The menu began in Swedish; the offer of English is in English.
    expect(spokenIn(desk, CUSTOMER)).toEqual(['sv-SE', 'en-US']);
  }, 90_000);

  it('is called back in English', async () => {
    const desk = await norrsken();
    const customer = await calls(desk, '9', '1');
    await customer.hangsUp();
    const phone = desk.phones.telephone(nils.voice!);
    phone.answer();
    await desk.passes(12);
    phone.press('1');
    await desk.passes(8);
    expect(heardBy(desk, nils)).toContain('Den som ringde har lagt på. Tryck 1 för att ringa upp kunden nu.');
    phone.press('1');
    await desk.passes(3);
    customer.phone.answer();
    await desk.passes(6);
    expect(customer.heard()).toContain('Norrsken Drift support calls you back. Nils is on the line.');
    expect(spokenIn(desk, CUSTOMER).at(-1)).toBe('en-US');
  });

  it('has the case in English when the language is chosen only then', async () => {
    const desk = await norrsken();
    const customer = await calls(desk, '2');
    await desk.passes(10);
    expect(customer.heard()).toContain('Vi öppnar klockan åtta på måndag.');
    expect(await languageOf(desk, 'NORR-100')).toBe('sv-SE');
    await customer.presses('9');
    expect(await languageOf(desk, 'NORR-100')).toBe('en-US');
    await customer.presses('1', 3);
    expect(customer.phone.texts.map(({ body }) => body)).toEqual([
      'Norrsken Drift: your case is NORR-100. We open at eight in the morning on Monday. Write to stod@norrsken.example.',
    ]);
    customer.phone.sendText(NORRSKEN, 'Any news?');
    await desk.passes(3);
    expect(customer.phone.texts.at(-1)?.body).toMatch(/^Norrsken Drift support answers by telephone: call /);
    const [logged] = await desk.calls();
    expect(logged?.events.find(({ event }) => event === 'language')?.data).toEqual({ language: 'en-US' });
  });
});

describe('a Swedish caller', () => {
  it('is spoken to in Swedish all the time, and called back in it; an English technician is in English', async () => {
    const desk = await norrsken('en-GB');
    const customer = await calls(desk, '1');
    await desk.passes(12);
    expect(customer.heard()).toMatch(
      /Ditt ärende är N O R R, 1 0 0\. En person rings upp nu\. Vänta kvar\. .*En telefon ringer\./,
    );
    const phone = desk.phones.telephone(nils.voice!);
    expect(phone.texts[0]?.body).toMatch(/^A\d+ accepts, N\d+ declines\./);
    await customer.hangsUp();
    phone.answer();
    await desk.passes(12);
    phone.press('1');
    await desk.passes(8);
    phone.press('1');
    await desk.passes(3);
    customer.phone.answer();
    await desk.passes(6);
    expect(customer.heard()).toContain('Supporten hos Norrsken Drift ringer upp dig. Nils är på linjen.');
    // By the desk's own English voice, which is American.
    expect(spokenIn(desk, nils.voice!)).toEqual(['en-US']);
  });

  it('who hangs up before choosing has a case named in the language of the desk', async () => {
    const desk = await norrsken();
    await (await calls(desk)).hangsUp();
    const { rows } = await desk.database.pool.query('SELECT summary, language FROM support_case');
    expect(rows).toEqual([{ summary: 'Lade på före något val', language: 'sv-SE' }]);
  });
});

it('a Swede on duty for an American desk is texted and spoken to in Swedish, by a Swedish voice', async () => {
  const desk = await opens({ at: EVENING, people: [anna, sue] });
  await desk.database.pool.query(`UPDATE person SET language = 'sv'`);
  const customer = desk.customer();
  await customer.calls(DINO_NUMBER);
  await customer.presses('1', 3);
  const phone = desk.phones.telephone(anna.voice!);
  expect(phone.texts[0]?.body).toMatch(/^A\d+ tar ärendet/);
  const link = /http\S+$/.exec(phone.texts[0]!.body)![0];
  expect(await (await fetch(link)).text()).toContain('Att öppna sidan har inte tagit ärendet.');
  phone.answer();
  await desk.passes(12);
  expect(heardBy(desk, anna)).toContain('Tryck 1 för att ta ärendet, 2 för att avböja, 9 för att höra igen.');
  expect(spokenIn(desk, anna.voice!)).toEqual(['sv-SE']);
  expect(spokenIn(desk, customer.phone.number)).toEqual(['en-US']);
  // Three seniors are asked for and one is on duty: the supervisor is told, in her language.
  const alarm = desk.phones.telephone(sue.sms!).texts.find(({ body }) => body.startsWith('LARM'));
  expect(alarm?.body).toMatch(/^LARM dino: Bara 1 av 3 senior-technician/);
});
