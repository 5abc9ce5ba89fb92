import { expect, it } from 'vitest';
import { importPeople } from '../../src/people/import/index.ts';
import { anna, bo, cleo, dinoPeople, sal, sue, type TestPerson } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

const offDuty = ({ duty: _duty, ...person }: TestPerson): TestPerson => person;
const withoutPhone = ({ voice: _voice, sms: _sms, ...person }: TestPerson): TestPerson => person;
const alarmsAt = (night: Night) => night.inbox(sue).filter((text) => text.includes('ALARM'));

it('pages the supervisor and says so when no technician is on duty', async () => {
  const night = await tell({ people: [offDuty(anna), offDuty(bo), offDuty(cleo), sal, sue] });
  await night.callsAndHangsUp();
  expect(night.phone(sue).call?.state).toBe('ringing');
  expect(night.phone(sal).call?.state).toBe('ringing');
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toContain('Nobody is on duty as senior-technician');
  const { timeline } = await night.case(FIRST_CASE);
  expect(timeline.map((line) => line.event)).toContain('duty.hole');
  await night.passes(300);
  expect(alarmsAt(night)).toHaveLength(1);
});

it('pages the reserve when nobody at all is on duty', async () => {
  const night = await tell({ people: dinoPeople.map(offDuty) });
  await night.callsAndHangsUp();
  expect(night.phone(sue).call?.state).toBe('ringing');
  expect(night.phone(anna).call?.state).toBe('ringing');
  expect(alarmsAt(night).some((text) => text.includes('Nobody is on duty'))).toBe(true);
  await night.picksUp(sue, '1');
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'sue' });
});

it('passes over a person without phones, pages the rest, and tells the supervisor', async () => {
  const night = await tell({ people: [anna, withoutPhone(bo), cleo, sal, sue] });
  await night.callsAndHangsUp();
  for (const person of [anna, cleo, sal]) expect(night.phone(person).call?.state).toBe('ringing');
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toContain('Bo Berg');
});

it('raises one alarm for a number that is dead for texts, and goes on calling it', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'sms-undelivered', number: bo.sms!, code: 30005 });
  await night.callsAndHangsUp();
  await night.passes(250);
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toMatch(/Texts to .*bo.* fail for good/i);
  expect(night.rangAt(bo)).toHaveLength(4);
  const bosTexts = (await night.pages()).filter((page) => page.person === 'bo' && page.channel === 'sms');
  expect(bosTexts).toMatchObject([{ round: 1, status: 'failed' }]);
  await night.passes(60);
});

/** Numbers that the carrier refuses at once: of no telephone, and of one that has opted out. */
const NO_TELEPHONE = '+15005550001';
const OPTED_OUT = '+15005550004';

it('raises one alarm for a number that no call can be made to, and goes on texting it', async () => {
  const night = await tell({ people: [anna, { ...bo, voice: NO_TELEPHONE }, cleo, sal, sue] });
  await night.callsAndHangsUp();
  await night.passes(130);
  const pages = (await night.pages()).filter((page) => page.person === 'bo');
  expect(pages.filter((page) => page.channel === 'sms')).toHaveLength(3);
  expect(pages.filter((page) => page.channel === 'voice')).toMatchObject([{ round: 1, status: 'failed' }]);
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toMatch(/Calls to .*bo.* fail for good \(21217\)/i);
});

it('raises one alarm for a number that no text can be sent to, and goes on calling its owner', async () => {
  const night = await tell({ people: [anna, { ...bo, sms: NO_TELEPHONE }, cleo, sal, sue] });
  await night.callsAndHangsUp();
  await night.passes(130);
  expect(night.rangAt(bo)).toHaveLength(3);
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toMatch(/Texts to .*bo.* fail for good \(21211\)/i);
});

it('raises one alarm for a phone that has opted out without our knowing, and goes on calling its owner', async () => {
  const night = await tell({ people: [anna, { ...bo, sms: OPTED_OUT }, cleo, sal, sue] });
  await night.callsAndHangsUp();
  await night.passes(130);
  expect(alarmsAt(night)).toHaveLength(1);
  expect(alarmsAt(night)[0]).toContain('opted out');
  expect(night.rangAt(bo)).toHaveLength(3);
  await night.picksUp(bo, '1');
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'bo' });
});

it('tells the caller the truth when there is nobody at all, and pages whoever is imported later', async () => {
  const night = await tell({ people: [] });
  await night.callsDesk();
  await night.passes(30);
  expect(night.heard(CUSTOMER)).not.toMatch(
    /people are being called|phones? (is|are) ringing|is being called/,
  );
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'paging' });
  expect((await night.alarms()).map((alarm) => alarm.kind)).toContain('nobody-to-page');
  await night.passes(60);
  const file = {
    people: [{ key: 'anna', name: anna.name, roles: anna.roles, voice: anna.voice, sms: anna.sms }],
    duty: { dino: { 'senior-technician': ['anna'] } },
  };
  const report = await importPeople(night.database.db, { file: 'people.yaml', text: JSON.stringify(file) });
  expect(report).toMatchObject({ ok: true });
  await night.passes(35);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1');
  await night.passes(10);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
});
