// Bundles the programs of this repository into dist/, packages left outside: about 0.1 s, so every `npm run` makes it anew.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';

const programs = {
  main: 'src/main.ts',
  import: 'src/people/import.cli.ts',
  'check-scripts': 'src/ivr/check-scripts.cli.ts',
  duty: 'src/duty/duty.cli.ts',
  sweep: 'src/duty/sweep.cli.ts',
  'what-if': 'src/what-if/what-if.cli.ts',
  connect: 'src/twilio/connect.cli.ts',
  'fail-open': 'src/fail-open/fail-open.cli.ts',
  phones: 'phones/main.ts',
  demo: 'demo/demo.cli.ts',
  pictures: 'demo/pictures.cli.ts',
  bench: 'bench/bench.cli.ts',
  simulate: 'simulation/simulate.cli.ts',
  fuzz: 'test/fuzz/fuzz.cli.ts',
  chaos: 'chaos/chaos.cli.ts',
  balancer: 'chaos/balancer-process/main.ts',
};

await build({
  entryPoints: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});
