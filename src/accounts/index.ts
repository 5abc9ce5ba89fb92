export {
  changePassword,
  listAccounts,
  removeAccount,
  signOutEverywhere,
  type AccountRow,
} from './account.store.ts';
export {
  apiTokenWorks,
  listApiTokens,
  makeApiToken,
  revokeApiToken,
  type ApiTokenRow,
} from './api-token.store.ts';
export { ensureFirstLink, firstLinkWorks, hasAccounts, makeFirstSupervisor } from './first-link.store.ts';
export { countWrongLink, waitBeforeLinkMs } from './link-limit.store.ts';
export { invite, makePasswordLink, readJoinLink, useJoinLink, type JoinLink } from './join-link.store.ts';
export { passwordFault } from './password.ts';
export { may, roleChoices, type Right } from './rights.ts';
export { browserCookieName, newSecret, sameText, sessionCookieName } from './secret.ts';
export { clientOf } from './client-address.ts';
export { closeSession, openSession, readSession, type SignedIn } from './session.store.ts';
export { knownForMs, signIn, type SignInResult } from './sign-in.store.ts';
