import { callFields } from '../carrier/call-fields.ts';
import { newToken, sendWebhook, WebhookFailure } from '../carrier/webhook.ts';
import { MAX_RESPONSE_BYTES } from '../twiml/index.ts';
import type { Run, Source } from './context.ts';

/** Tells an action what happened when its answer no longer matters: the call has ended or gone elsewhere. */
export function tellAction(run: Run, source: Source): void {
  if ('twiml' in source) return;
  const { carrier, call } = run;
  sendWebhook(carrier, {
    kind: 'voice',
    url: source.url,
    method: source.method,
    params: { ...callFields(carrier, call), ...source.params },
    numbers: [call.phone],
    token: newToken(carrier),
    maxBytes: MAX_RESPONSE_BYTES,
  }).catch((error: unknown) => {
    if (!(error instanceof WebhookFailure)) throw error;
  });
}
