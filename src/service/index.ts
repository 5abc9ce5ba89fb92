export { urgencyOf, type Order, type OrderKind } from './orders.ts';
export { pageNumberOf, scriptOf, type Changes, type Dispatcher, type Log, type Service } from './service.ts';
export { unitOfWork, type Unit } from './unit.store.ts';
export { webhookUrls, type WebhookUrls } from './urls.ts';
