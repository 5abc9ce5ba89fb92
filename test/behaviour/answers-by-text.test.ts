import { expect, it } from 'vitest';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();
const STRANGER = '+12025550177';

const codeOf = (night: Night, text = 0): string => /A(\d+)/.exec(night.inbox(anna)[text]!)![1]!;
const holder = async (night: Night) => (await night.case(FIRST_CASE)).acknowledgedBy;

it('puts the reply code first, then severity, case, caller and what to do, in GSM-7 and two segments at most', async () => {
  const night = await tell();
  await night.callsDesk();
  const text = night.phone(anna).texts.at(-1)!;
  expect(text.body).toMatch(/^A\d{1,4} accepts, N\d{1,4} declines\. SEV 1 DINO-1042 \+12025550100: .+/);
  expect(text.body).toMatch(/http\S+\/a\/\S+$/);
  expect(text.body.length).toBeLessThanOrEqual(306);
});

it.each([
  'A{code}',
  'a{code}',
  ' a {code} ',
  'A {spaced}',
  'On it! A{code}.',
  'ok, a{code} thanks',
  'A{code}\n',
])('takes "%s" for an acceptance', async (words) => {
  const night = await tell();
  await night.callsAndHangsUp();
  const code = codeOf(night);
  await night.texts(bo, words.replace('{code}', code).replace('{spaced}', [...code].join(' ')));
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'bo' });
  expect(night.inbox(bo).at(-1)).toContain('You have DINO-1042');
});

it('stands the others down when one accepts, and rings nobody after it', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, `A${codeOf(night)}`);
  for (const person of [anna, cleo, sal]) {
    expect(night.phone(person).call).toBeNull();
    expect(night.inbox(person).at(-1)).toContain('taken by Bo');
  }
  await night.passes(600);
  for (const person of team) expect(night.rangAt(person)).toHaveLength(1);
});

const noAcceptances = [
  'ok',
  'yes',
  'Yes!',
  'I take it',
  '42',
  '1',
  'A',
  'accept',
  'A12345',
  'AA{code}',
  'A9999',
  'START',
  'HELP',
  '👍',
];

it('takes none of these for an acceptance, answers each, and goes on paging', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const code = codeOf(night);
  for (const [n, words] of noAcceptances.entries()) {
    // Each by another of them: one who writes too often gets no more answers.
    const who = team[n % team.length]!;
    const before = night.inbox(who).length;
    await night.texts(who, words.replace('{code}', code), 5);
    expect(await holder(night), words).toBeNull();
    const answers = night.inbox(who).slice(before);
    expect(
      answers.filter((text) => text.includes('Nothing was accepted')),
      words,
    ).toHaveLength(1);
  }
  await night.passes(70);
  for (const person of team) expect(night.rangAt(person).length).toBeGreaterThanOrEqual(2);
});

it('does not answer two machines for ever', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  for (let i = 0; i < 12; i += 1) await night.texts(bo, 'I am driving and cannot answer', 1);
  expect(night.inbox(bo).filter((text) => text.includes('Nothing was accepted')).length).toBeLessThanOrEqual(
    5,
  );
});

it('knows a code only from a phone that was paged for its case', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const code = codeOf(night);
  await night.texts(sue, `A${code}`);
  expect(await holder(night)).toBeNull();
  expect(night.inbox(sue).at(-1)).toContain(`A${code} is not a code of an open case of yours`);
  await night.texts(STRANGER, `A${code}`);
  expect(await holder(night)).toBeNull();
  expect(night.inbox(STRANGER).at(-1)).toContain(`call ${DINO_NUMBER}`);
});

it('takes the code of a later round too, and of either case when two are open', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.callsAndHangsUp({ from: '+12025550101' });
  const second = /A(\d+)/.exec(night.inbox(anna).find((text) => text.includes('DINO-1043'))!)![1]!;
  await night.texts(cleo, `a${second}`);
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: 'cleo' });
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging', acknowledgedBy: null });
  await night.passes(70);
  await night.texts(anna, `A${codeOf(night)}`);
  expect(await holder(night)).toBe('anna');
});

it('takes a text that the carrier brings twice once', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phones.faults.add({ kind: 'callback-duplicate' });
  await night.texts(bo, `A${codeOf(night)}`, 10);
  expect(await holder(night)).toBe('bo');
  expect(night.inbox(bo).filter((text) => text.includes('You have DINO-1042'))).toHaveLength(1);
  const { timeline } = await night.case(FIRST_CASE);
  expect(timeline.filter((line) => line.event === 'case.acknowledged')).toHaveLength(1);
});

