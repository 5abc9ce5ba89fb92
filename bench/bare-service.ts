import Fastify from 'fastify';
import { openDatabase, startEmbedded } from '../src/database/index.ts';
import { servePart } from './parts.ts';

/** The least that can be a service: its PostgreSQL, and a web server that asks it once. */
export async function runBareService({ dataDir }: { dataDir: string }): Promise<void> {
  const server = await startEmbedded(dataDir);
  const database = openDatabase(server.url);
  await database.pool.query('SELECT 1');
  const http = Fastify();
  http.get('/readyz', async () => ({ status: 'ready' }));
  await http.listen({ host: '127.0.0.1', port: 0 });
  servePart(
    {},
    () => undefined,
    async () => {
      await http.close();
      await database.close();
      await server.stop();
    },
  );
}
