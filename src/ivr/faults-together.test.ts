import { describe, expect, test } from 'vitest';
import { dinoText } from './dino.fixture.ts';
import { readTogether } from './load.ts';

const long = 'word '.repeat(700);
const waits = 'retry_after_seconds: [60, 60, 120, 300] #';

/** Every fault of the shipped script after several changes, without places. */
function faultsOf(...changes: (readonly [string, string])[]): string[] {
  let text = dinoText;
  for (const [replace, by] of changes) {
    expect(text).toContain(replace);
    text = text.replace(replace, () => by);
  }
  const { scripts, faults } = readTogether([{ file: 'dino.yaml', text }]);
  expect(scripts).toEqual([]);
  return faults.map(({ what }) => what);
}

describe('what is malformed hides nothing else', () => {
  const malformed: [string, string][] = [
    ['sms_rounds: every', 'sms_round: every'],
    ['timeout_seconds: 3', 'timeout_seconds: 99'],
    ['language: en-US\n', ''],
  ];
  const semantic: [string, string, string][] = [
    ['go: severity-4', 'go: severity-3', 'No caller can reach the node "severity-4".'],
    ['otherwise: unsorted', 'otherwise: main', 'The menu "main" has no way out'],
    ['repeat: { key: 0', 'repeat: { key: 7', 'The key 7 is used twice in "main".'],
    ['read_back: I have {number}', 'read_back: I have {numbr}', 'There is no field {numbr} here.'],
    ['Contracts, six.', `Contracts, six. ${long}`, 'This sentence is too long for the carrier'],
    ['America/New_York', 'America/New_Yrok', 'There is no time zone "America/New_Yrok".'],
    ['page: contract', 'page: contracts', 'There is no paging plan "contracts".'],
  ];

  test.each(malformed)('%s -> %s', (replace, by) => {
    const faults = faultsOf([replace, by], ...semantic.map(([from, to]) => [from, to] as const)).join('\n');
    for (const [, , what] of semantic) expect(faults).toContain(what);
  });

  test('a voice that is listed nowhere, beside a plan that is malformed', () => {
    const faults = faultsOf(['Polly.Joanna-Neural', 'Polly.Nobody'], [waits, 'retry_after_seconds: [0] #']);
    expect(faults.join('\n')).toMatch(/"Polly\.Nobody" is not a listed voice for en-US/);
    expect(faults).toHaveLength(2);
  });

  test('a target that leads nowhere, beside a node that nobody reaches', () => {
    const faults = faultsOf(['go: severity-2', 'go: severity-22'], ['go: severity-4', 'go: severity-3']);
    expect(faults).toEqual(['There is no node "severity-22".', 'No caller can reach the node "severity-4".']);
  });

  test('a key twice, beside the rest', () => {
    const faults = faultsOf(['desk: dino\n', 'desk: dino\ndesk: dino\n'], ['country: US', 'country: XX']);
    expect(faults).toEqual(['Map keys must be unique.', 'The holidays of "XX" are not known.']);
  });

  test('a number that another desk has, beside what is malformed there', () => {
    const text = dinoText
      .replace('sms_rounds: every', 'sms_rounds: often')
      .replace('desk: dino', 'desk: rex');
    const { faults } = readTogether([
      { file: 'a.yaml', text: dinoText },
      { file: 'b.yaml', text },
    ]);
    const said = faults.filter(({ file }) => file === 'b.yaml').map(({ what }) => what);
    expect(said).toContain('The number +18004803466 is used by dino too.');
    expect(said.join('\n')).toContain('is neither the word every nor a list of rounds');
  });
});

describe('one slip is one fault', () => {
  test.each([
    ['no start', 'start: main\n', ''],
    ['no language', 'language: en-US\n', ''],
    ['no country', 'country: US #', '#'],
    ['a plan that is no plan', waits, 'retry_after_seconds: often #'],
    ['a misspelt plan list', '\nplans:', '\nplan:'],
    ['misspelt nodes', '\nnodes:', '\nnode:'],
    ['a misspelt way out', 'otherwise: unsorted', 'otherwse: unsorted'],
    ['a missing way out', '      otherwise: unsorted\n', ''],
    ['a way out that is no name', 'otherwise: unsorted', 'otherwise: 5'],
    ['a misspelt kind', '    by_hours:', '    by_hour:'],
    ['an unknown kind', '    by_hours:', '    whatever:'],
    ['a misspelt severity', '      severity: 2\n', '      sevrity: 2\n'],
    ['a severity that is none', 'severity: 2\n', 'severity: 9\n'],
    ['a plan named by no name', 'page: emergency', 'page: 7'],
    ['a misspelt mail', '\nmail:', '\nmial:'],
    ['mail without an address', '  address: support@staging.dino-software.com\n', ''],
    [
      'a goodbye that is no sentence',
      '- Thank you. Your case is {case_number}.\n        - We will',
      '- 5\n        - We will',
    ],
    [
      'a node that is no node',
      'contract:\n    by_hours: { open: contract-now, closed: contract-later }',
      'contract: 5',
    ],
    ['hours that are none', 'friday: [09:00-17:00]', 'friday: 9'],
    ['exceptions that are none', 'public_holidays: closed', 'public_holidays: closed\n  exceptions: 9'],
    ['an exception that is none', 'public_holidays: closed', 'public_holidays: closed\n  exceptions: [9]'],
    [
      'a misspelt key of an exception',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [{ date: 2026-12-23, hour: [08:00-12:00], why: Party }]',
    ],
    [
      'an unknown key of an exception',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [{ date: 2026-12-23, spans: [08:00-12:00], why: Party }]',
    ],
    [
      'an exception that is not closed',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [{ date: 2026-12-23, closed: false, why: Party }]',
    ],
    ['a key that is none', '- key: 2', '- key: 12'],
    ['a choice without a name', 'name: Severity 2', 'nam: Severity 2'],
    ['a desk without a name', 'desk: dino\n', ''],
    ['numbers that are none', "'+18004803466'", '5'],
  ])('%s', (_, replace, by) => {
    expect(faultsOf([replace, by])).toHaveLength(1);
  });

  test.each([
    ['nothing', '  empty: {}\n', 'The node "empty" does nothing.'],
    [
      'two things',
      '  both:\n    say: { lines: Hello., then: main }\n    by_hours: { open: main, closed: main }\n',
      'The node "both" does 2 things: by_hours and say.',
    ],
  ])('a node that does %s', (_, node, what) => {
    expect(faultsOf(['\nnodes:\n', `\nnodes:\n${node}`]).join('\n')).toContain(what);
  });
});
