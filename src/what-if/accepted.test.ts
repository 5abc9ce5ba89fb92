import { describe, expect, test } from 'vitest';
import { dinoText } from '../ivr/dino.fixture.ts';
import { readTogether } from '../ivr/load.ts';
import type { Script } from '../ivr/index.ts';
import { nordicScript, nordicText } from '../ivr/nordic.fixture.ts';
import { readFileAlone } from '../people/index.ts';
import { whatIf } from './answer.ts';
import { readArguments } from './arguments.ts';
import { inFile } from './in-file.ts';
import { inText } from './in-text.ts';
import { scriptAlone } from './known.ts';
import { faultInWords } from './words.ts';

const dinoPeople = `
people:
  - { key: anna, name: Anna Alm, roles: [senior-technician], voice: '+12025550111', sms: '+12025550111' }
  - { key: bo, name: Bo Berg, roles: [senior-technician], voice: '+12025550112' }
  - { key: cleo, name: Cleo Carr, roles: [senior-technician], sms: '+12025550113' }
  - { key: sal, name: Sal Stone, roles: [sales], voice: '+12025550114', sms: '+12025550114' }
  - { key: sue, name: Sue Sand, roles: [supervisor], voice: '+12025550115', sms: '+12025550115' }
duty: { dino: { senior-technician: [anna, bo, cleo], sales: [sal], supervisor: [sue] } }
`;
const night = ['--at', '2026-12-24T02:00', '--from', '+12025550100'];

/** What a desk answers to a command line, with these people or with none known. */
async function ask(text: string, people: string | undefined, args: readonly string[]) {
  const { scripts, faults } = readTogether([{ file: 'desk.yaml', text }]);
  expect(faults).toEqual([]);
  return askOf(scripts[0]!, people, args);
}

async function askOf(script: Script, people: string | undefined, args: readonly string[]) {
  const file =
    people === undefined ? undefined : readFileAlone({ file: 'people.yaml', text: people }, [script]);
  const read = readArguments(['--desk', script.desk, ...args]);
  if (read.ok !== true || file?.ok === false) return expect.fail(JSON.stringify([read, file]));
  return whatIf(script, read.order.wish, file ? inFile(file.file) : scriptAlone);
}

async function answer(text: string, people: string | undefined, ...args: string[]) {
  const result = await ask(text, people, args);
  return result.ok ? result.answer : expect.fail(JSON.stringify(result.faults));
}
const dino = (...args: string[]) => answer(dinoText, dinoPeople, ...night, ...args);
const refusal = async (...args: string[]) => {
  const result = await ask(dinoText, dinoPeople, args);
  return result.ok ? [] : result.faults.map((fault) => `${fault.part} ${faultInWords(fault)}`);
};

describe('somebody who accepts', () => {
  test('in the second round ends the rounds, and is put through to the caller who holds', async () => {
    const { pagings, accepted } = await dino('--press', '1', '--accepts', '2');
    expect(pagings[0]?.rounds.map(({ round }) => round)).toEqual([1, 2]);
    expect(accepted).toMatchObject({
      round: 2,
      at: new Date('2026-12-24T07:01:00Z'),
      by: { key: 'anna', via: 'voice' },
      hears: 'You have it. Connecting you with the caller.',
      callerHears: 'Anna has your case. You are being connected.',
      connects: true,
      contact: { isMade: true },
      mails: [],
    });
  });

  test('stands everybody else down, each by what reaches them', async () => {
    const { accepted } = await dino('--press', '1', '--accepts', '1');
    const text = 'DINO-1042 taken by Anna Alm. You need do nothing.';
    const hears = 'Case D I N O, 1 0 4 2 is taken by Anna Alm. Press 1 to join the call, or hang up.';
    expect(accepted?.stoodDown).toEqual([
      { key: 'bo', name: 'Bo Berg', rings: true, hears, text: undefined },
      { key: 'cleo', name: 'Cleo Carr', rings: false, hears: undefined, text },
      { key: 'sal', name: 'Sal Stone', rings: true, hears, text },
    ]);
  });

  test('when the caller has hung up is offered to call, and is paged again without contact, the supervisor from 45 minutes', async () => {
    const { accepted } = await dino('--press', '1,hang-up', '--accepts', '1');
    expect(accepted).toMatchObject({ connects: false, callerHears: undefined, contact: { isMade: false } });
    expect(accepted?.hears).toBe(
      'You have case D I N O, 1 0 4 2. The caller has hung up. Press 1 to call the customer now.',
    );
    const again = accepted?.contact?.pagedAgain ?? [];
    expect(
      again
        .slice(0, 3)
        .map(({ at, asked }) => [at.toISOString().slice(11, 16), asked?.people.map(({ key }) => key)]),
    ).toEqual([
      ['07:15', ['anna']],
      ['07:16', ['anna', 'bo', 'cleo', 'sal']],
      ['07:17', ['anna', 'bo', 'cleo', 'sal', 'sue']],
    ]);
    expect(again.at(-1)?.at.getTime()).toBeLessThanOrEqual(Date.parse('2026-12-24T08:00:00Z'));
  });

  test('late is paged again when the supervisor’s time comes, and with the supervisor', async () => {
    const { accepted } = await dino('--press', '1,hang-up', '--accepts', '10');
    const [first] = accepted?.contact?.pagedAgain ?? [];
    expect(first?.at).toEqual(new Date('2026-12-24T07:45:00Z'));
    expect(first?.asked?.people.map(({ key }) => key)).toContain('sue');
  });

  test('one after another stands down whoever was asked before', async () => {
    const { accepted } = await dino('--press', '3,1', '--accepts', '2');
    expect(accepted?.by?.key).toBe('bo');
    expect(accepted?.stoodDown).toMatchObject([{ key: 'anna', rings: false }]);
  });

  test('is nobody by name where it is not known who is on duty', async () => {
    const told = await answer(dinoText, undefined, ...night, '--press', '1', '--accepts', '2');
    expect(told.accepted).toMatchObject({ by: undefined, hears: undefined, stoodDown: [], connects: true });
    expect(inText(told).join('\n')).toContain('02:01: somebody accepts in round 2\n');
  });

  test('is told in words', async () => {
    const told = inText(await dino('--press', '1', '--accepts', '2')).join('\n');
    expect(told).toContain(
      '02:01: Anna Alm accepts in round 2, and hears: "You have it. Connecting you with the caller."',
    );
    expect(told).toContain('The caller hears: "Anna has your case. You are being connected."');
    expect(told).toContain('a text says: "DINO-1042 taken by Anna Alm. You need do nothing."');
    expect(told).toContain('They meet on the line: that is the contact, and nobody is paged again.');
    expect(told).toContain('that somebody accepts as soon as round 2 begins');
  });
});

