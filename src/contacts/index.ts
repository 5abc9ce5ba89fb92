export { contactActions, type ContactActions } from './actions.ts';
export { contactCard } from './card.ts';
export { codeDocument } from './code-leg.ts';
export type { ContactFault } from './contact-fault.ts';
export { contactHandlers } from './replaced.ts';
