export type { CarrierConfig, Config, DatabaseConfig } from './config.ts';
export type { ConfigFault, Given } from './contradictions.ts';
export {
  describeFaults,
  loadConfig,
  numbersAtSecondCarrier,
  readGiven,
  type ConfigResult,
} from './load-config.ts';
export { projectRoot } from './project-root.ts';
export { isStaticHost } from './static-host.ts';
