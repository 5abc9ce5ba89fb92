import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { importPeople } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM customer'));

const example = readFileSync('examples/customers.yaml', 'utf8');
const importText = (text: string) => importPeople(database.db, { file: 'customers.yaml', text });
const rowsOf = async (statement: string) =>
  (await database.pool.query({ text: statement, rowMode: 'array' })).rows as unknown[];
const faultsOf = async (text: string) => {
  const report = await importText(text);
  return report.ok
    ? []
    : report.faults.map(({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`);
};
const acme = (fields: string) => `customers: [{ key: acme, name: Acme, ${fields} }]`;

describe('a customer', () => {
  it('comes with contract, approved contacts, offices and units, once', async () => {
    expect(await importText(example)).toMatchObject({ ok: true, customers: { added: ['Sundby kommun'] } });
    expect(await importText(example)).toMatchObject({
      ok: true,
      customers: { unchanged: ['Sundby kommun'] },
    });
    expect(await rowsOf('SELECT contract FROM customer')).toEqual([['Pano support till 31 dec 2026']]);
    expect(await rowsOf('SELECT name, approved FROM customer_contact ORDER BY name')).toEqual([
      ['Eva Sund', true],
      ['Karin Ek', false],
      ['Lars Holm', true],
    ]);
    expect(
      await rowsOf('SELECT serial, mac, model, warranty_until::text, office FROM customer_unit ORDER BY id'),
    ).toEqual([
      ['PZ2-118-40937', '00:1C:42:0B:7F:3A', 'Pano zero client', '2027-05-14', 'Stadshuset, plan 3'],
      [null, '00:1C:42:0B:7F:3B', 'Pano zero client', null, 'Biblioteket'],
    ]);
    expect(await importText(example.replace('2027-05-14', '2028-05-14'))).toMatchObject({
      customers: { changed: ['Sundby kommun'] },
    });
  });

  it('keeps an approval of which the file says nothing, and loses one that it takes back', async () => {
    const contact = (more: string) => acme(`contacts: [{ name: Dana, phone: +12025550100${more} }]`);
    const approved = () => rowsOf('SELECT approved FROM customer_contact');
    await importText(contact(''));
    expect(await approved()).toEqual([[false]]);
    await importText(contact(', approved: true'));
    await importText(contact(''));
    expect(await approved()).toEqual([[true]]);
    await database.pool.query(`UPDATE customer_contact SET approved_by = 'Sue', approved_at = now()`);
    // Whom a supervisor approved stays, though the file names nobody.
    expect(await importText(acme('contacts: []'))).toMatchObject({ customers: { unchanged: ['Acme'] } });
    expect(await approved()).toEqual([[true]]);
    await importText(contact(', approved: false'));
    expect(await rowsOf('SELECT approved, approved_by FROM customer_contact')).toEqual([[false, null]]);
  });
});

describe('a fault is told with its place and its mend', () => {
  it.each([
    [
      acme("units: [{ mac: '00:1C:42:0B:7F:3G' }]"),
      'in customers.acme.units.1.mac is no MAC address. Part 6 is 3G: only 0-9 and A-F can stand there',
    ],
    [acme('units: [{ mac: 001C42 }]'), 'It has 6 digits of the twelve'],
    [acme('units: [{ model: Pano }]'), 'has neither serial nor mac. Write serial: or mac:, or both.'],
    [acme('units: [{ serial: a, warranty_until: 14 maj }]'), 'is no date. Write a date such as 2027-05-14.'],
    [acme('units: [{ serial: a, office: B }]'), 'acme has no office "B". Name it under offices: of acme'],
    [acme('units: [{ serial: a }, { serial: A }]'), 'There is a unit A already. Keep one of them.'],
    [acme('offices: [{ name: B }, { name: B }]'), 'This customer has an office "B" already.'],
    [
      acme('contacts: [{ name: Dana, phone: +12025550100, approved: perhaps }]'),
      'is neither true nor false. Write true or false',
    ],
    [acme('units: [{ serail: a, mac: 001C420B7F3A }]'), 'Did you mean "serial"?'],
    [acme('offices: B'), 'Begin each item with "- ".'],
  ])('%s', async (text, words) => {
    const faults = await faultsOf(text);
    expect(faults.join('\n')).toContain(words);
    expect(faults[0]).toMatch(/^1:\d+ /);
  });
});
