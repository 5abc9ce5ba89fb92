export { redirectActions, type RedirectActions } from './by-hand.ts';
export { customerTextFailed, OPTED_OUT } from './failed.ts';
export { readRedirect, type RedirectText } from './read-redirect.ts';
export { redirectFacts, redirectToDesk, type RedirectResult } from './redirect.ts';
export { listRedirects, type ListedRedirect } from './redirect.store.ts';
