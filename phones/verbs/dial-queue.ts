import { IN_DOCUMENT } from '../carrier/call.ts';
import { findQueue, leaveQueue } from '../carrier/queues.ts';
import { sleep } from '../clock.ts';
import type { Element } from '../twiml/index.ts';
import { hookAttribute, numberAttribute } from './context.ts';
import type { DocumentBase, Run } from './context.ts';
import { aborted, bridgePlace } from './enqueue.ts';

const LOOK_AGAIN_MS = 500;

/** Takes the first caller out of a queue and joins them, waiting for one as long as the Dial's timeout. */
export async function dialQueue(
  run: Run,
  verb: Element,
  noun: Element,
  base: DocumentBase,
): Promise<Record<string, string>> {
  const { carrier, call } = run;
  const queue = findQueue(carrier, noun.text.trim());
  const giveUpAt = carrier.clock.now().getTime() + numberAttribute(verb, 'timeout', 30) * 1000;
  while (queue.members.length === 0) {
    if (carrier.clock.now().getTime() >= giveUpAt)
      return { DialCallStatus: 'no-answer', DialBridged: 'false' };
    await sleep(carrier.clock, LOOK_AGAIN_MS, run.signal);
  }
  const first = queue.members[0];
  if (!first) return { DialCallStatus: 'no-answer', DialBridged: 'false' };
  leaveQueue(queue, first.call);
  const whisper = hookAttribute(noun, base, 'url', 'method');
  if (whisper)
    await run.runDocuments(
      { ...run, call: first.call, setting: 'whisper', extraFields: () => ({ QueueSid: queue.sid }) },
      whisper,
    );
  const since = carrier.clock.now().getTime();
  let hangUp: () => void = () => undefined;
  first.bridge(call, new Promise<void>((resolve) => (hangUp = resolve)));
  call.moveTo(bridgePlace(() => (first.call.ended ? [] : [first.call])));
  try {
    await Promise.race([callerGone(first.call), aborted(run.signal)]);
  } finally {
    hangUp();
    if (!call.ended) call.moveTo(IN_DOCUMENT);
  }
  const seconds = Math.round((carrier.clock.now().getTime() - since) / 1000);
  return {
    DialCallStatus: 'completed',
    DialBridged: 'true',
    DialCallSid: first.call.sid,
    DialCallDuration: String(seconds),
  };
}

/** The caller hung up, or was sent elsewhere by REST. */
function callerGone(caller: Run['call']): Promise<void> {
  return new Promise((resolve) => {
    const stop = caller.watch(() => {
      const joined = caller.place.kind === 'bridge' || caller.place.kind === 'queue';
      if (!caller.ended && joined) return;
      stop();
      resolve();
    });
  });
}
