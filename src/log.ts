import pino, { type Logger, type LoggerOptions } from 'pino';
import { redactPhoneNumber } from './kernel/index.ts';

/** Fields that never reach a log, wherever they stand. */
const SECRETS = ['authorization', 'cookie', 'password', 'token', 'authToken', 'x-twilio-signature'];

/**
 * The service's log: JSON lines, with secrets left out and all but the last two digits of telephone numbers hidden,
 * because logs are kept longer and read by more people than the call log.
 */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '[redacted]' },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: pathOf(request.url),
      }),
      err: (error: Error) => ({
        type: error.name,
        message: redactPhoneNumber(error.message),
        stack: redactPhoneNumber(error.stack ?? ''),
        cause: error.cause instanceof Error ? redactPhoneNumber(error.cause.message) : undefined,
      }),
    },
    hooks: {
      logMethod(args, method) {
        const clean = args.map((arg: unknown) =>
          typeof arg === 'string' ? redactPhoneNumber(arg) : redactFields(arg),
        );
        method.apply(this, clean as Parameters<typeof method>);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The path without its query and without the secrets that stand in links. */
function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').replace(/^\/(a|welcome)\/.+/, '/$1/…');
}

function redactFields(arg: unknown): unknown {
  if (typeof arg !== 'object' || arg === null || arg instanceof Error) return arg;
  return Object.fromEntries(
    Object.entries(arg).map(([key, value]) => [
      key,
      typeof value === 'string' ? redactPhoneNumber(value) : (value as unknown),
    ]),
  );
}
