import { ensureFirstLink } from '../../src/accounts/index.ts';
import type { World } from './world.ts';

/** Makes the first supervisor by the link that a first start prints; the cookie of their session. */
export async function supervisorOf({ app, database, clock }: World, name = 'Sue'): Promise<string> {
  const made = await app.http.inject({
    method: 'POST',
    url: (await ensureFirstLink(database.db, clock)) ?? '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ name, password: 'a-long-enough-password' }).toString(),
  });
  return made.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
