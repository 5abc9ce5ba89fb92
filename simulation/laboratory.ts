import path from 'node:path';
import { projectRoot } from '../src/config/index.ts';
import { loadScripts } from '../src/ivr/index.ts';
import { startSimulationServer } from './database/server.ts';
import { OPERATOR_DESK } from './operator-desk.ts';
import { compileService, type Mutation } from './process/compile.ts';
import { runSeed, type RunResult } from './run.ts';

/** A place to run simulated worlds in, one after another. */
export interface Laboratory {
  run(seed: number): Promise<RunResult>;
  /** The same with a deliberate fault in the service. */
  with(mutation: Mutation): Promise<Pick<Laboratory, 'run'>>;
  close(): Promise<void>;
}

export async function openLaboratory(): Promise<Laboratory> {
  const { scripts: all, faults } = await loadScripts(path.join(projectRoot(), 'ivr-scripts'));
  // The desks that the worlds have people for.
  const scripts = all.filter(({ desk }) => desk === 'dino' || desk === OPERATOR_DESK);
  if (faults.length > 0) throw new Error('the IVR scripts have faults: see npm run check-scripts');
  const service = await compileService();
  const server = await startSimulationServer();
  return {
    run: (seed) => runSeed(seed, { server, scripts, service }),
    with: async (mutation) => {
      const mutated = await compileService(mutation);
      return { run: (seed) => runSeed(seed, { server, scripts, service: mutated }) };
    },
    close: () => server.stop(),
  };
}
