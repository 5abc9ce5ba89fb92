import { caseById, caseByNumber, type Case } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import { scriptOf, type Service } from '../service/index.ts';
import { valuesOf, type FormValues } from './fields.ts';
import { firstValues } from './fill-in.ts';
import { formFaults, type Faults } from './form.ts';
import {
  customersOf,
  openCasesBeside,
  readCustomer,
  unitsOf,
  type KnownCustomer,
  type KnownUnit,
  type OpenCase,
} from './known.store.ts';
import { othersPresent, type Present } from './presence.store.ts';
import { readDraft, type Draft } from './registration.store.ts';
import { standingOf, type Standing } from './standing.ts';

/** Everything that the form of a case shows. */
export interface RegistrationState {
  caseId: string;
  number: string;
  desk: string;
  status: string;
  openedAt: Date;
  /** E.164, where the case came by telephone. */
  caller: string | undefined;
  summary: string;
  /** The number of the case that its call was put on. */
  joinedTo: string | undefined;
  /** Whether it can be registered now. */
  isOpen: boolean;
  draft: Draft;
  /** What stands in the fields: what was typed, and where nothing was, what is known of the caller. */
  values: FormValues;
  /** What is wrong with what is typed so far. */
  faults: Faults;
  standing: Standing;
  customer: KnownCustomer | undefined;
  /** To choose from. */
  customers: { key: string; name: string }[];
  units: KnownUnit[];
  openCases: OpenCase[];
  others: Present[];
}

/** A draft with what surrounds it, as far as saving it has to know. */
export interface Basis {
  draft: Draft;
  customer: KnownCustomer | undefined;
  values: FormValues;
  /** The desk's, whose way of writing telephone numbers is expected. */
  country: string;
}

/** What stands in the fields of a draft: what was typed, and where nothing was, what is known of the caller. */
export async function basisOf(
  service: Pick<Service, 'scripts'>,
  db: Database,
  found: Case,
  draft: Draft,
  now: Date,
): Promise<Basis> {
  const country = countryOf(service, found.desk);
  const typed = valuesOf(draft.fields);
  const key = typed['customer'] ?? found.customer ?? undefined;
  const customer = await readCustomer(db, key, now);
  const first = firstValues(
    {
      contactName: found.contactName ?? undefined,
      number: found.callbackNumber ?? found.caller ?? undefined,
      customer: customer?.key,
    },
    { contacts: customer?.contacts ?? [], country },
  );
  return { draft, customer, values: { ...first, ...typed }, country };
}

/** Everything that the form of the case with this number shows to one account; undefined when there is none. */
export async function readState(
  service: Service,
  number: string,
  accountId: string,
): Promise<RegistrationState | undefined> {
  const found = await caseByNumber(service.db, number);
  if (found === undefined || !isRegistrable(found)) return undefined;
  const { db } = service;
  const now = service.clock.now();
  const draft = await readDraft(db.$client, found.id);
  const { customer, values, country } = await basisOf(service, db, found, draft, now);
  const of = {
    caseId: found.id,
    desk: found.desk,
    customer: customer?.key,
    caller: found.caller ?? undefined,
  };
  const [customers, units, openCases, others, joined] = await Promise.all([
    customersOf(db.$client, found.desk),
    unitsOf(db.$client, values, customer?.key),
    openCasesBeside(db.$client, of, values),
    othersPresent(db, found.id, accountId, now),
    found.joinedTo === null ? undefined : caseById(db, found.joinedTo),
  ]);
  return {
    caseId: found.id,
    number: found.number,
    desk: found.desk,
    status: found.status,
    openedAt: found.openedAt,
    caller: found.caller ?? undefined,
    summary: found.summary,
    joinedTo: joined?.number,
    isOpen: canBeRegistered(found) && draft.registeredAt === undefined,
    draft,
    values,
    faults: formFaults(values, country),
    standing: standingOf(values['name'] ?? '', customer, draft.exception),
    customer,
    customers,
    units,
    openCases,
    others,
  };
}

/** The country whose way of writing telephone numbers is the desk's (ISO 3166 alpha-2). */
function countryOf(service: Pick<Service, 'scripts'>, desk: string): string {
  return scriptOf(service, desk)?.country ?? 'US';
}

/** Cases of other kinds are about what a caller chose by key, and have their own way. */
function isRegistrable({ kind }: Pick<Case, 'kind'>): boolean {
  return kind === 'registration' || kind === 'unsorted';
}

/** A case that is over is reopened, or a new one is registered. */
export function canBeRegistered({ kind, status }: Pick<Case, 'kind' | 'status'>): boolean {
  return isRegistrable({ kind }) && status !== 'resolved' && status !== 'closed' && status !== 'cancelled';
}
