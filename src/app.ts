import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { assignWhenDue } from './assignment/index.ts';
import { holdMusicWav } from './calls/index.ts';
import { ensureNumberSequence } from './cases/index.ts';
import { askForReturn, caseActions, endOfWait } from './casework/index.ts';
import type { Config } from './config/index.ts';
import { registerConsole } from './console/index.ts';
import { contactActions, contactCard, contactHandlers } from './contacts/index.ts';
import { outageOf, type OpenDatabase } from './database/index.ts';
import {
  CarrierTurns,
  followCarriers,
  handOver,
  kindsAtCarriers,
  taskHandlers,
  type CarrierService,
} from './dispatch/index.ts';
import { anyEngineLives, bringForward, Engine, enqueueMissing, type EngineOptions } from './engine/index.ts';
import { drillHandlers, drillTasks } from './drills/index.ts';
import { handoffHandlers, handoffTasks } from './handoffs/index.ts';
import { FailOpenKeeper } from './fail-open/index.ts';
import {
  ChangeFeed,
  createHttpServer,
  Metrics,
  registerApi,
  registerHealth,
  registerMailInbound,
  registerWebhooks,
  takeAgain,
} from './http/index.ts';
import { registersCases, type Script } from './ivr/index.ts';
import { Journal, MemoryFolder, type JournalFolder } from './journal/index.ts';
import { inTime, type Clock } from './kernel/index.ts';
import { sendWhatWaits, type MailTransport } from './mail/index.ts';
import { redirectActions } from './redirect/index.ts';
import { putOnWhenOver, registrations } from './registration/index.ts';
import { acceptLinks } from './responding/index.ts';
import { replyActions } from './replies/index.ts';
import { planSweep, runSweep } from './retention/index.ts';
import { Carriers, Codes, webhookUrls, type Dispatcher } from './service/index.ts';
import {
  routeToCarriers,
  type CarrierSetup,
  type RoutedTelephony,
  type Telephony,
} from './telephony/index.ts';
import type { Signer } from './twilio/index.ts';
import {
  alarmActions,
  tellOfLateRecords,
  watchdogHandlers,
  watchTasks,
  type CanarySettings,
  type Watch,
} from './watchdog/index.ts';

/** Everything that an application is made of; tests give a virtual clock and a carrier of their own. */
export interface AppParts {
  config: Pick<Config, 'publicUrl' | 'pageFrom' | 'apiToken' | 'role'> &
    Partial<Pick<Config, 'failOpen' | 'trustedProxies' | 'retention' | 'mailInboundSecret' | 'mail'>>;
  /** Accepted in signatures of webhooks. */
  authTokens: readonly string[];
  database: OpenDatabase;
  clock: Clock;
  scripts: readonly Script[];
  telephony: Telephony;
  /** Takes over what the first carrier cannot do; absent: there is one. */
  secondCarrier?: SecondCarrier;
  log: Logger;
  /** Absent: mail is kept in the outbox. */
  mail?: MailTransport;
  /** Absent: no canary is sent. */
  canary?: CanarySettings;
  phonesUrl?: string;
  /** Where what could not be recorded is kept until it can be; absent: in memory. */
  journal?: JournalFolder;
  /** How many calls and texts are asked of one carrier at once; absent: as many as are wise. */
  asksAtOnce?: number | undefined;
  /** How often the engine looks and how long a claim holds; tests on a virtual clock take longer ones. */
  engine?: Pick<EngineOptions, 'pollMs' | 'leaseMs'>;
}

/** A further carrier, and what it signs its webhooks with. */
export interface SecondCarrier extends CarrierSetup {
  signingKeys: readonly string[];
}

export interface App {
  http: FastifyInstance;
  engine: Engine | undefined;
  service: CarrierService;
  /** Undefined in a process that takes no webhooks. */
  journal: Journal | undefined;
  start(): Promise<void>;
  /** Answers what is under way, finishes what runs, and leaves the rest to others. */
  stop(): Promise<void>;
}

/** What is left in the journal's folder by then is taken over as a dead process's is. */
const JOURNAL_STOPS_WITHIN_MS = 6_000;

