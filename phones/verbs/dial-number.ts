import { IN_DOCUMENT, Interrupted } from '../carrier/call.ts';
import type { Call, CallEvent } from '../carrier/call.ts';
import { answerCall, createCall, dial, endCall } from '../carrier/calls.ts';
import type { Hook } from '../carrier/model.ts';
import { TwimlProblem } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import { complain } from '../carrier/carrier.ts';
import { flagAttribute, hookAttribute, numberAttribute } from './context.ts';
import type { DocumentBase, Run } from './context.ts';
import { aborted, bridgePlace } from './enqueue.ts';
import { ensureAnswered } from './speak.ts';

/** Dial rings about this much longer than its timeout says. */
const DIAL_GRACE_SECONDS = 5;

export interface DialTarget {
  number: string;
  whisper: Hook | null;
  statusHook: Hook | null;
  statusEvents: ReadonlySet<CallEvent>;
}

export interface DialResult {
  status: 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
  child: Call | null;
  bridged: boolean;
  seconds: number;
}

export function readTarget(noun: Element, base: DocumentBase): DialTarget {
  const events = (noun.attributes['statusCallbackEvent'] ?? 'completed').split(' ') as CallEvent[];
  return {
    number: noun.text.trim(),
    whisper: hookAttribute(noun, base, 'url', 'method'),
    statusHook: hookAttribute(noun, base, 'statusCallback', 'statusCallbackMethod'),
    statusEvents: new Set(events),
  };
}

/** Rings the targets at once, or one after the other; the first that accepts is joined with the caller. */
export async function dialNumbers(run: Run, verb: Element, targets: DialTarget[]): Promise<DialResult> {
  const early = flagAttribute(verb, 'answerOnBridge', false);
  if (!early) ensureAnswered(run);
  const waves = flagAttribute(verb, 'sequential', false) ? targets.map((target) => [target]) : [targets];
  let last: DialResult = { status: 'failed', child: null, bridged: false, seconds: 0 };
  for (const wave of waves) {
    last = await dialWave(run, verb, wave);
    if (last.bridged) return last;
  }
  return last;
}

async function dialWave(run: Run, verb: Element, targets: DialTarget[]): Promise<DialResult> {
  const { carrier, call } = run;
  const children = targets.map((target) =>
    createCall(carrier, {
      direction: 'outbound-dial',
      from: verb.attributes['callerId'] ?? call.from,
      to: target.number,
      parentCallSid: call.sid,
      statusHook: target.statusHook,
      statusEvents: target.statusEvents,
    }),
  );
  const hangUpAll = (except: Call | null) =>
    children
      .filter((child) => child !== except)
      .forEach((child) => endCall(carrier, child, child.answeredAt ? 'completed' : 'canceled'));
  try {
    const winner = await Promise.race([firstAccepting(run, verb, targets, children), aborted(run.signal)]);
    hangUpAll(winner);
    if (!winner)
      return { status: failureOf(children), child: children[0] ?? null, bridged: false, seconds: 0 };
    return await talk(run, verb, winner);
  } catch (error) {
    hangUpAll(null);
    throw error;
  }
}

/** The first child that answered and went through its whisper; null when none is left ringing. */
function firstAccepting(
  run: Run,
  verb: Element,
  targets: DialTarget[],
  children: Call[],
): Promise<Call | null> {
  const { carrier } = run;
  const ringTimeoutSeconds = numberAttribute(verb, 'timeout', 30) + DIAL_GRACE_SECONDS;
  return new Promise((resolve) => {
    let left = children.length;
    children.forEach((child, index) => {
      child.watch((change) => {
        if (change !== 'status' || !child.ended) return;
        left -= 1;
        if (left === 0) resolve(null);
      });
      const whisper = targets[index]?.whisper ?? null;
      const onAnswered = () => {
        if (!whisper) resolve(child);
        else void screen(run, child, whisper).then((accepted) => (accepted ? resolve(child) : undefined));
      };
      dial(carrier, child, { waitMs: 0, ringTimeoutSeconds, onAnswered });
    });
  });
}

/** Runs the whisper for the callee. True when it ended without a hang-up. */
async function screen(run: Run, child: Call, whisper: Hook): Promise<boolean> {
  const program = new AbortController();
  child.program = program;
  const whispering: Run = {
    ...run,
    call: child,
    setting: 'whisper',
    signal: program.signal,
    extraFields: () => ({}),
  };
  try {
    if ((await run.runDocuments(whispering, whisper)) === 'finished') return true;
  } catch (error) {
    if (error instanceof TwimlProblem)
      complain(run.carrier, error.code, `whisper: ${error.message}`, { sid: child.sid });
    else if (!(error instanceof Interrupted)) throw error;
    // Sent elsewhere by REST: the leg has a document of its own now.
    if (error instanceof Interrupted && error.why === 'redirected') return false;
  }
  endCall(run.carrier, child, 'completed');
  return false;
}

/** Joined until either side goes. A child that REST sends elsewhere leaves the caller to go on alone. */
async function talk(run: Run, verb: Element, child: Call): Promise<DialResult> {
  const { carrier, call } = run;
  const since = carrier.clock.now().getTime();
  const program = new AbortController();
  child.program = program;
  answerCall(carrier, call);
  call.moveTo(bridgePlace(() => (child.ended ? [] : [child])));
  child.moveTo(bridgePlace(() => (call.ended ? [] : [call])));
  const over = new AbortController();
  const limit = carrier.clock.after(numberAttribute(verb, 'timeLimit', 14_400) * 1000, () => over.abort());
  const stopKeys = call.onKey((key) => {
    if (key === '*' && flagAttribute(verb, 'hangupOnStar', false)) over.abort();
  });
  let moved = false;
  try {
    await Promise.race([
      aborted(program.signal).catch((error: unknown) => {
        moved = error instanceof Interrupted && error.why === 'redirected';
      }),
      aborted(over.signal).catch(() => undefined),
      aborted(run.signal),
    ]);
  } finally {
    limit.cancel();
    stopKeys();
    if (!moved) endCall(carrier, child, 'completed');
    if (!call.ended) call.moveTo(IN_DOCUMENT);
  }
  const seconds = Math.round((carrier.clock.now().getTime() - since) / 1000);
  return { status: 'completed', child, bridged: true, seconds };
}

function failureOf(children: Call[]): DialResult['status'] {
  const order = ['no-answer', 'busy', 'failed', 'canceled'] as const;
  return order.find((status) => children.some((child) => child.status === status)) ?? 'no-answer';
}
