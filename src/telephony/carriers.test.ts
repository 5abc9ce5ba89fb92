import { describe, expect, it } from 'vitest';
import { routeToCarriers } from './carriers.ts';
import type { Telephony } from './telephony.ts';

/** A carrier that does whatever it is asked. */
const carrierOf = (carrierId: string): Telephony => {
  const call = async () => ({ ok: true, value: { carrierId, status: 'queued' } }) as const;
  return {
    placeCall: call,
    sendText: call,
    redirectCall: call,
    cancelUnanswered: call,
    hangUp: call,
    fetchCall: call,
    fetchText: call,
    fetchRecording: async () => ({ ok: true, value: { contentType: 'audio/wav', body: Buffer.alloc(0) } }),
    deleteRecording: async () => ({ ok: true, value: 'deleted' }),
    deleteCall: async () => ({ ok: true, value: 'deleted' }),
    deleteText: async () => ({ ok: true, value: 'deleted' }),
  };
};
const first = { name: 'twilio', telephony: carrierOf('first') } as const;
const recording = { carrierId: 'RE1', url: null };

describe('what exists is asked for', () => {
  it('at the carrier that has it', async () => {
    const second = {
      name: 'signalwire',
      telephony: carrierOf('second'),
      numbers: [],
      recordingsAt: 'x',
    } as const;
    const both = routeToCarriers(first, [second]);
    expect(await both.at('twilio').fetchCall('CA1')).toMatchObject({ value: { carrierId: 'first' } });
    expect(await both.at('signalwire').fetchCall('CA1')).toMatchObject({ value: { carrierId: 'second' } });
  });

  it('nowhere when that carrier is not in use any more: calls and texts there are over, what is kept there stays', async () => {
    const gone = routeToCarriers(first).at('signalwire');
    const over = { ok: false, failure: { class: 'race', code: 'not-configured' } };
    expect(await gone.fetchCall('1')).toMatchObject(over);
    expect(await gone.redirectCall('1', 'https://desk.example.com')).toMatchObject(over);
    expect(await gone.cancelUnanswered('1')).toMatchObject(over);
    expect(await gone.fetchText('1')).toMatchObject(over);
    const kept = await Promise.all([
      gone.deleteRecording(recording),
      gone.deleteCall('CA1'),
      gone.deleteText('SM1'),
    ]);
    for (const answer of kept) {
      expect(answer).toMatchObject({
        ok: false,
        failure: { class: 'ours-broken', code: 'not-configured', wholeAccount: true },
      });
    }
  });
});
