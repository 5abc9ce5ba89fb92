import type { CallOrder, TextOrder } from '../telephony/index.ts';

/**
 * What is to be asked of the carrier. An order is a task of the engine as well: the task says which row, and what is
 * asked is read from the rows again unless the order is handed over at once by the process that made it.
 */
export type Order =
  /** `id` is the call's or text's row. */
  | { kind: 'call.place'; id: string; urgency: number; call: CallOrder }
  /** `beside`: the page's own text is tried again by the other carrier. */
  | { kind: 'text.send'; id: string; urgency: number; text: TextOrder; beside?: boolean }
  /** Make the live leg `id` go on with what is true for it now. */
  | { kind: 'call.redirect'; id: string; urgency: number }
  /** End the leg `id` if nobody has picked up; one picked up goes on with what is true for it now. */
  | { kind: 'call.cancel'; id: string; urgency: number };

export type OrderKind = Order['kind'];

/** Sev 1 goes before all else, then 2; what is not about a severity goes after both. */
export function urgencyOf(severity: string | null | undefined): number {
  return severity === '1' ? 0 : severity === '2' ? 1 : 3;
}
