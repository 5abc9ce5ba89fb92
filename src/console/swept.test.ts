import { expect, it } from 'vitest';
import type { DeskDuty, SweptDesk } from '../duty/index.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import { swept } from './swept.ts';

const from = new Date('2026-11-12T00:00Z');
const to = new Date('2027-02-10T00:00Z');
const duty = (desk: string, lists: DeskDuty['lists']): DeskDuty => ({
  ...{ desk, lists, versions: [], overrides: [], leave: [] },
});
const desk = (fields: Partial<SweptDesk> = {}): SweptDesk => ({
  script: dinoScript(),
  duty: duty('dino', { sales: ['sal'] }),
  canBeReached: () => true,
  others: [duty('dvnordic', { operator: ['ulla'] })],
  ...fields,
});

it('what was swept is not swept again while nothing that it follows from has changed', () => {
  const first = swept(desk(), { from, to }, ['sal', 'ulla']);
  expect(first.length).toBeGreaterThan(0);
  expect(swept(desk(), { from, to }, ['sal', 'ulla'])).toBe(first);
  expect(swept(desk(), { from, to }, ['ulla'])).not.toBe(first);
  const changed = desk({ duty: duty('dino', { sales: ['sal'], supervisor: ['sue'] }) });
  expect(swept(changed, { from, to }, ['sal', 'ulla'])).not.toBe(first);
  const elsewhere = desk({ others: [duty('dvnordic', { operator: ['sal'] })] });
  expect(swept(elsewhere, { from, to }, ['sal', 'ulla']).map(({ problem }) => problem)).toContain('doubled');
});
