import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { createSmtpTransport, type MailTransport } from '../../src/mail/index.ts';
import { registrations } from '../../src/registration/index.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { asNordic, stina, tore, tove } from '../support/nordic-casework.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, type WorldOptions } from '../support/world.ts';

const tell = tellsOf();
const by = { name: 'Stina Sund', person: 'stina' };
/** Tuesday 3 November 2026, 10:00 in Stockholm. */
const TUESDAY = new Date('2026-11-03T09:00:00Z');

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const smtp = (): MailTransport =>
  createSmtpTransport({ smtpUrl: server.url, from: 'Hissvakt <no-reply@nordic.example>' });

/** A customer with a mail address calls, leaves nothing to page for, and has a case. */
async function registered(
  options: WorldOptions = {},
  contact: { email: string | null } = { email: 'dana@example.com' },
) {
  const night = await tell({
    at: TUESDAY,
    people: [tove, tore, stina],
    mail: smtp(),
    scripts: asNordic(),
    ...options,
  });
  const { pool } = night.database;
  await pool.query(`INSERT INTO customer (key, name, desks) VALUES ('acme', 'Acme', '{}')`);
  await pool.query(
    `INSERT INTO customer_contact (customer, name, phone, email) VALUES ('acme', 'Dana Dal', $1, $2)`,
    [CUSTOMER, contact.email],
  );
  await night.callsAndHangsUp({ key: '4' });
  await night.passes(5);
  // The first two are of one instant, and mail servers take them as they come.
  server.mails.sort(
    (a, b) => Number(b.subject?.endsWith('Registrerat')) - Number(a.subject?.endsWith('Registrerat')),
  );
  return night;
}

const actions = (night: Night) => caseActions(night.app.service);
const subjects = () => server.mails.map(({ subject }) => subject);
const pinOf = (text = '') => /pinkod till sidan är (\d{6})/.exec(text)?.[1] ?? '';

