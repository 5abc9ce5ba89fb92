import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { World } from './world.ts';

type HasDatabase = Pick<World, 'database'>;

/** Takes the database away as a failing server does, and gives it back. */
export async function setDatabase(world: HasDatabase, up: boolean): Promise<void> {
  const name = new URL(world.database.url).pathname.slice(1);
  const url = new URL(world.database.url);
  url.pathname = '/postgres';
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  try {
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${up}`);
    if (!up)
      await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  } finally {
    await server.end();
  }
}

/** Lets time pass while the engine cannot say whether it has work to do. */
export function passesBlindly(world: World, seconds: number): Promise<void> {
  return world.clock.advance(seconds * 1000, async () => {
    await world.phones.idle();
    await sleep(5);
  });
}
