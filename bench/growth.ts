import { join } from 'node:path';
import { migrate, openDatabase, startEmbedded, urlOf } from '../src/database/index.ts';
import { benchDesks, endAllNow, type BenchDesk } from './desks.ts';
import { callsAtOnce, callsInTurn } from './fan-out.ts';
import { closedCases } from './growth-data.ts';
import { measureLoads, type LoadSizes } from './growth-loads.ts';
import { lineOf, type Compared, type Line } from './line.ts';
import { signIn, timePage } from './pages.ts';
import { setStage, withStops, type Stage, type Stops } from './stage.ts';

export interface GrowthSizes extends LoadSizes {
  /** Closed cases in the grown database; ten receipt events each. */
  cases: number;
  /** In the small one. A page of a list, one desk's too, must be full in both: else rendering would be compared. */
  casesInTheSmall: number;
  desks: number;
  blocks: number;
  pages: number;
  /** Where the two databases are kept, to be used again; absent: written anew and thrown away. */
  dataDir?: string | undefined;
}

const pages = {
  'page of what goes on now': '/',
  'page of the call log': '/calls',
  'page of the case list': '/cases',
  'page of one desk’s calls': '/calls?desk=desk00',
  'page of open cases': '/cases?status=current',
  'page of a search for nobody': '/cases?search=Nobody',
  'page of texts received': '/texts',
  'page of a search for no text': '/texts?search=Nobody',
  'cases of the JSON API': '/api/v1/cases?limit=100',
} as const;

type Name = keyof typeof pages | 'fan-out, 1 call at a time' | 'fan-out, all desks at once';

/** What took how long in a database with few closed cases, and takes in one with years of them. */
export function measureGrowth(folder: string, sizes: GrowthSizes): Promise<Line[]> {
  return withStops(async (stops) => {
    const server = await startEmbedded(sizes.dataDir ?? join(folder, 'database'));
    stops.push(() => server.stop());
    const desks = benchDesks(sizes.desks);
    const databases = {
      floor: await grownDatabase(server.url, desks, sizes.casesInTheSmall),
      figure: await grownDatabase(server.url, desks, sizes.cases),
    };
    const name = `${sizes.cases / 1e6} million closed cases`;
    return [
      ...(await measureCallsAndPages(folder, { desks, databases, sizes, name })),
      ...(await measureLoads(folder, { desks, databases, sizes, name })),
    ];
  });
}

/** Calls one by one and at once, and pages. */
function measureCallsAndPages(
  folder: string,
  { desks, databases, sizes, name: grown }: Grown,
): Promise<Line[]> {
  return withStops(async (stops) => {
    const stages = {
      floor: await signedInStage(join(folder, 'small'), databases.floor, desks, stops),
      figure: await signedInStage(join(folder, 'grown'), databases.figure, desks, stops),
    };
    const samples = new Map<Name, Compared>();
    for (let block = -1; block < sizes.blocks; block += 1) {
      // The first goes before and after in turn, so that neither always meets a warm machine.
      const order = block % 2 === 0 ? (['floor', 'figure'] as const) : (['figure', 'floor'] as const);
      for (const side of order) {
        const took = await playBlock(stages[side], sizes);
        for (const [name, times] of block < 0 ? [] : took) {
          const of = samples.get(name) ?? { figure: [], floor: [] };
          samples.set(name, of);
          of[side].push(...times);
        }
      }
    }
    return [...samples].map(([name, of]) => lineOf(`${name}, ${grown}, p50`, 'ms', of, 0.5, 'ratio <= 1.25'));
  });
}

interface Grown {
  desks: BenchDesk[];
  databases: Record<'floor' | 'figure', string>;
  sizes: GrowthSizes;
  name: string;
}

interface SignedInStage extends Stage {
  cookie: string;
}

async function signedInStage(
  folder: string,
  databaseUrl: string,
  desks: BenchDesk[],
  stops: Stops,
): Promise<SignedInStage> {
  const stage = await setStage(folder, databaseUrl, { desks }, stops);
  return { ...stage, cookie: await signIn(stage.pool) };
}

/** Before a service is there: its tables are locked meanwhile. The address of the database. */
async function grownDatabase(serverUrl: string, desks: BenchDesk[], cases: number): Promise<string> {
  const name = `closed_${cases}`;
  const url = urlOf(serverUrl, name);
  const isNew = await makeDatabase(serverUrl, name);
  const database = openDatabase(url, { maxConnections: 1 });
  try {
    await migrate(database.pool);
    if (isNew) await closedCases(database.pool, desks, cases);
    // A run that was broken off has left cases open, and phones taken.
    else await endAllNow(database.pool);
  } finally {
    await database.close();
  }
  return url;
}

/** False when it is there already, from an earlier run. */
async function makeDatabase(serverUrl: string, name: string): Promise<boolean> {
  const server = openDatabase(serverUrl, { maxConnections: 1 });
  try {
    const { rowCount } = await server.pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await server.pool.query(`CREATE DATABASE ${name}`);
    return rowCount === 0;
  } finally {
    await server.close();
  }
}

async function playBlock(stage: SignedInStage, sizes: GrowthSizes): Promise<[Name, number[]][]> {
  const took: [Name, number[]][] = [
    ['fan-out, 1 call at a time', await callsInTurn(stage)],
    ['fan-out, all desks at once', (await callsAtOnce(stage, stage.desks)).fanOut],
  ];
  for (const [name, path] of Object.entries(pages) as [keyof typeof pages, string][]) {
    const times: number[] = [];
    for (let at = 0; at < sizes.pages; at += 1)
      times.push(await timePage(stage.target.url, path, stage.cookie));
    took.push([name, times]);
  }
  return took;
}
