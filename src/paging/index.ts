export { caseForPage } from './page-text.ts';
export { notePage, reservePhones, settlePages, type PageCallRow } from './page.store.ts';
export { lockOpenPaging, pagingById, type Paging } from './paging.store.ts';
export { beginPaging, startPaging } from './start.ts';
export {
  page,
  pageEvent,
  paging,
  type AcknowledgedVia,
  type PageStatus,
  type PagingReason,
  type PagingStatus,
} from './tables.ts';
