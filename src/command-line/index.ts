/** What all commands have in common: how options are read, and how `--help` and a faulty command line are answered. */
export { readOptions, type NoWish, type ReadOptions } from './options.ts';
export { tellUsage } from './tell-usage.ts';
