import { describe, expect, it } from 'vitest';
import { readArguments, type Arguments } from '../../simulation/arguments.ts';

const given = (...args: string[]): Arguments | undefined => {
  const read = readArguments(args);
  return read.ok === true ? read.given : undefined;
};

describe('the options of npm run simulate', () => {
  it('are a hundred seeds from 1 unless told', () => {
    expect(given()).toMatchObject({ seed: 1, runs: 100, jobs: 1, mutations: false });
  });

  it('with a seed alone repeat that seed', () => {
    expect(given('--seed', '4711')).toMatchObject({ seed: 4711, runs: 1 });
    expect(given('--seed', '7', '--runs', '30')).toMatchObject({ seed: 7, runs: 30 });
  });

  it.each([
    ['--seed', 'x'],
    ['--runs', '0'],
    ['--seeds', '3'],
    ['--jobs', '-1'],
  ])('say what is wrong with %s %s', (name, value) => {
    const read = readArguments([name, value]);
    expect(read.ok === false ? read.faults : []).toEqual([expect.stringContaining(name)]);
  });
});
