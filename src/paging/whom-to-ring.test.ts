import { expect, test } from 'vitest';
import { nordicScript } from '../ivr/nordic.fixture.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Responder, Roster } from '../people/index.ts';
import { whomToRing } from './whom-to-ring.ts';

const plan = nordicScript().plans['operators']!;
const operator = (key: string, address: string): Responder => ({
  ...{ key, name: key, language: 'sv-SE', roles: ['operator'] },
  contacts: { voice: { address: address as PhoneNumber, state: 'ok' } },
});
const roster: Roster = {
  duty: { operator: [operator('ulla', '+46846500441'), operator('olle', '+46846500443')] },
  reserve: [],
};
const calls = (busy: string[]) =>
  new Map(busy.map((number) => [number, busy.filter((of) => of === number).length]));
const rung = (asked: string[], busy: string[], severity: string | null, of = roster) =>
  whomToRing(plan, of, { asked: new Set(asked), busy: calls(busy), severity }).targets.map(
    ({ person }) => person.key,
  );

test('each is asked once, in the order of duty, and nobody who talks', () => {
  expect(rung([], [], null)).toEqual(['ulla']);
  expect(rung(['ulla'], [], null)).toEqual(['olle']);
  expect(rung(['ulla'], ['+46846500443'], null)).toEqual([]);
  expect(rung(['ulla', 'olle'], [], null)).toEqual([]);
});

test('a switchboard is asked for as many callers as it has lines, and then nobody more', () => {
  const [ulla, olle] = roster.duty['operator']!;
  const board = { ...ulla!, contacts: { voice: { ...ulla!.contacts.voice!, lines: 3 } } };
  const lines = { ...roster, duty: { operator: [board, olle!] } };
  const talks = (number: number) => Array<string>(number).fill('+46846500441');
  expect(rung([], talks(2), null, lines)).toEqual(['ulla']);
  expect(rung([], talks(3), null, lines)).toEqual(['olle']);
  expect(rung([], [...talks(3), '+46846500443'], null, lines)).toEqual([]);
});

test('for severity 1 and 2, which is never given up, all are asked anew when nobody else is left', () => {
  expect(rung(['ulla'], [], '1')).toEqual(['olle']);
  expect(rung(['ulla', 'olle'], [], '1')).toEqual(['ulla']);
  expect(rung(['ulla', 'olle'], ['+46846500441'], '2')).toEqual(['olle']);
  expect(rung(['ulla', 'olle'], [], '3')).toEqual([]);
});
