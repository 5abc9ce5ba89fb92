import { once } from 'node:events';
import net from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { WireServer } from '../../test/support/wire-server.ts';
import { checkServer } from './check-server.ts';
import { DatabaseUnusableError, urlOf } from './index.ts';

let database: TestDatabase;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  closing.forEach((close) => close());
  await database.close();
});

/** A stand-in for PgBouncer in transaction mode, with two server sessions: a statement outside a transaction gets any free one. */
async function startTransactionPooler(): Promise<string> {
  const backends = [1, 2].map(() => ({ client: new pg.Client(database.url) }));
  const held = new Map<object, (typeof backends)[number]>();
  for (const { client } of backends) await client.connect();
  const server = new WireServer(async (connection, text) => {
    const isFree = (backend: object): boolean => ![...held.values()].some((one) => one === backend);
    const backend = held.get(connection) ?? backends.find(isFree);
    if (backend === undefined) throw new Error('no free session');
    if (text === 'BEGIN') held.set(connection, backend);
    if (text === 'ROLLBACK') held.delete(connection);
    return backend.client.query({ text, rowMode: 'array' });
  });
  closing.push(
    () => server.close(),
    ...backends.map(
      ({ client }) =>
        () =>
          client.end(),
    ),
  );
  return `postgresql://app:secret-word@127.0.0.1:${await server.listen()}/any`;
}

const faultOf = async (url: string): Promise<string> => {
  const error: unknown = await checkServer(url).catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(DatabaseUnusableError);
  return (error as Error).message;
};

describe('checkServer', () => {
  it('accepts a PostgreSQL that is reached directly', async () => {
    await expect(checkServer(database.url)).resolves.toBeUndefined();
  });

  it('refuses a proxy that pools by transaction', async () => {
    expect(await faultOf(await startTransactionPooler())).toMatch(/pools by transaction.*direct address/);
  });

  it('says that nothing listens there, without the password', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    server.close();
    const fault = await faultOf(`postgresql://app:secret-word@127.0.0.1:${port}/calls`);
    expect(fault).toContain(`127.0.0.1:${port}/calls cannot be used: nothing listens there`);
    expect(fault).not.toContain('secret-word');
  });

  it('says which certificate cannot be read', async () => {
    const url =
      'postgresql://app:secret-word@127.0.0.1:1/calls?sslmode=verify-full&sslrootcert=/nowhere/root.crt';
    const fault = await faultOf(url);
    expect(fault).toContain('names the file /nowhere/root.crt, which cannot be read');
    expect(fault).not.toContain('secret-word');
  });

  it('says that the database does not exist', async () => {
    expect(await faultOf(urlOf(database.url, 'no_such_database'))).toMatch(/no such database: create it/);
  });

  it('refuses a replica or a read-only database', async () => {
    await database.pool.query(
      `ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET default_transaction_read_only = on`,
    );
    expect(await faultOf(database.url)).toMatch(/read-only.*the primary/);
  });
});
