import type { FastifyRequest } from 'fastify';
import { catalogueFor, type Catalogue } from '../catalogue/index.ts';
import { readPersonLanguage } from '../queries/register-call.store.ts';
import { signedIn, type ConsoleContext } from './context.ts';

/** The words for whoever reads this page. */
export async function catalogueOf(context: ConsoleContext, request: FastifyRequest): Promise<Catalogue> {
  const { db } = context.options;
  const own = await readPersonLanguage(db, signedIn(request).person);
  return catalogueFor(own, request.headers['accept-language']);
}
