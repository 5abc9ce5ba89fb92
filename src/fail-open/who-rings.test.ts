import { describe, expect, it } from 'vitest';
import { dinoScript } from '../ivr/dino.fixture.ts';
import { anna, bo, cleo, everybody, rosterOf, sal, somebody, sue } from './roster.test-support.ts';
import { whoRings } from './who-rings.ts';

const endings = (people: ReturnType<typeof rosterOf>, script = dinoScript()) =>
  whoRings(script, people).groups.map((group) => group.map((number) => number.slice(-2)).join(' '));

describe('who rings when the service is down', () => {
  it('is whom severity 1 pages, then everybody again with the supervisor', () => {
    expect(endings(rosterOf(everybody))).toEqual(['11 12 13 14', '11 12 13 14 15']);
    expect(whoRings(dinoScript(), rosterOf(everybody))).toMatchObject({ ringSeconds: 25, faults: [] });
  });

  it('is one after another where the plan says so, everybody twice at least', () => {
    const script = dinoScript();
    script.plans['emergency'] = { ...script.plans['press-through']!, wider: [] };
    const tom = somebody('tom', 'technician', '16');
    expect(endings(rosterOf([tom, somebody('tea', 'technician', '17')]), script)).toEqual(['16', '17']);
    expect(endings(rosterOf([tom]), script)).toEqual(['16', '16']);
  });

  it('leaves out who has no voice number that works, and says who and how to mend it', () => {
    const dead = somebody('bo', 'senior-technician', '12', 'dead');
    const textsOnly = { ...sal, contacts: { sms: sal.contacts.sms! } };
    const { groups, faults } = whoRings(dinoScript(), rosterOf([anna, dead, cleo, textsOnly, sue]));
    expect(groups[0]).toEqual(['+12025550111', '+12025550113', '+12025550115']);
    expect(faults).toEqual([
      expect.stringMatching(/^Bo, on duty for dino as senior-technician, cannot be rung: .* is dead\. Mend /),
      expect.stringMatching(
        /^Only 2 of 3 senior-technician for dino\. Mend "duty: dino: senior-technician:"/,
      ),
      expect.stringMatching(/^Sal, on duty for dino as sales, has no voice number\. Mend "voice:"/),
      expect.stringMatching(/^Nobody can be rung as sales for dino\./),
    ]);
  });

  it('is the supervisor when nobody else has duty, and the reserve when nobody has', () => {
    expect(endings(rosterOf([sue]))).toEqual(['15', '15']);
    expect(endings(rosterOf([], [sue, bo]))).toEqual(['15 12', '15 12']);
  });

  it('is nobody when nobody has a number, and that is said', () => {
    const { groups, faults } = whoRings(dinoScript(), rosterOf([]));
    expect(groups).toEqual([]);
    expect(faults.at(-1)).toMatch(/^Nobody at all can be rung for dino: callers can only leave a message\./);
  });

  it('rings a phone once in a group, and at most ten at once', () => {
    const script = dinoScript();
    script.plans['emergency'] = {
      ...script.plans['emergency']!,
      page: [{ role: 'technician', people: 12, or: undefined }],
      wider: [],
    };
    const many = Array.from({ length: 12 }, (_, n) => somebody(`t${n}`, 'technician', String(20 + n)));
    const shared = { ...many[1]!, contacts: many[0]!.contacts };
    const { groups } = whoRings(script, rosterOf([many[0]!, shared, ...many.slice(2)]));
    expect(groups.map((group) => group.length)).toEqual([10, 1, 10, 1]);
  });

  it('is everybody on duty at a desk whose script pages nobody', () => {
    const script = { ...dinoScript(), nodes: {}, plans: {} };
    expect(endings(rosterOf([somebody('ola', 'operator', '18'), sue]), script)).toEqual(['18 15', '18 15']);
  });
});
