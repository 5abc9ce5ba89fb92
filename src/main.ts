import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import { ensureFirstLink } from './accounts/index.ts';
import { buildApp, type App, type SecondCarrier } from './app.ts';
import { describeFaults, type Config } from './config/index.ts';
import { knownCallers } from './customers/index.ts';
import {
  connectDatabase,
  DatabaseUnusableError,
  tooManyRights,
  type OpenDatabase,
} from './database/index.ts';
import type { Script } from './ivr/index.ts';
import { DiskFolder } from './journal/index.ts';
import { systemClock } from './kernel/index.ts';
import { createLogger } from './log.ts';
import { createSmtpTransport } from './mail/index.ts';
import { peopleWithPhones, seedExamplePeople } from './people/index.ts';
import { readSettings } from './settings.ts';
import { startSimulatedPhones, type SimulatedPhones } from './simulated-phones.ts';
import { createSignalWireTelephony, createTwilioTelephony, signalWireApiUrl } from './twilio/index.ts';

/** How long a stop may take before what is left is abandoned; the carrier's 8 s lie within it. */
const STOP_TIMEOUT_MS = 12_000;

class StartFault extends Error {}

async function startPhones(config: Config, scripts: Script[]): Promise<SimulatedPhones | undefined> {
  if (config.carrier.kind === 'twilio') return undefined;
  const numbers = scripts.flatMap((s) => s.numbers.map((number) => ({ number, name: `${s.name} support` })));
  return startSimulatedPhones({
    host: config.host,
    port: config.carrier.phonesPort,
    productUrl: config.publicUrl,
    callsPerSecond: config.carrier.callsPerSecond,
    numbers,
  }).catch((error: Error) => {
    throw new StartFault(error.message);
  });
}

async function assemble(
  config: Config,
  database: OpenDatabase,
  scripts: Script[],
  log: Logger,
  phones?: SimulatedPhones,
): Promise<App> {
  const carrier = config.carrier.kind === 'twilio' ? config.carrier : undefined;
  const account = carrier ?? {
    accountSid: phones!.accountSid,
    authToken: phones!.authToken,
    apiUrl: phones!.url,
  };
  const { apiKey, apiSecret, apiUrl } = { apiKey: undefined, apiSecret: undefined, ...account };
  return buildApp({
    config,
    authTokens: carrier?.authTokens ?? [account.authToken],
    database,
    clock: systemClock,
    scripts,
    telephony: createTwilioTelephony({
      accountSid: account.accountSid,
      authToken: account.authToken,
      ...(apiKey === undefined || apiSecret === undefined ? {} : { apiKey, apiSecret }),
      ...(apiUrl === undefined ? {} : { apiUrl }),
    }),
    log,
    journal: new DiskFolder(config.journalDir),
    ...secondCarrierOf(config),
    ...(config.mail === undefined ? {} : { mail: createSmtpTransport(config.mail) }),
    ...(config.canary === undefined ? {} : { canary: config.canary }),
    ...(phones === undefined ? {} : { phonesUrl: phones.url }),
  });
}

function secondCarrierOf({ secondCarrier }: Config): { secondCarrier?: SecondCarrier } {
  if (!secondCarrier) return {};
  const { kind: name, numbers, signingKey, ...account } = secondCarrier;
  const telephony = createSignalWireTelephony(account);
  const recordingsAt = signalWireApiUrl(account.spaceUrl);
  return { secondCarrier: { name, numbers, signingKeys: [signingKey], recordingsAt, telephony } };
}

async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  if (!settings.ok) throw new StartFault(describeFaults(settings.faults));
  const { config, scripts, warnings } = settings;
  const log = createLogger(config.logLevel);
  const { role } = config;
  log.info({ role, carrier: config.carrier.kind, database: config.database.kind }, 'starting');
  const database = await connectDatabase(config.database, { maxConnections: 20 });
  const stops: (() => unknown)[] = [() => database.close()];
  try {
    const phones = await startPhones(config, scripts);
    if (phones) {
      stops.unshift(() => phones.stop());
      await seedExamplePeople(database.db);
      phones.setPeople([...(await peopleWithPhones(database.pool)), ...(await knownCallers(database.pool))]);
    }
    const app = await assemble(config, database, scripts, log, phones);
    stops.unshift(() => app.stop());
    await app.start();
    await app.http.listen({ host: config.host, port: config.port });
    const firstLink = config.role === 'worker' ? undefined : await ensureFirstLink(database.db, systemClock);
    log.info({ role, desks: scripts.map((script) => script.desk) }, 'ready');
    announce(config, phones, firstLink, [...warnings, ...(await tooManyRights(database.pool))]);
  } catch (error) {
    await stopAll(stops, log);
    throw error;
  }
  // One request or task has failed without a word; all the others, and the callers on the line, go on.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure that nobody looked at'));
  const options: closeWithGrace.Options = {
    delay: STOP_TIMEOUT_MS,
    logger: false,
    skip: ['unhandledRejection'],
  };
  closeWithGrace(options, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping: a fault that nobody caught');
    else log.info({ signal }, 'stopping');
    await stopAll(stops, log);
    log.info('stopped');
  });
}

async function stopAll(stops: (() => unknown)[], log: Logger): Promise<void> {
  for (const stop of stops) {
    try {
      await stop();
    } catch (error) {
      log.error({ err: error }, 'a part did not stop as it should');
    }
  }
}

function announce(
  config: Config,
  phones: SimulatedPhones | undefined,
  firstLink: string | undefined,
  warnings: readonly string[],
): void {
  const lines = [`Afterhours is ready.`, `  Console  ${config.publicUrl}/`];
  if (phones) lines.push(`  Phones   ${phones.url}/   (dial 1-800-480-DINO there and press 1)`);
  if (firstLink) lines.push(`  First supervisor, once   ${config.publicUrl}${firstLink}`);
  console.log(lines.join('\n'));
  for (const warning of warnings) console.log(`  Note: ${warning}`);
}

start().catch((error: unknown) => {
  const own = error instanceof StartFault || error instanceof DatabaseUnusableError;
  console.error(own ? error.message : describe(error));
  process.exit(1);
});

const listenFaults: Record<string, string> = {
  EADDRINUSE: 'Another program, perhaps another Afterhours, uses this port. Stop it, or set PORT to another.',
  EADDRNOTAVAIL: 'HOST is no address of this machine: set it to one that is, or to 0.0.0.0 for all of them.',
  ENOTFOUND: 'HOST is a name that nobody knows: set it to an address of this machine, or to 0.0.0.0 for all.',
  EACCES: 'Only an administrator may use this port: set PORT to one above 1023.',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  const mend = ['listen', 'getaddrinfo'].includes(syscall) ? listenFaults[code] : undefined;
  return mend === undefined ? (error.stack ?? error.message) : `${error.message}\n${mend}`;
}
