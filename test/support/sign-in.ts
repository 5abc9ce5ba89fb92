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

type Role = 'operator' | 'technician' | 'manager' | 'supervisor';

/** Somebody who signs in to the console, as their browser does. */
export class Colleague {
  readonly world: World;
  readonly cookie: string;
  private token: string | undefined;
  private readonly language: string;

  constructor(world: World, cookie: string, language = 'en') {
    this.world = world;
    this.cookie = cookie;
    this.language = language;
  }

  private get headers() {
    return { cookie: this.cookie, 'accept-language': this.language };
  }

  get(url: string) {
    return this.world.app.http.inject({ url, headers: this.headers });
  }

  /** The token that this session's forms carry. */
  async csrf(): Promise<string> {
    return (this.token ??=
      /name="csrf" value="([\w-]+)"/.exec((await this.get('/account')).body)?.[1] ?? 'none');
  }

  /** Sends a form as its page would. */
  async sends(url: string, fields: Record<string, string>) {
    return this.world.app.http.inject({
      method: 'POST',
      url,
      headers: { ...this.headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf: await this.csrf(), ...fields }).toString(),
    });
  }

  /** Sends JSON as the page's script would. */
  async tells(url: string, body: Record<string, unknown>) {
    return this.world.app.http.inject({
      method: 'POST',
      url,
      headers: { ...this.headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ csrf: await this.csrf(), ...body }),
    });
  }

  /** Invites somebody and lets them make their account. */
  async brings(role: Role, name: string, language?: string): Promise<Colleague> {
    const made = await this.sends('/accounts/invite', { role });
    const link = /id="made-value"[^>]* value="([^"]+)"/.exec(made.body)?.[1] ?? '';
    const joined = await this.world.app.http.inject({
      method: 'POST',
      url: new URL(link).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ name, password: 'a-long-enough-password' }).toString(),
    });
    return new Colleague(
      this.world,
      joined.cookies.map((of) => `${of.name}=${of.value}`).join('; '),
      language,
    );
  }
}
