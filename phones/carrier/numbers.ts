import { newSid } from './carrier.ts';
import type { Carrier } from './carrier.ts';
import type { Hook } from './model.ts';

/** A number of the account and the product's addresses for it. */
export interface NumberSetup {
  number: string;
  /** Shown to whoever is called from it. */
  name?: string;
  voiceUrl: string;
  smsUrl: string;
  statusUrl: string;
  voiceFallbackUrl?: string;
  /** POST unless told; static web hosts answer GET alone. */
  voiceFallbackMethod?: Hook['method'];
  smsFallbackUrl?: string;
}

/** Replaces the account's numbers; one that stays keeps its sid. */
export function setNumbers(carrier: Carrier, setups: readonly NumberSetup[]): void {
  const before = new Map(carrier.numbers);
  const now = carrier.clock.now();
  carrier.numbers.clear();
  for (const setup of setups) {
    const known = before.get(setup.number);
    carrier.numbers.set(setup.number, {
      sid: known?.sid ?? newSid(carrier, 'PN'),
      number: setup.number,
      name: setup.name ?? known?.name ?? '',
      voice: hook(setup.voiceUrl),
      voiceFallback: hook(setup.voiceFallbackUrl, setup.voiceFallbackMethod),
      sms: hook(setup.smsUrl),
      smsFallback: hook(setup.smsFallbackUrl),
      status: hook(setup.statusUrl),
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    });
  }
  carrier.changed({ what: 'numbers' });
}

function hook(url: string | undefined, method: Hook['method'] = 'POST'): Hook | null {
  return url === undefined || url === '' ? null : { url, method };
}