it('tells whoever answers second who has it, and lets them join the call by J', async () => {
  const night = await tell();
  await night.callsDesk();
  const code = codeOf(night);
  await night.picksUp(anna, '1');
  await night.passes(8);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  await night.texts(bo, `A${code}`);
  expect(night.inbox(bo).at(-1)).toContain(`taken by Anna Alm. Answer J${code} to join`);
  expect(night.phone(bo).call).toBeNull();

  await night.texts(bo, `j${code}`, 3);
  expect(night.phone(bo).call?.state).toBe('ringing');
  await night.picksUp(bo, '1', 7);
  await night.passes(5);
  expect([...night.phone(CUSTOMER).with].sort()).toEqual([anna.voice, bo.voice]);
});

it('rings whoever accepts by text while the caller holds, and key 1 puts them through', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(bo).reject();
  await night.passes(2);
  await night.texts(bo, `A${codeOf(night)}`, 3);
  expect(night.inbox(bo).at(-1)).toContain('Your phone rings now');
  expect(night.phone(bo).call?.state).toBe('ringing');
  await night.passes(8);
  expect(night.heard(CUSTOMER)).toContain('Bo has accepted');
  await night.picksUp(bo, undefined, 4);
  expect(night.phone(bo).with).toEqual([]);
  await night.presses(bo, '1', 8);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'bo' });
});

it('lets the page call go on ringing at whoever accepts by text: picked up, it puts them through', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.texts(bo, `A${codeOf(night)}`);
  expect(night.phone(bo).call?.state).toBe('ringing');
  expect(night.phone(anna).call).toBeNull();
  await night.picksUp(bo, '1', 4);
  await night.passes(8);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
  expect(night.rangAt(bo)).toHaveLength(1);
});

it('calls again whoever accepted by text and missed the call, while the caller holds', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.texts(bo, `A${codeOf(night)}`);
  await night.passes(40);
  expect(night.rangAt(bo).length).toBeGreaterThanOrEqual(2);
  await night.picksUp(bo, '1', 5);
  await night.passes(8);
  expect(night.phone(bo).with).toEqual([CUSTOMER]);
});

it('raises an alarm once when somebody texts STOP, pages them by voice alone, and takes START', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, 'STOP', 3);
  expect(await holder(night)).toBeNull();
  expect(await night.alarms()).toMatchObject([{ kind: 'opted-out' }]);
  const told = night.inbox(sue).filter((text) => text.includes('ALARM'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Bo Berg');
  await night.passes(130);
  expect(night.rangAt(bo)).toHaveLength(3);
  expect(night.inbox(bo).filter((text) => text.includes('accepts'))).toHaveLength(1);
  expect(night.inbox(sue).filter((text) => text.includes('ALARM'))).toHaveLength(1);
  await night.texts(bo, 'START', 3);
  await night.passes(120);
  expect(night.inbox(bo).filter((text) => text.includes('accepts'))).toHaveLength(2);
});

it('tells the truth to J when nobody has accepted, and when no call goes on', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, `J${codeOf(night)}`);
  expect(night.inbox(bo).at(-1)).toContain(`A${codeOf(night)} for DINO-1042`);
  await night.texts(anna, `A${codeOf(night)}`);
  await night.texts(bo, `J${codeOf(night)}`);
  expect(night.inbox(bo).at(-1)).toContain('DINO-1042 is taken by Anna Alm');
  await night.texts(cleo, `N${codeOf(night)}`);
  expect(night.inbox(cleo).at(-1)).toContain('DINO-1042 is taken by Anna Alm');
  expect(await holder(night)).toBe('anna');
});

it('asks everybody again when whoever accepted by text never comes to the phone of the caller who holds', async () => {
  const night = await tell();
  await night.callsDesk();
  await night.texts(bo, `A${codeOf(night)}`);
  await night.passes(300);
  expect(night.rangAt(bo).length).toBeGreaterThanOrEqual(4);
  expect(night.rangAt(anna).length).toBeGreaterThanOrEqual(2);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging' });
  expect(night.phone(CUSTOMER).call?.state).not.toBe('ended');
  while (night.phone(anna).call?.state !== 'ringing') await night.passes(1);
  await night.picksUp(anna, '1', 6);
  await night.passes(10);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
});

it('tells whoever accepted by text that the caller hung up while their phone rang', async () => {
  const night = await tell();
  await night.callsDesk();
  night.phone(bo).reject();
  await night.passes(2);
  await night.texts(bo, `A${codeOf(night)}`, 3);
  night.phone(CUSTOMER).hangUp();
  await night.passes(1);
  await night.picksUp(bo, undefined, 8);
  expect(night.heard(bo)).toContain('The caller has hung up. Press 1 to call the customer now.');
  await night.presses(bo, '1', 4);
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(CUSTOMER).with).toEqual([bo.voice]);
});
