import { expect, test } from 'vitest';
import type { Script } from '../ivr/index.ts';
import { readTogether } from '../ivr/load.ts';
import { nordicScript, nordicText } from '../ivr/nordic.fixture.ts';
import { readFileAlone } from '../people/index.ts';
import { whatIf, type Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import { inFile } from './in-file.ts';
import { inText } from './in-text.ts';

const script = nordicScript();

/** Two operators, a week each with a handoff on Mondays at 08:00; Växel has the nights of a seat of her own. */
const people = `
people:
  - { key: ulla, name: Ulla Ek, roles: [operator], voice: '+46846500441' }
  - { key: olle, name: Olle Ask, roles: [operator], voice: '+46846500443' }
  - { key: tyra, name: Tyra Tall, roles: [operator], sms: '+46846500444' }
  - { key: nils, name: Nils Lind, roles: [technician], voice: '+46701740611', sms: '+46701740611' }
  - { key: karin, name: Karin Dahl, roles: [technician], voice: '+46701740612' }
  - { key: eva, name: Eva Holm, roles: [supervisor], voice: '+46701740615', sms: '+46701740615' }
duty:
  ${script.desk}:
    technician: [nils, karin]
    supervisor: [eva]
schedules:
  ${script.desk}:
    operator:
      seats:
        - name: first
          layers: [{ name: weeks, rotation: weekly, handoff: monday 08:00, from: 2026-11-02, people: [ulla, olle] }]
        - name: second
          layers: [{ name: weeks, rotation: weekly, handoff: monday 08:00, from: 2026-11-02, people: [tyra] }]
leave:
  - { person: nils, from: 2026-11-12, to: 2026-11-12 }
customers:
  - key: sundby
    name: Sundby kommun
    contacts:
      - { name: Lars Holm, phone: '+46846500412', approved: yes }
      - { name: Moa Berg, phone: '+46846500413' }
`;

const answer = (...args: string[]) => answerOf(script, ...args);

async function answerOf(script: Script, ...args: string[]): Promise<Answer> {
  const file = readFileAlone({ file: 'people.yaml', text: people }, [script]);
  const read = readArguments(['--desk', script.desk, ...args]);
  if (!file.ok || read.ok !== true) return expect.fail(JSON.stringify([file, read]));
  const result = await whatIf(script, read.order.wish, inFile(file.file));
  return result.ok ? result.answer : expect.fail(JSON.stringify(result.faults));
}

const rung = ({ pagings }: Answer) =>
  pagings.flatMap(({ rounds }) => rounds.map(({ asked }) => asked?.people.map(({ key }) => key)));

test('who is rung follows the rotation, and changes with its handoff', async () => {
  expect(rung(await answer('--at', '2026-11-08T12:00'))).toEqual([['ulla']]);
  expect(rung(await answer('--at', '2026-11-09T07:59'))).toEqual([['ulla']]);
  expect(rung(await answer('--at', '2026-11-09T08:00'))).toEqual([['olle']]);
});

test('the next is asked when the first phone has rung for its time, by the duty of then', async () => {
  const { pagings } = await answer('--at', '2026-11-09T07:59:45');
  expect(
    pagings[0]?.rounds.map(({ at, asked }) => [at.toISOString(), asked?.people.map(({ key }) => key)]),
  ).toEqual([
    ['2026-11-09T06:59:45.000Z', ['ulla']],
    ['2026-11-09T07:00:15.000Z', ['olle']],
  ]);
  expect(pagings[0]?.givenUp).toEqual({
    at: new Date('2026-11-09T07:00:45Z'),
    why: 'everybody has been asked',
  });
});

test('whoever has no number for it is named, and why', async () => {
  const { pagings } = await answer('--at', '2026-11-12T10:00');
  expect(pagings[0]?.rounds[0]?.asked?.notAsked).toEqual([
    {
      name: 'Tyra Tall',
      role: 'operator',
      awayUntil: undefined,
      without: [{ channel: 'voice', why: 'no number' }],
    },
  ]);
});

test('in hours the call can be handed on, to whoever is not on leave; the case is given by duty', async () => {
  const onLeave = await answer('--at', '2026-11-12T10:00');
  const [handsOn] = onLeave.handsOn;
  const asked = handsOn?.paging?.rounds[0]?.asked;
  expect(asked?.people).toMatchObject([{ key: 'karin', channels: ['voice'], without: [{ channel: 'sms' }] }]);
  expect(asked?.notAsked).toMatchObject([{ name: 'Nils Lind', awayUntil: new Date('2026-11-12T23:00:00Z') }]);
  expect(asked?.holes).toMatchObject([{ role: 'technician', wanted: 2, found: 1 }]);
  // Karin has neither SMS nor mail: she cannot be told that a case is hers.
  expect(onLeave.assignment).toMatchObject({ to: undefined, unreachable: ['Karin Dahl'] });
  const night = await answer('--at', '2026-11-12T20:00');
  expect(night.handsOn).toMatchObject([{ paging: undefined }]);
  expect(night.assignment).toMatchObject({
    at: new Date('2026-11-13T07:00:00Z'),
    to: { key: 'nils' },
    onceRegistered: true,
  });
});

test('the caller is who the call would find', async () => {
  const told = async (from: string) =>
    inText(await answer('--at', '2026-11-12T20:00', '--from', from)).join('\n');
  expect(await told('+46846500412')).toContain('The caller: Lars Holm, Sundby kommun: an approved contact\n');
  expect(await told('+46846500413')).toContain('Moa Berg, Sundby kommun: a contact who may not register');
  expect(await told('+46846500499')).toContain('The caller: a number that is no contact of a customer');
});

test('who holds until everybody was asked registers alone, and keys go on from there', async () => {
  const waits = await answer('--at', '2026-11-12T20:00', '--from', '+46846500413');
  expect(waits.call.whenNobodyComes?.says.join(' ')).toContain('godkända');
  const { call } = await answer(
    ...['--at', '2026-11-12T20:00', '--from', '+46846500412'],
    ...['--press', 'nobody,#,#,#,#,#,#,#'],
  );
  expect(call.exchanges.map(({ did }) => did.kind).slice(0, 2)).toEqual(['calls', 'nobody']);
  expect(call.exchanges.at(-1)?.waitsFor.kind).toBe('end');
});

test('whom a caller is brought to for whom no operator came is paged when the operators were given up', async () => {
  const text = nordicText
    .replace('gives_up: { go: nobody-answers }', 'gives_up: { go: try-support }')
    .replace('go: nobody-free }', 'go: nobody-answers }')
    // Nobody comes there any more.
    .replace(/\n {2}nobody-free:\n(?: {4}.*\n)*/, '\n')
    .replace(
      'nodes:\n',
      'nodes:\n  try-support:\n    page: { plan: support, say: Vi ringer supporten., then: hold }\n',
    );
  const { scripts, faults } = readTogether([{ file: 'dvnordic.yaml', text }]);
  expect(faults).toEqual([]);
  const at = ['--at', '2026-11-11T10:00:00', '--from', '+46846500412'];
  for (const press of [[], ['--press', 'nobody']]) {
    const { pagings } = await answerOf(scripts[0]!, ...at, ...press);
    expect(pagings.map(({ plan }) => plan)).toEqual(['operators', 'support']);
    expect(pagings[1]?.rounds[0]?.at).toEqual(pagings[0]?.givenUp?.at);
  }
});

test('a wait that no end is set to is foreseen no further than anybody reads', async () => {
  const text = nordicText
    .replace('retry_after_seconds: [45, 60]', 'retry_after_seconds: [1]')
    .replace('after_rounds: 4, ', 'after_rounds: 5000, ');
  const { scripts } = readTogether([{ file: 'dvnordic.yaml', text }]);
  const { handsOn } = await answerOf(scripts[0]!, '--at', '2026-11-11T10:00');
  expect(handsOn[0]?.paging?.rounds.length).toBe(400);
});

test('a file with a fault is refused with its line', () => {
  const read = readFileAlone(
    { file: 'people.yaml', text: people.replace('technician: [nils', 'technician: [nisse') },
    [script],
  );
  expect(read).toMatchObject({ ok: false, faults: [{ line: 11 }] });
});
