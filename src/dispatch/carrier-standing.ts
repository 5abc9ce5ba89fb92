import type { Clock } from '../kernel/index.ts';
import type { CarrierFailure, CarrierName } from '../telephony/index.ts';
import type { CarrierService } from './carrier-service.ts';
import { forgetRefusal, keepRefusals, readRefusals } from './carrier-standing.store.ts';

type Channel = 'voice' | 'sms';
const channels = ['voice', 'sms'] as const;

/** So long the other carrier is asked first; then this one again, which costs a refusal if it is still broken. */
const TRY_AGAIN_AFTER_MS = 45_000;
/** How often a process looks at what the others have found out. */
const READ_EVERY_MS = 5_000;

export function standingOf(
  service: CarrierService,
  carrier: CarrierName,
  channel: Channel,
): 'works' | 'refuses' {
  return service.carriers.works(carrier, channel, service.clock.now()) ? 'works' : 'refuses';
}

/** A carrier refuses all of a channel, or all: this process asks the other one first from now on. */
export function noteRefusing(
  service: CarrierService,
  carrier: CarrierName,
  channel: Channel,
  { code, wholeAccount, wholeChannel }: CarrierFailure,
): void {
  if (!service.carriers.areSeveral || (!wholeAccount && !wholeChannel)) return;
  const tryAgainAt = new Date(service.clock.now().getTime() + TRY_AGAIN_AFTER_MS);
  for (const one of wholeAccount ? channels : [channel]) {
    service.carriers.add({ carrier, channel: one, code, tryAgainAt });
  }
}

/** The same, for the other processes. */
export async function rememberRefusing(service: CarrierService, failure: CarrierFailure): Promise<void> {
  if (!service.carriers.areSeveral || (!failure.wholeAccount && !failure.wholeChannel)) return;
  await keepRefusals(service.db.$client, service.carriers.known, service.clock.now());
}

/** A carrier has taken something: if it had refused before, it is asked first again. */
export async function noteWorking(
  service: CarrierService,
  carrier: CarrierName,
  channel: Channel,
): Promise<void> {
  if (!service.carriers.hasRefused(carrier, channel)) return;
  service.carriers.remove(carrier, channel);
  service.log.info({ carrier, channel }, 'a carrier that refused works again');
  await forgetRefusal(service.db.$client, carrier, channel);
}

/** Reads again and again what all processes know of the carriers. Returns how to stop. */
export function followCarriers(service: CarrierService, clock: Clock): () => void {
  if (!service.carriers.areSeveral) return () => undefined;
  let stopped = false;
  let timer = clock.after(0, look);
  function look(): void {
    readRefusals(service.db.$client)
      .then((known) => service.carriers.learn(known))
      .catch((err: unknown) => service.log.warn({ err }, 'what is known of the carriers was not read'))
      .finally(() => {
        if (!stopped) timer = clock.after(READ_EVERY_MS, look);
      });
  }
  return () => {
    stopped = true;
    timer.cancel();
  };
}
