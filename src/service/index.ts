export { urgencyOf, type Order, type OrderKind } from './orders.ts';
export { Carriers, carrierTitles, type Refusing } from './carriers.ts';
export {
  pageNumberOf,
  scriptOf,
  senderOf,
  type Changes,
  type Dispatcher,
  type Log,
  type Service,
} from './service.ts';
export { CODE_MARK, Codes } from './codes.ts';
export { unitOfWork, type Unit } from './unit.store.ts';
export { webhookUrls, type WebhookUrls } from './urls.ts';
