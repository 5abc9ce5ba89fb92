import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPeopleFile } from './check.ts';
import { likelyNumber } from './phone-form.ts';
import { readPeopleFile } from './read.ts';
import { parseSource } from './source.ts';

/** The faults of a text when the database knows nobody and there is one desk. */
function faultsOf(text: string): string[] {
  const { raw, faults, locate } = parseSource({ file: 'people.yaml', text });
  if (faults.length > 0) return faults.map(shown);
  const { content, findings } = readPeopleFile(raw);
  return [...findings, ...checkPeopleFile(raw, content, { people: [], desks: ['dino'] })]
    .map(locate)
    .map(shown);
}

const shown = (fault: { line: number; column: number; what: string; mend: string }) =>
  `${fault.line}:${fault.column} ${fault.what} ${fault.mend}`;

const person = (fields: string) => `people: [{ key: anna, name: Anna, ${fields} }]`;

describe('a people file', () => {
  it('may leave quotes out, and keys with nothing behind them', () => {
    const { raw } = parseSource({
      file: 'x',
      text: `people:\n  - { key: no, name: No, voice: +12025550111, language: sv-se }\nduty:\n  dino:\n    sales:\ncustomers:\n`,
    });
    expect(readPeopleFile(raw)).toMatchObject({
      findings: [],
      content: {
        people: [{ entry: { key: 'no', name: 'No', roles: [], voice: '+12025550111', language: 'sv-SE' } }],
        duty: [{ entry: { desk: 'dino', role: 'sales', people: [] } }],
      },
    });
  });

  it('shows every fault at once, also in one person', () => {
    const text = `
people:
  - key: Anna
    name: Anna Alm
    roles: [sales, boss]
    voice: 202 555 0111
    langauge: en-US
  - key: bo
  - key: bo
    name: Bo
duty:
  dino:
    tecnician: [bo]
    sales: [bo, cleo, bo]
  netex: {}
customers:
  - key: acme
    name: Acme
    desks: [dyno]
    contacts:
      - { name: Dana, phone: '+12025550100' }
      - { name: Eve, phone: '+12025550100', mail: x }
extra: 1
`;
    const places = faultsOf(text).map((fault) => fault.split(' ')[0]);
    expect(places.sort()).toEqual(
      [
        '3:10',
        '5:20',
        '6:12',
        '7:5',
        '8:5',
        '9:10',
        '13:5',
        '14:17',
        '14:23',
        '15:3',
        '19:13',
        '22:29',
        '22:45',
        '23:1',
      ].sort(),
    );
  });

  it.each([
    [person('voice: (202) 555-0111'), 'Did you mean "+12025550111"?'],
    [person('voice: 00468584 60 600'), 'Did you mean "+46858460600"?'],
    [person('sms: 08-58 46 06 00, language: sv-SE'), 'Did you mean "+46858460600"?'],
    [person('sms: 12025550111'), 'Did you mean "+12025550111"?'],
    [person('sms: call me'), 'Write it with + and the country code'],
    [person('roles: [senior-techician]'), 'Did you mean "senior-technician"?'],
    [person('roles: sales'), 'Write a list, such as [sales].'],
    [person('language: en_GB'), 'Did you mean "en-GB"?'],
    [person('language: Swedish'), 'Did you mean "sv"?'],
    [person('language: tlh-xx-yy-zz-q'), 'Write a tag such as en-US or sv-SE.'],
    [person('email: "anna@"'), 'Write an address such as anna@example.com'],
    [person('emial: a@b.c'), 'Did you mean "email"?'],
    [person('voice: +12025550111, lines: 0'), 'such as 8; one when it is left out.'],
    [person('voice: +12025550111, lines: 51'), 'such as 8; one when it is left out.'],
    [person('voice: +12025550111, lines: 2.5'), 'such as 8; one when it is left out.'],
    [person('voice: +12025550111, lines: many'), 'such as 8; one when it is left out.'],
    [person('quiet: 21-7'), 'as in 21:00-07:00, or none; left out'],
    [person('quiet: 07:00-07:00'), 'as in 21:00-07:00, or none; left out'],
    [person('quiet: 06:00-23:00'), 'as in 21:00-07:00, or none; left out'],
    [person('quiet: [21:00-07:00]'), 'Write a text.'],
    [person('sms: +12025550111, lines: 8'), 'Add voice: with the number that has the lines'],
    ['people: [{ key: Anna Alm, name: Anna }]', 'such as anna-alm.'],
    ['people: [{ key: anna, name: "Anna\\nAlm" }]', 'Write the name on one line'],
    ['people: anna', 'Begin each item with "- ".'],
    ['people: [anna]', 'Write keys with their values'],
    ['duty: { dino: [anna] }', 'Write roles under each desk'],
    ['duty: { dino: { sales: anna } }', 'Write a list of the keys of people'],
    ['duty: { Dino: {} }', 'such as dino.'],
    ['customers: [{ key: acme, name: Acme, contacts: [{ name: Dana }] }]', 'as in phone: "+12025550100".'],
    ['pepole: []', 'Did you mean "people"?'],
    ['', 'as in examples/people.yaml.'],
    ['hello', 'Begin with people:'],
    ['people: [\n', 'Mend the YAML here'],
    ['people: []\npeople: []', 'Keep one of them.'],
    ['people: *b', 'Write the values out'],
    ['people: []\n---\nduty: {}', 'Take the line --- out'],
  ])('%j is one fault that says how to mend it', (text, mend) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(mend);
  });

  it('names the line and the words of quiet hours that are none', () => {
    expect(faultsOf('people:\n  - key: anna\n    name: Anna\n    quiet: at night\n')).toEqual([
      '4:12 "at night" in people.anna.quiet is no span of at most 16 hours. Write when no text that can wait is wanted, as in 21:00-07:00, or none; left out, what was set before stays.',
    ]);
  });

  it('never throws, whatever stands where', () => {
    const leaf = fc.constantFrom(
      '',
      '+12025550111',
      'anna',
      'sales',
      'dino',
      '\u0000',
      '\ud800',
      '__proto__',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('mapping')),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      mapping: fc.dictionary(
        fc.constantFrom(
          'people',
          'duty',
          'customers',
          'dino',
          'sales',
          'key',
          'name',
          'voice',
          'contacts',
          'phone',
        ),
        tie('tree'),
        { maxKeys: 4 },
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        for (const fault of faultsOf(JSON.stringify(value)))
          expect(fault).toMatch(/^\d+:\d+ .+[.?] .+[.?]$/s);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the likely form of a number', () => {
  it('is the number, however its digits are grouped', () => {
    const groups = fc.constantFrom(
      '(202) 555-01',
      '202.555.01',
      '202 555 01',
      '1-202-555-01',
      '+1 (202) 555 01',
      '001 202 555 01',
    );
    fc.assert(
      fc.property(groups, fc.integer({ min: 10, max: 99 }), (start, end) => {
        expect(likelyNumber(`${start}${end}`)).toBe(`+120255501${end}`);
      }),
    );
  });
});
