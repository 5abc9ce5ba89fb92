import { readFileSync } from 'node:fs';
import { importPeople } from '../../src/people/import/index.ts';
import type { Desk } from './caller.ts';
import { Colleague, supervisorOf } from './sign-in.ts';
import type { World } from './world.ts';

export const LARS = '+46846500451';
export const KARIN = '+46701740641';

/** A form as an operator has filled it in. */
export const wholeForm = {
  customer: 'sundby',
  name: 'Lars Holm',
  phone: '+46 8 465 004 12',
  mail: 'lars.holm@sundby.example',
  office1: 'Stadshuset, plan 3',
  address1: 'Torggatan 4, 186 31 Sundby',
  serial: 'pz2-118-40937',
  mac: '00-1c-42-0b-7f-3a',
  units: '6',
  symptoms: 'Svart skärm efter inloggning.\nRöd lampa blinkar två gånger.',
  tried: 'Startat om klienterna.',
  priority: 'high',
};

export interface Room {
  sue: Colleague;
  maja: Colleague;
  tove: Colleague;
}

/** The customers of the example, and who is at work: Sue is a supervisor, Maja and Tove are operators who read Swedish. */
export async function openRoom(world: World): Promise<Room> {
  await importExample(world);
  const sue = new Colleague(world, await supervisorOf(world, 'Sue'));
  return {
    sue,
    maja: await sue.brings('operator', 'Maja Lind', 'sv-SE,sv;q=0.9,en;q=0.5'),
    tove: await sue.brings('operator', 'Tove Dahl', 'sv'),
  };
}

export async function importExample({ database }: World): Promise<void> {
  const text = readFileSync('examples/customers.yaml', 'utf8');
  const report = await importPeople(database.db, { file: 'customers.yaml', text });
  if (!report.ok) throw new Error(JSON.stringify(report.faults));
}

/** Somebody calls and hangs up before choosing: a case that waits to be registered. Its number. */
export async function missedCall(desk: Desk, from: string): Promise<string> {
  const caller = desk.customer(from);
  await caller.calls();
  await caller.hangsUp();
  return (await desk.newest()).number;
}
