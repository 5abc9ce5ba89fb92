import { describe, expect, it } from 'vitest';
import { callFacts, caseFacts, pageFacts } from '../facts.fixture.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { logOf } from './log.ts';
import { stateOfPage } from './page-state.ts';

const english = phrasesFor('en');
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 12, 7, 47, seconds));

describe('the same, in words', () => {
  it('says once what happened to many phones in one second, and keeps the order of time', () => {
    const rang = { at: at(15), event: 'rang', data: {} };
    const facts = caseFacts({
      events: [{ at: at(12), event: 'paging.round', data: { round: 1, people: 2 } }],
      pages: [
        pageFacts({ person: 'anna', personName: 'Anna Alm', events: [rang] }),
        pageFacts({ person: 'bo', personName: 'Bo Berg', events: [rang] }),
      ],
    });
    expect(logOf(facts, english).map(({ words, whose }) => [words, whose])).toEqual([
      ['Round 1: 2 people paged', ''],
      ['The phone rings: Anna, Bo', 'Anna, Bo'],
    ]);
  });

  it('names people, not keys, and marks what won and what failed', () => {
    const facts = caseFacts({
      names: new Map([['anna', 'Anna Alm']]),
      events: [{ at: at(31), event: 'case.acknowledged', data: { by: 'anna', via: 'voice' } }],
      pages: [
        pageFacts({
          channel: 'sms',
          personName: 'Bo Berg',
          events: [
            { at: at(19), event: 'not-delivered', data: { code: '30005' } },
            { at: at(32), event: 'stood-down', data: { takenBy: 'anna' } },
          ],
        }),
        pageFacts({
          personName: 'Anna Alm',
          events: [{ at: at(31), event: 'accepted', data: { via: 'voice' } }],
          callEvents: [{ at: at(31), event: 'key', data: { digits: '1' } }],
        }),
      ],
    });
    expect(logOf(facts, english).map(({ words, tone }) => [words, tone])).toEqual([
      ['SMS to Bo not delivered, 30005: the carrier does not know this handset', 'bad'],
      ['Acknowledged by Anna Alm, by key', ''],
      ['Key 1', ''],
      ['Accepted by Anna, by key', 'win'],
      ['Stood down, taken by Anna: Bo', ''],
    ]);
  });

  it('never says that somebody took a case from themself', () => {
    const facts = caseFacts({
      pages: [
        pageFacts({
          status: 'stood-down',
          events: [{ at: at(32), event: 'answered-elsewhere', data: { via: 'sms' } }],
        }),
      ],
    });
    expect(logOf(facts, english).map(({ words }) => words)).toEqual(['Answered by SMS instead: Anna']);
    expect(stateOfPage(facts.pages[0]!)).toEqual({ shape: 'done', word: 'answered by SMS instead' });
  });

  it('tells the customer\u2019s side: who came, what was chosen, what was heard', () => {
    const events = [
      { at: at(3), event: 'came', data: { from: 'withheld', to: '+18004803466' } },
      { at: at(12), event: 'chose', data: { key: '1', label: 'severity-1' } },
      { at: at(20), event: 'heard', data: { text: 'Four phones are ringing.' } },
      { at: at(90), event: 'bridge.join', data: {} },
    ];
    expect(logOf(caseFacts({ calls: [callFacts({ events })] }), english).map(({ words }) => words)).toEqual([
      'Call from a withheld number to +1 800 480 3466',
      'Key 1: severity 1',
      'Hears “Four phones are ringing.”',
      'Comes into the bridge',
    ]);
  });

  it('keeps a note out: it stands among the notes', () => {
    const note = { at: at(40), event: 'note', data: { text: 'It runs again', by: 'Anna Alm' } };
    expect(logOf(caseFacts({ events: [note] }), english)).toEqual([]);
  });

  it('puts an event that nobody gave words into plain ones', () => {
    const event = { at: at(40), event: 'case.build-entered', data: { buildNumber: '7.2', caseId: 'x' } };
    expect(logOf(caseFacts({ events: [event] }), english)[0]?.words).toBe(
      'Case build entered: build number 7.2',
    );
  });
});
