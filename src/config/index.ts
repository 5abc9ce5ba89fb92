export type { CarrierConfig, Config, DatabaseConfig } from './config.ts';
export type { ConfigFault } from './contradictions.ts';
export { describeFaults, loadConfig, type ConfigResult } from './load-config.ts';
export { projectRoot } from './project-root.ts';
export { isStaticHost } from './static-host.ts';
