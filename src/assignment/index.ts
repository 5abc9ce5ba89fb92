export { assignByHand, assignWhenDue, caseRegistered, planAssignment, type AssignRefusal } from './assign.ts';
export { mailsOf } from './person.store.ts';
export { remindTechnician } from './tell-technician.ts';
export { assignmentDue } from './when.ts';
export { whomToAssign } from './whom.ts';
