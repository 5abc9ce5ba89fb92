import type { Call } from '../carrier/call.ts';
import { answerCall, endCall } from '../carrier/calls.ts';
import type { Carrier, Exchange } from '../carrier/carrier.ts';
import { receiveText } from './inbound-texts.ts';
import { receiveCall } from './voice-calls.ts';

/** How the carrier reaches everything that can be dialled: the account's own numbers, and else the telephones. */
export function withOwnNumbers(carrier: () => Carrier, telephones: Exchange): Exchange {
  return {
    ring: (call) => (carrier().numbers.has(call.to) ? ringOwnNumber(carrier(), call) : telephones.ring(call)),
    deliverText: (message) => {
      if (!carrier().numbers.has(message.to)) return telephones.deliverText(message);
      receiveText(carrier(), message.from, message.to, message.body);
      return 'delivered';
    },
  };
}

/** The account calls itself: the far end is an inbound call, picked up by its document and ended with it. */
function ringOwnNumber(carrier: Carrier, call: Call): ReturnType<Exchange['ring']> {
  if (!carrier.numbers.get(call.to)?.voice) return 'off';
  const far = receiveCall(carrier, call.from, call.from, call.to);
  const follow = (leader: Call, follower: Call): void => {
    const stop = leader.watch((change) => {
      if (change !== 'status') return;
      if (leader.status === 'in-progress') answerCall(carrier, follower);
      if (!leader.ended) return;
      stop();
      endCall(carrier, follower, leader.status === 'completed' ? 'completed' : 'failed');
    });
  };
  follow(far, call);
  follow(call, far);
  return 'ringing';
}
