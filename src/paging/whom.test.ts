import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PagingPlan } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Responder, Roster } from '../people/index.ts';
import { whomToPage } from './whom.ts';

const plan: PagingPlan = {
  page: [
    { role: 'senior-technician', people: 3, or: undefined },
    { role: 'sales', people: 1, or: undefined },
  ],
  by: ['sms', 'voice'],
  retryAfterSeconds: [60],
  oneAtATime: false,
  ringSeconds: 25,
  smsRounds: 'every',
  wider: [{ fromRound: 3, page: [{ role: 'supervisor', people: 1, or: undefined }] }],
  contact: undefined,
  takes: 'case',
  when: 'always',
  givesUp: undefined,
  transfer: [],
};
const pressThrough: PagingPlan = {
  ...plan,
  page: [{ role: 'technician', people: 1, or: ['senior-technician'] }],
  oneAtATime: true,
};

function responder(key: string, roles: string[], state: 'ok' | 'dead' | 'none' = 'ok'): Responder {
  const contact = {
    address: '+12025550111' as PhoneNumber,
    state: state === 'dead' ? 'dead' : 'ok',
  } as const;
  const contacts = state === 'none' ? {} : { voice: contact, sms: contact };
  return { key, name: key, language: 'en-US', roles, contacts };
}
const seniors = ['anna', 'bo', 'cleo', 'dag'].map((key) => responder(key, ['senior-technician']));
const sal = responder('sal', ['sales']);
const sue = responder('sue', ['supervisor']);
const full: Roster = {
  duty: { 'senior-technician': seniors.slice(0, 3), sales: [sal], supervisor: [sue] },
  reserve: [],
};
const keys = (p: PagingPlan, roster: Roster, round: number, more = {}) =>
  whomToPage(p, roster, { round, supervisorToo: false, ...more }).targets.map((t) => t.person.key);

describe('whom a round pages', () => {
  it('is three senior technicians and a sales representative, by SMS and voice', () => {
    const { targets, holes } = whomToPage(plan, full, { round: 1, supervisorToo: false });
    expect(targets.map((t) => t.person.key)).toEqual(['anna', 'bo', 'cleo', 'sal']);
    expect(targets.every((t) => t.channels.includes('sms') && t.channels.includes('voice'))).toBe(true);
    expect(holes).toEqual([]);
  });

  it('widens to the supervisor from the third round', () => {
    expect(keys(plan, full, 2)).not.toContain('sue');
    expect(keys(plan, full, 3)).toContain('sue');
    expect(keys(plan, full, 40)).toContain('sue');
  });

  it('takes the next on duty for one whose number is dead, and says so', () => {
    const duty = { ...full.duty, 'senior-technician': [responder('dud', [], 'dead'), ...seniors] };
    const { targets, holes } = whomToPage(plan, { ...full, duty }, { round: 1, supervisorToo: false });
    expect(targets.map((t) => t.person.key)).toEqual(['anna', 'bo', 'cleo', 'sal']);
    expect(holes).toEqual([]);
  });

  it('brings in the supervisor at once when a role has nobody', () => {
    const roster = { duty: { ...full.duty, 'senior-technician': [] }, reserve: [] };
    const { targets, holes } = whomToPage(plan, roster, { round: 1, supervisorToo: false });
    expect(targets.map((t) => t.person.key)).toEqual(['sal', 'sue']);
    expect(holes).toEqual([{ role: 'senior-technician', wanted: 3, found: 0, unreachable: [] }]);
  });

  it('names those on duty who cannot be reached', () => {
    const roster = { duty: { ...full.duty, sales: [responder('sal', [], 'none')] }, reserve: [] };
    expect(whomToPage(plan, roster, { round: 1, supervisorToo: false }).holes).toEqual([
      { role: 'sales', wanted: 1, found: 0, unreachable: ['sal'] },
    ]);
  });

  it('pages the reserve when nobody at all is on duty', () => {
    expect(keys(plan, { duty: {}, reserve: [sue, seniors[0]!] }, 1)).toEqual(['sue', 'anna']);
  });

  it('asks one after another when the plan says so, beginning again after the last', () => {
    const order = [1, 2, 3, 4].map((round) => keys({ ...pressThrough, wider: [] }, full, round));
    expect(order).toEqual([['anna'], ['bo'], ['cleo'], ['anna']]);
  });

  it('asks the accepter alone first when a case comes back, then everybody', () => {
    expect(keys(plan, full, 1, { accepter: 'bo' })).toEqual(['bo']);
    expect(keys(plan, full, 2, { accepter: 'bo' })).toEqual(['anna', 'bo', 'cleo', 'sal']);
  });

  it('texts only in the rounds that the plan names, but never leaves a person without a channel', () => {
    const quiet: PagingPlan = { ...plan, smsRounds: [1] };
    const second = whomToPage(quiet, full, { round: 2, supervisorToo: false });
    expect(second.targets[0]?.channels).toEqual(['voice']);
    const textOnly = responder('text', ['sales']);
    delete textOnly.contacts.voice;
    const roster = { ...full, duty: { ...full.duty, sales: [textOnly] } };
    const target = whomToPage(quiet, roster, { round: 2, supervisorToo: false }).targets.find(
      (t) => t.person.key === 'text',
    );
    expect(target?.channels).toEqual(['sms']);
  });

  it('never pages a person twice in a round, nor one who cannot be reached, and pages somebody if anybody can be', () => {
    const someone = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      state: fc.constantFrom<('ok' | 'dead' | 'none')[]>('ok', 'dead', 'none'),
    });
    const people = fc.uniqueArray(someone, { selector: (p) => p.key, maxLength: 6 });
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat(4)),
        (all, round, one, picks) => {
          const roles = ['senior-technician', 'sales', 'supervisor', 'technician'];
          const roster: Roster = { duty: {}, reserve: [] };
          for (const p of all) {
            const role = roles[picks.next().value as number];
            const person = responder(p.key, [role ?? 'supervisor'], p.state);
            if (role === undefined) roster.reserve.push(person);
            else (roster.duty[role] ??= []).push(person);
          }
          const { targets } = whomToPage(one ? pressThrough : plan, roster, { round, supervisorToo: false });
          const paged = targets.map((t) => t.person.key);
          expect(new Set(paged).size).toBe(paged.length);
          expect(targets.every((t) => t.channels.length > 0)).toBe(true);
          const wanted = ['senior-technician', 'supervisor'].flatMap((role) => roster.duty[role] ?? []);
          if (wanted.some((p) => Object.keys(p.contacts).length > 0 && p.contacts.voice?.state === 'ok')) {
            expect(paged.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
