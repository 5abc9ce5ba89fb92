import type { FastifyRequest } from 'fastify';
import { phrasesFor } from '../../phrases/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';

/** After so many faults in a row at one place the call begins anew: that place may be what is broken. */
const FAULTS_AT_ONE_PLACE = 3;

/**
 * What a caller hears when we have a fault: an apology, and then the same once more, for as long as it takes. Nobody is
 * hung up on because a database restarts.
 */
export function faultDocument(service: Service, publicUrl: string, request: FastifyRequest): Verb[] {
  const script = service.scripts[0];
  const { language, voice } = script ?? { language: 'en-US', voice: 'Polly.Joanna-Neural' };
  const url = new URL(publicUrl + request.url);
  const faults = Number(url.searchParams.get('fault') ?? 0) + 1;
  if (faults > FAULTS_AT_ONE_PLACE && !url.pathname.includes('/leg/')) url.pathname = '/twilio/voice';
  url.searchParams.set('fault', String(faults));
  return [
    { verb: 'say', text: phrasesFor(language).apology, language, voice },
    { verb: 'pause', seconds: 1 },
    { verb: 'redirect', url: url.href },
  ];
}
