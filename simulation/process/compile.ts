import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../../src/config/index.ts';
import type * as serviceCode from './service-code.ts';

export type ServiceModule = typeof serviceCode;

/** A deliberate fault in the service: in `file`, the text `search`, which must stand there exactly once, is replaced. */
export interface Mutation {
  /** What goes wrong with it, in a few words. */
  name: string;
  changes: readonly { file: string; search: string; replace: string }[];
}

export class StaleMutation extends Error {}

/** The service's code, ready to be run by any number of simulated processes. */
export interface CompiledService {
  /** Runs the code once, with variables of its own. `provide` may replace a package; undefined leaves it as it is. */
  instantiate(provide: (name: string) => unknown, math: Math): ServiceModule;
}

const WRAPPER = ['require', 'module', 'exports', 'Math', 'simulatedUrl', 'simulatedFolder'];

/**
 * Bundles src/, with a deliberate fault if one is given.
 * @throws StaleMutation when the text that it replaces is not there, or more than once.
 */
export async function compileService(mutation?: Mutation): Promise<CompiledService> {
  const root = projectRoot();
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'simulation/process/service-code.ts')],
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.url': 'simulatedUrl', 'import.meta.dirname': 'simulatedFolder' },
    logLevel: 'silent',
    plugins: [withoutPages, ...(mutation ? [mutating(root, mutation)] : [])],
  });
  const filename = path.join(root, 'dist/simulated-service.js');
  const text = `(function (${WRAPPER.join(', ')}) {${outputFiles[0]!.text}\n})`;
  const start = new vm.Script(text, { filename }).runInThisContext() as (...given: unknown[]) => void;
  const require = createRequire(filename);
  return {
    instantiate: (provide, math) => {
      const module = { exports: {} };
      const give = (name: string): unknown => provide(name) ?? require(name);
      start(give, module, module.exports, math, `file://${filename}`, path.dirname(filename));
      return module.exports as ServiceModule;
    },
  };
}

/** Nobody looks at pages and the JSON API in a simulated world, and each process that starts would set all of them up. */
const withoutPages: Plugin = {
  name: 'without pages',
  setup: (build) => {
    build.onLoad(
      { filter: /\/src\/(console\/register|http\/api\/register-api)\.ts$/ },
      ({ path: loaded }) => {
        const name = loaded.endsWith('api.ts') ? 'registerApi' : 'registerConsole';
        return { contents: `export const ${name} = async () => {};`, loader: 'ts' };
      },
    );
  },
};

function mutating(root: string, { name, changes }: Mutation): Plugin {
  for (const { file, search } of changes) {
    const found = readFileSync(path.join(root, file), 'utf8').split(search).length - 1;
    if (found !== 1) {
      throw new StaleMutation(
        `mutation "${name}": its text stands ${found} times in ${file}, and must once. Adapt it to what the code says now:\n${search}`,
      );
    }
  }
  return {
    name: 'mutation',
    setup: (build) => {
      build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, ({ path: loaded }) => {
        const mine = changes.filter(({ file }) => path.join(root, file) === loaded);
        if (mine.length === 0) return undefined;
        const contents = mine.reduce(
          (text, { search, replace }) => text.replace(search, () => replace),
          readFileSync(loaded, 'utf8'),
        );
        return { contents, loader: loaded.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
