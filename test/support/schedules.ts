import type { Pool } from 'pg';
import { setSchedule, type Layer, type RoleDefinition } from '../../src/duty/index.ts';

/** A layer by the clock of New York, where Dino is: a turn a day from 08:00 on, unless told. */
export function layerOf(people: readonly string[], fields: Partial<Layer> = {}): Layer {
  return {
    name: 'rota',
    every: { count: 1, unit: 'days' },
    handoff: { time: '08:00' },
    from: '2026-11-01',
    people,
    ...fields,
  };
}

/** Seats in their order, each with its layers. */
export function seatsOf(...seats: Layer[][]): RoleDefinition {
  return {
    timeZone: 'America/New_York',
    seats: seats.map((layers, index) => ({ name: `seat ${index + 1}`, layers })),
  };
}

/** Puts a schedule in force at the Dino desk, long before anything that a test does. */
export async function schedule(
  pool: Pool,
  role: string,
  definition: RoleDefinition | null,
  validFrom = '2026-10-01T00:00Z',
): Promise<void> {
  const hand = { by: 'sue', now: new Date('2026-10-01T00:00Z') };
  await setSchedule(pool, { desk: 'dino', role, validFrom: new Date(validFrom), definition }, hand);
}
