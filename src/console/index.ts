export type { Section } from './components/layout.tsx';
export type { AcceptLinkCase, AcceptLinks, AcceptLinkState } from './accept-links.ts';
export type { ActionResult, Actor, ConsoleActions } from './actions.ts';
export type { FormRefusal } from './form-refusal.ts';
export type { ChangeFeed, ConsoleDesk, ConsoleOptions } from './options.ts';
export { readCursor, writeCursor, type Cursor } from './queries/cursor.ts';
export { registerConsole } from './register.ts';
