import type { FastifyInstance } from 'fastify';
import type { CarrierService } from '../../dispatch/index.ts';
import { twilioWebhooks, type Signer } from '../../twilio/index.ts';
import { callerWebhooks } from './caller.ts';
import { faultDocument } from './fault.ts';
import { legWebhooks } from './legs.ts';
import { textWebhooks } from './texts.ts';

export interface WebhookOptions {
  publicUrl: string;
  /** Whose signatures are good. */
  signers: readonly Signer[];
}

/** Adds the carriers' webhooks, all under /twilio and only for signed requests. */
export async function registerWebhooks(
  app: FastifyInstance,
  service: CarrierService,
  options: WebhookOptions,
): Promise<void> {
  await app.register(twilioWebhooks, {
    ...options,
    onError: (request) => faultDocument(service, options.publicUrl, request),
    routes: (scope) => {
      callerWebhooks(scope, service);
      legWebhooks(scope, service);
      textWebhooks(scope, service);
    },
  });
}
