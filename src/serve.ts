import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import { ensureFirstLink } from './accounts/index.ts';
import { buildApp, type App, type SecondCarrier } from './app.ts';
import type { Config } from './config/index.ts';
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
import type { ReadSettings } from './settings.ts';
import type { SimulatedPhones } from './simulated-phones.ts';
import { StartFault } from './start-fault.ts';
import { createSignalWireTelephony, createTwilioTelephony, signalWireApiUrl } from './twilio/index.ts';

/** How long a stop may take before what is left is abandoned; the carrier's 8 s lie within it. */
const STOP_TIMEOUT_MS = 12_000;

/**
 * Runs the service until it is told to stop.
 * @param phones where the carrier is simulated: phones that are on their way, and ours to stop.
 * @throws StartFault with a message for the user; nothing runs any more then.
 */
export async function serve(settings: ReadSettings, phones?: Promise<SimulatedPhones>): Promise<void> {
  const { config } = settings;
  const log = createLogger(config.logLevel);
  const stops: (() => unknown)[] = [];
  if (phones) stops.unshift(async () => (await phones.catch(() => undefined))?.stop());
  try {
    await startAll(settings, log, stops, phones);
  } catch (error) {
    await stopAll(stops, log);
    throw error instanceof DatabaseUnusableError ? new StartFault(error.message) : error;
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

/**
 * Connections that the system keeps until we take them up, as far as it allows (net.core.somaxconn). One more is dropped,
 * and its other end tries again after 1 s, 3 s and 7 s, by which time a carrier has given the webhook up: callbacks of a
 * carrier that was away come by the thousand, and Node.js would keep 511.
 */
const WAITING_CONNECTIONS = 8_192;

/** What must be stopped stands in `stops`, what was started last first; the phones outlive our last request. */
async function startAll(
  { config, scripts, warnings }: ReadSettings,
  log: Logger,
  stops: (() => unknown)[],
  phonesOnTheWay: Promise<SimulatedPhones> | undefined,
): Promise<void> {
  const { role } = config;
  log.info({ role, carrier: config.carrier.kind, database: config.database.kind }, 'starting');
  const database = await connectDatabase(config.database, { maxConnections: 20 });
  stops.push(() => database.close());
  const phones = await phonesOnTheWay;
  if (phones) {
    await seedExamplePeople(database.db);
    phones.setPeople([...(await peopleWithPhones(database.pool)), ...(await knownCallers(database.pool))]);
  }
  const app = await assemble(config, database, scripts, log, phones);
  stops.unshift(() => app.stop());
  await app.start();
  await app.http.listen({ host: config.host, port: config.port, backlog: WAITING_CONNECTIONS });
  const firstLink = role === 'worker' ? undefined : await ensureFirstLink(database.db, systemClock);
  log.info({ role, desks: scripts.map((script) => script.desk) }, 'ready');
  announce(config, phones, firstLink, [...warnings, ...(await tooManyRights(database.pool))]);
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