/** Puts the product together. Nothing listens and nothing runs before `start`. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { config, database, clock, log } = parts;
  for (const script of parts.scripts) {
    await ensureNumberSequence(database.pool, script.desk, script.caseNumbers.first);
  }
  const metrics = new Metrics(database.pool, clock);
  const changes = new ChangeFeed({ db: database.pool, url: database.url, clock, log });
  const service: CarrierService = {
    db: database.db,
    clock,
    scripts: parts.scripts,
    urls: webhookUrls(config.publicUrl),
    pageFrom: config.pageFrom,
    carriers: new Carriers(parts.secondCarrier),
    codes: new Codes(parts.authTokens[0] ?? ''),
    telephony: telephonyOf(parts, metrics),
    turns: new CarrierTurns({ clock, mostAtOnce: parts.asksAtOnce }),
    changes,
    log,
    dispatcher: noDispatcher,
  };
  const watch: Watch = { service, mail: parts.mail, canary: parts.canary };
  const engine = config.role === 'web' ? undefined : newEngine(parts, watch);
  if (engine) service.dispatcher = dispatcherOf(engine, service);
  let unfollow = (): void => undefined;
  const failOpen = newFailOpenKeeper(parts, service, metrics);
  const journal = newJournal(parts, service);
  if (journal) metrics.watchJournal(journal);
  const http = await buildHttp(parts, service, { metrics, changes, engine, journal });
  return {
    http,
    engine,
    service,
    journal,
    start: async () => {
      await changes.start();
      unfollow = followCarriers(service, clock);
      // After a standstill of the whole service: what the carrier reported meanwhile reached nobody, so it is asked.
      const stoodStill = engine && !(await anyEngineLives(database.pool));
      if (stoodStill) await bringForward(database.pool, 'call.look', clock.now());
      if (engine) await startWatch(parts, watch);
      if (config.retention) await planSweep(database.pool, clock);
      await engine?.start();
      failOpen?.start();
      await journal?.start();
    },
    stop: async () => {
      await http.close();
      unfollow();
      service.turns.close();
      // Side by side: a stop has 12 s for all of it. A disk that hangs must not keep the engine from giving back its work.
      await Promise.all([
        journal && inTime(clock, JOURNAL_STOPS_WITHIN_MS, journal.stop()).catch(() => undefined),
        failOpen?.stop(),
        engine?.stop(),
      ]);
      parts.mail?.close();
      await changes.stop();
    },
  };
}

function telephonyOf({ telephony, secondCarrier }: AppParts, metrics: Metrics): RoutedTelephony {
  const further = secondCarrier && {
    ...secondCarrier,
    telephony: metrics.watch(secondCarrier.telephony),
  };
  return routeToCarriers({ name: 'twilio', telephony: metrics.watch(telephony) }, further && [further]);
}

/** Whose webhooks are heeded. */
function signersOf({ authTokens, secondCarrier }: AppParts): Signer[] {
  const first = { carrier: 'twilio', keys: authTokens } as const;
  if (!secondCarrier) return [first];
  return [first, { carrier: secondCarrier.name, keys: secondCarrier.signingKeys }];
}

/** A process without an engine leaves its orders to those that have one. */
const noDispatcher: Dispatcher = {
  owner: undefined,
  leaseEnd: () => {
    throw new Error('this process has no engine');
  },
  expect: () => undefined,
  handOver: () => undefined,
};

/** Puts down what is to be done again and again, unless it is there, and what the outbox has kept. */
async function startWatch({ database, clock, mail }: AppParts, watch: Watch): Promise<void> {
  const now = clock.now();
  await enqueueMissing(database.pool, [...watchTasks(watch, now), ...handoffTasks(now), ...drillTasks(now)]);
  if (mail) await sendWhatWaits(database.pool, now);
}

/** Tests that say nothing of it want nothing deleted. */
const keepForEver = { recordingDays: 0, personalDataDays: 0 };

function newEngine(parts: AppParts, watch: Watch): Engine {
  return new Engine({
    pool: parts.database.pool,
    url: parts.database.url,
    clock: parts.clock,
    handlers: {
      ...taskHandlers(watch.service),
      ...watchdogHandlers(watch),
      ...handoffHandlers(watch.service),
      ...drillHandlers(watch.service),
      ...contactHandlers(watch.service),
      'case.return': (task) => askForReturn(watch.service, task),
      'case.waiting': (task) => endOfWait(watch.service, task),
      'case.assign': (task) => assignWhenDue(watch.service, task),
      'registration.put-on': (task) => putOnWhenOver(watch.service, task),
      'retention.sweep': () => runSweep(watch.service, parts.config.retention ?? keepForEver),
    },
    waitingKinds: kindsAtCarriers,
    log: parts.log,
    ...parts.engine,
  });
}

