import { expect, it } from 'vitest';
import type { Customer, Desk } from '../support/caller.ts';
import {
  approveMaria,
  callsNordic,
  MARIA,
  nordicDesks,
  phoneOf,
  takesTheCall,
  technicianWasAsked,
} from '../support/nordic.ts';
import { ulla, vaxel } from '../support/people.ts';

const opens = nordicDesks();

/** Nobody answers, and the first question has been asked. */
async function alone(desk: Desk, number = MARIA): Promise<Customer> {
  const customer = await callsNordic(desk, number, 60);
  await hasHeard(desk, customer, 'Vilket nummer når vi dig på?');
  return customer;
}

/** Lets time pass until a sentence is over. */
async function hasHeard(desk: Desk, { phone }: Customer, words: string): Promise<void> {
  const isOver = () =>
    phone.said.some((line) => line.text.includes(words) && line.endsAt <= desk.clock.now());
  for (let seconds = 0; !isOver(); seconds += 1) {
    if (seconds > 60) throw new Error(`never heard: ${words}`);
    await desk.passes(1);
  }
}

/** Answers a question after its beep, and ends with pound. */
async function answers(desk: Desk, customer: Customer, question: string, words: string): Promise<void> {
  await hasHeard(desk, customer, question);
  await desk.passes(2);
  customer.phone.say(words);
  await desk.passes(6);
  await customer.presses('#', 1);
}

interface Detail {
  status: string;
  messages: { label: string | null }[];
}

it('asks, records each answer with its label, reads the number back, and says the case number', async () => {
  const desk = await opens();
  const customer = await alone(desk);
  await customer.presses('0701740655#', 4);
  expect(customer.heard()).toContain('Tryck 1 om det stämmer');
  await customer.presses('1', 1);
  for (const [question, words] of [
    ['Vem ska vi kontakta?', 'Maria Sjö på Norrby kommun.'],
    ['Vilket eller vilka kontor', 'Kontoret på Torget ett i Norrby.'],
    ['Är en enhet trasig?', 'Serienummer ett två tre fyra fem.'],
    ['Vad är det som inte fungerar?', 'Skärmen är svart sedan i morse.'],
    ['Vad har ni redan provat?', 'Vi har startat om den.'],
    ['Hur bråttom är det?', 'Det är bråttom, ingen kan arbeta.'],
  ] as const)
    await answers(desk, customer, question, words);
  await desk.passes(20);
  expect(customer.heard()).toContain('Svaren spelas in.');
  expect(customer.heard()).toMatch(
    /D V N, 2 2 1 0\. En tekniker hör av sig när vi har öppnat\. Vi öppnar klockan åtta i dag\. Hej då\.$/,
  );
  const found = (await desk.newest()) as unknown as Detail;
  expect(found.messages.map(({ label }) => label)).toEqual([
    'Kontaktperson och företag',
    'Kontor och adress',
    'Serienummer eller MAC-adress',
    'Felsymptom',
    'Vad som har provats',
    'Hur bråttom det är',
  ]);
  expect(found.status).toBe('open');
  const { rows } = await desk.database.pool.query('SELECT callback_number FROM support_case');
  expect(rows).toEqual([{ callback_number: '+46701740655' }]);
  expect(technicianWasAsked(desk)).toBe(false);
});

it('keeps what was said when the caller hangs up in the middle', async () => {
  const desk = await opens();
  const customer = await alone(desk);
  await customer.presses('#', 1);
  await answers(desk, customer, 'Vem ska vi kontakta?', 'Maria Sjö på Norrby kommun.');
  await hasHeard(desk, customer, 'Vilket eller vilka kontor');
  await desk.passes(2);
  customer.phone.say('Kontoret på Torget.');
  await desk.passes(3);
  await customer.hangsUp();
  await desk.passes(5);
  const found = (await desk.newest()) as unknown as Detail;
  expect(found.messages.map(({ label }) => label)).toEqual([
    'Kontaktperson och företag',
    'Kontor och adress',
  ]);
  expect(found.status).toBe('open');
});

