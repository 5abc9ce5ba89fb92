import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dinoText } from './dino.fixture.ts';
import { formatFault } from './fault.ts';
import { coverageHoursOf, loadScripts } from './index.ts';
import { readTogether } from './load.ts';

/** The faults of the shipped script after one change; the mark in `by` is where the fault must be seen. */
function faultsAfter(replace: string, by: string): { faults: string[]; place: string } {
  expect(dinoText).toContain(replace);
  const text = dinoText.replace(replace, () => by.replace('¦', ''));
  const { scripts, faults } = readTogether([{ file: 'dino.yaml', text }]);
  expect(scripts).toEqual([]);
  const mark = dinoText.indexOf(replace) + Math.max(by.indexOf('¦'), 0);
  const lines = text.slice(0, mark).split('\n');
  const place = by.includes('¦')
    ? `dino.yaml:${lines.length}:${(lines.at(-1) ?? '').length + 1}: `
    : 'dino.yaml:';
  return { faults: faults.map(formatFault), place };
}

const long = 'word '.repeat(700);
const waits = 'retry_after_seconds: [60, 60, 120, 300] #';

describe('a fault is named with its line, its column and its mend', () => {
  test.each([
    [
      'misspelt key',
      'retry_after_seconds',
      '¦retry_after_second',
      'Unknown key "retry_after_second" in plans.emergency. Did you mean "retry_after_seconds"?',
    ],
    ['unknown key at the top', 'voice: P', '¦tone: high\nvoice: P', 'Unknown key "tone".'],
    [
      'unknown kind of node',
      '    by_hours:',
      '    ¦by_hour:',
      'Unknown key "by_hour" in nodes.contract. Did you mean "by_hours"?',
    ],
    ['missing key', 'language: en-US\n', '', 'The key "language" is missing. Add it: the language spoken.'],
    ['key twice', 'desk: dino\n', 'desk: dino\n¦desk: dino\n', 'Map keys must be unique. Keep one of them.'],
    ['broken YAML', 'numbers: [', 'numbers: [[', 'Mend the YAML here'],
    [
      'dangling target',
      'go: severity-2',
      'go: ¦severity-22',
      'There is no node "severity-22". Did you mean "severity-2"?',
    ],
    ['dangling start', 'start: main', 'start: ¦mian', 'There is no node "mian". Did you mean "main"?'],
    ['unreachable node', 'go: severity-4', 'go: severity-3', 'No caller can reach the node "severity-4".'],
    [
      'key of a menu used twice',
      '- key: 2\n          name: Severity 2',
      '- key: ¦1\n          name: Severity 2',
      'The key 1 is used twice in "main".',
    ],
    [
      'repeat key that is a choice',
      'repeat: { key: 0',
      'repeat: { key: ¦7',
      'The key 7 is used twice in "main".',
    ],
    [
      'words of two choices',
      'hear: [severity two,',
      'hear: [¦severity one,',
      'The words "severity one" mean two choices in "main".',
    ],
    [
      'menu without otherwise',
      '      otherwise: unsorted\n',
      '',
      'The key "otherwise" is missing in nodes.main.menu.',
    ],
    [
      'menu that leads back to itself',
      'otherwise: unsorted',
      'otherwise: ¦main',
      'The menu "main" has no way out',
    ],
    [
      'two menus in a circle',
      '      if_silent: message\n      otherwise: message',
      '      otherwise: ¦unsorted',
      'has no way out',
    ],
    [
      'goodbye before a case',
      'go: contract\n',
      'go: goodbye\n',
      'The node "goodbye" (end) can be reached before a case is open.',
    ],
    [
      'hold without paging',
      '      otherwise: goodbye',
      '      otherwise: hold',
      'A caller can come to the hold "hold" without anybody being paged',
    ],
    [
      'goodbye without the number',
      '- Thank you. Your case is {case_number}.\n        - We',
      '¦- Thank you.\n        - We',
      'The goodbye "goodbye" does not say the case number.',
    ],
    [
      'sentence too long',
      'Contracts, six.',
      `¦Contracts, six. ${long}`,
      'This sentence is too long for the carrier: 3515 characters. Split it',
    ],
    [
      'unknown field',
      'We will answer {answered}.\n',
      '¦We will answer {answer}.\n',
      'There is no field {answer} here. Did you mean "answered"?',
    ],
    [
      'broken field',
      'read_back: I have {number}',
      'read_back: ¦I have {number',
      'A brace of a field is missing.',
    ],
    [
      'field that a text cannot have',
      'welcome at {mail}',
      'welcome at {number}',
      'There is no field {number} here.',
    ],
    [
      'text too long',
      'Dino-Software: your feedback is welcome at {mail}.',
      `Dino-Software: your feedback is welcome at {mail}. ${'Write to {mail}. '.repeat(12)}`,
      'This text is too long: with its fields filled it may need 5 segments, and 2 are sent. Shorten it',
    ],
    [
      'text with a picture',
      'your feedback is welcome at',
      'your feedback is welcome 🦕 at',
      'A text cannot hold 🦕: a question mark would stand there.',
    ],
    [
      'unlisted voice',
      'Polly.Joanna-Neural',
      '¦Polly.Joanna-Neurl',
      '"Polly.Joanna-Neurl" is not a listed voice for en-US. Did you mean "Polly.Joanna-Neural"?',
    ],
    [
      'voice of another language',
      'Polly.Joanna-Neural',
      '¦Polly.Elin-Neural',
      'is not a listed voice for en-US',
    ],
    [
      'number without quotes',
      "'+18004803466'",
      '¦+18004803466',
      '18004803466 in numbers.0 is not what must stand here. Write a number with plus and country code, in quotes',
    ],
    ['number too short', "'+17037682610'", "¦'+1703768261'", 'No telephone number can be +1703768261.'],
    ['number twice', "'+17037682610'", "'+18004803466'", 'The number +18004803466 is listed twice.'],
    [
      'wait of zero',
      waits,
      'retry_after_seconds: [¦0] #',
      '0 in plans.emergency.retry_after_seconds.0 is too small. Write',
    ],
    [
      'wait with a fraction',
      waits,
      'retry_after_seconds: [¦1.5] #',
      '1.5 in plans.emergency.retry_after_seconds.0 is not what must stand here.',
    ],
    [
      'no waits',
      waits,
      'retry_after_seconds: ¦[] #',
      '[] in plans.emergency.retry_after_seconds is empty. Write seconds',
    ],
    [
      'waits that are no list',
      waits,
      'retry_after_seconds: ¦often #',
      '"often" in plans.emergency.retry_after_seconds is not what must stand here.',
    ],
    [
      'unknown channel',
      'by: [sms, voice]',
      'by: [sms, ¦vioce]',
      '"vioce" in plans.emergency.by.1 is not one of the values that can stand here. Did you mean "voice"?',
    ],
    [
      'unknown role',
      'role: senior-technician, people: 3',
      'role: ¦senior-tecnician, people: 3',
      'Did you mean "senior-technician"?',
    ],
    [
      'rounds of texts',
      'sms_rounds: every',
      'sms_rounds: ¦often',
      '"often" in plans.emergency.sms_rounds is neither the word every nor a list of rounds.',
    ],
    [
      'undefined plan',
      'page: contract',
      'page: ¦contracts',
      'There is no paging plan "contracts". Did you mean "contract"?',
    ],
    ['unused plan', '      page: contract\n', '', 'No node uses the paging plan "contract".'],
    [
      'unknown time zone',
      'America/New_York',
      '¦America/New_Yrok',
      'There is no time zone "America/New_Yrok".',
    ],
    ['unknown country', 'country: US', 'country: ¦XX', 'The holidays of "XX" are not known.'],
    [
      'hours that end as they begin',
      'friday: [09:00-17:00]',
      'friday: [¦09:00-09:00]',
      '"09:00-09:00" in coverage.hours.friday.0 is no span of hours. Write hours by the wall clock',
    ],
    [
      'day that the calendar does not know',
      'public_holidays: closed',
      'public_holidays: closed\n  also_closed: [¦Christmas Evening]',
      'The calendar of US has no day "Christmas Evening" beside its public holidays. Did you mean "Christmas Eve"?',
    ],
    [
      'exception that is neither open nor closed',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [¦{ date: 2026-12-23, why: Christmas party }]',
      'The exception of 2026-12-23 is neither open nor closed. Write hours, as in hours: [08:00-12:00], or closed: true.',
    ],
    [
      'exception that is both',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [¦{ date: 2026-12-23, hours: [08:00-12:00], closed: true, why: Party }]',
      'The exception of 2026-12-23 is both open and closed.',
    ],
    [
      'exception without a reason',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [¦{ date: 2026-12-23, closed: true }]',
      'The key "why" is missing in coverage.exceptions.0. Add it: the reason, for people who ask',
    ],
    [
      'exception on a date that there is not',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [{ date: ¦2026-02-30, closed: true, why: Party }]',
      '"2026-02-30" in coverage.exceptions.0.date is not what must stand here. Write the date, year first, such as 2026-12-23.',
    ],
    [
      'hours of an exception',
      'public_holidays: closed',
      'public_holidays: closed\n  exceptions: [{ date: 2026-12-23, hours: [¦8-12], why: Party }]',
      '"8-12" in coverage.exceptions.0.hours.0 is no span of hours. Write hours by the wall clock',
    ],
    [
      'two exceptions of one date',
      'public_holidays: closed',
      `public_holidays: closed
  exceptions:
    - { date: 2026-12-23, closed: true, why: Party }
    - { date: ¦2026-12-23, hours: [08:00-12:00], why: Half a day }`,
      'The date 2026-12-23 has two exceptions. Keep one of them.',
    ],
    ['unknown weekday', '    friday:', '    ¦fryday:', 'Did you mean "friday"?'],
    [
      'key that is none',
      '- key: 2',
      '- key: ¦12',
      '12 in nodes.main.menu.choices.1.key is too large. Write one key of the dial pad',
    ],
    ['severity left out', '      severity: 2\n', '', 'The case that "severity-2" opens has no severity.'],
    ['severity 5', 'severity: 4', 'severity: ¦5', '5 in nodes.severity-4.open_case.severity is too large.'],
    [
      'urgent choice too late',
      'say: Dino-Software support.',
      'say: Welcome to Dino-Software, the company that is there for you at any hour.',
      'A severity 1 caller hears 23 words before knowing the key; at most 20 are allowed.',
    ],
    [
      'no mail to say',
      'mail:\n  address: support@staging.dino-software.com\n  spoken: support, at staging dot dino dash software dot com\n',
      '',
      'There is no mail address to say. Add the key mail to the script.',
    ],
  ])('%s', (_, replace, by, message) => {
    const { faults, place } = faultsAfter(replace, by);
    const fault = faults.find((line) => line.includes(message));
    expect(fault, faults.join('\n')).toContain(place);
  });

  test('at the key of the node itself when the node is at fault', () => {
    const text = dinoText.replace('go: severity-4', 'go: severity-3');
    const [fault] = readTogether([{ file: 'dino.yaml', text }]).faults;
    const line = text.split('\n').indexOf('  severity-4:') + 1;
    expect(fault).toMatchObject({ line, column: 3 });
  });

  test('all at once', () => {
    const text = dinoText.replace('country: US', 'country: XX').replace('America/New_York', 'Nowhere');
    expect(readTogether([{ file: 'dino.yaml', text }]).faults).toHaveLength(2);
  });
});

