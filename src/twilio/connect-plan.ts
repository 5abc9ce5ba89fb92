import { withConnectionOverrides } from './connection-overrides.ts';

/** Where a number of ours sends its calls and texts, as the carrier keeps it. Empty: not set. */
export interface NumberRouting {
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  statusCallback: string;
  statusCallbackMethod: string;
}

/** What takes the place of the routing above, so that setting it would have no effect. */
export interface RoutingOverrides {
  voiceApplicationSid?: string | null;
  smsApplicationSid?: string | null;
  trunkSid?: string | null;
}

/** The names under which Twilio's console shows the settings. */
const labels: Readonly<Record<keyof NumberRouting, string>> = {
  voiceUrl: 'A call comes in',
  voiceMethod: '  method',
  voiceFallbackUrl: 'Primary handler fails (voice)',
  voiceFallbackMethod: '  method',
  smsUrl: 'A message comes in',
  smsMethod: '  method',
  smsFallbackUrl: 'Primary handler fails (messaging)',
  statusCallback: 'Call status changes',
  statusCallbackMethod: '  method',
};

const settings = Object.keys(labels) as (keyof NumberRouting)[];

/**
 * The routing that this service needs. A fallback that is set stays as it is unless another is given; one that is not set
 * becomes this service: asked anew, a known call goes on where it is, and a text counts once.
 */
export function plannedRouting(
  current: NumberRouting,
  wanted: { publicUrl: string; voiceFallbackUrl?: string },
): NumberRouting {
  const voiceUrl = withConnectionOverrides(`${wanted.publicUrl}/twilio/voice`);
  const smsUrl = withConnectionOverrides(`${wanted.publicUrl}/twilio/sms`);
  return {
    voiceUrl,
    voiceMethod: 'POST',
    ...voiceFallback(current, voiceUrl, wanted.voiceFallbackUrl),
    smsUrl,
    smsMethod: 'POST',
    smsFallbackUrl: current.smsFallbackUrl || smsUrl,
    statusCallback: withConnectionOverrides(`${wanted.publicUrl}/twilio/status`),
    statusCallbackMethod: 'POST',
  };
}

function voiceFallback(
  { voiceFallbackUrl, voiceFallbackMethod }: NumberRouting,
  ours: string,
  given: string | undefined,
): Pick<NumberRouting, 'voiceFallbackUrl' | 'voiceFallbackMethod'> {
  // What is given is a static document: web hosts of such refuse POST.
  if (given !== undefined) return { voiceFallbackUrl: given, voiceFallbackMethod: 'GET' };
  if (voiceFallbackUrl === '') return { voiceFallbackUrl: ours, voiceFallbackMethod: 'POST' };
  return { voiceFallbackUrl, voiceFallbackMethod };
}

/** The settings in which two routings differ, with the second one's values. */
export function changedSettings(from: NumberRouting, to: NumberRouting): Partial<NumberRouting> {
  return Object.fromEntries(
    settings.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]),
  );
}

/** One line a setting: its label, what it is, and what it would become if that is something else. */
export function describeRouting(current: NumberRouting, planned: NumberRouting): string[] {
  return settings.map((name) => {
    const now = current[name] || '(not set)';
    const change = current[name] === planned[name] ? '' : `  ->  ${planned[name]}`;
    return `  ${labels[name].padEnd(34)} ${now}${change}`;
  });
}

/** Why the settings would have no effect; empty: they will. */
export function routingObstacles({
  voiceApplicationSid,
  smsApplicationSid,
  trunkSid,
}: RoutingOverrides): string[] {
  const obstacles: string[] = [];
  if (trunkSid)
    obstacles.push(`calls go to the SIP trunk ${trunkSid}: detach the number from it in Twilio's console`);
  if (voiceApplicationSid) {
    obstacles.push(
      `calls go to the TwiML app ${voiceApplicationSid}: set "Configure with" to Webhook in the console`,
    );
  }
  if (smsApplicationSid) {
    obstacles.push(
      `texts go to the TwiML app ${smsApplicationSid}: set "Configure with" to Webhook in the console`,
    );
  }
  return obstacles;
}
