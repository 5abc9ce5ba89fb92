import { simulate } from './main.ts';

process.exitCode = await simulate(process.argv.slice(2));
