import type { Call } from '../calls/index.ts';
import type { WebhookUrls } from '../service/index.ts';

/** Where what is spoken in a call of ours to somebody is asked for. */
export function answerUrlOf(urls: WebhookUrls, { id, purpose }: Pick<Call, 'id' | 'purpose'>): string {
  if (purpose === 'drill') return urls.drill(id);
  return purpose === 'code' ? urls.code(id) : urls.leg(id);
}