async function asks(night: Night, fields: Record<string, string>) {
  const answer = await fetch(`${night.publicUrl}/status`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

describe('mails to the customer', () => {
  it('tell of every event in their language, in one thread, and the PIN once', async () => {
    const night = await registered();
    const does = actions(night);
    const steps = [
      () =>
        does.recordContact(FIRST_CASE, { name: 'Tove Tall', person: 'tove' }, { person: 'tove', note: '' }),
      () => does.startWork(FIRST_CASE, { name: 'Tove Tall', person: 'tove' }),
      () => does.wait(FIRST_CASE, by, { what: 'en reservdel', until: new Date('2026-11-05T13:00:00Z') }),
      () => does.assess(FIRST_CASE, by, { assessment: 'hardware', why: 'skärmen är svart' }),
      () => does.ship(FIRST_CASE, by, { what: 'Panel 7', where: 'Storgatan 1, Umeå', tracking: 'SE123' }),
      () => does.received(FIRST_CASE, by),
      () => does.returned(FIRST_CASE, by),
      () => does.tellCustomer(FIRST_CASE, by, { text: 'Tack för <hjälpen>' }),
      () => does.outOfScope(FIRST_CASE, by, { why: 'Nätverket är ert eget.' }),
      () => does.close(FIRST_CASE, by, { reason: undefined, code: 'solved' }),
      () => does.reopen(FIRST_CASE, by, { why: 'inte löst' }),
    ];
    for (const step of steps) {
      expect(await step()).toEqual({ ok: true });
      await night.passes(2);
    }
    expect(subjects()).toEqual(
      [
        'Registrerat',
        'Tilldelat Tove Tall',
        'Kontakt tagen',
        'Arbetet har börjat',
        'Väntar',
        'Ersättningsenhet skickad',
        'Ersättningsenhet mottagen',
        'Gammal enhet tillbaka',
        'Meddelande',
        'Utanför vår support',
        'Avslutat',
        'Öppnat igen',
      ].map((title) => `[${FIRST_CASE}] ${title}`),
    );
    const [first] = server.mails;
    expect(first?.text).toContain('Hej Dana Dal!');
    expect(first?.text).toContain(`${night.publicUrl}/status?case=${FIRST_CASE}&lang=sv`);
    expect(first?.html).toContain(pinOf(first?.text));
    expect(pinOf(first?.text)).toMatch(/^\d{6}$/);
    expect(first?.replyTo?.text).toBe('support@nordic.example');
    expect(
      server.mails
        .slice(1)
        .every(({ text, html }) => !`${text} ${String(html)}`.includes(pinOf(first?.text))),
    ).toBe(true);
    expect(server.mails.map(({ inReplyTo }) => inReplyTo)).toEqual([
      undefined,
      ...server.mails.slice(0, -1).map(({ messageId }) => messageId),
    ]);
    expect(server.mails[4]?.text).toContain('senast torsdag 5 november kl. 14:00');
    expect(server.mails[5]?.text).toContain('Returgatan 1\n111 22 Stockholm');
    expect(server.mails[8]?.html).toContain('Tack för &lt;hjälpen&gt;');
    expect(server.mails[10]?.text).toContain('avslutat: Löst');
  });

  it('keep the PIN in no table once it is sent, and what is kept of it is no PIN', async () => {
    const night = await registered();
    const pin = pinOf(server.mails[0]?.text);
    const { rows } = await night.database.pool.query<{ row: string }>(
      `SELECT m::text AS row FROM mail m UNION ALL SELECT s::text FROM status_pin s UNION ALL SELECT e::text FROM case_event e`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(pin))).toEqual([]);
    const sue = new Colleague(night, await supervisorOf(night));
    expect((await sue.get('/mail')).body).toContain('pinkod till sidan är ····');
  });

  it('go to nobody where no address is known, and to nobody of a desk that does not say so', async () => {
    const night = await registered({}, { email: null });
    await actions(night).tellCustomer(FIRST_CASE, by, { text: 'Hej' });
    await night.passes(2);
    expect(server.mails).toEqual([]);
  });

  it('are not written when the event is undone, nor twice when it is told twice', async () => {
    const night = await registered();
    const { rows } = await night.database.pool.query<{ id: string; desk: string }>(
      'SELECT id, desk FROM support_case',
    );
    const { tellCustomer } = await import('../../src/customer-mail/index.ts');
    const { unitOfWork } = await import('../../src/service/index.ts');
    const { service } = night.app;
    await unitOfWork(service, async (unit) => {
      await tellCustomer(service, unit, rows[0]!, { kind: 'registered' });
      await tellCustomer(service, unit, rows[0]!, { kind: 'reopened' });
      await tellCustomer(service, unit, rows[0]!, { kind: 'reopened' });
    });
    const undone = unitOfWork(service, async (unit) => {
      await tellCustomer(service, unit, rows[0]!, { kind: 'received' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await night.passes(2);
    expect(subjects().map((of) => of?.split('] ')[1])).toEqual([
      'Registrerat',
      'Tilldelat Tove Tall',
      'Öppnat igen',
    ]);
  });

  it('use the language of the case before that of the desk', async () => {
    const night = await registered();
    await night.database.pool.query(
      `UPDATE support_case SET language = 'en-GB', contact_email = 'other@example.com'`,
    );
    await actions(night).startWork(FIRST_CASE, by);
    await night.passes(2);
    expect(server.mails.at(-1)?.subject).toBe(`[${FIRST_CASE}] Work has begun`);
    expect(server.readers.at(-1)).toEqual(['other@example.com']);
  });
});

describe('the status page', () => {
  it('shows a case to whoever has its number and PIN, and nothing personal but a first name', async () => {
    const night = await registered();
    const link = /http\S+/.exec(server.mails[0]?.text ?? '')?.[0] ?? '';
    const page = await (await fetch(link)).text();
    expect(page).toContain(`value="${FIRST_CASE}"`);
    expect(page).toContain('<html lang="sv-SE">');
    expect(page).not.toMatch(/<script|style=/);
    const { status, html, headers } = await asks(night, {
      case: FIRST_CASE.toLowerCase(),
      pin: pinOf(server.mails[0]?.text),
    });
    expect(status).toBe(200);
    expect(html).toContain('<h1>Tilldelat</h1>');
    expect(html).toContain('<dd>Tove</dd>');
    expect(html).not.toMatch(/Tall|Dana|2025550100|example\.com/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows the case by the number of a call that was put on it, with the PIN of either', async () => {
    const night = await registered();
    const pin = pinOf(server.mails[0]?.text);
    await night.passes(3600);
    // No key that the menu has: nobody has said what it is about.
    await night.callsAndHangsUp({ key: '9' });
    const second = (await night.cases())[0]!.number;
    await night.passes(5);
    const ofSecond = server.mails.map(({ text }) => pinOf(text)).filter((of) => of !== '' && of !== pin);
    const writer = { accountId: '00000000-0000-0000-0000-000000000001', name: 'Maja' };
    const put = await registrations(night.app.service).putOn(second, writer, FIRST_CASE);
    expect(put).toEqual({ kind: 'put-on', number: FIRST_CASE });
    for (const known of [pin, ...ofSecond]) {
      const { status, html } = await asks(night, { case: second, pin: known });
      expect(status).toBe(200);
      expect(html).toContain(FIRST_CASE);
      expect(html).toContain('<dd>Tove</dd>');
    }
    expect((await asks(night, { case: second, pin: '000000' })).status).toBe(403);
  });

  it('says the same of an unknown number and of a wrong PIN', async () => {
    const night = await registered();
    const wrong = await asks(night, { case: FIRST_CASE, pin: '000000', lang: 'en' });
    const unknown = await asks(night, { case: 'DINO-9999', pin: '000000', lang: 'en' });
    expect([wrong.status, unknown.status]).toEqual([403, 403]);
    expect(unknown.html.replaceAll('DINO-9999', FIRST_CASE)).toBe(wrong.html);
  });

  it('lets nobody guess: after five wrong tries even the right PIN must wait, however many come at once', async () => {
    const night = await registered();
    const pin = pinOf(server.mails[0]?.text);
    const wrong = pin === '111111' ? '222222' : '111111';
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => asks(night, { case: FIRST_CASE, pin: wrong })),
    );
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(5);
    expect((await asks(night, { case: FIRST_CASE, pin })).status).toBe(429);
    await night.passes(31);
    const again = await Promise.all(
      Array.from({ length: 4 }, () => asks(night, { case: FIRST_CASE, pin: wrong })),
    );
    expect(again.filter(({ status }) => status === 403)).toHaveLength(1);
    await night.passes(61);
    expect((await asks(night, { case: FIRST_CASE, pin })).status).toBe(200);
    // The case begins anew; the place from which all these came goes on waiting.
    expect((await asks(night, { case: FIRST_CASE, pin: wrong })).status).toBe(429);
    await night.passes(61);
    expect((await asks(night, { case: FIRST_CASE, pin: wrong })).status).toBe(403);
  });

  it('keeps nothing of what somebody tries who has to wait', async () => {
    const night = await registered();
    for (let n = 0; n < 5; n += 1) await asks(night, { case: FIRST_CASE, pin: '000000' });
    const rows = async () => (await night.database.pool.query('SELECT * FROM status_failure')).rowCount;
    expect(await rows()).toBe(2);
    for (let n = 0; n < 3; n += 1)
      expect((await asks(night, { case: `NONE-${n}`, pin: '000000' })).status).toBe(429);
    expect(await rows()).toBe(2);
  });

  it('takes a new PIN and no longer the old one', async () => {
    const night = await registered();
    const old = pinOf(server.mails[0]?.text);
    await actions(night).newPin(FIRST_CASE, by);
    await night.passes(2);
    const pin = pinOf(server.mails.at(-1)?.text);
    expect((await asks(night, { case: FIRST_CASE, pin: old })).status).toBe(403);
    expect((await asks(night, { case: FIRST_CASE, pin })).status).toBe(200);
  });
});
