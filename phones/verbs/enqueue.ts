import { Interrupted } from '../carrier/call.ts';
import type { Call, Place } from '../carrier/call.ts';
import { IN_DOCUMENT } from '../carrier/call.ts';
import { complain } from '../carrier/carrier.ts';
import { findQueue, leaveQueue } from '../carrier/queues.ts';
import type { Queue } from '../carrier/queues.ts';
import { sleep } from '../clock.ts';
import { TwimlProblem } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import { tellAction } from './action.ts';
import { hookAttribute, NEXT, numberAttribute } from './context.ts';
import type { DocumentBase, Outcome, Run, VerbRunner } from './context.ts';
import { ensureAnswered, playLine } from './speak.ts';

const MUSIC_MS = 60_000;
/** Between two rounds of a waitUrl that says nothing. */
const EMPTY_ROUND_MS = 1000;

/** Holds the caller in a queue with waitUrl in a loop, until bridged, told to leave, redirected or hung up. */
export const enqueue: VerbRunner = async (run, verb, base) => {
  ensureAnswered(run);
  const { carrier, call } = run;
  const name = verb.text.trim();
  const queue = findQueue(carrier, name);
  const enteredAt = carrier.clock.now();
  const seconds = () => Math.round((carrier.clock.now().getTime() - enteredAt.getTime()) / 1000);
  const result = (QueueResult: string) => ({
    QueueResult,
    QueueSid: queue.sid,
    QueueTime: String(seconds()),
  });
  if (queue.members.length >= numberAttribute(verb, 'maxQueueSize', 1000))
    return leaveTo(verb, base, result('queue-full'));

  const taken = new AbortController();
  let bridged: { agent: Call; until: Promise<void> } | null = null;
  queue.members.push({
    call,
    enteredAt,
    bridge: (agent, until) => {
      bridged = { agent, until };
      taken.abort(new Error('bridged'));
    },
  });
  call.moveTo(queuePlace(name));
  try {
    const ending = await waitInQueue(run, verb, base, queue, seconds, taken.signal);
    leaveQueue(queue, call);
    const talk = bridged as { agent: Call; until: Promise<void> } | null;
    if (talk) await talkTo(run, talk.agent, talk.until);
    call.moveTo(IN_DOCUMENT);
    if (ending === 'hangup') return { kind: 'end', ending: 'hangup' };
    return leaveTo(verb, base, result(ending));
  } catch (error) {
    leaveQueue(queue, call);
    if (!call.ended) call.moveTo(IN_DOCUMENT);
    const talked = bridged !== null;
    const action = hookAttribute(verb, base, 'action', 'method');
    if (error instanceof Interrupted && action) {
      const redirected = talked ? 'redirected-from-bridged' : 'redirected';
      const ended = talked ? 'bridged' : 'hangup';
      tellAction(run, { ...action, params: result(error.why === 'ended' ? ended : redirected) });
    }
    throw error;
  }
};

type QueueEnding = 'leave' | 'hangup' | 'bridged' | 'error';

async function waitInQueue(
  run: Run,
  verb: Element,
  base: DocumentBase,
  queue: Queue,
  seconds: () => number,
  taken: AbortSignal,
): Promise<QueueEnding> {
  const { carrier, call } = run;
  const waitUrl = hookAttribute(verb, base, 'waitUrl', 'waitUrlMethod');
  const waiting: Run = {
    ...run,
    setting: 'queue-wait',
    signal: AbortSignal.any([run.signal, taken]),
    extraFields: () => ({
      QueueSid: queue.sid,
      QueueTime: String(seconds()),
      QueuePosition: String(queue.members.findIndex((member) => member.call === call) + 1),
      AvgQueueTime: String(seconds()),
      CurrentQueueSize: String(queue.members.length),
    }),
  };
  try {
    for (;;) {
      const began = carrier.clock.now().getTime();
      if (!waitUrl) await playLine(waiting, 'audio', 'hold music', MUSIC_MS);
      else {
        const ending = await run.runDocuments(waiting, waitUrl);
        if (ending !== 'finished') return ending;
      }
      if (carrier.clock.now().getTime() === began) await sleep(carrier.clock, EMPTY_ROUND_MS, waiting.signal);
    }
  } catch (error) {
    run.signal.throwIfAborted();
    if (taken.aborted) return 'bridged';
    if (!(error instanceof TwimlProblem)) throw error;
    complain(carrier, error.code, `waitUrl: ${error.message}`, {
      sid: call.sid,
      ...(error.url === undefined ? {} : { url: error.url }),
    });
    return 'error';
  }
}

/** Talks with the call that dialled the queue, until either side goes. */
async function talkTo(run: Run, agent: Call, until: Promise<void>): Promise<void> {
  run.call.moveTo(bridgePlace(() => [agent]));
  await Promise.race([until, aborted(run.signal)]);
}

export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) return fail();
    signal.addEventListener('abort', fail, { once: true });
  });
}

export function bridgePlace(others: () => Call[]): Place {
  return { kind: 'bridge', waiting: () => false, hearers: others, others };
}

function queuePlace(name: string): Place {
  return { kind: 'queue', name, waiting: () => true, hearers: () => [], others: () => [] };
}

function leaveTo(verb: Element, base: DocumentBase, params: Record<string, string>): Outcome {
  const action = hookAttribute(verb, base, 'action', 'method');
  return action ? { kind: 'goto', source: { ...action, params } } : NEXT;
}
