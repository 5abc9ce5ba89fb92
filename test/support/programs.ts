import { join } from 'node:path';

/** The file of a program of this repository, such as `import`, built at the beginning of the run. */
export const programOf = (name: string): string => join(import.meta.dirname, '../../dist', `${name}.js`);
