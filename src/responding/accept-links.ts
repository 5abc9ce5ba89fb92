import { connectResponder } from '../bridging/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { caseById, type Case } from '../cases/index.ts';
import { customerName } from '../customers/index.ts';
import type { Queryable } from '../database/index.ts';
import { acceptCase, declineCase } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';

/** How a case stands for the person whose link it is. */
export type LinkState =
  | { state: 'unknown' }
  | { state: 'open'; case: LinkCase }
  | { state: 'accepted-by-you'; case: LinkCase; acceptedAt: Date }
  | { state: 'taken'; case: LinkCase; by: string; acceptedAt: Date }
  | { state: 'declined'; case: LinkCase; declinedAt: Date }
  | { state: 'closed'; case: LinkCase };

export interface LinkCase {
  caseNumber: string;
  desk: string;
  severity: string | undefined;
  summary: string;
  customer: string | undefined;
  callerName: string | undefined;
  callerNumber: string | undefined;
  callerOnHold: boolean;
  openedAt: Date;
  contactDueAt: Date | undefined;
  person: { key: string; name: string; language: string };
  alsoPaged: string[];
  replyCode: number;
}

interface LinkPage {
  id: string;
  caseId: string;
  pagingId: string;
  person: string;
  open: boolean;
  declinedAt: Date | null;
}

/** The links in page texts: whoever has one may accept as the person it was sent to; looking changes nothing. */
export function acceptLinks(service: Service) {
  const look = (token: string) => stateOf(service, token);
  return {
    look,
    accept: async (token: string): Promise<LinkState> => {
      const page = await pageOfLink(service.db.$client, token);
      if (!page) return { state: 'unknown' };
      await unitOfWork(service, async (unit) => {
        const acceptance = { caseId: page.caseId, person: page.person, via: 'link' } as const;
        const outcome = await acceptCase(service, unit, acceptance);
        if (outcome.kind === 'yours' && outcome.callerHolds) {
          await connectResponder(service, unit, outcome.case, page.person);
        }
      });
      return look(token);
    },
    decline: async (token: string): Promise<LinkState> => {
      const page = await pageOfLink(service.db.$client, token);
      if (!page) return { state: 'unknown' };
      await unitOfWork(service, (unit) => declineCase(unit, page.caseId, page.person));
      return look(token);
    },
  };
}

async function pageOfLink(db: Queryable, token: string): Promise<LinkPage | undefined> {
  const { rows } = await db.query<LinkPage>(
    `SELECT p.id, p.case_id AS "caseId", p.paging_id AS "pagingId", p.person, g.status = 'open' AS open,
       (SELECT max(d.settled_at) FROM page d WHERE d.paging_id = p.paging_id AND d.person = p.person
          AND d.status = 'declined' AND d.round = g.round) AS "declinedAt"
     FROM page p JOIN paging g ON g.id = p.paging_id WHERE p.link_token = $1`,
    [token],
  );
  return rows[0];
}

async function stateOf(service: Service, token: string): Promise<LinkState> {
  const db = service.db.$client;
  const page = await pageOfLink(db, token);
  const found = page && (await caseById(service.db, page.caseId));
  if (!page || !found) return { state: 'unknown' };
  const shown = await linkCase(service, page, found);
  if (page.open && page.declinedAt) return { state: 'declined', case: shown, declinedAt: page.declinedAt };
  if (page.open) return { state: 'open', case: shown };
  if (found.acknowledgedBy === null || found.acknowledgedAt === null || isOver(found)) {
    return { state: 'closed', case: shown };
  }
  const acceptedAt = found.acknowledgedAt;
  if (found.acknowledgedBy === page.person) return { state: 'accepted-by-you', case: shown, acceptedAt };
  const by = (await personName(db, found.acknowledgedBy)) ?? found.acknowledgedBy;
  return { state: 'taken', case: shown, by, acceptedAt };
}

function isOver(found: Case): boolean {
  return found.status === 'closed' || found.status === 'cancelled' || found.status === 'resolved';
}

async function linkCase(service: Service, page: LinkPage, found: Case): Promise<LinkCase> {
  const db = service.db.$client;
  const { rows } = await db.query<{ key: string; name: string; language: string }>(
    `SELECT DISTINCT p.key, p.name, p.language FROM person p JOIN page g ON g.person = p.key WHERE g.paging_id = $1 ORDER BY p.name`,
    [page.pagingId],
  );
  const own = rows.find(({ key }) => key === page.person);
  return {
    caseNumber: found.number,
    desk: found.desk,
    severity: found.severity ?? undefined,
    summary: found.summary,
    customer: await customerName(db, found.customer),
    callerName: found.contactName ?? undefined,
    callerNumber: found.callbackNumber ?? found.caller ?? undefined,
    callerOnHold: (await liveCustomerLegs(service.db, found.id)).length > 0,
    openedAt: found.openedAt,
    contactDueAt: found.contactDueAt ?? undefined,
    person: { key: page.person, name: own?.name ?? page.person, language: own?.language ?? 'en-US' },
    alsoPaged: rows.filter((row) => row.key !== page.person).map((row) => row.name),
    replyCode: found.replyCode,
  };
}
