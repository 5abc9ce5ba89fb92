import type { LineRow } from '../snapshot.ts';
import { SKEW_MS, type Invariant, type View } from './invariant.ts';

/** Beside the answer's own 3 s of tries (src/dispatch/keep-trying.ts) it may have to wait its turn. */
const ON_RECEIPT_MS = 6_000;
/** What is learnt of a hand-over without an answer: three tries and their waits, or the lease of a process that died. */
const LEARNT_MS = 180_000 + SKEW_MS;

/** A call or text of a page that the carrier was asked for, and has. */
interface HandOver {
  rowId: string;
  sid: string;
  to: string;
  atMs: number;
  toldAtMs: number | undefined;
}

/**
 * Every page that was handed to the carrier is on a receipt. Where the carrier's answer came to the process that had
 * asked, a line names the carrier's id, or the try that took this one's place, within seconds. An answer that was lost, or
 * that came to a process in trouble, leaves at least a line of what became of the try; with two carriers that is not asked
 * for, since a text that went beside another is not followed here.
 */
export function pagesOnReceipts(): Invariant {
  const lines = new Map<string, LineRow[]>();
  const named = new Set<string>();
  /** With the pages that it was for: a page may follow another try later. */
  const open = new Map<HandOver, string[]>();
  const seen = { legs: 0, texts: 0 };
  return {
    name: 'every page is on a receipt',
    check: (view) => {
      for (const line of view.rows.lines) {
        if (line.page_id === null) continue;
        lines.set(line.page_id, [...(lines.get(line.page_id) ?? []), line]);
        for (const name of namesIn(line)) named.add(name);
      }
      for (const handOver of newHandOvers(view, seen)) {
        const purpose = purposeOf(view, handOver.rowId);
        if (purpose === undefined)
          return `the carrier was asked to reach ${handOver.to} for ${handOver.rowId}, which is not in the books`;
        if (purpose === 'page') open.set(handOver, pagesOf(view, handOver));
      }
      const hasTwoCarriers = view.world.network.second !== undefined;
      for (const [handOver, pages] of open) {
        if (named.has(handOver.sid) || named.has(handOver.rowId)) open.delete(handOver);
        else if (isOverdue(view, handOver))
          return `a page to ${handOver.to} was handed to the carrier, which said so, and is on no receipt`;
        else if (isSettled(view, handOver)) {
          if (!hasTwoCarriers && !pages.some((id) => hasLine(lines.get(id), handOver)))
            return `a page to ${handOver.to} was handed to the carrier and is on no receipt`;
          open.delete(handOver);
        }
      }
      return undefined;
    },
  };
}

/** What a line says that was handed over. That a call is about to be placed (`phone-free`) says nothing of the carrier. */
function namesIn({ event, carrier_id: carrierId, call, instead }: LineRow): string[] {
  return [carrierId, instead, event === 'phone-free' ? null : call].filter((name) => name !== null);
}

function newHandOvers({ world }: View, seen: { legs: number; texts: number }): HandOver[] {
  const legs = world.network.legs.slice(seen.legs);
  const texts = world.network.texts.slice(seen.texts);
  seen.legs += legs.length;
  seen.texts += texts.length;
  return [...legs, ...texts].flatMap((one) => {
    const [rowId, to, atMs] =
      'start' in one ? [one.start.rowId, one.phone, one.startedAtMs] : [one.rowId, one.to, one.atMs];
    if (rowId === undefined) return [];
    // Read when it is asked for: the answer comes later.
    const handOver = {
      rowId,
      sid: one.sid,
      to,
      atMs,
      get toldAtMs() {
        return one.toldAtMs;
      },
    };
    return [handOver];
  });
}

function purposeOf({ rows }: View, rowId: string): string | undefined {
  return (rows.calls.find(({ id }) => id === rowId) ?? rows.texts.find(({ id }) => id === rowId))?.purpose;
}

function isOverdue({ world, nowMs }: View, { toldAtMs }: HandOver): boolean {
  return toldAtMs !== undefined && world.healthySinceMs <= toldAtMs && nowMs - toldAtMs > ON_RECEIPT_MS;
}

function isSettled({ nowMs, calmMs }: View, { atMs }: HandOver): boolean {
  return Math.min(nowMs - atMs, calmMs) > LEARNT_MS;
}

function pagesOf({ rows }: View, { rowId }: HandOver): string[] {
  const besidePage = rows.texts.find(({ id }) => id === rowId)?.beside_page;
  const pages = rows.pages.filter(
    ({ id, call_id, text_id }) => call_id === rowId || text_id === rowId || id === besidePage,
  );
  return pages.map(({ id }) => id);
}

function hasLine(lines: readonly LineRow[] | undefined, { atMs }: HandOver): boolean {
  return lines?.some(({ at, event }) => event !== 'queued' && at >= atMs - SKEW_MS) === true;
}
