import type { World } from './world.ts';

export type TroubleKind =
  'kill at once' | 'kill in the middle' | 'cut a connection' | 'freeze' | 'restart the database' | 'deploy';

const MOST_STATEMENTS = 40;

/** Something goes wrong with a process, or with the database. */
export function bringTrouble(world: World, kind: TroubleKind): void {
  const { random, timeline, history, tally } = world;
  const able = world.liveProcesses.filter((p) => p.isAwake && !p.stopping);
  if (kind === 'restart the database') return restartDatabase(world);
  if (able.length === 0) return;
  const process = random.pick(able);
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

function restartDatabase(world: World): void {
  const { random, timeline, history, tally } = world;
  tally.fault('database restarted');
  world.databaseDownUntilMs = timeline.nowMs + random.between(1, 20) * 500;
  world.troubleUntil(world.databaseDownUntilMs);
  history.note(`the database restarts, down for ${(world.databaseDownUntilMs - timeline.nowMs) / 1000} s`);
  world.pendingCuts.push(...world.gate.clients);
}
