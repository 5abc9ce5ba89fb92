import type { FastifyRequest } from 'fastify';
import type { ConsoleDesk } from '../options.ts';
import { readOwnDesks } from '../queries/own-desks.store.ts';
import { signedIn, type ConsoleContext } from './context.ts';

/**
 * The desks to choose from, the reader's own before the others. `among`: only these, unless there is none: then somebody wants
 * something of a desk that was not made for it.
 */
export async function offeredDesks(
  { options }: ConsoleContext,
  request: FastifyRequest,
  among: (desk: ConsoleDesk) => boolean = () => true,
): Promise<ConsoleDesk[]> {
  const own = await readOwnDesks(options.db, signedIn(request).person, options.clock.now());
  const fitting = options.desks.filter(among);
  const offered = fitting.length > 0 ? fitting : options.desks;
  return [
    ...offered.filter(({ desk }) => own.includes(desk)),
    ...offered.filter(({ desk }) => !own.includes(desk)),
  ];
}
