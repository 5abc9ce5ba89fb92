export { assignByHand, assignWhenDue, caseRegistered } from './assign.ts';
export { remindTechnician } from './tell-technician.ts';
