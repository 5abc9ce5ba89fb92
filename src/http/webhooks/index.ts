import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CarrierService } from '../../dispatch/index.ts';
import type { Told } from '../../journal/index.ts';
import { twilioWebhooks, type Signer } from '../../twilio/index.ts';
import { callerWebhooks } from './caller.ts';
import { drillWebhooks } from './drills.ts';
import { faultDocument } from './fault.ts';
import { legWebhooks } from './legs.ts';
import { textWebhooks } from './texts.ts';
import { toKeep } from './told.ts';

export { takeAgain } from './take.ts';

export interface WebhookOptions {
  publicUrl: string;
  /** Whose signatures are good. */
  signers: readonly Signer[];
  /** Keeps what was told and could not be recorded. */
  keep: (told: Told) => Promise<void>;
}

/** Adds the carriers' webhooks, all under /twilio and only for signed requests. */
export async function registerWebhooks(
  app: FastifyInstance,
  service: CarrierService,
  options: WebhookOptions,
): Promise<void> {
  const keep = async (request: FastifyRequest) => {
    const told = toKeep(request);
    if (told) await options.keep(told);
  };
  await app.register(twilioWebhooks, {
    ...options,
    onError: (request) => faultDocument(service, options.publicUrl, request),
    routes: (scope) => {
      callerWebhooks(scope, service, keep);
      legWebhooks(scope, service);
      drillWebhooks(scope, service);
      textWebhooks(scope, service, keep);
    },
  });
}
