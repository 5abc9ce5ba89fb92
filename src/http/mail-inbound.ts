import type { FastifyInstance } from 'fastify';
import { sameText } from '../accounts/index.ts';
import { readMail, receiveMail } from '../replies/index.ts';
import type { Service } from '../service/index.ts';

export interface MailInboundOptions {
  /** The password of Basic, or the token of Bearer. */
  secret: string;
  /** Addresses of ours, in small letters. */
  own: readonly string[];
}

/** Customers send photographs; larger ones are refused, and the mail server tells them so. */
const LARGEST_BYTES = 25 * 1024 * 1024;

/**
 * Adds `POST /mail/inbound`: a raw message, message/rfc822, as mail servers and mail services hand over what comes in. It
 * is answered when the mail is kept: whoever brings it brings it again until then.
 */
export async function registerMailInbound(
  app: FastifyInstance,
  service: Service,
  { secret, own }: MailInboundOptions,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'message/rfc822',
      { parseAs: 'buffer', bodyLimit: LARGEST_BYTES },
      (_request, body, done) => done(null, body),
    );
    // Before the body is read: a stranger's 25 MB are not.
    scope.addHook('onRequest', async (request, reply) => {
      if (isOurs(request.headers.authorization, secret)) return undefined;
      return reply.code(401).header('www-authenticate', 'Basic realm="mail"').send({ error: 'wrong secret' });
    });
    scope.post('/mail/inbound', async (request, reply) => {
      const mail = await readMail(request.body as Buffer).catch((error: Error) => error);
      if (mail instanceof Error) return reply.code(400).send({ error: mail.message });
      const kind = await receiveMail(service, mail, own);
      return reply.send({ kind });
    });
  });
}

function isOurs(header: string | undefined, secret: string): boolean {
  const [, scheme = '', given = ''] = /^(\w+)\s+(\S+)\s*$/.exec(header ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return sameText(given, secret);
  if (!/^basic$/i.test(scheme)) return false;
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(given, 'base64').toString('utf8')) ?? [];
  return sameText(password, secret);
}
