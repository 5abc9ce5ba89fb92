import { expect, test } from 'vitest';
import { nordicScript } from '../ivr/nordic.fixture.ts';
import { rosterOf, somebody } from './roster.test-support.ts';
import { whoRings } from './who-rings.ts';

const ulla = somebody('ulla', 'operator', '41');
const vaxel = somebody('vaxel', 'operator', '42');
const nils = somebody('nils', 'technician', '61');
const eva = somebody('eva', 'supervisor', '65');

const endings = (people: ReturnType<typeof rosterOf>) =>
  whoRings(nordicScript(), people).groups.map((group) => group.map((number) => number.slice(-2)).join(' '));

test('at a desk with operators they ring in turn, 30 s each, and nobody past them', () => {
  expect(endings(rosterOf([ulla, vaxel, nils, eva]))).toEqual(['41', '42']);
  expect(endings(rosterOf([vaxel, nils, eva]))).toEqual(['42', '42']);
  expect(whoRings(nordicScript(), rosterOf([ulla, vaxel, nils]))).toMatchObject({
    ringSeconds: 30,
    faults: [],
  });
});

test('without an operator callers leave a message, and the fault says whom to put on duty', () => {
  const { groups, faults } = whoRings(nordicScript(), rosterOf([nils, eva]));
  expect(groups).toEqual([]);
  expect(faults[0]).toMatch(
    /^Nobody can be rung as operator for dvnordic\. Mend "duty: dvnordic: operator:"/,
  );
});
