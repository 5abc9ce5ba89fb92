import { DINO_NUMBER, someoneDials } from './callers.ts';
import type { ServiceProcess } from './process/service-process.ts';
import type { World } from './world.ts';

export type TroubleKind =
  | 'kill at once'
  | 'kill in the middle'
  | 'kill with pages in hand'
  | 'cut a connection'
  | 'freeze'
  | 'restart the database'
  | 'outage for a caller'
  | 'deploy'
  | 'account refused'
  | 'sender refused'
  | 'number dead';

const MOST_STATEMENTS = 40;

/** Something goes wrong with a process, with the database, or with what a carrier thinks of us. */
export function bringTrouble(world: World, kind: TroubleKind): void {
  const { random } = world;
  if (kind === 'restart the database') return restartDatabase(world, random.between(1, 20) * 500);
  if (kind === 'outage for a caller') return callerInOutage(world);
  if (kind === 'account refused' || kind === 'sender refused') return refuse(world, kind);
  if (kind === 'number dead') return killNumber(world);
  const able = world.liveProcesses.filter((p) => p.isAwake && !p.stopping);
  if (able.length > 0) befall(world, random.pick(able), kind);
}

type ProcessTrouble = Exclude<
  TroubleKind,
  'restart the database' | 'outage for a caller' | 'account refused' | 'sender refused' | 'number dead'
>;

function befall(world: World, process: ServiceProcess, kind: ProcessTrouble): void {
  const { random, timeline, history, tally } = world;
  switch (kind) {
    case 'kill at once':
      // At its very next statement, so that it happens in the order that the seed decides.
      process.doom = { statements: 1, fate: 'kill-before' };
      return;
    case 'kill in the middle':
      process.doom = {
        statements: random.between(1, MOST_STATEMENTS),
        fate: random.pick(['kill-before', 'kill-after']),
      };
      return;
    case 'kill with pages in hand':
      process.diesWithPages = true;
      return;
    case 'cut a connection':
      process.doom = {
        statements: random.between(1, MOST_STATEMENTS),
        fate: random.pick(['cut-before', 'cut-after']),
      };
      return;
    case 'freeze':
      tally.fault('process frozen');
      process.frozenUntilMs = timeline.nowMs + random.between(1, 50) * 500;
      world.troubleUntil(process.frozenUntilMs);
      history.note(`${process.name} is frozen for ${(process.frozenUntilMs - timeline.nowMs) / 1000} s`);
      return;
    case 'deploy':
      if (!process.ready) return;
      tally.fault('process replaced');
      history.note(`${process.name} is replaced`);
      void process.stop().then(() => world.pendingCuts.push(...process.clients));
      world.startProcess(process.settings);
      return;
  }
}

function restartDatabase(world: World, forMs: number): void {
  const { timeline, history, tally } = world;
  tally.fault('database restarted');
  world.databaseDownUntilMs = timeline.nowMs + forMs;
  world.troubleUntil(world.databaseDownUntilMs);
  history.note(`the database restarts, down for ${(world.databaseDownUntilMs - timeline.nowMs) / 1000} s`);
  world.pendingCuts.push(...world.gate.clients);
}

/** Somebody dials while the database is away, hears an apology, and does not wait for its end. */
function callerInOutage(world: World): void {
  const { random } = world;
  restartDatabase(world, random.between(12, 30) * 1_000);
  const number = `+120255501${String(random.between(50, 79))}`;
  const plan = { number, key: '1', patienceMs: random.between(10, 22) * 500, picksUp: 0.8 };
  world.timeline.after(random.between(0, 4) * 500, () => someoneDials(world, plan, DINO_NUMBER));
}

/** Somebody has changed a password, or not paid; or a number of ours has lost its registration. */
function refuse(world: World, kind: 'account refused' | 'sender refused'): void {
  const { random, network, history, tally } = world;
  const carrier = random.pick(network.carriers);
  const forMs = random.between(2, 16) * 30_000;
  if (kind === 'account refused') carrier.refusals.refuseAccount(forMs);
  else carrier.refusals.refuseSender(random.pick(['voice', 'sms', 'registration']), forMs);
  world.carrierCalmSinceMs = Infinity;
  tally.fault(kind);
  history.note(`${kind} by ${carrier === network.first ? 'the first' : 'the second'} carrier`);
}

/** A person's phone is gone: nobody of the carriers reaches it any more. The others are enough. */
function killNumber({ random, network, history, tally, responders }: World): void {
  const { refusals } = network.first;
  if (refusals.dead.size > 0) return;
  const { key, number } = random.pick(responders);
  for (const carrier of network.carriers) carrier.refusals.dead.add(number);
  tally.fault('number dead');
  history.note(`${key}'s number is dead`);
}
