// The simulated carrier as a process of its own: started by the product, the demo or by hand.
import { createInterface } from 'node:readline';
import { applyNumbers, applyPeople } from './control/apply.ts';
import { peopleSchema } from './control/schemas.ts';
import { createPhones } from './index.ts';
import type { NumberSetup, Phones } from './index.ts';

const { env } = process;

function fail(message: string): never {
  console.error(`phones: ${message}`);
  process.exit(1);
}

/** `+18004803466=Dino support,+17037682610`: the name is optional. */
function numbersFrom(list: string, productUrl: string): NumberSetup[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [number = '', name] = entry.split('=');
      if (!/^\+[1-9]\d{4,14}$/.test(number))
        fail(`PHONES_NUMBERS: "${number}" is not E.164, such as +12025550100`);
      const base = productUrl.replace(/\/$/, '');
      return {
        number,
        ...(name === undefined ? {} : { name }),
        voiceUrl: `${base}/twilio/voice`,
        smsUrl: `${base}/twilio/sms`,
        statusUrl: `${base}/twilio/status`,
      };
    });
}

function peopleFrom(text: string) {
  try {
    return peopleSchema.parse({ people: JSON.parse(text) as unknown }).people;
  } catch (error) {
    return fail(`PHONES_PEOPLE must be JSON [{"key","name","role","number"}]: ${(error as Error).message}`);
  }
}

async function start(): Promise<Phones> {
  const accountSid = env['TWILIO_ACCOUNT_SID'];
  const authToken = env['TWILIO_AUTH_TOKEN'];
  if (!accountSid || !authToken)
    return fail('set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (any values will do here)');
  const port = Number(env['PHONES_PORT'] ?? 3001);
  const productUrl = env['PHONES_PRODUCT_URL'] ?? 'http://127.0.0.1:3000';
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fail(`PHONES_PORT: "${env['PHONES_PORT'] ?? ''}" is no port`);
  if (!URL.canParse(productUrl)) return fail(`PHONES_PRODUCT_URL: "${productUrl}" is no URL`);
  const host = env['PHONES_HOST'] ?? '127.0.0.1';
  const callsPerSecond = Number(env['PHONES_CALLS_PER_SECOND'] ?? 1);
  if (!(callsPerSecond > 0)) return fail('PHONES_CALLS_PER_SECOND must be a number above 0');
  try {
    return await createPhones({
      accountSid,
      authToken,
      host,
      port,
      callsPerSecond,
      numbers: numbersFrom(env['PHONES_NUMBERS'] ?? '', productUrl),
      people: peopleFrom(env['PHONES_PEOPLE'] ?? '[]'),
    });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const mends: Record<string, string> = {
      EADDRINUSE: `port ${port} on ${host} is in use; set PHONES_PORT to another, or 0 for any`,
      EADDRNOTAVAIL: `${host} is no address of this machine; set HOST to one that is, or to 0.0.0.0 for all`,
      ENOTFOUND: `${host} is a name that nobody knows; set HOST to an address of this machine, or to 0.0.0.0 for all`,
    };
    return fail(mends[code] ?? message);
  }
}

/** A line on stdin changes people or numbers: {"people":[…]} or {"numbers":[…]}. */
function takeLine(phones: Phones, line: string): void {
  if (line.trim() === '') return;
  try {
    const wish = JSON.parse(line) as Record<string, unknown>;
    if ('people' in wish) applyPeople(phones, { people: wish['people'] });
    if ('numbers' in wish) applyNumbers(phones, { numbers: wish['numbers'] });
  } catch (error) {
    console.error(`phones: a line on stdin was not understood: ${(error as Error).message}`);
  }
}

const phones = await start();
const stop = () => void phones.close().finally(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Its parent holds the other end: when that is gone, even by kill -9, nobody needs these phones.
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => takeLine(phones, line));
lines.on('close', stop);
console.log(JSON.stringify({ ready: true, url: phones.url }));
