export { assignByHand, assignWhenDue, caseRegistered } from './assign.ts';
