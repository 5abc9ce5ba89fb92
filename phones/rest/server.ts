import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { befall, losesAnswer } from './befall.ts';
import type { Busy } from './befall.ts';
import { parseFields } from './form.ts';
import type { Fields } from './form.ts';
import type { RestReply, RestRequest } from './request.ts';
import { notFound, RestError } from './rest-error.ts';
import { matchRoute } from './routes.ts';
import type { RouteMatch } from './routes.ts';
import { isSignedIn } from './sign-in.ts';

const PATH = /\/2010-04-01\/Accounts\/([^/?]+)\/([^?]+)/;

/** Puts the REST API on the server, under /2010-04-01, or where else the carrier has it. */
export function registerRest(app: FastifyInstance, carrier: Carrier): void {
  app.all(`${carrier.brand.restPath}/2010-04-01/*`, async (request, reply) => {
    let finish = carrier.work.begin();
    const busy: Busy = { pause: () => finish(), resume: () => (finish = carrier.work.begin()) };
    try {
      await serve(carrier, request, reply, busy);
    } finally {
      if (reply.raw.writableFinished || reply.raw.destroyed) finish();
      else {
        reply.raw.once('finish', () => finish());
        reply.raw.once('close', () => finish());
      }
    }
  });
}

async function serve(
  carrier: Carrier,
  request: FastifyRequest,
  reply: FastifyReply,
  busy: Busy,
): Promise<void> {
  const started = performance.now();
  const uri = request.raw.url ?? '';
  const [, accountSid = '', path = ''] = PATH.exec(uri) ?? [];
  const form = typeof request.body === 'string' ? parseFields(request.body) : {};
  const route = matchRoute(path);
  const numbers = numbersOf(carrier, form, route);
  const log = (status: number | null, body: RestReply['body'], note?: string) =>
    carrier.wire.add({
      at: carrier.clock.now(),
      way: 'to-carrier',
      kind: 'rest',
      method: request.method,
      url: uri,
      status,
      ms: Math.round(performance.now() - started),
      request: form,
      answer: body === null || Buffer.isBuffer(body) ? '' : JSON.stringify(body).slice(0, 2000),
      numbers,
      ...(note === undefined ? {} : { note }),
    });

  const about = { numbers, resource: route?.resource ?? '' };
  if (await befall(carrier, about, reply, log, busy)) return;
  const answer = answerTo(carrier, request, { accountSid, uri, route, form });
  if (losesAnswer(carrier, about)) {
    log(null, answer.body, `${answer.status}, answer lost by fault rest-lost`);
    void reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  log(answer.status, answer.body);
  const type = answer.contentType ?? 'application/json';
  if (answer.body === null) await reply.code(answer.status).send();
  else {
    const payload = Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body);
    await reply.code(answer.status).header('content-type', type).send(payload);
  }
}

interface Asked {
  accountSid: string;
  uri: string;
  route: RouteMatch | null;
  form: Fields;
}

function answerTo(carrier: Carrier, request: FastifyRequest, asked: Asked): RestReply {
  try {
    if (!isSignedIn(carrier.account, request.headers.authorization))
      throw new RestError(401, 20003, 'Authenticate');
    if (asked.accountSid !== carrier.account.sid) throw notFound(asked.uri);
    if (!asked.route) throw notFound(asked.uri);
    const method = request.method as RestRequest['method'];
    const handler = asked.route.methods[method];
    if (!handler) throw new RestError(405, 20004, `Method not allowed: ${method}`);
    if (method === 'POST' && typeof request.body !== 'string')
      throw new RestError(415, 20415, 'Send application/x-www-form-urlencoded');
    const query = parseFields(/\?(.*)$/s.exec(asked.uri)?.[1] ?? '');
    return handler({
      carrier,
      method,
      uri: asked.uri.replace(/\?.*$/s, ''),
      ids: asked.route.ids,
      query,
      form: asked.form,
    });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return { status: error.status, body: error.body };
  }
}

/** Whose phones a request is about: To and From, or those of the call or text it names. */
function numbersOf(carrier: Carrier, form: Fields, route: RouteMatch | null): string[] {
  const named = [form['To'], form['From']].filter((value) => typeof value === 'string');
  const sid = route?.ids.at(-1) ?? '';
  const known = carrier.calls.get(sid) ?? carrier.messages.get(sid);
  return known ? [...named, known.to, known.from] : named;
}
