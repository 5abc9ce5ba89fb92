import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpTransport } from '../../src/mail/index.ts';
import { nordicDesks, callsNordic, MARIA } from '../support/nordic.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { openRoom, wholeForm, type Room } from '../support/registering.ts';
import type { Desk } from '../support/caller.ts';

const opens = nordicDesks();
const NUMBER = 'DVN-2210';
const FORM = `/register/${NUMBER}`;

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

/** Maria has called, and nobody has registered it. */
async function afterACall(): Promise<{ desk: Desk } & Room> {
  const mail = createSmtpTransport({ smtpUrl: server.url, from: 'DV Nordic <no-reply@nordic.example>' });
  const desk = await opens({ mail });
  const room = await openRoom(desk);
  const maria = await callsNordic(desk);
  await maria.hangsUp();
  await desk.passes(5);
  return { desk, ...room };
}
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const eventsOf = async (desk: Desk, event: string) =>
  (await desk.case(NUMBER)).timeline.filter((line) => line.event === event);

describe('a customer who is to be called back', () => {
  it('stands in a list of their own with the number, why, by whom and since when, until the case is registered', async () => {
    const { desk, maja, tove } = await afterACall();
    const form = {
      name: 'Maria Sjö',
      symptoms: 'Hann inte klart',
      why: 'Hittar serienumret, ring efter tre',
    };
    const sent = await maja.sends(FORM, { do: 'call-back', shown: '{}', ...form });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/register']);
    const list = words((await tove.get('/register')).body);
    expect(list).toMatch(
      /Att ringa upp 1, äldst först .*DVN-2210 .*Maria Sjö .*70.174 06 50 .*Hittar serienumret, ring efter tre .*Maja Lind/,
    );
    expect(list).toContain('Oregistrerade samtal 0');
    const open = (await tove.get(FORM)).body;
    expect(words(open)).toContain('Ska ringas upp: Hittar serienumret, ring efter tre');
    // The draft is kept; the reason was that of the calling back, and is not that of what is done next.
    expect(open).toContain('Hann inte klart');
    expect(open).not.toContain('value="Hittar serienumret, ring efter tre"');
    expect(await eventsOf(desk, 'registration.call-back')).toMatchObject([
      { data: { by: 'Maja Lind', why: 'Hittar serienumret, ring efter tre' } },
    ]);
    expect(server.mails).toEqual([]);

    expect((await tove.sends(FORM, wholeForm)).headers.location).toBe(FORM);
    const done = words((await maja.get('/register')).body);
    expect(done).toContain('Ingen ska ringas upp.');
    expect(done).not.toContain(NUMBER);
  });

  it('is not put off without a reason, or a number to call; what was typed is kept', async () => {
    const { desk, maja } = await afterACall();
    const refused = await maja.sends(FORM, {
      do: 'call-back',
      shown: '{}',
      phone: '12',
      symptoms: 'Hann inte klart',
    });
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain('2 fält återstår.');
    expect(words(refused.body)).toContain('Skriv varför.');
    expect(refused.body).toContain('Hann inte klart');
    expect(await eventsOf(desk, 'registration.call-back')).toEqual([]);
    expect(words((await maja.get('/register')).body)).toContain('Ingen ska ringas upp.');
  });

  it('is called back for a call that goes on no more to another case', async () => {
    const { desk, maja } = await afterACall();
    await maja.sends(FORM, { do: 'call-back', shown: '{}', why: 'Ring i kväll' });
    await desk.passes(4000);
    const again = await callsNordic(desk, MARIA, 8);
    await maja.sends('/register/DVN-2211/put-on', { number: NUMBER });
    const asked = await maja.sends('/register/DVN-2211', {
      do: 'call-back',
      shown: '{}',
      why: 'Ring i kväll',
    });
    expect(asked.headers.location).toBe('/register');
    await again.hangsUp();
    await desk.passes(60);
    expect(await desk.case('DVN-2211')).toMatchObject({ status: 'open' });
  });
});

describe('what is out of scope', () => {
  it('is registered and marked so in one step, and the customer is mailed both', async () => {
    const { desk, maja } = await afterACall();
    const why = 'Skrivaren ingår inte i avtalet.';
    const sent = await maja.sends(FORM, { ...wholeForm, do: 'out-of-scope', shown: '{}', why });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, FORM]);
    expect(await eventsOf(desk, 'case.registered')).toHaveLength(1);
    expect(await eventsOf(desk, 'case.out-of-scope')).toMatchObject([{ data: { by: 'Maja Lind', why } }]);
    await desk.passes(5);
    const mails = server.mails.filter(({ subject }) => subject?.includes(NUMBER));
    expect(mails.length).toBeGreaterThanOrEqual(2);
    expect(mails.some(({ text }) => text?.includes(why))).toBe(true);
    // As a browser sends it that has lost the answer.
    await maja.sends(FORM, { ...wholeForm, do: 'out-of-scope', shown: '{}', why });
    expect(await eventsOf(desk, 'case.out-of-scope')).toHaveLength(1);
  });

  it('needs a reason, an approved contact and a whole form as any other; nothing is half done', async () => {
    const { desk, maja } = await afterACall();
    const bare = await maja.sends(FORM, { ...wholeForm, do: 'out-of-scope', shown: '{}' });
    expect(bare.statusCode).toBe(422);
    expect(words(bare.body)).toContain('Skriv varför.');
    const stranger = { ...wholeForm, name: 'Nils Okänd', do: 'out-of-scope', shown: '{}', why: 'Nej' };
    expect((await maja.sends(FORM, stranger)).statusCode).toBe(422);
    const partly = await maja.sends(FORM, { do: 'out-of-scope', shown: '{}', symptoms: '', why: 'Nej' });
    expect(partly.statusCode).toBe(422);
    expect(await eventsOf(desk, 'case.registered')).toEqual([]);
    expect(await eventsOf(desk, 'case.out-of-scope')).toEqual([]);
  });
});
