import type { FastifyRequest } from 'fastify';
import { voiceFor, type Voice } from '../../ivr/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';

/**
 * After so many faults in a row at one place, about a minute, the call begins anew: that place may be what is broken.
 * A database that restarts is back by then, and the key still counts.
 */
const FAULTS_AT_ONE_PLACE = 10;

/** What a caller did, which the next request would not repeat by itself. */
const INPUTS = [
  'Digits',
  'FinishedOnKey',
  'SpeechResult',
  'RecordingSid',
  'RecordingUrl',
  'RecordingDuration',
];
const LONGEST_INPUT = 300;

/** Calls that we have placed: nobody in them is a caller who could begin anew. */
const OURS = /\/(leg|drill|code)\//;

/** Where no desk says in which language. */
const spokenInEnglish: Voice = {
  words: phrasesFor('en-US'),
  say: (text) => ({ verb: 'say', text, language: 'en-US', voice: 'Polly.Joanna-Neural' }),
};

/**
 * What a caller hears when we have a fault: an apology, and then the same once more, with the key that was pressed, for
 * as long as it takes. Nobody is hung up on because a database restarts, and nobody has to press twice.
 */
export function faultDocument(service: Service, publicUrl: string, request: FastifyRequest): Verb[] {
  const script = service.scripts[0];
  const { words, say } = script ? voiceFor(script, script.language) : spokenInEnglish;
  return [
    say(words.apology),
    { verb: 'pause', seconds: 1 },
    { verb: 'redirect', url: onceMore(publicUrl, request) },
  ];
}

function onceMore(publicUrl: string, request: FastifyRequest): string {
  const url = new URL(publicUrl + request.url);
  const faults = Number(url.searchParams.get('fault') ?? 0) + 1;
  const anew = faults > FAULTS_AT_ONE_PLACE && !OURS.test(url.pathname);
  if (anew) return `${publicUrl}/twilio/voice?fault=${faults}`;
  url.searchParams.set('fault', String(faults));
  for (const name of INPUTS) {
    const value = request.webhook[name];
    if (value) url.searchParams.set(name, value.slice(0, LONGEST_INPUT));
  }
  return url.href;
}
