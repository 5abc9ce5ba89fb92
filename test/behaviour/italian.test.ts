import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { collinaScript } from '../../src/ivr/collina.fixture.ts';
import { createSmtpTransport } from '../../src/mail/index.ts';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { anna, sue, type TestPerson } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';

const opens = desks();
const COLLINA = '+390612345670';
const CUSTOMER = '+390698765432';
/** A Saturday evening in Rome, before the clocks go forward. */
const EVENING = new Date('2026-03-28T19:00:00Z');
const livia: TestPerson = {
  key: 'livia',
  name: 'Livia Longo',
  roles: ['technician'],
  voice: '+393471234501',
  sms: '+393471234501',
};

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

/** An Italian desk beside an American one, with one technician on duty and a customer who has a mail address. */
async function collina(): Promise<Desk> {
  const desk = await opens({
    at: EVENING,
    people: [anna, sue, livia],
    scripts: (scripts) => void scripts.push(collinaScript()),
    mail: createSmtpTransport({ smtpUrl: server.url, from: 'Collina <no-reply@collina.example>' }),
  });
  const { pool } = desk.database;
  await pool.query(`UPDATE person SET language = 'it-IT' WHERE key = 'livia'`);
  await pool.query(
    `INSERT INTO duty (desk, role, position, person) VALUES ('collina', 'technician', 0, 'livia')`,
  );
  await pool.query(`INSERT INTO customer (key, name, desks) VALUES ('rossi', 'Rossi Impianti', '{}')`);
  await pool.query(
    `INSERT INTO customer_contact (customer, name, phone, email, approved)
     VALUES ('rossi', 'Dario Rossi', $1, 'dario@rossi.example', true)`,
    [CUSTOMER],
  );
  return desk;
}

async function calls(desk: Desk, key: string): Promise<Customer> {
  const customer = desk.customer(CUSTOMER);
  await customer.calls(COLLINA);
  await customer.presses(key);
  return customer;
}

const spokenTo = (desk: Desk, number: string) =>
  desk.phones.telephone(number).said.filter((line) => line.kind === 'speech' && line.by !== 'me');

