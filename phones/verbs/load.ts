import { callFields } from '../carrier/call-fields.ts';
import { newToken, sendWebhook, WebhookFailure } from '../carrier/webhook.ts';
import type { WebhookReply } from '../carrier/webhook.ts';
import { MAX_RESPONSE_BYTES, readDocument, TwimlProblem } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import type { DocumentBase, Run, Source } from './context.ts';

export interface LoadedDocument {
  verbs: Element[];
  base: DocumentBase;
}

const TWIML_TYPES = ['text/xml', 'application/xml', 'text/html', 'application/twiml+xml'];

/** Fetches and checks a document. Throws TwimlProblem with Twilio's code for whatever is wrong with it. */
export async function loadDocument(run: Run, source: Source): Promise<LoadedDocument> {
  if ('twiml' in source)
    return { verbs: readDocument(source.twiml, run.setting, { inline: true }), base: { source, url: null } };
  const reply = await fetchDocument(run, source);
  try {
    return { verbs: readReply(run, reply), base: { source, url: reply.url.replace(/#.*$/s, '') } };
  } catch (error) {
    throw error instanceof TwimlProblem ? new TwimlProblem(error.code, error.message, source.url) : error;
  }
}

async function fetchDocument(run: Run, source: Exclude<Source, { twiml: string }>): Promise<WebhookReply> {
  const { carrier, call } = run;
  try {
    const reply = await sendWebhook(carrier, {
      kind: 'voice',
      url: source.url,
      method: source.method,
      params: { ...callFields(carrier, call), ...run.extraFields(), ...source.params },
      numbers: [call.phone],
      token: newToken(carrier),
      maxBytes: MAX_RESPONSE_BYTES,
    });
    // The leg may have ended or been moved while the product was thinking: its answer comes too late.
    run.signal.throwIfAborted();
    return reply;
  } catch (error) {
    run.signal.throwIfAborted();
    if (error instanceof WebhookFailure) throw new TwimlProblem(error.code, error.message, source.url);
    throw error;
  }
}

function readReply(run: Run, reply: WebhookReply): Element[] {
  if (reply.status < 200 || reply.status >= 300)
    throw new TwimlProblem(11200, `answered ${reply.status} instead of TwiML`);
  if (reply.tooLarge) throw new TwimlProblem(11750, 'the answer is larger than 64 kB');
  const type = reply.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('audio/')) return [element('Play', reply.url)];
  if (type === 'text/plain') return [element('Say', reply.body.toString('utf8'))];
  if (!TWIML_TYPES.includes(type))
    throw new TwimlProblem(12300, `Content-Type is "${reply.contentType}"; TwiML is text/xml`);
  return readDocument(reply.body.toString('utf8'), run.setting, { inline: false });
}

function element(name: string, text: string): Element {
  return { name, attributes: {}, children: [], text, line: 1 };
}
