import type { CarrierAnswer, PlacedCall, Telephony } from '../../src/telephony/index.ts';
import type { ServiceModule } from '../process/compile.ts';
import type { ServiceProcess } from '../process/service-process.ts';
import type { Carrier } from './carrier.ts';
import type { Leg } from './leg.ts';
import { Refusal } from './refusals.ts';

/** The service gives up after 8 s (src/twilio/client.ts). */
const GIVEN_UP_AFTER_MS = 8_000;

/**
 * The carrier's requests as one process sees them. What fails is classed by the service's own adapter, from the same
 * statuses, codes and unanswered requests that Twilio's SDK would give it.
 */
export function telephonyOf(carrier: Carrier, process: ServiceProcess, code: ServiceModule): Telephony {
  const { timeline, random, tally, history } = carrier;
  const pause = (ms: number): Promise<void> => timeline.sleep(ms, process);

  async function ask<T>(what: string, about: 'new' | 'existing', act: () => T): Promise<CarrierAnswer<T>> {
    const waiting = { process };
    carrier.requests.add(waiting);
    try {
      return { ok: true, value: await request(what, act) };
    } catch (error) {
      const known = error instanceof Refusal || error instanceof code.UnansweredRequest;
      if (!known) throw error;
      const failure = code.toCarrierFailure(error, about);
      history.note(`${process.name}: ${what} failed: ${failure.code}`);
      return { ok: false, failure };
    } finally {
      carrier.requests.delete(waiting);
    }
  }

  async function request<T>(what: string, act: () => T): Promise<T> {
    const { faults } = carrier.wire;
    const befalls = (kind: keyof typeof faults, name: string): boolean => {
      const hit = random.chance(faults[kind]);
      if (hit) tally.fault(name);
      return hit;
    };
    if (befalls('refused', 'carrier unreachable'))
      throw new code.UnansweredRequest('refused', false, 'refused');
    // What is asked is done at the carrier whether the asking process lives on or not.
    const travelMs = random.between(1, 8) * 25;
    const done = new Promise<T>((resolve, reject) => {
      timeline.after(travelMs, () => {
        if (befalls('tooMany', 'carrier says 429'))
          return reject(asError(new Refusal(429, 20429, 'Too many requests')));
        if (befalls('serverError', 'carrier says 500'))
          return reject(asError(new Refusal(500, 20500, 'Server error')));
        if (befalls('hang', 'carrier hangs')) return;
        try {
          carrier.refusals.checkAccount();
          const value = act();
          history.note(`${process.name}: ${what}`);
          if (befalls('serverErrorAfterwards', 'carrier acts and says 500')) {
            return reject(asError(new Refusal(500, 20500, 'Server error')));
          }
          if (befalls('lostAnswer', 'answer of the carrier lost')) return;
          resolve(value);
        } catch (error) {
          reject(asError(error));
        }
      });
    });
    const slowMs = befalls('slow', 'carrier slow') ? random.between(1_000, 7_000) : random.between(1, 8) * 25;
    const gaveUp = pause(GIVEN_UP_AFTER_MS).then(() => {
      throw new code.UnansweredRequest('timeout', true, 'no answer within 8000 ms');
    });
    const answered = done.then(
      (value) => pause(slowMs).then(() => value),
      (error: unknown) => pause(slowMs).then(() => Promise.reject(asError(error))),
    );
    gaveUp.catch(() => undefined);
    return Promise.race([answered, gaveUp]);
  }

  /** Notes on a new call or text that its order was answered. */
  async function told<T extends { carrierId: string }>(
    kept: readonly { sid: string; toldAtMs: number | undefined }[],
    order: () => Promise<CarrierAnswer<T>>,
  ): Promise<CarrierAnswer<T>> {
    const answer = await order();
    const mine = answer.ok ? kept.find(({ sid }) => sid === answer.value.carrierId) : undefined;
    if (mine) mine.toldAtMs = timeline.nowMs;
    return answer;
  }

  const legOf = (sid: string): Leg => {
    const leg = carrier.legOf(sid);
    if (!leg) throw new Refusal(404, 20404, 'not found');
    return leg;
  };
  const placed = (leg: Leg): PlacedCall => ({ carrierId: leg.sid, status: leg.status });
  const liveLegOf = (sid: string): Leg => {
    const leg = legOf(sid);
    if (leg.isOver) throw new Refusal(400, 21220, 'Call is not in-progress');
    return leg;
  };

  return {
    placeCall: (order) =>
      told(carrier.network.legs, () =>
        ask(`calls ${order.to}`, 'new', () => {
          carrier.refusals.checkCall(order.to);
          const ringMs = order.ringTimeoutSeconds * 1000;
          return placed(carrier.placeCall({ ...order, ringMs, by: process }));
        }),
      ),
    sendText: (order) =>
      told(carrier.network.texts, () =>
        ask(`texts ${order.to}: ${order.body.slice(0, 40)}`, 'new', () => {
          carrier.refusals.checkText(order.to);
          return { carrierId: carrier.sendText({ ...order, by: process }).sid, status: 'queued' as const };
        }),
      ),
    redirectCall: (sid, url) =>
      ask(`redirects ${nameOf(carrier, sid)}`, 'existing', () => {
        const leg = liveLegOf(sid);
        if (leg.status !== 'in-progress') throw new Refusal(400, 21220, 'Call is not in-progress');
        leg.goOn(url);
        return placed(leg);
      }),
    cancelUnanswered: (sid) =>
      ask(`cancels ${nameOf(carrier, sid)}`, 'existing', () => {
        const leg = liveLegOf(sid);
        if (leg.status !== 'in-progress') leg.end('canceled', 'carrier-request');
        return placed(leg);
      }),
    hangUp: (sid) =>
      ask(`hangs up ${nameOf(carrier, sid)}`, 'existing', () => {
        const leg = liveLegOf(sid);
        leg.end('completed', 'carrier-request');
        return placed(leg);
      }),
    fetchCall: (sid) => ask(`looks at ${nameOf(carrier, sid)}`, 'existing', () => placed(legOf(sid))),
    fetchText: (sid) =>
      ask('looks at a text', 'existing', () => {
        const text = carrier.network.texts.find((t) => t.sid === sid);
        if (!text) throw new Refusal(404, 20404, 'not found');
        return { carrierId: sid, status: text.status };
      }),
    deleteRecording: () => ask('deletes a recording', 'existing', () => 'deleted' as const),
    deleteCall: () => ask('deletes a call', 'existing', () => 'deleted' as const),
    deleteText: () => ask('deletes a text', 'existing', () => 'deleted' as const),
    fetchRecording: () =>
      ask('fetches a recording', 'existing', () => ({ contentType: 'audio/wav', body: Buffer.alloc(0) })),
  };
}

function nameOf(carrier: Carrier, sid: string): string {
  return carrier.legOf(sid)?.party.name ?? sid;
}

/** Promises are rejected with what the adapter reads, whatever its class. */
function asError(error: unknown): Error {
  return error as Error;
}
