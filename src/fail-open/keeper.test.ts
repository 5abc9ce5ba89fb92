import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../phones/testing/virtual-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { dinoPeople, enrol } from '../../test/support/people.ts';
import { layerOf, schedule, seatsOf } from '../../test/support/schedules.ts';
import { startStaticHost, type StaticHost } from '../../test/support/static-host.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import { Carriers, Codes, webhookUrls, type Service } from '../service/index.ts';
import { FailOpenKeeper } from './keeper.ts';

let folder: string;
let host: StaticHost;
let database: TestDatabase;
let clock: VirtualClock;
let keeper: FailOpenKeeper;
let log: { level: string; message: string }[];
let looks: boolean[];
/** The keeper waits for its next turn: nothing of it is under way. */
let rests: boolean;

beforeEach(async () => {
  [folder, database] = await Promise.all([mkdtemp(join(tmpdir(), 'keeper-')), createTestDatabase()]);
  host = await startStaticHost(folder);
  await enrol(database.pool, dinoPeople);
  clock = createVirtualClock();
  [log, looks, rests] = [[], [], false];
});

afterEach(async () => {
  await keeper.stop();
  host.close();
  await Promise.all([database.close(), rm(folder, { recursive: true })]);
});

async function keep(options: { writes: boolean }): Promise<void> {
  const note = (level: string) => (_fields: object, message: string) => void log.push({ level, message });
  const service: Service = {
    db: database.db,
    clock: {
      now: () => clock.now(),
      after: (delayMs, run) => {
        if (delayMs !== 30_000) return clock.after(delayMs, run);
        rests = true;
        return clock.after(delayMs, () => {
          rests = false;
          run();
        });
      },
    },
    scripts: [dinoScript()],
    urls: webhookUrls('http://127.0.0.1:9'),
    pageFrom: [],
    carriers: new Carriers(),
    codes: new Codes(''),
    dispatcher: { owner: undefined, leaseEnd: () => clock.now(), expect: () => 0, handOver: () => 0 },
    changes: { publish: () => undefined },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
  };
  keeper = new FailOpenKeeper({
    service,
    url: host.url,
    folder: options.writes ? folder : undefined,
    onLook: (_desk, isCurrent) => looks.push(isCurrent),
  });
  rests = false;
  keeper.start();
  await minutes(0);
}

const minutes = (count: number) =>
  clock.advance(count * 60_000, async () => {
    while (!rests) await wait(1);
  });
const hosted = () => readFile(join(folder, 'dino', 'voice.xml'), 'utf8');
const alarms = async () => {
  const { rows } = await database.pool.query<{ message: string }>(
    'SELECT message || what_to_do AS message FROM alarm WHERE cleared_at IS NULL ORDER BY raised_at, kind',
  );
  return rows.map(({ message }) => message);
};
const leaves = (person: string) => database.pool.query('DELETE FROM duty WHERE person = $1', [person]);

it('writes the documents, and anew when duty changes', async () => {
  await keep({ writes: true });
  expect(await hosted()).toContain('+12025550112');
  await leaves('bo');
  await minutes(1);
  expect(await hosted()).not.toContain('+12025550112');
  expect(log.filter(({ level }) => level === 'info')).toHaveLength(2);
});

it('has no alarm while script, people and copy agree', async () => {
  await keep({ writes: true });
  await minutes(60);
  expect(new Set(looks)).toEqual(new Set([true]));
  expect([await alarms(), log.filter(({ level }) => level !== 'info')]).toEqual([[], []]);
});

it('names who cannot be rung, and takes the alarm down when that is mended', async () => {
  await database.pool.query(`DELETE FROM contact_method WHERE person = 'sal' AND channel = 'voice'`);
  await keep({ writes: true });
  expect(await alarms()).toEqual([
    expect.stringMatching(/not as it should be\. Sal Stone, on duty for dino as sales, has no/),
  ]);
  await leaves('sal');
  await minutes(6);
  expect(await alarms()).toEqual([
    expect.stringMatching(/not as it should be\. Nobody can be rung as sales for dino/),
  ]);
  await enrol(database.pool, [
    { key: 'sam', name: 'Sam', roles: ['sales'], voice: '+12025550117', duty: 'sales' },
  ]);
  await minutes(6);
  expect(await alarms()).toEqual([]);
});

it('says at once in the log, and in the console after a quarter of an hour, that the copy is stale', async () => {
  await keep({ writes: true });
  await keeper.stop();
  await keep({ writes: false });
  await leaves('bo');
  await minutes(6);
  expect(looks.at(-1)).toBe(false);
  expect(log.at(-1)).toMatchObject({
    level: 'warn',
    message: expect.stringContaining('is not what') as string,
  });
  expect(await alarms()).toEqual([expect.stringContaining('Only 2 of 3')]);
  await minutes(16);
  expect(await alarms()).toContainEqual(
    expect.stringMatching(/dino\/voice\.xml is not what .*Bring the documents of npm run fail-open -- dino /),
  );
  expect((await alarms()).join()).not.toContain(host.url);

  await keeper.stop();
  await keep({ writes: true });
  await minutes(6);
  expect(await alarms()).toEqual([expect.stringContaining('Only 2 of 3')]);
});

it('says that the host does not answer', async () => {
  await keep({ writes: true });
  host.answer = (response) => void response.destroy();
  await minutes(30);
  expect(await alarms()).toEqual([expect.stringMatching(/voice\.xml cannot be fetched .*Mend the host/)]);
  host.answer = undefined;
  await minutes(6);
  expect([await alarms(), looks.at(-1)]).toEqual([[], true]);
});

it('goes on when the folder cannot be written', async () => {
  await writeFile(join(folder, 'dino'), 'a file in the way');
  await keep({ writes: true });
  expect(log[0]).toEqual({ level: 'error', message: 'fail-open documents not written' });
  expect(looks).toEqual([false]);
  await rm(join(folder, 'dino'));
  await minutes(1);
  expect(await hosted()).toContain('<Dial');
});

it('writes the documents anew at a handoff of the schedule', async () => {
  const handoff = new Date(clock.now().getTime() + 3 * 60_000).toISOString();
  const turn = (person: string) => seatsOf([layerOf([person])]);
  await schedule(database.pool, 'senior-technician', turn('anna'), '2020-01-01T00:00Z');
  await schedule(database.pool, 'senior-technician', turn('cleo'), handoff);
  await keep({ writes: true });
  expect(await hosted()).toContain('+12025550111');
  expect(await hosted()).not.toContain('+12025550113');
  await minutes(4);
  expect(await hosted()).toContain('+12025550113');
  expect(await hosted()).not.toContain('+12025550111');
});
