import { readOptions, tellUsage } from './command-line/index.ts';
import { describeFaults, type Config } from './config/index.ts';
import type { Script } from './ivr/index.ts';
import { readSettings } from './settings.ts';
import { startSimulatedPhones, type SimulatedPhones } from './simulated-phones.ts';
import { StartFault } from './start-fault.ts';

const usage = `Usage: npm start
  Runs the service until it is told to stop. Its settings are environment variables: see docs/CONFIGURATION.md.`;

async function start(): Promise<void> {
  const read = readOptions(process.argv.slice(2), {});
  if (read.ok !== true) process.exit(tellUsage(read, usage));
  const settings = await readSettings(process.env);
  if (!settings.ok) throw new StartFault(describeFaults(settings.faults));
  const phones = startPhones(settings.config, settings.scripts);
  // The phones take as long to start as the rest of the service takes to load: both at once on two cores.
  const { serve } = await import('./serve.ts');
  await serve(settings, phones);
}

function startPhones(config: Config, scripts: Script[]): Promise<SimulatedPhones> | undefined {
  if (config.carrier.kind === 'twilio') return undefined;
  const numbers = scripts.flatMap((s) => s.numbers.map((number) => ({ number, name: `${s.name} support` })));
  const phones = startSimulatedPhones({
    host: config.host,
    port: config.carrier.phonesPort,
    productUrl: config.publicUrl,
    callsPerSecond: config.carrier.callsPerSecond,
    numbers,
  });
  // Looked at when the database is open: why that cannot be is the more useful thing to say.
  phones.catch(() => undefined);
  return phones;
}

start().catch((error: unknown) => {
  console.error(error instanceof StartFault ? error.message : describe(error));
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
