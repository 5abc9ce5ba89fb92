import { expect, it } from 'vitest';
import { createSharedLookup } from './shared-lookup.ts';

it('asks once for a name that many wait for, and again when they have been told', () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const lookup = createSharedLookup((hostname, _, callback) => {
    asked.push(hostname);
    answers.push(() => callback(null, `address of ${hostname}`, 4));
  });
  const told: unknown[] = [];
  const ask = (hostname: string, all = false) =>
    lookup(hostname, { all }, (_error, address) => told.push(address));

  ask('one');
  ask('one');
  ask('two');
  ask('one', true);
  expect(asked).toEqual(['one', 'two', 'one']);
  answers[0]?.();
  expect(told).toEqual(['address of one', 'address of one']);
  ask('one');
  expect(asked).toHaveLength(4);
});

it('tells everybody of a failure', () => {
  const failure = new Error('no such name');
  const told: unknown[] = [];
  let fail = () => undefined as void;
  const lookup = createSharedLookup((_hostname, _options, callback) => {
    fail = () => callback(failure, '');
  });
  lookup('one', {}, (error) => told.push(error));
  lookup('one', {}, (error) => told.push(error));
  fail();
  expect(told).toEqual([failure, failure]);
});
