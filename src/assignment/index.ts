export { assignByHand, assignWhenDue, caseRegistered, planAssignment } from './assign.ts';
export { remindTechnician } from './tell-technician.ts';
