import type { Pool } from 'pg';

export interface TestPerson {
  key: string;
  name: string;
  roles: string[];
  voice?: string;
  /** How many calls the voice number takes at the same time; one unless told. */
  lines?: number;
  sms?: string | undefined;
  email?: string;
  /** Role on duty at the desk; none: not on duty. */
  duty?: string;
  /** Dino unless told. */
  desk?: string;
  /** When they want no texts that can wait, as in 21:00-07:00. */
  quiet?: string;
  /** English unless told. */
  language?: string;
}

const person = (key: string, name: string, role: string, number: string): TestPerson => ({
  key,
  name,
  roles: [role],
  voice: number,
  sms: number,
  duty: role,
});

export const anna = person('anna', 'Anna Alm', 'senior-technician', '+12025550111');
export const bo = person('bo', 'Bo Berg', 'senior-technician', '+12025550112');
export const cleo = person('cleo', 'Cleo Carr', 'senior-technician', '+12025550113');
export const sal = person('sal', 'Sal Stone', 'sales', '+12025550114');
export const sue = person('sue', 'Sue Sand', 'supervisor', '+12025550115');

export const dinoPeople: readonly TestPerson[] = [anna, bo, cleo, sal, sue];

const nordic = (key: string, name: string, role: string, number: string): TestPerson => ({
  ...person(key, name, role, number),
  desk: 'dvnordic',
  language: 'sv-SE',
});

export const ulla = nordic('ulla', 'Ulla Ek', 'operator', '+46846500441');
/** Another company's switchboard: a number that takes no texts. */
export const vaxel: TestPerson = {
  ...nordic('vaxel', 'Växel Nord', 'operator', '+46846500442'),
  sms: undefined,
};
export const nils = nordic('nils', 'Nils Lind', 'technician', '+46701740611');
export const karin = nordic('karin', 'Karin Dahl', 'technician', '+46701740612');
const eva = nordic('eva', 'Eva Holm', 'supervisor', '+46701740615');

export const nordicPeople: readonly TestPerson[] = [ulla, vaxel, nils, karin, eva];

/** Writes people and who of them is on duty at their desks, in the order given. */
export async function enrol(pool: Pool, people: readonly TestPerson[]): Promise<void> {
  for (const [position, p] of people.entries()) {
    await pool.query(
      'INSERT INTO person (key, name, roles, email, language, quiet) VALUES ($1, $2, $3, $4, $5, $6)',
      [p.key, p.name, p.roles, p.email ?? null, p.language ?? 'en-US', p.quiet ?? null],
    );
    for (const channel of ['voice', 'sms'] as const) {
      const address = p[channel];
      if (address === undefined) continue;
      await pool.query(
        'INSERT INTO contact_method (person, channel, address, lines) VALUES ($1, $2, $3, $4)',
        [p.key, channel, address, channel === 'voice' ? (p.lines ?? 1) : 1],
      );
    }
    if (p.duty === undefined) continue;
    await pool.query('INSERT INTO duty (desk, role, position, person) VALUES ($1, $2, $3, $4)', [
      p.desk ?? 'dino',
      p.duty,
      position,
      p.key,
    ]);
  }
}
