import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { gsm7Segments } from '../../src/kernel/index.ts';
import type { Customer, Desk } from '../support/caller.ts';
import { callsNordic, nordicDesks, phoneOf, takesTheCall, TEN_IN_THE_MORNING } from '../support/nordic.ts';
import { nils, ulla } from '../support/people.ts';
import { KARIN, openRoom, type Room } from '../support/registering.ts';
import { NORDIC_NUMBER, type WorldOptions } from '../support/world.ts';

const opens = nordicDesks();
const FIRST = 'DVN-2210';
const SECOND = 'DVN-2211';
const ULLA = { name: 'Ulla Ek', person: 'ulla', accountId: '00000000-0000-0000-0000-000000000001' };
const BOTH_NUMBERS =
  'Ditt samtal gäller ärendet DVN-2210 hos DV Nordic. Numret DVN-2211 som du fick leder dit också. Frågor: 08-584 606 00.';

/** Karin has called before, and calls again an hour later: her second call rings. */
async function karinCallsAgain(
  at?: Date,
  scripts?: WorldOptions['scripts'],
): Promise<{ desk: Desk; karin: Customer } & Room> {
  const desk = await opens({ ...(at && { at }), ...(scripts && { scripts }) });
  const room = await openRoom(desk);
  const before = await callsNordic(desk, KARIN);
  await before.hangsUp();
  await desk.passes(4000);
  const karin = await callsNordic(desk, KARIN, 8);
  return { desk, karin, ...room };
}
const puts = ({ maja }: Room, number = SECOND, onto = FIRST) =>
  maja.sends(`/register/${number}/put-on`, { number: onto });
const isJoined = async (desk: Desk) => {
  const found = (await desk.case(SECOND)) as unknown as { status: string; closingReason: string | null };
  return found.status === 'closed' && found.closingReason === `Joined to ${FIRST}`;
};
const numbersOf = async (desk: Desk) => (await desk.calls()).map(({ caseNumber }) => caseNumber);
const eventsOf = async (desk: Desk, number: string) =>
  (await desk.case(number)).timeline.map(({ event }) => event);
const inbox = (desk: Desk, number = KARIN) =>
  desk.phones
    .telephone(number)
    .texts.filter(({ way }) => way === 'received')
    .map(({ body }) => body);
const typed = (room: Room, symptoms: string) =>
  room.maja.tells(`/register/${SECOND}/draft`, {
    changes: { symptoms: { value: symptoms, before: '' } },
    field: null,
  });

