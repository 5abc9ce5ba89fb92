import type { Clock } from '../kernel/index.ts';
import { maxDocumentBytes } from '../twilio/index.ts';
import { documentNames, versionOf, type DocumentName, type FailOpenDocuments } from './documents.ts';

/** Twilio waits 15 s in all: a host that needs longer than this is none to rely on. */
const TIMEOUT_MS = 8_000;

export const copyFaultKinds = ['unreachable', 'refused', 'wrong-type', 'foreign', 'stale'] as const;
export interface CopyFault {
  kind: (typeof copyFaultKinds)[number];
  name: DocumentName;
  /** What is wrong, without the address: whoever knows it reads the numbers of the people on duty. */
  message: string;
}

/** The first fault of the hosted documents; undefined when each is what it has to be now. */
export async function examineCopy(
  clock: Clock,
  documents: FailOpenDocuments,
  addressOf: (name: DocumentName) => string,
): Promise<CopyFault | undefined> {
  for (const name of [...documentNames].reverse()) {
    const answer = await ask(clock, addressOf(name)).catch((error: unknown) => error as Error);
    const fault =
      answer instanceof Error
        ? { kind: 'unreachable' as const, message: `cannot be fetched (${reasonOf(answer)})` }
        : judge(answer, documents[name]);
    if (fault) return { ...fault, name };
  }
  return undefined;
}

interface Answer {
  status: number;
  contentType: string;
  /** Undefined: longer than a document can be. */
  text: string | undefined;
}

function judge({ status, contentType, text }: Answer, wanted: string): Omit<CopyFault, 'name'> | undefined {
  if (status >= 300 && status < 400) {
    return { kind: 'refused', message: `is redirected (${status}): give the address that answers itself` };
  }
  if (status !== 200) return { kind: 'refused', message: `is answered with ${status}` };
  if (!/^(text|application)\/xml\s*(;|$)/i.test(contentType)) {
    return {
      kind: 'wrong-type',
      message: `comes as ${contentType || 'no content type'}: Twilio needs text/xml or application/xml`,
    };
  }
  const version = text === undefined ? undefined : versionOf(text);
  if (text === undefined || version === undefined)
    return { kind: 'foreign', message: 'is something else than a fail-open document' };
  if (text.replace(/\r\n/g, '\n').trim() === wanted.trim()) return undefined;
  return { kind: 'stale', message: 'is not what the script and the people on duty make now' };
}

/** Follows no redirect: a host must not send us to an address inside our own network. */
async function ask(clock: Clock, address: string): Promise<Answer> {
  const abort = new AbortController();
  const limit = clock.after(TIMEOUT_MS, () => abort.abort(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)));
  try {
    // Twilio puts the call's fields into the query: a host that minds queries must be found out here.
    const answer = await fetch(`${address}?CallStatus=check`, {
      redirect: 'manual',
      signal: abort.signal,
      headers: { accept: 'text/xml, application/xml' },
    });
    const contentType = answer.headers.get('content-type') ?? '';
    return { status: answer.status, contentType, text: await readShort(answer) };
  } finally {
    limit.cancel();
    abort.abort();
  }
}

async function readShort(answer: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxDocumentBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** fetch says "fetch failed" and keeps the reason behind it. */
function reasonOf(error: Error): string {
  const cause = error.cause as (Error & { code?: string }) | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
