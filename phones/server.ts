import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerControl } from './control/routes.ts';
import { registerPage } from './page/server.ts';
import type { Phones } from './phones.ts';
import { registerRest } from './rest/server.ts';

/** The one HTTP server: Twilio's REST API, the control API, the page of telephones. */
export async function createServer(phones: Phones): Promise<FastifyInstance> {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1024 * 1024 });
  app.removeAllContentTypeParsers();
  // Forms stay text: repeated fields and their order matter to whoever reads them.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('the body is not JSON'), { statusCode: 400 }));
    }
  });
  registerRest(app, phones.carrier);
  registerControl(app, phones);
  registerPage(app, phones);
  return app;
}
