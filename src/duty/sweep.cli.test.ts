import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { dinoPeople, enrol, type TestPerson } from '../../test/support/people.ts';
import { programOf } from '../../test/support/programs.ts';
import { layerOf, schedule, seatsOf } from '../../test/support/schedules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const tom: TestPerson = {
    key: 'tom',
    name: 'Tom Teal',
    roles: ['technician'],
    voice: '+12025550116',
    duty: 'technician',
  };
  await enrol(database.pool, [...dinoPeople, tom]);
});
afterAll(() => database.close());

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('sweep'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
  });
  return { status, stdout, stderr };
}

test('says that nothing is missing, and after a gap what is', async () => {
  expect(run('--desk', 'dino')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('every role that it needs has somebody who can be reached.') as string,
  });
  const mondays = { monday: ['00:00-24:00'] };
  await schedule(database.pool, 'sales', seatsOf([layerOf(['sal'], { hours: mondays })]));
  const { status, stdout } = run('--desk', 'dino', '--days', '14');
  expect(status).toBe(1);
  expect(stdout).toMatch(/: [23] findings\.\n/);
  expect(stdout).toMatch(
    /Tue \d{4}-\d\d-\d\d 00:00 to Mon \d{4}-\d\d-\d\d 00:00 {2}nobody is on duty as sales\n/,
  );
  const json = JSON.parse(run('--desk', 'dino', '--days', '14', '--json').stdout) as { findings: object[] };
  expect(json.findings[0]).toMatchObject({
    problem: 'nobody',
    role: 'sales',
    people: [],
    wanted: 1,
    found: 0,
  });
});

test('says who has a shift at another desk at the same time, and heeds dates that the console has set', async () => {
  await database.pool.query(
    `INSERT INTO duty (desk, role, position, person) VALUES ('dvnordic', 'operator', 0, 'tom')`,
  );
  const { status, stdout } = run('--desk', 'dino', '--days', '14');
  expect(status).toBe(1);
  expect(stdout).toContain('Tom Teal is on duty 2 times at once, as technician and as operator at dvnordic');
  expect(run('--desk', 'dvnordic', '--days', '14').stdout).toContain(
    'Tom Teal is on duty 2 times at once, as operator and as technician at dino',
  );
});

test.each([
  [['--desk', 'dion'], 'There is no desk "dion". Did you mean "dino"?'],
  [['--desk', 'dino', '--days', '0'], '--days 0: write a number of days'],
  [[], '--desk is missing'],
])('%j is refused with exit status 2: %s', (args, words) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