const nordicPeople = `
people:
  - { key: ulla, name: Ulla Ek, roles: [operator], voice: '+46846500441', language: sv-SE }
  - { key: olle, name: Olle Ask, roles: [operator], voice: '+46846500443', sms: '+46846500443', language: sv-SE }
  - { key: nils, name: Nils Lind, roles: [technician], voice: '+46701740611', sms: '+46701740611', language: sv-SE }
duty: { dvnordic: { operator: [ulla, olle], technician: [nils] } }
customers:
  - key: sundby
    name: Sundby kommun
    contacts: [{ name: Lars Holm, phone: '+46846500412', email: lars@sundby.example }]
`;
const byDay = ['--at', '2026-11-12T10:00', '--from', '+46846500412'];

test('an operator takes the call and not the case: no text, no contact to watch over, no mail', async () => {
  const { accepted, assignment } = await answer(nordicText, nordicPeople, ...byDay, '--accepts', '2');
  expect(accepted).toMatchObject({
    takes: 'call',
    by: { key: 'olle' },
    hears: 'Ni kopplas ihop.',
    callerHears: 'Du kopplas till telefonisten.',
    stoodDown: [{ key: 'ulla', rings: false, text: undefined }],
    contact: undefined,
    mails: [],
  });
  expect(assignment?.to?.key).toBe('nils');
});

test('a desk that tells its customers by mail writes who has the case, and that they have met', async () => {
  // The support is paged for the case itself, as at a desk without operators.
  const script = nordicScript();
  for (const { openCase } of Object.values(script.nodes)) if (openCase?.page) openCase.page = 'support';
  const mails = async (...args: string[]) => {
    const result = await askOf(script, nordicPeople, [...byDay, ...args, '--accepts', '1']);
    return result.ok ? result.answer.accepted?.mails : expect.fail(JSON.stringify(result.faults));
  };
  expect(await mails()).toEqual([
    { to: 'lars@sundby.example', subject: expect.stringMatching(/^\[DVN-2210\] /) as string },
    { to: 'lars@sundby.example', subject: expect.stringMatching(/^\[DVN-2210\] /) as string },
  ]);
  expect(await mails('--press', 'hang-up')).toHaveLength(1);
});

test('nobody is rung for a caller who has hung up on the operator', async () => {
  const told = await answer(nordicText, nordicPeople, ...byDay, '--press', 'hang-up');
  expect(told.pagings).toEqual([]);
  expect(inText(told).join('\n')).toContain('Nobody is rung any more: the caller has hung up');
});

test.each([
  [[...night, '--press', '1', '--accepts', '99'], 'accepts 99: write a round of the first hour, 1 to 15.'],
  [[...night, '--press', '4', '--accepts', '1'], 'accepts 1: nobody is paged in that call.'],
  [[...night, '--press', '1,hang-up,2'], 'press 2: the call is over before it.'],
] as const)('%j cannot be', async (args, words) => expect(await refusal(...args)).toEqual([words]));

test.each([
  [['--accepts', '3'], '3: the paging ends after round 2: everybody has been asked.'],
  [['--press', 'nobody', '--accepts', '1'], '1: by then everybody has been asked in vain: leave out nobody.'],
])('an operator cannot accept as in %j', async (args, words) => {
  const result = await ask(nordicText, nordicPeople, [...byDay, ...args]);
  expect(result.ok ? [] : result.faults.map(faultInWords)).toEqual([words]);
});

test.each(['two', '0', '-1', '1.5'])('--accepts %s is no round', (round) => {
  const read = readArguments(['--desk', 'dino', '--at', '2026-12-24T02:00', `--accepts=${round}`]);
  expect(read).toEqual({
    ok: false,
    faults: [`--accepts "${round}": write the number of a round, such as 2.`],
  });
});
