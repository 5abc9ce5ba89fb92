import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { loadScripts, type Script } from '../../ivr/index.ts';
import { loadRoster, setContactState } from '../index.ts';
import { importPeople, seedExamplePeople, type ImportReport } from './index.ts';

let database: TestDatabase;
let desks: Script[];
beforeAll(async () => {
  database = await createTestDatabase();
  desks = (await loadScripts('ivr-scripts')).scripts;
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM alarm; DELETE FROM customer; DELETE FROM person'));

const example = readFileSync('examples/people.yaml', 'utf8');
const importText = (text: string) => importPeople(database.db, { file: 'people.yaml', text }, { desks });

async function importFine(text: string): Promise<Extract<ImportReport, { ok: true }>> {
  const report = await importText(text);
  if (!report.ok) throw new Error(JSON.stringify(report.faults, null, 2));
  return report;
}

async function faultsOf(text: string): Promise<string[]> {
  const report = await importText(text);
  return report.ok
    ? []
    : report.faults.map(({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`);
}

async function rowsOf(statement: string): Promise<unknown[]> {
  return (await database.pool.query({ text: statement, rowMode: 'array' })).rows as unknown[];
}

/** Everything that an import can write. */
const everything = () =>
  Promise.all(
    ['person', 'contact_method', 'duty', 'customer', 'customer_contact'].map((table) =>
      rowsOf(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
    ),
  );

describe('an import', () => {
  it('brings the people of the example on duty, each with both numbers', async () => {
    const report = await importFine(example);
    expect(report.warnings).toEqual([]);
    expect(report.people.added).toHaveLength(6);
    const { duty } = await loadRoster(database.pool, 'dino', new Date());
    expect(duty['senior-technician']?.map(({ name }) => name)).toEqual(['Anna Alm', 'Bo Berg', 'Cleo Carr']);
    expect(duty['sales']?.[0]?.contacts).toEqual({
      voice: { address: '+12025550114', state: 'ok' },
      sms: { address: '+12025550114', state: 'ok' },
    });
    expect(await rowsOf('SELECT customer, name, phone FROM customer_contact')).toEqual([
      ['acme', 'Dana Reyes', '+12025550100'],
    ]);
  });

  it('doubles nothing when it is done again', async () => {
    await importFine(example);
    const before = await everything();
    const again = await importFine(example);
    expect(await everything()).toEqual(before);
    expect(again).toMatchObject({
      people: { added: [], changed: [] },
      customers: { added: [], changed: [] },
    });
    expect(again.people.unchanged).toHaveLength(6);
  });

  it('makes one of two that run at once wait for the other', async () => {
    const reports = await Promise.all([importFine(example), importFine(example)]);
    expect(reports.map(({ people }) => people.added.length).sort()).toEqual([0, 6]);
  });

  it('takes what the file says of a person as the whole of it, and leaves others alone', async () => {
    await importFine(example);
    const report = await importFine('people: [{ key: bo, name: Bo Bergman, sms: +12025550112 }]');
    expect(report.people).toEqual({ added: [], changed: ['Bo Bergman'], unchanged: [] });
    expect(
      await rowsOf(
        `SELECT name, roles, email, language FROM person WHERE key IN ('bo', 'sue') ORDER BY key DESC`,
      ),
    ).toEqual([
      ['Sue Sand', ['supervisor'], 'sue@example.com', 'en-US'],
      ['Bo Bergman', [], null, 'en-US'],
    ]);
    expect(await rowsOf(`SELECT channel FROM contact_method WHERE person = 'bo'`)).toEqual([['sms']]);
  });

  it('replaces the duty lists that it names, in their order, and no other', async () => {
    await importFine(example);
    const report = await importFine('duty: { dino: { senior-technician: [cleo, tom], sales: [] } }');
    expect(report.duty).toEqual([
      { desk: 'dino', role: 'senior-technician', people: ['Cleo Carr', 'Tom Teal'] },
      { desk: 'dino', role: 'sales', people: [] },
    ]);
    expect(await rowsOf('SELECT role, person FROM duty ORDER BY role, position')).toEqual([
      ['senior-technician', 'cleo'],
      ['senior-technician', 'tom'],
      ['supervisor', 'sue'],
      ['technician', 'tom'],
    ]);
  });

  it('keeps what was found out about a number, and forgets it with the number', async () => {
    await importFine(example);
    const at = new Date('2026-11-12T07:47:03Z');
    await setContactState(database.pool, '+12025550112', 'sms', 'dead', '30005', at);
    await setContactState(database.pool, '+12025550113', 'sms', 'opted-out', 'STOP', at);
    const states = () =>
      rowsOf(`SELECT person, state, state_reason, state_since FROM contact_method
              WHERE person IN ('bo', 'cleo') AND channel = 'sms' ORDER BY person`);
    await importFine(example.replace('Bo Berg', 'Bo B.'));
    expect(await states()).toEqual([
      ['bo', 'dead', '30005', at],
      ['cleo', 'opted-out', 'STOP', at],
    ]);
    await importFine(example.replace(`sms: '+12025550112'`, `sms: '+12025550122'`));
    expect(await states()).toEqual([
      ['bo', 'ok', null, null],
      ['cleo', 'opted-out', 'STOP', at],
    ]);
  });

  it('writes how many calls a number takes at the same time, and says when a file would make it one again', async () => {
    const board = (more: string) =>
      `people: [{ key: vaxel, name: Växel, roles: [operator], voice: +46846500442${more} }]`;
    const lines = () =>
      rowsOf(`SELECT channel, lines FROM contact_method WHERE person = 'vaxel' ORDER BY channel DESC`);
    await importFine(board(', lines: 8, sms: +46846500442'));
    expect(await lines()).toEqual([
      ['voice', 8],
      ['sms', 1],
    ]);
    expect((await importFine(board(', lines: 8, sms: +46846500442'))).people.unchanged).toEqual(['Växel']);
    expect((await importFine(board(', lines: 2'))).people.changed).toEqual(['Växel']);
    expect(await lines()).toEqual([['voice', 2]]);
    const { warnings } = await importFine(board(''));
    expect(warnings.map(({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`)).toContain(
      '1:63 voice of vaxel took 2 calls at the same time, and takes one with this file. To keep that, write lines: 2 beside it and import the file again.',
    );
    expect(await lines()).toEqual([['voice', 1]]);
  });

  it('sets and takes away quiet hours that it names, and leaves those of whom it does not say any', async () => {
    const file = (more: string) => `people: [{ key: nina, name: Nina${more} }]`;
    const quiet = () => rowsOf(`SELECT quiet FROM person WHERE key = 'nina'`);
    await importFine(file(', quiet: 21:00 - 07:00'));
    expect(await quiet()).toEqual([['21:00-07:00']]);
    expect((await importFine(file(', quiet: 21:00-07:00'))).people.unchanged).toEqual(['Nina']);
    expect((await importFine(file(''))).people.unchanged).toEqual(['Nina']);
    await importFine(file(', email: nina@example.com'));
    expect(await quiet()).toEqual([['21:00-07:00']]);
    expect((await importFine(file(', quiet: none'))).people.changed).toEqual(['Nina']);
    expect(await quiet()).toEqual([[null]]);
  });

  it('replaces the contacts of the customers that it names', async () => {
    await importFine(`
customers:
  - { key: acme, name: Acme, contacts: [{ name: Dana, phone: +12025550100 }, { name: Eve, phone: +12025550101 }] }
  - { key: globex, name: Globex, contacts: [{ name: Gus, phone: +12025550102, email: gus@example.com }] }`);
    const report = await importFine(
      'customers: [{ key: acme, name: Acme, desks: [dino], contacts: [{ name: Eve, phone: +12025550103 }] }]',
    );
    expect(report.customers.changed).toEqual(['Acme']);
    expect(await rowsOf('SELECT customer, name, phone FROM customer_contact ORDER BY 1')).toEqual([
      ['acme', 'Eve', '+12025550103'],
      ['globex', 'Gus', '+12025550102'],
    ]);
    expect(await rowsOf('SELECT key, desks FROM customer ORDER BY 1')).toEqual([
      ['acme', ['dino']],
      ['globex', []],
    ]);
  });

  it('writes nothing at all when anything is wrong', async () => {
    await importFine(example);
    const before = await everything();
    const faults = await faultsOf(
      `${example.replace('Anna Alm', 'Ann Alm')}      - { name: Eve, phone: 555 }\n`,
    );
    expect(faults).toHaveLength(1);
    expect(await everything()).toEqual(before);
  });

  it('lets duty name somebody whom only the database knows, and nobody else', async () => {
    await importFine(example);
    expect(await faultsOf('duty: { dino: { sales: [tom, ana] } }')).toEqual([
      '1:30 Nobody has the key "ana", neither in this file nor in the database. Did you mean "anna"?',
    ]);
  });
});

