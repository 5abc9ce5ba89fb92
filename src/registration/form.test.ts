import { describe, expect, it } from 'vitest';
import { changesBetween, officeNumbers, readValues, withChanges, type StoredFields } from './fields.ts';
import { fillIns } from './fill-in.ts';
import { readForm, summaryOf } from './form.ts';
import { mayReport, standingOf, type Contact } from './standing.ts';

const whole = {
  name: 'Lars  Holm ',
  phone: '08-465 004 12',
  mail: '',
  office1: 'Stadshuset',
  symptoms: 'Svart skärm\nsedan i går',
  priority: 'high',
};

describe('a form', () => {
  it('is read as it will be kept', () => {
    const { form, faults } = readForm({ ...whole, mac: '001c.420b.7f3a', address1: 'Torggatan 4' }, 'SE');
    expect(faults).toEqual({});
    expect(form).toEqual({
      contact: { name: 'Lars Holm', phone: '+46846500412', mail: null, exceptionBy: null },
      offices: [{ name: 'Stadshuset', address: 'Torggatan 4' }],
      unit: { serial: null, mac: '00:1C:42:0B:7F:3A', affected: null },
      symptoms: 'Svart skärm\nsedan i går',
      tried: '',
      priority: 'high',
    });
    expect(form && summaryOf(form)).toBe('Svart skärm');
  });

  it.each([
    [{ name: ' ' }, { name: { kind: 'missing' } }],
    [{ priority: '' }, { priority: { kind: 'missing' } }],
    [{ priority: 'now' }, { priority: { kind: 'priority' } }],
    [{ office1: '' }, { office1: { kind: 'missing' } }],
    [{ address4: 'Torggatan 4' }, { office4: { kind: 'office-missing' } }],
    [{ serial: 'PZ2-1' }, { address1: { kind: 'address-missing' } }],
    [{ serial: 'PZ2-1', office2: 'B', address2: 'Torggatan 4' }, {}],
    [{ phone: 'ring Lars' }, { phone: { kind: 'phone' } }],
    [{ phone: '0046 8 465 004 12' }, {}],
    [{ mail: 'lars@sundby' }, { mail: { kind: 'mail' } }],
    [{ units: '0' }, { units: { kind: 'units' } }],
    [{ units: '6 st' }, { units: { kind: 'units' } }],
  ])('with %j is told %j', (more, faults) => {
    expect(readForm({ ...whole, ...more }, 'SE').faults).toEqual(faults);
  });

  it('takes what is a field of it, as long as a field, without control characters', () => {
    expect(
      readValues({
        name: `a\0b\u0007${'c'.repeat(300)}`,
        symptoms: 'one\r\ntwo',
        office30: 'x',
        office31: 'x',
        office0: 'x',
        csrf: 'x',
        constructor: 'x',
        tried: ['x'],
      }),
    ).toEqual({ name: `ab${'c'.repeat(198)}`, symptoms: 'one\ntwo', office30: 'x' });
    expect(officeNumbers({ office3: 'x', address2: 'y', office5: '' })).toEqual([1, 2, 3]);
  });
});

describe('two who type at once', () => {
  const maja = { accountId: 'm', name: 'Maja' };
  const tove = { accountId: 't', name: 'Tove' };
  const at = new Date('2026-11-12T07:52:38Z');
  const first = withChanges({}, { tried: { value: 'a', before: '' } }, { by: maja, at, revision: 1 }).fields;
  const save = (
    fields: StoredFields,
    by: typeof maja,
    value: string,
    before: string,
  ): ReturnType<typeof withChanges> =>
    withChanges(fields, { tried: { value, before } }, { by, at, revision: 2 });

  it('are told when one takes the place of what the other had not seen', () => {
    const { fields, overwritten } = save(first, tove, 'b', '');
    expect(overwritten).toEqual([{ field: 'tried', by: 'Maja', value: 'a' }]);
    expect(fields['tried']).toMatchObject({ value: 'b', by: 'Tove', over: { value: 'a', by: 'Maja' } });
  });

  it.each([
    ['of the same value', tove, 'a', ''],
    ['of a value that was seen', tove, 'b', 'a'],
    ['of one’s own value', maja, 'b', ''],
  ])('are told nothing %s', (_, by, value, before) => {
    expect(save(first, by, value, before).overwritten).toEqual([]);
  });

  it('change only what they touched', () => {
    expect(changesBetween({ a: '1', b: '2' }, { a: '1', b: '3', c: '', d: '4' })).toEqual({
      b: { value: '3', before: '2' },
      d: { value: '4', before: '' },
    });
  });
});

const lars: Contact = {
  name: 'Lars Holm',
  phone: '+46846500412',
  email: 'lars@sundby.example',
  approved: true,
  approvedBy: undefined,
  approvedAt: undefined,
};
const karin = { ...lars, name: 'Karin Ek', approved: false };

it('fills in what is known, and never over what was typed', () => {
  const known = {
    contacts: [lars],
    offices: [{ name: 'Biblioteket', address: 'Skolvägen 11' }],
    country: 'SE',
  };
  const values = { name: 'lars holm', phone: '070', office2: 'biblioteket' };
  expect(fillIns(values, ['name', 'office2'], known)).toEqual({
    mail: { value: 'lars@sundby.example', before: '' },
    address2: { value: 'Skolvägen 11', before: '' },
  });
  expect(fillIns(values, ['tried'], known)).toEqual({});
  // As it is written where the desk is.
  expect(fillIns({ name: 'Lars Holm' }, ['name'], known)['phone']?.value).toBe('08-465 004 12');
  expect(fillIns({ name: 'Lars Holm' }, ['name'], { ...known, country: 'US' })['phone']?.value).toBe(
    '+46 8 465 004 12',
  );
});

it.each([
  ['', 'unnamed', false],
  ['LARS holm', 'approved', true],
  ['Karin Ek', 'unapproved', false],
  ['Lars Holmberg', 'unknown', false],
])('"%s" stands %s', (name, kind, may) => {
  const standing = standingOf(name, { contacts: [karin, lars] }, undefined);
  expect([standing.kind, mayReport(standing)]).toEqual([kind, may]);
});

it('a supervisor’s word is for the person whom it was given for', () => {
  const word = { name: 'Karin Ek', by: 'Sue', at: '', reason: 'x' };
  expect(standingOf('karin ek', { contacts: [karin] }, word).kind).toBe('excepted');
  expect(standingOf('Bo Ny', { contacts: [karin] }, word).kind).toBe('unknown');
  expect(standingOf('Bo Ny', undefined, word).kind).toBe('no-customer');
});
