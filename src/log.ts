import pino, { type Logger, type LoggerOptions } from 'pino';
import { redactPhoneNumber } from './kernel/index.ts';

/** Names of fields whose value never reaches a log, wherever they stand; compared in lower case, letters only. */
const SECRET = /authorization|cookie|password|passwd|secret|token|signature|apikey|csrf/;
/** Deeper than this, and longer lists, are cut: a log line tells what happened, it is no dump. */
const DEEPEST = 6;
const MOST_ITEMS = 50;
const CENSOR = '[redacted]';

/**
 * The service's log: JSON lines, with secrets left out and all but the last two digits of telephone numbers hidden,
 * because logs are kept longer and read by more people than the call log.
 */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    formatters: { log: (fields) => cleanFields(fields, 1) },
    serializers: {
      msg: (message: unknown) => (typeof message === 'string' ? cleanText(message) : message),
      req: (request: { method?: string; url?: string }) => ({
        method: request.method,
        path: cleanText((request.url ?? '').split('?', 1)[0] ?? ''),
      }),
      // Errors have been described already, by what cleans the fields.
      err: (described: unknown) => described,
    },
  };
  const log = destination ? pino(options, destination) : pino(options);
  // A child's own fields pass by the formatter; children inherit this, and their children.
  log.child = new Proxy(Reflect.get(log, 'child'), {
    apply: (make, parent, [fields, ...rest]: [Record<string, unknown>, ...unknown[]]): unknown =>
      Reflect.apply(make, parent, [cleanFields(fields, 1), ...rest]),
  });
  return log;
}

/** `req` and `res` are left to their serializers, which take little of them. */
function cleanFields(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (depth === 1 && (key === 'req' || key === 'res')) return [key, value];
      const isSecret = SECRET.test(key.toLowerCase().replace(/[^a-z]/g, ''));
      return [cleanText(key), isSecret && value !== undefined ? CENSOR : clean(value, depth)];
    }),
  );
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > DEEPEST) return '[…]';
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => clean(item, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Map)
    return cleanFields(Object.fromEntries(value) as Record<string, unknown>, depth + 1);
  if (value instanceof Set) return clean([...value], depth);
  return cleanFields(value as Record<string, unknown>, depth + 1);
}

/** Name, message, code, stack and causes; what else an error carries may hold rows of the database or whole requests. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: cleanText(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: cleanText(error.stack ?? ''),
    ...(error instanceof AggregateError ? { errors: clean(error.errors, depth + 1) } : {}),
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) }),
  };
}

/** What may stand in a sentence of somebody else's: numbers, links that let people in, passwords in addresses. */
function cleanText(text: string): string {
  return redactPhoneNumber(text)
    .replace(/\/(a|welcome|join)\/[\w-]{8,}/g, '/$1/…')
    .replace(/:\/\/[^\s/@]+@/g, '://…@')
    .replace(/\bafterhours_[\w-]{20,}/g, 'afterhours_…')
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${CENSOR}`)
    .replace(/\nparams: [^\n]*(\n(?! {4}at )[^\n]*)*/g, '\nparams: …');
}
