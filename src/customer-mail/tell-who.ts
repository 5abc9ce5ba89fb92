import { personName } from '../people/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { tellCustomer } from './tell.ts';

/** As `tellCustomer`, of somebody of ours: `who` is a person's key, or the name of whoever is in no roster. */
export async function tellCustomerWho(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
  kind: 'assigned' | 'contacted' | 'work-started',
  who: string,
): Promise<void> {
  if (!scriptOf(service, of.desk)?.mail?.tellCustomers) return;
  const name = (await personName(unit.tx, who)) ?? who;
  await tellCustomer(service, unit, of, kind === 'assigned' ? { kind, to: name } : { kind, by: name });
}
