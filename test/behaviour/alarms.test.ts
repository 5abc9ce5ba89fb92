import { expect, it } from 'vitest';
import type { MailTransport, OutgoingMail } from '../../src/mail/index.ts';
import { importPeople } from '../../src/people/import/index.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';
import { DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();

/** The carrier refuses calls to this number for a reason that is ours: that country is switched off. */
const SWITCHED_OFF = '+15005550003';
const suesMail: TestPerson = { ...sue, email: 'sue@example.com' };

function mailbox(): { mails: OutgoingMail[]; transport: MailTransport } {
  const mails: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail) => {
    mails.push(mail);
    return { ok: true } as const;
  };
  return { mails, transport: { send, close: () => undefined } };
}

/** A night on which the carrier refuses to call Bo, and Anna takes the case within seconds. */
async function refusedCall(): Promise<{ night: Night; mails: OutgoingMail[] }> {
  const { mails, transport } = mailbox();
  const people = [anna, { ...bo, voice: SWITCHED_OFF }, cleo, sal, suesMail];
  const night = await tell({ people, mail: transport });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  night.phone(anna).hangUp();
  await night.passes(1);
  return { night, mails };
}

it('tells the supervisor once by text, mail and call that pages may not go out, and what to do', async () => {
  const { night, mails } = await refusedCall();
  expect(night.phone(sue).call?.state).toBe('ringing');
  await night.picksUp(sue, undefined, 25);
  expect(night.heard(sue)).toMatch(
    /an alarm\. The carrier refuses our calls from \+\d+ \(21215\)\. Look the code up/,
  );
  await night.presses(sue, '1');
  expect(night.heard(sue)).toMatch(/Thank you\. It stands in the console/);
  const texts = night.inbox(sue).filter((text) => text.startsWith('ALARM'));
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain(`refuses our calls from ${DINO_NUMBER} (21215). Look the code up`);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: 'sue@example.com',
    subject: expect.stringContaining('21215') as string,
  });
  expect(mails[0]?.text).toContain('What to do: Look the code up');

  await night.passes(600);
  expect(night.rangAt(sue)).toHaveLength(1);
  await night.callsAndHangsUp({ from: '+12025550190' });
  await night.passes(30);
  expect(mails).toHaveLength(1);
  expect(await night.standing()).toEqual({ 'carrier-refuses': ['sue mail', 'sue sms', 'sue voice'] });
});

it('calls once more, two minutes later, when nobody has pressed the key, and not again', async () => {
  const { night } = await refusedCall();
  night.phone(sue).personality = { kind: 'voicemail', afterSeconds: 5 };
  await night.passes(700);
  const [first = 0, second = 0, ...more] = night.rangAt(sue);
  expect(second - first).toBeGreaterThanOrEqual(115);
  expect(second - first).toBeLessThan(180);
  expect(more).toEqual([]);
});

it('lets the supervisor be paged first, and calls about the alarm when the phone is free', async () => {
  const night = await tell({ people: [{ ...sal, voice: SWITCHED_OFF }, sue] });
  await night.callsAndHangsUp();
  await night.passes(5);
  expect(night.rangAt(sue)).toHaveLength(1);
  await night.picksUp(sue, '1');
  expect(night.heard(sue)).toContain('You have case');
  night.phone(sue).hangUp();
  await night.passes(25);
  expect(night.phone(sue).call?.state).toBe('ringing');
  await night.picksUp(sue, '1', 15);
  expect(night.heard(sue)).toContain(`refuses our calls from ${DINO_NUMBER} (21215)`);
});

it("tells of one person's dead number by text and mail, and wakes nobody with a call", async () => {
  const { mails, transport } = mailbox();
  const people = [anna, { ...bo, voice: '+15005550001' }, cleo, sal, suesMail];
  const night = await tell({ people, mail: transport });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(300);
  expect(await night.standing()).toEqual({ 'contact-dead': ['sue mail', 'sue sms'] });
  expect(night.rangAt(sue)).toEqual([]);
  expect(mails[0]?.text).toContain('Mend the number and import it.');
});

const asFile = (people: readonly TestPerson[], duty: Record<string, string[]>) => ({
  file: 'people.yaml',
  text: JSON.stringify({
    people: people.map(({ duty: _duty, ...person }) => person),
    duty: { dino: duty },
  }),
});

it('takes an alarm down within a minute when a number or a duty list is imported that mends it', async () => {
  const deadBo = { ...bo, voice: '+15005550001' };
  const { duty: _duty, ...saleless } = sal;
  const night = await tell({ people: [anna, deadBo, cleo, saleless, sue] });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(120);
  expect(Object.keys(await night.standing()).sort()).toEqual(['contact-dead', 'duty-hole']);

  await importPeople(night.database.db, asFile([bo], {}));
  await night.passes(61);
  expect(Object.keys(await night.standing())).toEqual(['duty-hole']);
  await importPeople(night.database.db, asFile([], { sales: ['sal'] }));
  await night.passes(61);
  expect(await night.standing()).toEqual({});
  const { rows } = await night.database.pool.query(
    'SELECT kind, cleared_because AS because FROM alarm ORDER BY kind',
  );
  expect(rows).toEqual([
    { kind: 'contact-dead', because: 'the number was changed' },
    { kind: 'duty-hole', because: 'the duty list was mended' },
  ]);
});

it('takes "the carrier refuses" down when the carrier has taken the same again, and for nothing less', async () => {
  const { night } = await refusedCall();
  await night.callsAndHangsUp({ from: '+12025550190' });
  await night.picksUp(anna, '1');
  night.phone(anna).hangUp();
  await night.passes(120);
  expect(await night.standing()).toHaveProperty('carrier-refuses');
  // As if it had been about Anna's number, who is called again now.
  await night.database.pool.query(`UPDATE alarm SET facts = facts || jsonb_build_object('to', $1::text)`, [
    anna.voice,
  ]);
  await night.callsAndHangsUp({ from: '+12025550191' });
  await night.passes(3);
  await night.picksUp(anna, '1');
  await night.passes(120);
  expect(await night.standing()).toEqual({});
});

it('tells the managers when there is no supervisor whom anything reaches', async () => {
  const { voice: _voice, sms: _sms, ...unreachable } = sue;
  const mia: TestPerson = { key: 'mia', name: 'Mia Mann', roles: ['manager'], sms: '+12025550119' };
  const night = await tell({ people: [anna, { ...bo, voice: '+15005550001' }, cleo, sal, unreachable, mia] });
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  expect((await night.standing())['contact-dead']).toEqual(['mia sms']);
  await night.passes(60);
});
