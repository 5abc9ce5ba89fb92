export { FailOpenKeeper } from './keeper.ts';
