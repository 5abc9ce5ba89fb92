import {
  clearAlarm,
  clearAlarmById,
  openAlarms,
  raiseAlarm,
  type OpenAlarm,
  subjectOf,
} from '../alarms/index.ts';
import { missedDrillSubjects } from '../drills/index.ts';
import { dutyAhead } from './duty-ahead.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { outboxState } from '../mail/index.ts';
import { whomToPage } from '../paging/index.ts';
import { loadRoster, usableChannels, type Roster } from '../people/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { disprovedRefusals, unusableNumbers } from './review.store.ts';
import { whyOver, type Standing } from './standing.ts';
import type { Watch } from './watch.ts';

/** A mail that was refused and waits for so long is no hiccup of the server. */
const MAIL_STUCK_AFTER_MS = 15 * 60_000;

/** Takes down every alarm whose cause is gone, whoever mended it and however; and looks at the outbox. */
export async function reviewAlarms(watch: Watch): Promise<void> {
  const { service } = watch;
  const open = await openAlarms(service.db.$client);
  if (open.length > 0) {
    const standing = await readStanding(watch, open);
    for (const { id, facts } of open) {
      const why = whyOver(id, facts, standing);
      if (why === undefined) continue;
      await unitOfWork(service, (unit) => clearAlarmById(unit.tx, id, why, unit.now));
      service.log.info({ alarm: facts.kind }, `alarm over: ${why}`);
    }
  }
  if (watch.mail) await reviewOutbox(service);
}

async function readStanding({ service, canary }: Watch, open: readonly OpenAlarm[]): Promise<Standing> {
  const db = service.db.$client;
  const desks = new Set(open.flatMap(({ facts }) => ('desk' in facts ? [facts.desk] : [])));
  const holes = new Set<string>();
  const foreseen = open.some(({ facts }) => facts.kind === 'duty-ahead') ? await dutyAhead(service) : [];

  const reachable = new Set<string>();
  for (const desk of desks) {
    const roster = await loadRoster(db, desk, service.clock.now());
    const script = service.scripts.find((of) => of.desk === desk);
    for (const role of script ? rolesWithHoles(script, roster) : []) holes.add(`${desk} ${role}`);
    if (
      [...Object.values(roster.duty).flat(), ...roster.reserve].some((of) => usableChannels(of).length > 0)
    ) {
      reachable.add(desk);
    }
  }
  return {
    unusable: await unusableNumbers(db),
    holes,
    ahead: new Set(foreseen.map((facts) => subjectOf(facts))),
    missedDrills: open.some(({ facts }) => facts.kind === 'drill-missed')
      ? await missedDrillSubjects(service)
      : new Set<string>(),
    reachable,
    disproved: await disprovedRefusals(db),
    canaries: new Set(canary === undefined ? [] : service.carriers.inUse),
  };
}

/** The roles for which some plan of the script would find too few people now, and that of its assignments. */
function rolesWithHoles({ plans, assign }: Script, roster: Roster): string[] {
  const ofPlans = Object.values(plans).flatMap((plan) =>
    whomToPage(oneOperator(plan), roster, { round: 1, supervisorToo: false }).holes.map(({ role }) => role),
  );
  const isGiven = assign && roster.duty[assign.role]?.some((person) => usableChannels(person).length > 0);
  return assign && !isGiven ? [...ofPlans, assign.role] : ofPlans;
}

/** One operator answers a caller, however many are rung. */
function oneOperator(plan: PagingPlan): PagingPlan {
  return plan.takes === 'call' ? { ...plan, page: plan.page.map((of) => ({ ...of, people: 1 })) } : plan;
}

async function reviewOutbox(service: Service): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const { stuck } = await outboxState(unit.tx, unit.now);
    if (!stuck) {
      await clearAlarm(unit.tx, { kind: 'mail-stuck', error: '' }, 'mail goes out again', unit.now);
      return;
    }
    if (unit.now.getTime() - stuck.since.getTime() < MAIL_STUCK_AFTER_MS) return;
    const facts = { kind: 'mail-stuck', error: stuck.error } as const;
    await raiseAlarm(service, unit, { desk: undefined, facts });
  });
}
