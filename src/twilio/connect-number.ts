import type { PhoneNumber } from '../kernel/index.ts';
import { toCarrierFailure } from './carrier-answers.ts';
import type { TwilioClient } from './client.ts';
import {
  changedSettings,
  describeRouting,
  plannedRouting,
  routingObstacles,
  type NumberRouting,
  type RoutingOverrides,
} from './connect-plan.ts';
import type { ConnectSettings } from './connect-settings.ts';

type AccountNumber = NumberRouting & RoutingOverrides & { sid: string; phoneNumber: string };

/**
 * Shows how a number of the account is routed and what this service needs; with `apply` sets that and reads it back.
 * Answers with the exit code: 0, or 1 when the number is not, or would not be, connected. Never throws.
 */
export async function connectNumber(
  client: TwilioClient,
  wanted: Omit<ConnectSettings, 'twilio'>,
  write: (line: string) => void,
): Promise<0 | 1> {
  try {
    const found = await findNumber(client, wanted.number);
    if (found === undefined) {
      write(
        `${wanted.number} is not a number of this account: check it, and TWILIO_ACCOUNT_SID (a subaccount?)`,
      );
      return 1;
    }
    return await connect(client, found, wanted, write);
  } catch (error) {
    const { class: failureClass, code, message } = toCarrierFailure(error, 'new');
    const mend = failureClass === 'ours-broken' ? 'check the credentials and TWILIO_API_URL' : 'try again';
    write(`Twilio did not do it (${code}): ${message}; ${mend}`);
    return 1;
  }
}

async function connect(
  client: TwilioClient,
  found: AccountNumber,
  wanted: Omit<ConnectSettings, 'twilio'>,
  write: (line: string) => void,
): Promise<0 | 1> {
  const planned = plannedRouting(found, wanted);
  const changes = changedSettings(found, planned);
  const changeCount = Object.keys(changes).length;
  write(`${found.phoneNumber} (${found.sid})`);
  for (const line of describeRouting(found, planned)) write(line);
  if (planned.voiceFallbackUrl === planned.voiceUrl) {
    write(
      'The voice fallback is this service too: if all of it is down, callers hear an application error. See docs/FAIL-OPEN.md.',
    );
  }
  const obstacles = routingObstacles(found);
  for (const obstacle of obstacles) write(`No effect: ${obstacle}`);
  if (obstacles.length > 0) return 1;
  if (changeCount === 0) {
    write('Connected: nothing to change.');
    return 0;
  }
  if (!wanted.apply) {
    write(`Nothing changed yet: ${changeCount} to change with --apply.`);
    return 0;
  }
  await client.incomingPhoneNumbers(found.sid).update(changes);
  return verify(client, found.sid, planned, write);
}

async function verify(
  client: TwilioClient,
  sid: string,
  planned: NumberRouting,
  write: (line: string) => void,
): Promise<0 | 1> {
  const now = toAccountNumber(await client.incomingPhoneNumbers(sid).fetch());
  if (Object.keys(changedSettings(now, planned)).length === 0) {
    write('Connected: set, and read back the same.');
    return 0;
  }
  write('Twilio took the change, but reads back otherwise:');
  for (const line of describeRouting(now, planned)) write(line);
  return 1;
}

/** Twilio's filter matches parts of numbers too. */
async function findNumber(client: TwilioClient, number: PhoneNumber): Promise<AccountNumber | undefined> {
  const candidates = await client.incomingPhoneNumbers.list({ phoneNumber: number, limit: 50 });
  const found = candidates.find((candidate) => candidate.phoneNumber === (number as string));
  return found && toAccountNumber(found);
}

type SdkNumber = { [K in keyof AccountNumber]?: AccountNumber[K] | null };

function toAccountNumber(number: SdkNumber): AccountNumber {
  return {
    sid: number.sid ?? '',
    phoneNumber: number.phoneNumber ?? '',
    voiceUrl: number.voiceUrl ?? '',
    voiceMethod: number.voiceMethod ?? '',
    voiceFallbackUrl: number.voiceFallbackUrl ?? '',
    voiceFallbackMethod: number.voiceFallbackMethod ?? '',
    smsUrl: number.smsUrl ?? '',
    smsMethod: number.smsMethod ?? '',
    smsFallbackUrl: number.smsFallbackUrl ?? '',
    statusCallback: number.statusCallback ?? '',
    statusCallbackMethod: number.statusCallbackMethod ?? '',
    voiceApplicationSid: number.voiceApplicationSid ?? null,
    smsApplicationSid: number.smsApplicationSid ?? null,
    trunkSid: number.trunkSid ?? null,
  };
}
