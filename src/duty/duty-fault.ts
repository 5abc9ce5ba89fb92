/** Why a change of duty cannot be made; people and roles by their keys. It is put into words where it is shown. */
export type DutyFault =
  /** It ends before it begins. */
  | { kind: 'ends-before' }
  /** It says neither in whose place nor in which seat. */
  | { kind: 'no-place' }
  | { kind: 'unknown-person'; person: string }
  | { kind: 'without-role'; person: string; role: string }
  /** Somebody in their own place. */
  | { kind: 'self'; person: string }
  | { kind: 'away'; person: string; from: Date; to: Date }
  /** `seats`: those that there are. */
  | { kind: 'no-seat'; role: string; seat: string; seats: readonly string[] }
  | { kind: 'no-shift'; person: string; role: string }
  /** The swap was answered or taken back, or is not for this person to answer. */
  | { kind: 'no-swap'; id: string }
  | { kind: 'no-id'; id: string }
  | { kind: 'not-there'; id: string };