describe('the first start', () => {
  it('imports the example once, also when two processes start at the same time', async () => {
    const done = await Promise.all([seedExamplePeople(database.db), seedExamplePeople(database.db)]);
    expect(done.sort()).toEqual([false, true]);
    expect(await rowsOf('SELECT count(*)::int FROM person')).toEqual([[11]]);
  });

  it('leaves a database alone that knows somebody', async () => {
    await importFine('people: [{ key: ida, name: Ida Iversen, voice: +12025550120 }]');
    expect(await seedExamplePeople(database.db)).toBe(false);
    expect(await rowsOf('SELECT key FROM person')).toEqual([['ida']]);
  });
});

describe('a warning', () => {
  const warningsOf = async (text: string) =>
    (await importFine(text)).warnings.map(({ line, column, what }) => `${line}:${column} ${what}`);

  it('tells of people on duty whom no page can reach', async () => {
    await importFine(example);
    for (const channel of ['sms', 'voice'] as const) {
      await setContactState(database.pool, '+12025550114', channel, 'dead', '30005', new Date(0));
    }
    const text = 'people: [{ key: nil, name: Nil }]\nduty: { dino: { sales: [nil, sal, tom] } }';
    expect(await warningsOf(text)).toEqual([
      '2:25 Nil is on duty at dino without any number: no page can reach them.',
      '2:30 Sal Stone is on duty at dino, and each of their numbers is dead or opted out: no page can reach them.',
    ]);
  });

  it('tells of a number verified in the console that the file replaces, or leaves out', async () => {
    await importFine('people: [{ key: sal, name: Sal, voice: +12025550114, sms: +12025550114 }]');
    await database.pool.query('UPDATE contact_method SET verified_at = now()');
    expect(await warningsOf('people: [{ key: sal, name: Sal, voice: +12025550115 }]')).toEqual([
      '1:10 sms of sal, +12025550114, was verified in the console, and is gone with this file.',
      '1:40 voice of sal, +12025550114, was verified in the console, and is +12025550115 with this file.',
    ]);
  });

  it('is not given for a dead number that the file replaces', async () => {
    await importFine('people: [{ key: sal, name: Sal, sms: +12025550114 }]');
    await setContactState(database.pool, '+12025550114', 'sms', 'dead', '30005', new Date(0));
    expect(await warningsOf(example)).toEqual([]);
  });

  it('tells of roles that the script pages and nobody has duty for', async () => {
    await importFine(example);
    await database.pool.query('DELETE FROM duty');
    expect(await warningsOf('duty:\n  dino:\n    senior-technician: [anna]\n    sales:\n')).toEqual([
      '2:3 Nobody is on duty as supervisor at dino, whose script pages that role.',
      '4:5 Nobody is on duty as sales at dino, whose script pages that role.',
    ]);
  });

  it('tells of a number with a digit too few, and of numbers of two people', async () => {
    await importFine(example);
    expect(
      await warningsOf('people: [{ key: ida, name: Ida, voice: +1202555011, sms: +12025550111 }]'),
    ).toEqual([
      '1:40 +1202555011 has not as many digits as numbers of its country have.',
      '1:58 +12025550111 is a number of anna too: answers from it are taken for one of them.',
    ]);
  });
});