describe('an Italian desk', () => {
  it('is spoken to in Italian from the menu to the conversation, and so is its technician', async () => {
    const desk = await collina();
    const customer = await calls(desk, '1');
    await desk.passes(14);
    expect(customer.heard()).toMatch(
      /^Assistenza Collina Software\. Il Suo numero di caso è C O L L, 1 0 0\. Chiamiamo una persona\. Resti in linea\. .*Un telefono sta squillando\./,
    );
    const phone = desk.phones.telephone(livia.voice!);
    const page = phone.texts[0]!.body;
    expect(page).toMatch(
      /^A\d+ accetta, N\d+ rifiuta\. SEV 1 COLL-100 Rossi Impianti, \+390698765432: Fermo totale\. In attesa in linea\. http/,
    );
    const accept = await (await fetch(/http\S+$/.exec(page)![0])).text();
    expect(accept).toContain('<html lang="it-IT">');
    expect(accept).toContain('Aprendo questa pagina non ha accettato nulla.');

    phone.answer();
    await desk.passes(12);
    phone.press('1');
    await desk.passes(8);
    const heard = spokenTo(desk, livia.voice!);
    expect(heard.map(({ text }) => text).join(' ')).toMatch(
      /^Assistenza Collina Software\. Gravità 1\. Rossi Impianti, caso C O L L, 1 0 0: Fermo totale\. Prema 1 per accettare.*Il caso è Suo\./,
    );
    expect(customer.news()).toContain('Livia si occupa del Suo caso. La mettiamo in comunicazione.');
    phone.hangUp();
    await desk.passes(8);
    expect(customer.news()).toContain('Livia ha lasciato la chiamata.');
    const languages = [...spokenTo(desk, CUSTOMER), ...heard].map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set(['it-IT']));
  }, 90_000);

  it('says when it opens as an Italian says it, over the night in which the clocks change', async () => {
    const desk = await collina();
    const customer = await calls(desk, '2');
    await desk.passes(12);
    expect(customer.heard()).toContain('Apriamo alle nove di lunedì.');
    expect(customer.heard()).toContain('Rispondiamo il prossimo giorno lavorativo.');
  });

  it('writes to its customers in Italian, and shows them their case in it', async () => {
    const desk = await collina();
    const customer = await calls(desk, '2');
    await customer.hangsUp();
    await desk.passes(5);
    const [first] = server.mails;
    expect(first?.subject).toBe('[COLL-100] Registrato');
    expect(first?.text).toContain('Buongiorno Dario Rossi,');
    expect(first?.text).toContain('Abbiamo registrato il Suo caso con il numero COLL-100.');
    expect(first?.headers.get('content-language')).toBe('it-IT');
    const does = caseActions(desk.app.service);
    const by = { name: 'Livia Longo', person: 'livia' };
    const until = new Date('2026-04-01T07:00:00Z');
    expect(await does.wait('COLL-100', by, { what: 'un ricambio', until })).toEqual({ ok: true });
    expect(await does.close('COLL-100', by, { reason: undefined, code: 'solved' })).toEqual({ ok: true });
    await desk.passes(3);
    expect(server.mails.map(({ subject }) => subject)).toEqual(
      ['Registrato', 'In attesa', 'Chiuso'].map((title) => `[COLL-100] ${title}`),
    );
    expect(server.mails[1]?.text).toContain('mercoledì 1 aprile alle ore 09:00');
    expect(server.mails[2]?.text).toContain('Il Suo caso è chiuso: Risolto');

    const link = /http\S+/.exec(first?.text ?? '')![0];
    expect(link).toContain('lang=it');
    const form = await (await fetch(link)).text();
    expect(form).toContain('<html lang="it-IT">');
    expect(form).toContain('Mostra il caso');
    const pin = /PIN per la pagina è (\d{6})/.exec(first?.text ?? '')![1]!;
    const shown = await fetch(`${desk.publicUrl}/status`, {
      method: 'POST',
      body: new URLSearchParams({ case: 'COLL-100', pin, lang: 'en' }),
    });
    const page = await shown.text();
    expect(page).toContain('<html lang="it-IT">');
    expect(page).toContain('<h1>Chiuso</h1>');
    expect(page).toMatch(/Registrato<\/b><small class="dim"><time [^>]+>sabato 28 marzo alle ore 20:00/);
  });

  it('has its registrations in the language of whoever registers', async () => {
    const desk = await collina();
    await (await calls(desk, '2')).hangsUp();
    const sue = new Colleague(desk, await supervisorOf(desk));
    const gaia = await sue.brings('operator', 'Gaia Galli', 'it-IT,it;q=0.9,en;q=0.5');
    const list = (await gaia.get('/register')).body;
    expect(list).toContain('<html lang="it">');
    expect(list).toContain('Chiamate non registrate');
    const uwe = await sue.brings('operator', 'Uwe Ulm', 'de');
    const form = (await uwe.get('/register/COLL-100')).body;
    expect(form).toContain('COLL-100 erfassen');
    expect(form).toContain('„Ihr Fall ist C O L L, eins null null.');
  });

  it('answers a stranger of any of its languages on the status page and on a dead link, by the browser', async () => {
    const desk = await collina();
    const asks = async (path: string, language: string) =>
      (
        await fetch(desk.publicUrl + path, { headers: { 'accept-language': `fi, ${language};q=0.8` } })
      ).text();
    expect(await asks('/status', 'it-CH')).toContain('Numero del caso');
    expect(await asks('/status?lang=de', 'it')).toContain('Fallnummer');
    expect(await asks('/status?lang=xx', 'sv')).toContain('Ärendenummer');
    const page = await asks('/status', 'it');
    for (const other of ['In English', 'På svenska', 'Auf Deutsch']) expect(page).toContain(other);
    expect(page).not.toContain('In italiano');
    expect(await asks('/a/no-such-link', 'de')).toContain('Dieser Link führt nirgendwohin');
  });
});
