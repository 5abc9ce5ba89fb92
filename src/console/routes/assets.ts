import type { FastifyInstance } from 'fastify';
import type { ConsoleContext } from './context.ts';

interface AssetRoute {
  Params: { name: string };
  Querystring: { v?: string };
}

/** Style sheets and scripts, from memory; an address with the content's hash may be kept for ever. */
export function assetRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  scope.get<AssetRoute>('/assets/console/:name', async (request, reply) => {
    const asset = context.assets.get(request.params.name);
    if (asset === undefined) return reply.code(404).type('text/plain').send('no such file');
    const isCurrent = asset.address === request.url;
    return reply
      .type(asset.type)
      .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(asset.body);
  });
}
