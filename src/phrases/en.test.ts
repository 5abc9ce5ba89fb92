import { describe, expect, it } from 'vitest';
import { english } from './en.ts';

const page = {
  number: 'DINO-1042',
  spokenNumber: 'D I N O, 1 0 4 2',
  severity: '1',
  summary: 'Product not operational',
  deskName: 'Dino-Software',
  customer: 'Acme Insurance',
  callbackNumber: '+12025550100',
  callerHolds: true,
};

describe('what a page says', () => {
  it('puts the reply code first in a text, then severity, case, caller, and the link last', () => {
    const text = english.pageText(page, 42, 'https://calls.example.com/a/7Kq2');
    expect(text).toMatch(
      /^A42 accepts, N42 declines\. SEV 1 DINO-1042 Acme Insurance, \+12025550100: .* https:\S+$/,
    );
  });

  it('says a withheld number for what it is', () => {
    const unknown = { ...page, customer: undefined, callbackNumber: undefined };
    expect(english.pageText(unknown, 42, 'x')).toContain('number withheld');
    expect(english.pageOf(unknown)).toContain('Caller unknown');
  });

  it('holds no reply code when it stands people down', () => {
    const text = english.standDownText('DINO-1042', 'Anna Alm');
    expect(text).toContain('taken by Anna');
    expect(text).not.toMatch(/\b[ANDJ]\s*\d/i);
  });
});

describe('what a caller on hold hears', () => {
  const nothing = {
    ringing: 0,
    listening: 0,
    asked: 0,
    acceptedBy: undefined,
    talksElsewhere: false,
    nextRoundInSeconds: undefined,
  };
  it.each([
    [{ ...nothing, acceptedBy: 'Anna', ringing: 3 }, /^Anna has accepted/],
    [
      { ...nothing, acceptedBy: 'Anna', talksElsewhere: true },
      /^Anna has your case and is talking to another/,
    ],
    [{ ...nothing, ringing: 3 }, /^Three phones are ringing/],
    [{ ...nothing, ringing: 1 }, /^One phone is ringing/],
    [{ ...nothing, asked: 4 }, /^Four people are being called/],
    [{ ...nothing, nextRoundInSeconds: 37 }, /^Nobody has accepted yet\. We call again in 40 seconds/],
    [{ ...nothing, nextRoundInSeconds: 250 }, /in 5 minutes/],
    [{ ...nothing, nextRoundInSeconds: 0 }, /in a moment/],
  ])('is true of %j', (facts, words) => expect(english.hold(facts)).toMatch(words));
});

describe('an alarm about what was recorded late', () => {
  const facts = { kind: 'recorded-late', recorded: 3, lost: 0, from: '2026-11-12T07:47:09.000Z' } as const;

  it('says how much, from when until when, and what to do', () => {
    const { wrong, toDo } = english.alarm({ ...facts, until: '2026-11-12T08:03:00.000Z' });
    expect(wrong).toBe(
      '3 things that callers or people of ours did between 2026-11-12 07:47 and 08:03 UTC could not be recorded at once; they are recorded now.',
    );
    expect(toDo).toMatch(/^Look at the cases opened since and call back who waited\./);
  });

  it('names the day of the end where it is another, and what is lost', () => {
    const { wrong, toDo } = english.alarm({ ...facts, lost: 2, until: '2026-11-13T00:03:00.000Z' });
    expect(wrong).toContain('between 2026-11-12 07:47 and 2026-11-13 00:03 UTC');
    expect(wrong).toMatch(/ 2 could not be recorded at all\.$/);
    expect(toDo).toContain('*.given-up in JOURNAL_DIR');
  });
});
