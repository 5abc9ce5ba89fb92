import type { Given } from './contradictions.ts';
import { variableNames } from './variables.ts';

/** What the service starts with and its owner should know; plain sentences, no secrets. */
export function findWarnings(
  given: Given,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const warnings: string[] = [];
  const hasTwilio = given.TWILIO_ACCOUNT_SID !== undefined;
  if (!hasTwilio) warnings.push('No Twilio account is configured: calls and texts go to simulated phones.');
  if (hasTwilio && given.PUBLIC_URL === undefined) {
    warnings.push(
      'PUBLIC_URL is missing: Twilio must reach the service, and checks of its signatures need the address it calls.',
    );
  }
  if (hasTwilio && given.PUBLIC_URL?.startsWith('http:')) {
    warnings.push('PUBLIC_URL is plain http: sessions and callers can be overheard on the way.');
  }
  if (given.PUBLIC_URL?.startsWith('https:') && given.TRUSTED_PROXIES === undefined) {
    warnings.push(
      'TRUSTED_PROXIES is missing: what ends https in front of us is taken for the client, and failed sign-ins of all count as one.',
    );
  }
  if (given.SMTP_URL === undefined) {
    warnings.push(
      'SMTP_URL is missing: mail is kept in the outbox, where the console shows it, and is sent to nobody.',
    );
  }
  if (hasTwilio && given.FAIL_OPEN_URL === undefined) {
    warnings.push(
      'FAIL_OPEN_URL is missing: nothing is known to answer callers while this service is down. See docs/FAIL-OPEN.md.',
    );
  }
  if (given.NODE_ENV === 'production' && given.DATABASE_URL === undefined) {
    warnings.push(
      'DATABASE_URL is missing: the embedded database serves one process and is backed up by nobody but you.',
    );
  }
  if (given.DATABASE_URL !== undefined && given.DATA_DIR !== undefined) {
    warnings.push('DATA_DIR is not used, because DATABASE_URL is set.');
  }
  for (const name of ['PHONES_PORT', 'PHONES_CALLS_PER_SECOND'] as const) {
    if (hasTwilio && given[name] !== undefined)
      warnings.push(`${name} is not used, because TWILIO_ACCOUNT_SID is set.`);
  }
  if (given.API_TOKEN !== undefined && given.API_TOKEN.length < 24) {
    warnings.push('API_TOKEN is short: it could be guessed. Take what openssl rand -hex 32 prints.');
  }
  for (const name of Object.keys(environment).filter(isForeignTwilioName).sort()) {
    warnings.push(`${name} is no variable of this service and changes nothing.`);
  }
  return warnings;
}

/** A misspelt variable, or TWILIO_REGION and TWILIO_EDGE, which Twilio's own library would read. */
function isForeignTwilioName(name: string): boolean {
  return name.startsWith('TWILIO_') && !(variableNames as string[]).includes(name);
}
