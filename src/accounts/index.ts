export { ensureFirstLink, firstLinkWorks, hasAccounts, makeFirstSupervisor } from './first-link.store.ts';
export { passwordFault } from './password.ts';
export { sameText, sessionCookieName } from './secret.ts';
export { closeSession, openSession, readSession, type SignedIn } from './session.store.ts';
export { signIn, type SignInResult } from './sign-in.store.ts';
