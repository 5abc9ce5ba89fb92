import { describe, expect, it } from 'vitest';
import type { AlarmFacts } from '../phrases/index.ts';
import { whyOver, type Standing } from './standing.ts';

const nothing: Standing = {
  unusable: new Set(),
  holes: new Set(),
  ahead: new Set(),
  missedDrills: new Set(),
  reachable: new Set(),
  disproved: new Set(),
  canaries: new Set(['twilio', 'signalwire']),
};
const flown = { number: '+12025550101', minutes: 5, gone: 'all' } as const;
const bo = { number: '+12025550112', person: 'Bo Berg' };

describe('an alarm', () => {
  it.each<[string, AlarmFacts, Partial<Standing>, boolean]>([
    [
      'about a dead number stands while that channel of the number is dead',
      { kind: 'contact-dead', channel: 'sms', code: '30005', ...bo },
      { unusable: new Set(['sms +12025550112']) },
      false,
    ],
    [
      'about a dead number is over when only its other channel is dead',
      { kind: 'contact-dead', channel: 'sms', code: '30005', ...bo },
      { unusable: new Set(['voice +12025550112']) },
      true,
    ],
    [
      'about a hole stands while another role of the desk is filled',
      { kind: 'duty-hole', desk: 'dino', role: 'sales', wanted: 1, found: 0, unreachable: [] },
      { holes: new Set(['dino sales']) },
      false,
    ],
    [
      'about nobody to page is over when somebody of that desk can be reached',
      { kind: 'nobody-to-page', desk: 'dino', caseNumber: 'DINO-1042' },
      { reachable: new Set(['dino']) },
      true,
    ],
    [
      'about nobody to page stands while only another desk has somebody',
      { kind: 'nobody-to-page', desk: 'dino', caseNumber: 'DINO-1042' },
      { reachable: new Set(['netex']) },
      false,
    ],
    [
      'about a canary is over when canaries are switched off',
      { kind: 'canary-missing', channel: 'sms', carrier: 'twilio', ...flown },
      { canaries: new Set() },
      true,
    ],
    [
      'about a canary is over when its carrier is no longer in use',
      { kind: 'canary-missing', channel: 'sms', carrier: 'signalwire', ...flown },
      { canaries: new Set(['twilio'] as const) },
      true,
    ],
    [
      'about a canary stands while canaries go by its carrier',
      { kind: 'canary-missing', channel: 'sms', carrier: 'twilio', ...flown },
      { canaries: new Set(['twilio'] as const) },
      false,
    ],
  ])('%s', (_what, facts, now, over) => {
    expect(whyOver('a', facts, { ...nothing, ...now }) !== undefined).toBe(over);
  });
});
