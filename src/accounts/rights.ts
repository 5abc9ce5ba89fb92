import type { AccountRole } from './tables.ts';

/** What an account may do beyond reading: `work` on cases, `administer` accounts and tokens. */
export type Right = 'work' | 'administer';

const rights: Record<AccountRole, readonly Right[]> = {
  supervisor: ['work', 'administer'],
  operator: ['work'],
  technician: ['work'],
  manager: [],
};

/** Whether `role` has this right; everybody who is signed in may read. */
export function may(role: AccountRole, right: Right): boolean {
  return rights[role].includes(right);
}

/** The roles in the order in which they are offered, each with what it may do, in words. */
export const roleChoices: readonly (readonly [AccountRole, string])[] = [
  ['operator', 'Operator: works on cases'],
  ['technician', 'Technician: works on cases'],
  ['manager', 'Manager: reads everything, changes nothing'],
  ['supervisor', 'Supervisor: may do everything'],
];