test('an office says its nights, its other closed days and its exceptions', () => {
  const text = dinoText.replace(
    'public_holidays: closed',
    `public_holidays: closed
  also_closed: [Christmas Eve]
  exceptions:
    - { date: 2026-12-23, hours: [08:00-12:00], why: Half a day }
    - { date: 2026-12-28, closed: true, why: We move house }`,
  );
  const { scripts, faults } = readTogether([
    { file: 'dino.yaml', text: text.replace('friday: [09:00-17:00]', 'friday: [22:00-06:00]') },
  ]);
  expect(faults).toEqual([]);
  expect(scripts.map(coverageHoursOf)).toMatchObject([
    {
      alsoClosed: ['Christmas Eve'],
      days: { friday: [{ startMinute: 1320, endMinute: 1800 }] },
      exceptions: [
        { date: '2026-12-23', spans: [{ startMinute: 480, endMinute: 720 }], why: 'Half a day' },
        { date: '2026-12-28', spans: [], why: 'We move house' },
      ],
    },
  ]);
});

describe('scripts beside each other', () => {
  test('share no number, name or prefix', () => {
    const { faults } = readTogether([
      { file: 'a.yaml', text: dinoText },
      { file: 'b.yaml', text: dinoText },
    ]);
    const said = faults.map(formatFault).join('\n');
    expect(said).toMatch(/^b\.yaml:\d+:11: The number \+18004803466 is used by dino too\./m);
    expect(said).toMatch(/^b\.yaml:\d+:7: There are two desks "dino"\./m);
    expect(said).toMatch(/The prefix DINO is used by dino too\./);
  });

  test('one with a fault does not hide another that is right', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scripts-'));
    await writeFile(join(folder, 'a.yaml'), 'desk: [');
    await writeFile(join(folder, 'dino.yaml'), dinoText);
    const { scripts, faults } = await loadScripts(folder);
    expect(scripts.map((script) => script.desk)).toEqual(['dino']);
    expect(faults[0]?.file).toBe(join(folder, 'a.yaml'));
  });

  test.each(['', '[]', 'null', 'just words', '- a\n- b', '\u0000', '{a: &x [*x]}', 'nodes: 5'])(
    'text that is no script (%j) is a fault, never an exception',
    (text) => {
      const { faults } = readTogether([{ file: 'x.yaml', text }]);
      expect(faults.length).toBeGreaterThan(0);
    },
  );

  test('a folder that is missing, a file or empty is a fault', async () => {
    expect((await loadScripts('/nowhere')).faults.map(formatFault)).toEqual([
      '/nowhere:1:1: There is no such folder. Put one YAML file a desk there, or set IVR_SCRIPTS.',
    ]);
    expect((await loadScripts('package.json')).faults[0]?.what).toBe('This is a file, and no folder.');
    const empty = await mkdtemp(join(tmpdir(), 'scripts-'));
    expect((await loadScripts(empty)).faults[0]?.what).toBe('There is no IVR script in this folder.');
  });
});
