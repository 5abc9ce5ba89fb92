import { configDefaults, defineConfig } from 'vitest/config';

/** Whole programs, worlds and measurements, which take minutes: `npm run test:slow`. */
const slow = ['test/**/*.slow.test.ts'];
const isSlow = process.env['SLOW_TESTS'] === '1';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: isSlow
      ? slow
      : ['src/**/*.test.{ts,tsx}', 'phones/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: isSlow ? configDefaults.exclude : [...configDefaults.exclude, ...slow],
    globalSetup: ['test/support/programs.global.ts', 'test/support/postgres.global.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 3,
    // A test file costs a third less when its worker has imported the product before.
    isolate: false,
  },
});
