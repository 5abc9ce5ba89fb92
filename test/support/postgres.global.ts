import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { makeMemoryFolder } from '../../simulation/database/memory-folder.ts';
import {
  migrate,
  openDatabase,
  startEmbedded,
  urlOf,
  type EmbeddedServer,
} from '../../src/database/index.ts';
import { ensureRole, grantService } from '../../src/database/roles.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Ask here for the server of this run; the first to ask starts it. */
    postgresOnDemandUrl: string;
  }
}

export const templateDatabase = 'afterhours_template';
/** What the service may do in production; set-up and looks behind the curtain keep the owner's rights. */
export const serviceRole = 'afterhours_service';

/**
 * One PostgreSQL for the whole run with one migrated template, started when the first test file asks: a run of unit
 * tests pays nothing. It belongs to vitest's main process, since each test file's process ends with its file.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<EmbeddedServer> | undefined;
  let dir: string | undefined;
  const door = http.createServer((_request, response) => {
    // A worker asks now and then: a connection kept for it would be closed in the moment in which it asks again.
    response.setHeader('connection', 'close');
    starting ??= (async () => startServer((dir = makeMemoryFolder('afterhours-test-'))))();
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  door.listen(0, '127.0.0.1').unref();
  await once(door, 'listening');
  project.provide('postgresOnDemandUrl', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);

  return async () => {
    door.close();
    const server = await starting?.catch(() => undefined);
    await server?.stop();
    if (dir !== undefined) fs.rmSync(dir, { recursive: true, force: true });
  };
}

async function startServer(dir: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(dir, { durable: false });
  const maintenance = openDatabase(server.url);
  await maintenance.pool.query(`CREATE DATABASE ${templateDatabase}`);
  const template = openDatabase(urlOf(server.url, templateDatabase));
  try {
    await migrate(template.pool);
    await ensureRole(template.pool, serviceRole);
    await grantService(template.pool, serviceRole);
  } finally {
    await template.close();
    await maintenance.close();
  }
  return server;
}