describe('a call about an open case', () => {
  it('is put on it while it rings: it rings on, is taken and talked in, and goes there when it is over', async () => {
    const story = await karinCallsAgain();
    const { desk, karin, maja } = story;
    const put = await puts(story);
    expect([put.statusCode, put.headers.location]).toEqual([303, `/register/${SECOND}`]);
    expect((await puts(story)).statusCode).toBe(303);
    expect((await maja.get(`/register/${SECOND}`)).body).toContain(
      'Samtalet läggs på DVN-2210 när det är slut.',
    );
    await takesTheCall(desk, ulla);
    expect(karin.phone.with).toEqual([ulla.voice]);
    expect(await isJoined(desk)).toBe(false);
    await typed(story, 'Nu även i receptionen');
    await desk.passes(30);
    await karin.hangsUp();
    await desk.passes(5);
    expect(await isJoined(desk)).toBe(true);
    expect(await numbersOf(desk)).toEqual([FIRST, FIRST]);
    const { timeline } = await desk.case(FIRST);
    expect(timeline.filter(({ event }) => event === 'call.joined')).toHaveLength(1);
    const notes = timeline.filter(({ event }) => event === 'note');
    expect(JSON.stringify(notes)).toContain('Nu även i receptionen');
    expect((await eventsOf(desk, SECOND)).filter((event) => event === 'call.to-be-joined')).toHaveLength(1);
    // The operator's own leg follows when it is over too.
    phoneOf(desk, ulla).hangUp();
    await desk.passes(60);
    const left = await desk.database.pool.query(
      `SELECT 1 FROM call c JOIN support_case s ON s.id = c.case_id WHERE s.number = $1`,
      [SECOND],
    );
    expect(left.rowCount).toBe(0);
  });

  it('is put on it from the strip, by a key of its own where no form has it', async () => {
    const { desk, karin, maja } = await karinCallsAgain();
    const list = (await maja.get('/register')).body;
    expect(list).toContain(`action="/register/${SECOND}/put-on"`);
    expect(list).toContain('data-key="Alt+1"');
    await maja.sends(`/register/${SECOND}/put-on`, { number: FIRST });
    expect((await maja.get('/register')).body).toContain('läggs på det efter samtalet');
    await karin.hangsUp();
    await desk.passes(5);
    expect(await isJoined(desk)).toBe(true);
    expect((await maja.get('/register')).body).not.toContain(SECOND);
  });

  it('does not lose its caller while the operator’s telephone is on the way', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    expect(await caseActions(desk.app.service).answerCall(SECOND, ULLA)).toBe('yours');
    await puts(story);
    await desk.passes(12);
    await takesTheCall(desk, ulla);
    expect(karin.phone.with).toEqual([ulla.voice]);
    await karin.hangsUp();
    await desk.passes(5);
    expect(await isJoined(desk)).toBe(true);
  });

  it('stays parked, and has the operator back', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    await takesTheCall(desk, ulla);
    const maria = await callsNordic(desk);
    expect(await caseActions(desk.app.service).answerCall('DVN-2212', ULLA)).toBe('yours');
    await desk.passes(8);
    await puts(story);
    karin.news();
    await desk.passes(30);
    expect(karin.news()).toContain('talar med en annan kund');
    await maria.hangsUp();
    await desk.passes(10);
    expect(karin.phone.with).toEqual([ulla.voice]);
    await karin.hangsUp();
    await desk.passes(5);
    expect(await isJoined(desk)).toBe(true);
  });

  it('can be handed on, and is put on the case when the talk with the technician is over', async () => {
    const story = await karinCallsAgain(TEN_IN_THE_MORNING);
    const { desk, karin, maja } = story;
    await takesTheCall(desk, ulla);
    await puts(story);
    await maja.sends(`/register/${SECOND}/transfer`, { plan: 'support', how: 'blind' });
    await desk.passes(8);
    await takesTheCall(desk, nils);
    expect(karin.phone.with).toEqual([nils.voice]);
    await karin.hangsUp();
    await desk.passes(5);
    expect(await isJoined(desk)).toBe(true);
  });

  it('stays with a technician who has accepted it and is to call back, until the customer was reached', async () => {
    const story = await karinCallsAgain(TEN_IN_THE_MORNING, ([script]) => {
      const contact = { pageAgainAfterMinutes: 15, supervisorAfterMinutes: 45, targetMinutes: 60 };
      Object.assign(script!.plans['support']!, { contact });
    });
    const { desk, karin, maja } = story;
    await takesTheCall(desk, ulla);
    await puts(story);
    await maja.sends(`/register/${SECOND}/transfer`, { plan: 'support', how: 'blind' });
    await desk.passes(6);
    await karin.hangsUp();
    phoneOf(desk, nils).hangUp();
    const asked = phoneOf(desk, nils).texts.find(({ body }) => body.includes(SECOND));
    const [code] = /\bA\d+/.exec(asked?.body ?? '') ?? [];
    desk.phones.telephone(nils.sms!).sendText(NORDIC_NUMBER, code ?? 'no code');
    await desk.passes(120);
    expect((await desk.case(SECOND)).acknowledgedBy).toBe('nils');
    expect(await isJoined(desk)).toBe(false);
    const callsBefore = phoneOf(desk, nils).calls.length;
    await desk.passes(15 * 60);
    expect(await eventsOf(desk, SECOND)).toContain('contact.missing');
    expect(phoneOf(desk, nils).calls.length).toBeGreaterThan(callsBefore);
    const does = caseActions(desk.app.service);
    const nilsHimself = { name: 'Nils', person: 'nils' };
    expect(await does.recordContact(SECOND, nilsHimself, { person: 'nils', note: '' })).toEqual({ ok: true });
    await desk.passes(60);
    expect(await isJoined(desk)).toBe(true);
  });

  it('is a matter of its own when that is taken back, or when it is registered', async () => {
    const story = await karinCallsAgain();
    const { desk, karin, maja } = story;
    await puts(story);
    const back = await maja.sends(`/register/${SECOND}/take-back`, {});
    expect(back.headers.location).toBe(`/register/${SECOND}`);
    expect((await maja.get(`/register/${SECOND}`)).body).not.toContain('när det är slut');
    await karin.hangsUp();
    await desk.passes(60);
    expect(await isJoined(desk)).toBe(false);
    expect(await eventsOf(desk, SECOND)).toContain('call.stays');
    expect((await maja.get('/register')).body).toContain(SECOND);
  });

  it('waits to be registered when the case has been closed meanwhile', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    await puts(story);
    await desk.database.pool.query(
      `UPDATE support_case SET status = 'closed', closed_at = now(), closing_reason = 'done' WHERE number = $1`,
      [FIRST],
    );
    await karin.hangsUp();
    await desk.passes(60);
    expect(await isJoined(desk)).toBe(false);
    expect(await eventsOf(desk, SECOND)).toContain('call.not-joined');
    expect((await story.maja.get('/register')).body).toContain(SECOND);
    // The number that they were told is theirs to keep after all.
    expect(inbox(desk).filter((text) => text.includes(SECOND))).toHaveLength(1);
  });
});

describe('the caller, who was told the number of their call, is texted which number is the case’s', () => {
  it('once, when the call was put on it while it went on', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    const before = inbox(desk).length;
    await puts(story);
    await karin.hangsUp();
    await desk.passes(10);
    expect(inbox(desk).slice(before)).toEqual([BOTH_NUMBERS]);
    expect(gsm7Segments(BOTH_NUMBERS)).toBe(1);
  });

  it('and so when it is put on it afterwards, and they have been texted the other number', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    await karin.hangsUp();
    await desk.passes(10);
    expect(inbox(desk).at(-1)).toContain(SECOND);
    expect((await puts(story)).headers.location).toBe(`/cases/${FIRST}`);
    await desk.passes(5);
    expect(inbox(desk).at(-1)).toBe(BOTH_NUMBERS);
    const sent = inbox(desk).length;
    // Sent twice, it is told once.
    await puts(story);
    await desk.passes(5);
    expect(inbox(desk)).toHaveLength(sent);
  });

  it('but not after they have said STOP', async () => {
    const story = await karinCallsAgain();
    const { desk, karin } = story;
    desk.phones.telephone(KARIN).sendText('+46858460600', 'STOP');
    await puts(story);
    await karin.hangsUp();
    await desk.passes(10);
    expect(inbox(desk)).not.toContain(BOTH_NUMBERS);
  });
});
