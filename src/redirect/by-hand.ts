import { caseByNumber, openCaseAtDesk } from '../cases/index.ts';
import { scriptOf, unitOfWork, type Service } from '../service/index.ts';
import { redirectToDesk, type RedirectResult } from './redirect.ts';

/** What people do in the console. */
export type RedirectActions = ReturnType<typeof redirectActions>;

/** Somebody who is signed in. */
interface Sender {
  accountId: string;
  name: string;
  person: string | undefined;
}

/** A customer who called one of ours is texted to call the desk. Undefined: there is no such desk, or no such case. */
export function redirectActions(service: Service) {
  return {
    send: async (
      by: Sender,
      to: { desk: string; number: string; caseNumber: string | undefined },
    ): Promise<RedirectResult | undefined> => {
      const named = to.caseNumber === undefined ? undefined : await caseByNumber(service.db, to.caseNumber);
      const script = scriptOf(service, named?.desk ?? to.desk);
      if (script === undefined || (to.caseNumber !== undefined && named === undefined)) return undefined;
      return unitOfWork(service, (unit) =>
        redirectToDesk(service, unit, {
          script,
          number: to.number,
          by: { name: by.name, person: by.person, account: by.accountId },
          via: 'console',
          caseOf: async (customer) => {
            // What is written on a case that is blanked already, nothing would blank.
            if (named) return named.erasedAt === null ? named : undefined;
            return openCaseAtDesk(unit, customer, script.desk);
          },
        }),
      );
    },
  };
}
