export { registerApi } from './api/index.ts';
export { ChangeFeed } from './change-feed.ts';
export { registerHealth } from './health.ts';
export { Metrics } from './metrics.ts';
export { registerMailInbound } from './mail-inbound.ts';
export { createHttpServer } from './server.ts';
export { registerWebhooks, takeAgain } from './webhooks/index.ts';
