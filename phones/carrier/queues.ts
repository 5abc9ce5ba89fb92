import type { Call } from './call.ts';
import { newSid } from './carrier.ts';
import type { Carrier } from './carrier.ts';

/** A caller in a queue, and how to take them out of it. */
export interface WaitingCaller {
  call: Call;
  enteredAt: Date;
  /** Takes the caller out, to be joined with the call that dialled the queue. */
  bridge: (agent: Call, until: Promise<void>) => void;
}

export interface Queue {
  sid: string;
  members: WaitingCaller[];
}

/** A queue springs into being when somebody names it. */
export function findQueue(carrier: Carrier, name: string): Queue {
  const queue = carrier.queues.get(name) ?? { sid: newSid(carrier, 'QU'), members: [] };
  carrier.queues.set(name, queue);
  return queue;
}

/** Removes a caller; doing it twice does nothing. */
export function leaveQueue(queue: Queue, call: Call): void {
  queue.members = queue.members.filter((member) => member.call !== call);
}
