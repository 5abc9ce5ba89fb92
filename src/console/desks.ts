import type { ConsoleDesk } from './options.ts';

const nowhere = 'UTC';

/** The desks by key, with what to show for one that no script describes any more. */
export interface DeskBook {
  readonly all: readonly ConsoleDesk[];
  /** The zone of pages about all desks. */
  readonly homeZone: string;
  nameOf(desk: string): string;
  zoneOf(desk: string): string;
}

/** Makes the book; a case may outlive its desk's script, so an unknown desk is shown by its key, in the home zone. */
export function deskBook(desks: readonly ConsoleDesk[]): DeskBook {
  const byKey = new Map(desks.map((desk) => [desk.desk, desk]));
  const homeZone = desks[0]?.timeZone ?? nowhere;
  return {
    all: desks,
    homeZone,
    nameOf: (desk) => byKey.get(desk)?.name ?? desk,
    zoneOf: (desk) => byKey.get(desk)?.timeZone ?? homeZone,
  };
}