/** One of the processes that share the work is enough; several do no harm, each in its own folder. */
function newFailOpenKeeper(
  { config }: AppParts,
  service: CarrierService,
  metrics: Metrics,
): FailOpenKeeper | undefined {
  if (config.failOpen === undefined || config.role === 'web') return undefined;
  return new FailOpenKeeper({
    ...config.failOpen,
    service,
    onLook: (desk, isCurrent) => metrics.noteFailOpen(desk, isCurrent),
  });
}

function newJournal({ config, clock, log, journal }: AppParts, service: CarrierService): Journal | undefined {
  if (config.role === 'worker') return undefined;
  return new Journal({
    folder: journal ?? new MemoryFolder(),
    clock,
    log,
    record: (piece) => takeAgain(service, piece),
    outageOf,
    over: (spell) => tellOfLateRecords(service, spell),
  });
}

function dispatcherOf(engine: Engine, service: CarrierService): Dispatcher {
  return {
    // An engine that is stopping adopts nothing more: what is ordered now is another's to do.
    get owner() {
      return engine.isLive ? engine.id : undefined;
    },
    leaseEnd: () => engine.leaseEnd(),
    expect: (dueAt) => engine.expect(dueAt),
    handOver: (task, order) => engine.adopt(task, () => handOver(service, task, order)),
  };
}

async function buildHttp(
  parts: AppParts,
  service: CarrierService,
  made: { metrics: Metrics; changes: ChangeFeed; engine: Engine | undefined; journal: Journal | undefined },
): Promise<FastifyInstance> {
  const { config, database, clock } = parts;
  const http = createHttpServer({ log: parts.log, trustedProxies: config.trustedProxies ?? [] });
  registerHealth(http, { database, clock, engine: made.engine });
  made.metrics.register(http);
  const { journal } = made;
  if (!journal) return http;
  http.get('/hold-music.wav', async (_request, reply) =>
    reply.type('audio/wav').header('cache-control', 'public, max-age=86400').send(holdMusicWav()),
  );
  await registerWebhooks(http, service, {
    publicUrl: config.publicUrl,
    signers: signersOf(parts),
    keep: (told) => journal.keep(told),
  });
  if (config.mailInboundSecret !== undefined) {
    const own = ownAddresses(parts);
    await registerMailInbound(http, service, { secret: config.mailInboundSecret, own });
  }
  const secureCookies = config.publicUrl.startsWith('https:');
  const web = { db: database.db, clock, publicUrl: config.publicUrl, secureCookies };
  const { apiToken } = config;
  await registerApi(http, {
    ...web,
    scripts: parts.scripts,
    ...(apiToken === undefined ? {} : { apiToken }),
  });
  await registerConsole(http, {
    ...web,
    desks: parts.scripts.map((script) => ({
      desk: script.desk,
      name: script.name,
      timeZone: script.timeZone,
      language: script.language,
      numbers: script.numbers,
      closingCodes: script.closingCodes,
      hasCasework: script.assign !== undefined || script.mail?.tellCustomers === true,
      registers: registersCases(script),
      tellsCustomers: script.mail?.tellCustomers === true,
    })),
    scripts: parts.scripts,
    actions: caseActions(service),
    alarms: alarmActions(service),
    contacts: contactActions(service),
    contactCard: (words) => contactCard(service, words),
    registrations: registrations(service),
    replies: replyActions(service),
    redirects: redirectActions(service),
    canSendMail: parts.mail !== undefined,
    acceptLinks: acceptLinks(service),
    changes: made.changes,
    fetchRecording: (url) => service.telephony.fetchRecording(url),
    ...(parts.phonesUrl === undefined ? {} : { phonesUrl: parts.phonesUrl }),
  });
  return http;
}

/** The addresses that we write from and are written to. */
function ownAddresses({ config, scripts }: AppParts): string[] {
  const from = /([^\s<]+@[^\s>]+)>?\s*$/.exec(config.mail?.from ?? '')?.[1];
  const all = [from, ...scripts.map(({ mail }) => mail?.address)];
  return all.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()]));
}
