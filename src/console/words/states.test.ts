import { describe, expect, it } from 'vitest';
import { callState, pageState } from './states.ts';

const page = { channel: 'voice', status: 'unanswered', errorCode: undefined, answered: false };
const call = { status: 'completed', place: 'menu', ended: true, bridged: false, caseStatus: undefined };

describe('states in words', () => {
  it('never calls a voicemail an answer', () => {
    expect(pageState({ ...page, answered: true })).toEqual({ shape: 'none', word: 'voicemail, no key' });
    expect(pageState(page)).toEqual({ shape: 'none', word: 'no answer' });
  });

  it('says why something was not delivered', () => {
    const failed = pageState({ ...page, channel: 'sms', status: 'failed', errorCode: '30005' });
    expect(failed).toEqual({ shape: 'fail', word: 'not delivered, 30005' });
  });

  it('tells who hung up in the menu from who was registered, also when a case was opened for both', () => {
    const open = { ...call, caseStatus: 'open' };
    expect(callState(call).word).toBe('hung up in the menu');
    expect(callState({ ...open, place: 'abandoned' }).word).toBe('hung up in the menu');
    expect(callState({ ...open, place: 'goodbye' }).word).toBe('registered');
    expect(callState({ ...open, place: 'message' }).word).toBe('registered');
    expect(callState({ ...open, caseStatus: 'paging' }).word).toBe('hung up, being paged');
    expect(callState({ ...open, caseStatus: 'closed', bridged: true }).word).toBe('bridged');
  });

  it('says where a live caller is', () => {
    const live = { ...call, ended: false, status: 'in-progress' };
    expect(callState({ ...live, place: 'hold' })).toEqual({ shape: 'live', word: 'on hold' });
    expect(callState({ ...live, place: 'bridge' })).toEqual({ shape: 'talk', word: 'talking' });
  });
});
