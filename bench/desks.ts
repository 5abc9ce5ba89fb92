import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../src/config/index.ts';

/** A desk with four people of its own: a phone has one page call at a time, so calls at the same moment need it. */
export interface BenchDesk {
  desk: string;
  number: string;
  caller: string;
  people: { key: string; role: string; number: string }[];
}

/** In each area code, 555-0100 to 555-0199 are set aside for fiction. */
const areaCodes = [201, 202, 203, 205] as const;
const roles = ['senior-technician', 'senior-technician', 'senior-technician', 'sales'] as const;
const line = (areaCode: number, index: number) => `+1${areaCode}5550${100 + index}`;

export function benchDesks(count: number): BenchDesk[] {
  return Array.from({ length: count }, (_, index) => {
    const desk = `desk${String(index).padStart(2, '0')}`;
    const people = roles.map((role, at) => ({
      key: `${desk}-p${at}`,
      role,
      number: line(areaCodes[at]!, index),
    }));
    return { desk, number: line(800, index), caller: line(206, index), people };
  });
}

/** So many customers, each with a number of their own; there are 700 in these area codes. */
export function manyCallers(count: number): string[] {
  const codes = [207, 208, 209, 210, 212, 213, 214] as const;
  return Array.from({ length: count }, (_, at) =>
    line(codes[at % codes.length]!, Math.floor(at / codes.length)),
  );
}

/** The Dino desk's own script once for each desk: only name, number and the letters of its cases differ. */
export function writeScripts(folder: string, desks: readonly BenchDesk[]): void {
  mkdirSync(folder, { recursive: true });
  const dino = parse(readFileSync(join(projectRoot(), 'ivr-scripts', 'dino.yaml'), 'utf8')) as object;
  for (const [index, { desk, number }] of desks.entries()) {
    const letters = String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));
    const script = {
      ...dino,
      desk,
      name: `Desk ${letters}`,
      numbers: [number],
      case_numbers: { prefix: `B${letters}`, first: 1 },
    };
    writeFileSync(join(folder, `${desk}.yaml`), stringify(script));
  }
}

/** Those of an earlier run stay as they are. */
export async function enrolPeople(pool: Pool, desks: readonly BenchDesk[]): Promise<void> {
  const people = desks.flatMap(({ desk, people }) =>
    people.map((person, position) => ({ ...person, desk, position, name: `Person ${person.key}` })),
  );
  const rows = [JSON.stringify(people)];
  await pool.query(
    `INSERT INTO person (key, name, roles) SELECT p->>'key', p->>'name', ARRAY[p->>'role'] FROM jsonb_array_elements($1) p ON CONFLICT DO NOTHING`,
    rows,
  );
  await pool.query(
    `INSERT INTO contact_method (person, channel, address) SELECT p->>'key', channel, p->>'number'
     FROM jsonb_array_elements($1) p, unnest(ARRAY['voice', 'sms']) channel ON CONFLICT DO NOTHING`,
    rows,
  );
  await pool.query(
    `INSERT INTO duty (desk, role, position, person) SELECT p->>'desk', p->>'role', (p->>'position')::int, p->>'key'
     FROM jsonb_array_elements($1) p ON CONFLICT DO NOTHING`,
    rows,
  );
  await pool.query('ANALYZE person, contact_method, duty');
}

/** Waits until every page is in the books, then ends all cases, so that every phone is free for the next calls. */
export async function endAllCases(pool: Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      'SELECT 1 FROM page WHERE settled_at IS NULL AND carrier_id IS NULL LIMIT 1',
    );
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await endAllNow(pool);
}

/** Ends all cases, whatever is under way: no service may be there. */
export async function endAllNow(pool: Pool): Promise<void> {
  await pool.query(`
    UPDATE paging SET status = 'stopped', next_round_at = NULL, ended_at = clock_timestamp() WHERE status = 'open';
    UPDATE page SET status = 'stood-down', settled_at = clock_timestamp() WHERE settled_at IS NULL;
    UPDATE call SET status = 'completed', ended_at = clock_timestamp() WHERE ended_at IS NULL;
    UPDATE support_case SET status = 'cancelled' WHERE status NOT IN ('closed', 'cancelled');
    DELETE FROM task;`);
}
