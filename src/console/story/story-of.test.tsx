import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { callFacts, caseFacts, pageFacts } from '../facts.fixture.ts';
import type { CaseFacts } from '../facts.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { clip, shareOf, ticksOf, windowOf } from './scale.ts';
import { storyOf } from './story-of.ts';
import { TallStory } from './tall.tsx';
import { WideStory } from './wide.tsx';

const english = phrasesFor('en');
const words = english.cases.story;
const opened = caseFacts().openedAt.getTime();
const at = (seconds: number) => new Date(opened + seconds * 1000);
const now = at(100);

describe('the story of a case', () => {
  it('draws an unanswered page as a bar that ends, and says how long it rang', () => {
    const page = pageFacts({
      status: 'unanswered',
      attemptedAt: at(0),
      endedAt: at(33),
      events: [{ at: at(3), event: 'rang', data: {} }],
    });
    const [voice] = storyOf(caseFacts({ pages: [page] }), now, english).lanes[0]!.voice;
    expect(voice?.ring).toEqual({ from: at(3), to: at(33) });
    expect(voice?.end).toEqual({ at: at(33), words: 'no answer, rang 0:30', stoodDown: false });
  });

  it('draws what picks up and presses nothing as a tape, never as an answer', () => {
    const page = pageFacts({
      status: 'unanswered',
      attemptedAt: at(0),
      answeredAt: at(20),
      endedAt: at(42),
    });
    const [voice] = storyOf(caseFacts({ pages: [page] }), now, english).lanes[0]!.voice;
    expect(voice?.listening).toEqual({ from: at(20), to: at(42), tape: true });
    expect(voice?.end?.words).toBe('voicemail, no key');
  });

  it('draws the keys that the caller pressed in both pictures', () => {
    const key = { at: at(0), event: 'chose', data: { key: '3', label: 'severity 3' } };
    const story = storyOf(caseFacts({ calls: [callFacts({ events: [key] })] }), now, english);
    const props = { story, window: { from: at(-10), to: at(60) }, zone: 'America/New_York', words };
    for (const picture of [render(<WideStory {...props} />), render(<TallStory {...props} />)]) {
      expect(picture).toMatch(/class="p-keyt"[^>]*>3</);
    }
  });

  it('leaves out the hour of a tick where a round writes its own, in the tall picture', () => {
    const window = { from: at(-10), to: at(60) };
    const tick = ticksOf(window).find(({ labelled }) => labelled)!;
    const hours = (miles: ReturnType<typeof storyOf>['miles']) => {
      const story = { ...storyOf(caseFacts(), now, english), miles };
      return (
        render(<TallStory story={story} window={window} zone="UTC" words={words} />).match(
          /class="p-q" x="0"/g,
        )?.length ?? 0
      );
    };
    const round = { at: new Date(tick.at.getTime() + 1000), label: 'Round 1', note: '', taken: false };
    expect(hours([round])).toBe(hours([]) - 1);
  });

  it('measures from opening to acceptance and joins caller and accepter', () => {
    const facts = caseFacts({
      status: 'in-contact',
      acknowledgedAt: at(79),
      acknowledgedByName: 'Anna Alm',
      pages: [
        pageFacts({ status: 'acknowledged', attemptedAt: at(60), answeredAt: at(70), bridgedAt: at(81) }),
      ],
      calls: [
        callFacts({ bridgedAt: at(81) }),
        callFacts({
          id: 'leg',
          purpose: 'page',
          personName: 'Anna Alm',
          createdAt: at(60),
          bridgedAt: at(81),
        }),
      ],
    });
    const story = storyOf(facts, now, english);
    expect(story.measure?.words).toBe('1:19');
    expect(story.miles.at(-1)).toMatchObject({ label: 'Accepted by Anna', taken: true });
    expect(story.bridge).toMatchObject({ person: 'anna', at: at(81) });
    expect(story.caller.hold).toEqual([{ from: at(0), to: at(81) }]);
    expect(story.caller.talk).toEqual([{ from: at(81), to: now }]);
  });

  it('lets a phone that still rings ring until now', () => {
    const page = pageFacts({ status: 'ringing', attemptedAt: at(60) });
    const [voice] = storyOf(caseFacts({ pages: [page] }), now, english).lanes[0]!.voice;
    expect(voice?.ring.to).toEqual(now);
    expect(voice?.end).toBeUndefined();
  });
});

const seconds = fc.integer({ min: 0, max: 7200 });
const instant = seconds.map(at);
const perhaps = fc.option(instant, { nil: undefined });
const statuses = [
  'due',
  'sending',
  'ringing',
  'answered',
  'acknowledged',
  'unanswered',
  'failed',
  'stood-down',
];
const anyPage = fc.record({
  person: fc.constantFrom('anna', 'bo', 'cleo', 'sal', 'sue'),
  channel: fc.constantFrom('voice' as const, 'sms' as const),
  status: fc.constantFrom(...statuses),
  round: fc.integer({ min: 1, max: 9 }),
  createdAt: instant,
  attemptedAt: perhaps,
  settledAt: perhaps,
  answeredAt: perhaps,
  bridgedAt: perhaps,
  leftBridgeAt: perhaps,
  endedAt: perhaps,
});
const anyFacts: fc.Arbitrary<CaseFacts> = fc
  .record({
    pages: fc.array(
      anyPage.map((page) => pageFacts({ ...page, personName: `${page.person} <&">` })),
      {
        maxLength: 20,
      },
    ),
    calls: fc.array(
      fc.record({ bridgedAt: perhaps, endedAt: perhaps }).map((call) => callFacts(call)),
      { maxLength: 3 },
    ),
    acknowledgedAt: perhaps,
  })
  .map(caseFacts);

describe('the picture', () => {
  it('is drawn from any facts, in both orientations, with every mark on the paper and every name escaped', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('start' as const, 'whole' as const),
        instant,
        (facts, zoom, at) => {
          const story = storyOf(facts, at, english);
          const window = windowOf(story, zoom);
          const props = { story, window, zone: 'America/New_York', words };
          for (const picture of [render(<WideStory {...props} />), render(<TallStory {...props} />)]) {
            expect(picture).not.toMatch(/NaN|Infinity|undefined|\[object/);
            expect(picture).not.toContain(' <&"');
            for (const [, share] of picture.matchAll(/ x1?="(-?[\d.]+)%"/g)) {
              expect(Number(share)).toBeGreaterThanOrEqual(0);
              expect(Number(share)).toBeLessThanOrEqual(100);
            }
            for (const [, length] of picture.matchAll(/ (?:width|height)="(-?[\d.]+)%?"/g)) {
              expect(Number(length)).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps order on paper: later is never further left', () => {
    const window = { from: at(0), to: at(600) };
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        if (a <= b) expect(shareOf(window, a)).toBeLessThanOrEqual(shareOf(window, b));
      }),
    );
  });

  it('marks at most 14 round instants, all inside the window', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 90 * 86_400 }), (from, length) => {
        const window = { from, to: new Date(from.getTime() + length * 1000) };
        const ticks = ticksOf(window);
        expect(ticks.length).toBeLessThanOrEqual(15);
        for (const tick of ticks) expect(clip(window, { from: tick.at, to: tick.at })).toBeDefined();
      }),
    );
  });
});