it('is not begun again by a move out of the hold that comes late', async () => {
  const desk = await opens();
  const customer = await alone(desk);
  await customer.presses('0701740655#', 4);
  await customer.presses('1', 1);
  await hasHeard(desk, customer, 'Vem ska vi kontakta?');
  const { rows } = await desk.database.pool.query<{ id: string; sid: string }>(
    `SELECT id, carrier_id AS sid FROM call WHERE purpose = 'support'`,
  );
  const of = { CallSid: rows[0]!.sid, AccountSid: `AC${'0'.repeat(32)}`, From: MARIA, To: '+46858460600' };
  const late = await desk.webhook(new URL(desk.app.service.urls.bridge(rows[0]!.id)).pathname, of);
  const hold = /<Redirect[^>]*>([^<]+)</.exec(late.body)?.[1] ?? '';
  const { body } = await desk.webhook(new URL(hold).pathname, of);
  expect(body).toContain('Vem ska vi kontakta?');
  expect(body).not.toContain('Vilket nummer');
});

it('goes on by silence alone to the end, and there is a case', async () => {
  const desk = await opens();
  const customer = await alone(desk);
  await desk.passes(300);
  expect(customer.phone.call).toBeNull();
  expect(customer.heard()).toMatch(/D V N, 2 2 1 0\..*Hej då\.$/);
  expect(((await desk.newest()) as unknown as Detail).messages).toEqual([]);
});

/** When the case is given to somebody; null when that is not planned. */
async function givenAt(desk: Desk): Promise<string | null> {
  const { rows } = await desk.database.pool.query<{ at: Date }>(
    `SELECT due_at AS at FROM task WHERE kind = 'case.assign'`,
  );
  return rows[0]?.at.toISOString() ?? null;
}

const EIGHT_IN_THE_MORNING = '2026-11-12T07:00:00.000Z';

it('when nobody answers, gives an approved contact’s case to somebody when the office opens', async () => {
  const desk = await opens();
  await approveMaria(desk);
  await (await alone(desk)).hangsUp();
  expect(await givenAt(desk)).toBe(EIGHT_IN_THE_MORNING);
});

it('gives the case of somebody who is not approved to nobody: it waits for an operator', async () => {
  const desk = await opens();
  await approveMaria(desk);
  const stranger = await alone(desk, '+46701740699');
  await stranger.presses('0701740655#', 4);
  await stranger.hangsUp();
  expect(await givenAt(desk)).toBeNull();
  expect(await desk.newest()).toMatchObject({ status: 'open', acknowledgedBy: null });
});

it('gives a case to somebody whose caller registers alone and hangs up while an operator’s phone still rings', async () => {
  const desk = await opens();
  await approveMaria(desk);
  const customer = await callsNordic(desk, MARIA, 14);
  await customer.presses('1', 2);
  await hasHeard(desk, customer, 'Vilket nummer når vi dig på?');
  await customer.presses('#', 1);
  await answers(desk, customer, 'Vem ska vi kontakta?', 'Maria Sjö på Norrby kommun.');
  expect(await givenAt(desk)).toBeNull();
  await customer.hangsUp();
  await desk.passes(5);
  expect(await givenAt(desk)).toBe(EIGHT_IN_THE_MORNING);
});

it('tells an unknown caller of approved contacts, and writes the attempt down; a known one not', async () => {
  const desk = await opens();
  await approveMaria(desk);
  const known = await alone(desk);
  expect(known.heard()).not.toContain('godkända kontaktpersoner');
  await known.hangsUp();
  const stranger = await alone(desk, '+46701740699');
  expect(stranger.heard()).toContain('Bara namngivna, godkända kontaktpersoner kan registrera ärenden.');
  expect((await desk.newest()).timeline).toContainEqual(
    expect.objectContaining({ event: 'caller.not-approved' }),
  );
});

it('can be chosen while the operator’s phone rings, and an operator who answers then takes the call', async () => {
  const desk = await opens();
  const customer = await callsNordic(desk, MARIA, 14);
  await customer.presses('1', 12);
  expect(customer.heard()).toContain('Svaren spelas in.');
  expect(customer.heard()).not.toContain('Ingen telefonist kan svara');
  await takesTheCall(desk, ulla);
  expect(customer.phone.with).toEqual([ulla.voice]);
  expect(phoneOf(desk, vaxel).calls).toEqual([]);
});

it('asks a hidden number while the phone rings, and loses neither call nor answer', async () => {
  const desk = await opens();
  const customer = desk.customer(MARIA);
  await customer.calls('+46858460600', 'anonymous');
  await desk.passes(8);
  expect(customer.heard()).toContain('Ditt nummer är dolt.');
  await customer.presses('0701740655#', 3);
  await customer.presses('1', 3);
  await takesTheCall(desk, ulla);
  expect(customer.phone.with).toEqual([ulla.voice]);
});
