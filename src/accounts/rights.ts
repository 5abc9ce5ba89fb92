import type { AccountRole } from './tables.ts';

/**
 * What an account may do beyond reading: `work` on cases; `page` people by hand; `register` what customers report;
 * `approve` that somebody who is not approved may have a case registered; `administer` accounts and tokens.
 */
export type Right = 'work' | 'page' | 'register' | 'approve' | 'administer';

const rights: Record<AccountRole, readonly Right[]> = {
  supervisor: ['work', 'page', 'register', 'approve', 'administer'],
  operator: ['work', 'register'],
  // What is reported to a technician directly is no case (DV Nordic): the customer is sent to the desk.
  technician: ['work', 'page'],
  manager: [],
};

/** Whether `role` has this right; everybody who is signed in may read. */
export function may(role: AccountRole, right: Right): boolean {
  return rights[role].includes(right);
}

/** The roles in the order in which they are offered, each with what it may do, in words. */
export const roleChoices: readonly (readonly [AccountRole, string])[] = [
  ['operator', 'Operator: registers and works on cases'],
  ['technician', 'Technician: works on cases, and pages'],
  ['manager', 'Manager: reads everything, changes nothing'],
  ['supervisor', 'Supervisor: may do everything'],
];
