import type { Call } from '../carrier/call.ts';
import { answerCall, endCall } from '../carrier/calls.ts';
import type { Carrier, Exchange } from '../carrier/carrier.ts';
import { receiveText } from './inbound-texts.ts';
import { receiveCall } from './voice-calls.ts';

/**
 * How the carrier reaches everything that can be dialled: numbers that an account has, at this carrier or another one
 * (`ownerOf`), and else the telephones.
 */
export function withOwnNumbers(
  carrier: () => Carrier,
  telephones: Exchange,
  ownerOf: (number: string) => Carrier | undefined,
): Exchange {
  return {
    ring: (call) => {
      const owner = ownerOf(call.to);
      return owner ? ringOwnNumber(carrier(), call, owner) : telephones.ring(call);
    },
    deliverText: (message) => {
      const owner = ownerOf(message.to);
      if (!owner) return telephones.deliverText(message);
      receiveText(owner, message.from, message.to, message.body);
      return 'delivered';
    },
  };
}

/** One of our numbers is called from another: the far end is an inbound call, picked up by its document and ended with it. */
function ringOwnNumber(carrier: Carrier, call: Call, owner: Carrier): ReturnType<Exchange['ring']> {
  if (!owner.numbers.get(call.to)?.voice) return 'off';
  const far = receiveCall(owner, call.from, call.from, call.to);
  const follow = (leader: Call, follower: Call, at: Carrier): void => {
    const stop = leader.watch((change) => {
      if (change !== 'status') return;
      if (leader.status === 'in-progress') answerCall(at, follower);
      if (!leader.ended) return;
      stop();
      endCall(at, follower, leader.status === 'completed' ? 'completed' : 'failed');
    });
  };
  follow(far, call, carrier);
  follow(call, far, owner);
  return 'ringing';
}
