/** Of so many handed to the carrier, so many arrived. */
export interface Share {
  sent: number;
  arrived: number;
}

export interface DropLimits {
  /** Fewer than these say nothing. */
  leastRecent: number;
  leastUsual: number;
  /** The recent share must have fallen below this part of the usual one. */
  belowPart: number;
}

/** So many standard deviations below what chance would make of the usual share. */
const DEVIATIONS = 3;

/** A share as part of 1; 0 of nothing. */
export function partOf({ sent, arrived }: Share): number {
  return sent === 0 ? 0 : arrived / sent;
}

/**
 * True when `recent` has fallen markedly below `usual`: below a part of it, and further than chance explains. A route
 * that never reports a delivery has nothing to fall from.
 */
export function hasDropped(recent: Share, usual: Share, limits: DropLimits): boolean {
  if (recent.sent < limits.leastRecent || usual.sent < limits.leastUsual) return false;
  const expected = partOf(usual);
  if (partOf(recent) >= expected * limits.belowPart) return false;
  // The usual share is itself an observation: without this a past of all or nothing would allow no chance at all.
  const smoothed = (usual.arrived + 1) / (usual.sent + 2);
  const deviation = Math.sqrt((smoothed * (1 - smoothed)) / recent.sent);
  return expected - partOf(recent) > DEVIATIONS * deviation;
}
