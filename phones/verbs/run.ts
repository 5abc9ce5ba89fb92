import { IN_DOCUMENT, Interrupted } from '../carrier/call.ts';
import type { Call } from '../carrier/call.ts';
import { cutLines, endCall } from '../carrier/calls.ts';
import { complain } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { TwimlProblem } from '../twiml/index.ts';
import { absolute, NEXT } from './context.ts';
import type { Ending, Outcome, Run, Source, VerbRunner } from './context.ts';
import { dialVerb } from './dial.ts';
import { enqueue } from './enqueue.ts';
import { gather } from './gather.ts';
import { loadDocument } from './load.ts';
import type { LoadedDocument } from './load.ts';
import { record } from './record.ts';
import { ensureAnswered, pause, play, playLine, say, speechMs } from './speak.ts';

const APPLICATION_ERROR = 'We are sorry. An application error has occurred. Goodbye.';
/** Documents in a row without a moment passing: a redirect loop. */
const MAX_INSTANT_DOCUMENTS = 50;

const VERBS: Readonly<Record<string, VerbRunner>> = {
  Say: say,
  Play: play,
  Pause: pause,
  Gather: gather,
  Record: record,
  Dial: dialVerb,
  Enqueue: enqueue,
  Redirect: async (_run, verb, base) => ({
    kind: 'goto',
    source: {
      url: absolute(verb.text.trim(), base),
      method: verb.attributes['method'] === 'GET' ? 'GET' : 'POST',
    },
  }),
  Hangup: async () => ({ kind: 'end', ending: 'hangup' }),
  Leave: async () => ({ kind: 'end', ending: 'leave' }),
  Reject: async (run, verb) => {
    if (run.call.answeredAt) return { kind: 'end', ending: 'hangup' };
    const busy = verb.attributes['reason'] === 'busy';
    endCall(run.carrier, run.call, busy ? 'busy' : 'no-answer', busy ? 486 : 603);
    run.signal.throwIfAborted();
    return NEXT;
  },
};

/** Starts (or replaces) what a leg does; when its documents are over, so is the call. */
export function startProgram(carrier: Carrier, call: Call, source: Source): void {
  if (call.ended) return;
  call.program?.abort(new Interrupted('redirected'));
  cutLines(call, carrier.clock.now());
  if (call.place.kind === 'bridge') call.moveTo(IN_DOCUMENT);
  const program = new AbortController();
  call.program = program;
  const run: Run = {
    carrier,
    call,
    setting: 'call',
    signal: program.signal,
    extraFields: () => ({}),
    runDocuments,
  };
  void runToTheEnd(run, source);
}

async function runToTheEnd(run: Run, source: Source): Promise<void> {
  const { carrier, call } = run;
  try {
    await withFallback(run, source);
    endCall(carrier, call, call.answeredAt ? 'completed' : 'no-answer');
  } catch (error) {
    if (error instanceof Interrupted) return;
    complain(carrier, 0, `the simulator itself failed: ${(error as Error).stack ?? String(error)}`, {
      sid: call.sid,
    });
    endCall(carrier, call, 'failed', 500);
  }
}

async function withFallback(run: Run, source: Source): Promise<void> {
  try {
    await runDocuments(run, source);
  } catch (error) {
    if (!(error instanceof TwimlProblem)) throw error;
    reportProblem(run, error);
    const { fallback } = run.call;
    if (!fallback) return await sayApplicationError(run);
    const params = { ErrorCode: String(error.code), ErrorUrl: error.url ?? '' };
    try {
      await runDocuments(run, { ...fallback, params });
    } catch (second) {
      if (!(second instanceof TwimlProblem)) throw second;
      reportProblem(run, second);
      await sayApplicationError(run);
    }
  }
}

function reportProblem(run: Run, problem: TwimlProblem): void {
  const where = problem.url === undefined ? {} : { url: problem.url };
  complain(run.carrier, problem.code, problem.message, { sid: run.call.sid, ...where });
}

async function sayApplicationError(run: Run): Promise<void> {
  ensureAnswered(run);
  await playLine(run, 'speech', APPLICATION_ERROR, speechMs(run.carrier, APPLICATION_ERROR));
}

/** Runs a document and those it leads to. Throws TwimlProblem, and the signal's reason when aborted. */
export async function runDocuments(run: Run, source: Source): Promise<Ending> {
  let next = source;
  let instant = 0;
  for (;;) {
    const began = run.carrier.clock.now().getTime();
    const document = await loadDocument(run, next);
    run.call.documentBegins = run.call.said.length;
    const outcome = await runVerbs(run, document);
    if (outcome.kind === 'end') return outcome.ending;
    if (outcome.kind === 'next') return 'finished';
    instant = run.carrier.clock.now().getTime() > began ? 0 : instant + 1;
    if (instant > MAX_INSTANT_DOCUMENTS)
      throw new TwimlProblem(11215, `${MAX_INSTANT_DOCUMENTS} documents in a row without a moment passing`);
    next = outcome.source;
  }
}

async function runVerbs(run: Run, document: LoadedDocument): Promise<Outcome> {
  for (const verb of document.verbs) {
    run.signal.throwIfAborted();
    const outcome = await (VERBS[verb.name] as VerbRunner)(run, verb, document.base);
    run.signal.throwIfAborted();
    if (outcome.kind !== 'next') return outcome;
  }
  return NEXT;
}
