import { describe, expect, it } from 'vitest';
import { readMac, readSerial, sameName } from './unit-marks.ts';

describe('a MAC address', () => {
  it.each([
    '00:1C:42:0B:7F:3A',
    '00-1c-42-0b-7f-3a',
    '001C.420B.7F3A',
    '001c420b7f3a',
    ' 00 1C 42 0B 7F 3A ',
    '001C42-0B7F3A',
    'MAC: 00:1C:42:0B:7F:3A',
  ])('is understood as %s', (text) => {
    expect(readMac(text)).toEqual({ ok: true, mac: '00:1C:42:0B:7F:3A' });
  });

  it.each([
    ['00:1C:42:0B:7F:3G', { kind: 'digits', group: 6, of: 6, text: '3G' }],
    ['00:1C:4O:0B:7F:3A', { kind: 'digits', group: 3, of: 6, text: '4O' }],
    ['001c420b7f3g', { kind: 'digits', group: 6, of: 6, text: '3G' }],
    ['001C.42OB.7F3A', { kind: 'digits', group: 2, of: 3, text: '42OB' }],
    ['00:1C:42:0B:7F:3', { kind: 'length', digits: 11 }],
    ['00:1C:42:0B:7F:3A:00', { kind: 'length', digits: 14 }],
    ['', { kind: 'length', digits: 0 }],
    ['å', { kind: 'digits', group: 1, of: 1, text: 'Å' }],
  ])('that is wrong says where: %s', (text, fault) => {
    expect(readMac(text)).toEqual({ ok: false, fault });
  });
});

it.each([
  ['pz2-118-40937', 'PZ2-118-40937'],
  [' PZ2 118–40937 ', 'PZ2118-40937'],
  ['?', undefined],
  ['ring Lars!', undefined],
])('a serial number %s is compared as %s', (text, serial) => {
  expect(readSerial(text)).toBe(serial);
});

it('a name is the same whatever its capitals and spaces', () => {
  expect(sameName(' Lars  holm', 'Lars Holm')).toBe(true);
  expect(sameName('Lars Holm', 'Lars Holmberg')).toBe(false);
});
