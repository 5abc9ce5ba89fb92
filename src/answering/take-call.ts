import { noteCall } from '../calls/index.ts';
import { begin, deskByNumber, render, type Script } from '../ivr/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { CarrierName, Verb } from '../telephony/index.ts';
import { addInboundCall } from './call-row.store.ts';
import { contextOf } from './context.ts';
import { converse, openingTurn } from './converse.ts';
import { ivrUrls } from './ivr-urls.ts';

export interface IncomingCall {
  /** The carrier that it came in by. */
  carrier: CarrierName;
  /** Empty when the carrier gave none: the call is answered all the same. */
  carrierId: string;
  /** Undefined when the caller withholds the number. */
  from: PhoneNumber | undefined;
  to: string;
  stirVerstat?: string | undefined;
}

/** When an inbound call of which nothing is heard is asked for: a lost hang-up must not leave it on the line for ever. */
const LOOK_AFTER_MS = 60_000;

/**
 * Answers a call: it is recorded, then the script's first node is spoken. `cameAt` is of one that could not be recorded
 * when it came: the carrier is asked at once what became of it, because nobody may be on the line any more.
 */
export async function takeCall(service: Service, incoming: IncomingCall, cameAt?: Date): Promise<Verb[]> {
  const script = deskFor(service, incoming.to);
  const at = cameAt ?? service.clock.now();
  const id = newId(at);
  const begun = await unitOfWork(service, async (unit) => {
    const own = await loadOwnHours(unit.tx, at);
    const turn = begin(script, contextOf(hoursWith(script, own), at, incoming.from));
    const row = {
      id,
      desk: script.desk,
      carrier: incoming.carrier,
      carrierId: incoming.carrierId === '' ? `none-${id}` : incoming.carrierId,
      from: incoming.from,
      to: incoming.to,
      at,
    };
    if (!(await addInboundCall(unit, row, { turn: 1, state: turn.state }))) {
      const { rows } = await unit.tx.query<{ id: string }>('SELECT id FROM call WHERE carrier_id = $1', [
        row.carrierId,
      ]);
      return { known: rows[0]?.id, turn };
    }
    noteCall(unit, id, 'came', {
      from: incoming.from ?? 'withheld',
      to: incoming.to,
      verstat: incoming.stirVerstat,
      late: cameAt,
    });
    const dueAt = cameAt ? unit.now : new Date(unit.now.getTime() + LOOK_AFTER_MS);
    unit.later({ kind: 'call.look', key: `call.look:${id}`, subject: id, priority: 6, dueAt });
    if (turn.effects.length === 0) return { known: undefined, turn };
    const before = {
      ...turn.state,
      node: script.start,
      caseOpened: false,
      numberAsked: false,
      asking: undefined,
    };
    return { said: await openingTurn(service, unit, id, { script, own, known: { turn: 0, state: before } }) };
  });
  if ('said' in begun) return begun.said;
  // Asked again for a call that we have: it goes on where it is.
  if (begun.known !== undefined) return converse(service, begun.known, 'again', { kind: 'resumed' });
  return render(script, begun.turn, {}, ivrUrls(service, id, 1));
}

/** A number that no script names is answered by the first desk all the same: no caller is turned away by a typing error. */
function deskFor(service: Service, dialled: string): Script {
  const script = deskByNumber(service.scripts, dialled);
  if (script) return script;
  const first = service.scripts[0];
  if (!first) throw new Error('there is no IVR script: nobody can be answered');
  service.log.error(
    { dialled },
    `no desk has the dialled number; ${first.desk} answers. Add it to a script's numbers`,
  );
  return first;
}
