import { diligent } from './people/mood.ts';
import { Responder } from './people/responder.ts';
import { PEOPLE_COUNT } from './scenario.ts';
import type { World } from './world.ts';

const PEOPLE = [
  { key: 'anna', role: 'senior-technician' },
  { key: 'bo', role: 'senior-technician' },
  { key: 'cleo', role: 'senior-technician' },
  { key: 'sal', role: 'sales' },
  { key: 'sue', role: 'supervisor' },
].slice(0, PEOPLE_COUNT);

interface Enrolled {
  desk: string;
  key: string;
  role: string;
  /** In the desk's list of duty. */
  position: number;
  number: string;
}

/** Writes the Dino desk's people into the database, and gives each a phone. */
export async function enrolDesk(world: World): Promise<void> {
  for (const [position, { key, role }] of PEOPLE.entries()) {
    await enrol(world, { desk: 'dino', key, role, position, number: `+1202555011${position + 1}` });
  }
}

/** Writes somebody into the database who is on duty at a desk, and gives them a phone. */
export async function enrol(world: World, { desk, key, role, position, number }: Enrolled): Promise<void> {
  await world.observer.query('INSERT INTO person (key, name, roles) VALUES ($1, $2, $3)', [key, key, [role]]);
  for (const channel of ['voice', 'sms']) {
    await world.observer.query('INSERT INTO contact_method (person, channel, address) VALUES ($1, $2, $3)', [
      key,
      channel,
      number,
    ]);
  }
  await world.observer.query('INSERT INTO duty (desk, role, position, person) VALUES ($1, $2, $3, $4)', [
    desk,
    role,
    position,
    key,
  ]);
  world.responders.push(
    new Responder({ key, number, mood: diligent }, world.random.fork(), () => world.network),
  );
}
