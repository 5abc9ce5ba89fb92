import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeatStretch } from '../duty/index.ts';
import { isNight } from './night.ts';
import { endOfTurn, nextLookAt, noticesDue, type Notice } from './notices.ts';

const settings = { timeZone: 'America/New_York', reminderHours: 12, quietHours: new Map<string, string>() };
/** In New York, in November: five hours behind. */
const at = (local: string) => new Date(`${local}-05:00`);
const turn = (person: string, from: string, to: string, seat = 'first'): SeatStretch => ({
  role: 'technician',
  seat,
  person,
  from: at(from),
  to: at(to),
});
const told = (notices: readonly Notice[]) => notices.map(({ kind, person }) => `${kind} ${person}`);

const week = [
  turn('anna', '2026-11-09T08:00', '2026-11-16T08:00'),
  turn('bo', '2026-11-16T08:00', '2026-11-23T08:00'),
];

describe('at a handoff', () => {
  it('whoever comes on is told, and whoever goes off is told who has taken over', () => {
    expect(told(noticesDue(week, at('2026-11-16T07:59'), settings))).toEqual([]);
    expect(told(noticesDue(week, at('2026-11-16T08:00'), settings))).toEqual(['off anna', 'on bo']);
  });

  it('that was missed, as while the service was down, is told for two hours', () => {
    expect(told(noticesDue(week, at('2026-11-16T09:59'), settings))).toEqual(['off anna', 'on bo']);
    expect(told(noticesDue(week, at('2026-11-16T10:00'), settings))).toEqual([]);
  });

  it('with several seats at once somebody is told once', () => {
    const both = [...week, { ...week[1]!, role: 'supervisor' }];
    const [notice] = noticesDue(both, at('2026-11-16T08:00'), settings).filter(({ kind }) => kind === 'on');
    expect(notice?.turns.map(({ role }) => role)).toEqual(['technician', 'supervisor']);
  });

  it('from one seat to another somebody is told of the new one alone', () => {
    const moves = [
      ...week,
      turn('bo', '2026-11-09T08:00', '2026-11-16T08:00', 'second'),
      turn('cleo', '2026-11-16T08:00', '2026-11-23T08:00', 'second'),
    ];
    expect(told(noticesDue(moves, at('2026-11-16T08:00'), settings))).toEqual([
      'off anna',
      'on bo',
      'on cleo',
    ]);
  });

  it('after which nobody has the seat nobody is told that they go off', () => {
    expect(told(noticesDue(week, at('2026-11-23T08:00'), settings))).toEqual([]);
  });

  it('for less than an hour nobody is told anything', () => {
    // Unless they had been told of a longer one, which the rows say.
    const short = [turn('anna', '2026-11-16T12:00', '2026-11-16T12:59')];
    expect(noticesDue(short, at('2026-11-16T12:00'), settings)).toEqual([]);
    expect(noticesDue(short, at('2026-11-16T09:00'), settings)).toEqual([]);
  });

  it('at night whoever goes off is told in the morning', () => {
    const nights = [
      turn('anna', '2026-11-10T00:00', '2026-11-11T00:00'),
      turn('bo', '2026-11-11T00:00', '2026-11-12T00:00'),
    ];
    expect(told(noticesDue(nights, at('2026-11-11T00:00'), settings))).toEqual(['on bo']);
    expect(told(noticesDue(nights, at('2026-11-11T06:59'), settings))).toEqual([]);
    expect(told(noticesDue(nights, at('2026-11-11T07:00'), settings))).toEqual(['off anna']);
  });
});

describe('in somebody’s quiet hours', () => {
  const early = { ...settings, quietHours: new Map([['bo', '21:00-09:30']]) };
  const toldAt = (when: string, of = week) => told(noticesDue(of, at(when), early));

  it('they are told when those are over, for two hours, and everybody else at once', () => {
    expect(toldAt('2026-11-16T08:00')).toEqual(['off anna']);
    expect(toldAt('2026-11-16T09:29')).toEqual(['off anna']);
    expect(toldAt('2026-11-16T09:30')).toEqual(['off anna', 'on bo']);
    expect(toldAt('2026-11-16T11:29')).toEqual(['on bo']);
    expect(toldAt('2026-11-16T11:30')).toEqual([]);
  });

  it('what could not be told before they began is told when they are over', () => {
    const evening = [turn('bo', '2026-11-10T20:30', '2026-11-12T08:00')];
    expect(toldAt('2026-11-10T20:30', evening)).toEqual(['on bo']);
    expect(toldAt('2026-11-10T21:00', evening)).toEqual([]);
    expect(toldAt('2026-11-11T09:30', evening)).toEqual(['on bo']);
  });

  it('a shift that they have given away until then, or that is over, is not told of', () => {
    const away = [turn('bo', '2026-11-16T08:00', '2026-11-16T08:30')];
    expect(toldAt('2026-11-16T09:30', away)).toEqual([]);
    const over = [turn('bo', '2026-11-16T00:00', '2026-11-16T08:00')];
    expect(toldAt('2026-11-16T09:30', over)).toEqual([]);
  });

  it('no reminder comes, and it comes when they are over', () => {
    const next = [turn('bo', '2026-11-16T20:00', '2026-11-17T20:00')];
    expect(toldAt('2026-11-16T08:00', next)).toEqual([]);
    expect(toldAt('2026-11-16T09:30', next)).toEqual(['reminder bo']);
  });
});

describe('of a turn that pauses for the office hours', () => {
  const nights: SeatStretch[] = [
    { ...turn('anna', '2026-11-09T17:00', '2026-11-10T08:00'), pauses: true },
    { ...turn('karin', '2026-11-10T08:00', '2026-11-10T17:00'), resumes: true, pauses: true },
    { ...turn('anna', '2026-11-10T17:00', '2026-11-11T08:00'), resumes: true, pauses: true },
    { ...turn('anna', '2026-11-11T17:00', '2026-11-12T08:00'), resumes: true },
    turn('bo', '2026-11-12T08:00', '2026-11-13T08:00'),
  ];
  const all = (from: string, hours: number) => {
    const seen = new Set<string>();
    for (let minutes = 0; minutes < hours * 60; minutes += 20)
      for (const { kind, person, at: when } of noticesDue(
        nights,
        new Date(at(from).getTime() + minutes * 60_000),
        settings,
      ))
        seen.add(`${kind} ${person} ${new Date(when.getTime() - 5 * 3_600_000).toISOString().slice(8, 13)}`);
    return [...seen];
  };

  it('its person is told when it begins and when it is over, and not every day', () => {
    expect(all('2026-11-09T00:00', 84)).toEqual([
      'reminder anna 09T17',
      'on anna 09T17',
      'reminder bo 12T08',
      'off anna 12T08',
      'on bo 12T08',
    ]);
  });

  it('is told until the end of the whole of it', () => {
    expect(endOfTurn(nights[0]!, nights)).toEqual({ to: at('2026-11-12T08:00'), withPauses: true });
    expect(endOfTurn(week[0]!, week)).toEqual({ to: at('2026-11-16T08:00'), withPauses: false });
  });
});

describe('before a shift', () => {
  const reminded = (now: string, stretches = week) =>
    told(noticesDue(stretches, at(now), settings)).filter((line) => line.startsWith('reminder'));

  it('its person is reminded twelve hours ahead, and of one that came up later at once', () => {
    expect(reminded('2026-11-15T19:59')).toEqual([]);
    expect(reminded('2026-11-15T20:00')).toEqual(['reminder bo']);
    expect(reminded('2026-11-15T21:59')).toEqual(['reminder bo']);
  });

  it('nobody is reminded at night, nor in the last hour', () => {
    expect(reminded('2026-11-15T22:00')).toEqual([]);
    expect(reminded('2026-11-16T06:59')).toEqual([]);
    expect(reminded('2026-11-16T07:00')).toEqual([]);
  });

  it('one that would fall into the night comes the evening before', () => {
    const evening = [turn('anna', '2026-11-16T17:00', '2026-11-17T08:00')];
    expect(reminded('2026-11-15T20:59', evening)).toEqual([]);
    expect(reminded('2026-11-15T21:00', evening)).toEqual(['reminder anna']);
  });

  it('whoever is on duty until then in another seat is not reminded', () => {
    const moves = [...week, turn('bo', '2026-11-09T08:00', '2026-11-16T08:00', 'second')];
    expect(reminded('2026-11-15T20:00', moves)).toEqual([]);
  });
});

it('looks again at the next handoff, and after a minute at the latest', () => {
  expect(nextLookAt(week, at('2026-11-16T07:59:30'))).toEqual(at('2026-11-16T08:00'));
  expect(nextLookAt(week, at('2026-11-16T07:58:30'))).toEqual(at('2026-11-16T07:59:30'));
});

/** Turns one after another in a seat, from an hour of a Monday on, of so many hours each. */
const seat = fc
  .array(
    fc.record({ person: fc.constantFrom('anna', 'bo', 'cleo'), hours: fc.integer({ min: 1, max: 90 }) }),
    { minLength: 1, maxLength: 8 },
  )
  .map((turns) => {
    const stretches: SeatStretch[] = [];
    let from = at('2026-11-09T03:00').getTime();
    for (const { person, hours } of turns) {
      const to = from + hours * 3_600_000;
      const last = stretches.at(-1);
      if (last?.person === person) last.to = new Date(to);
      else
        stretches.push({
          role: 'technician',
          seat: 'first',
          person,
          from: new Date(from),
          to: new Date(to),
        });
      from = to;
    }
    return stretches;
  });

it('tells of every shift that begins once, however irregularly it is looked, and reminds nobody at night', () => {
  fc.assert(
    fc.property(
      seat,
      fc.array(fc.integer({ min: 1, max: 59 }), { minLength: 240, maxLength: 240 }),
      (of, waits) => {
        const known = new Map<string, Date>();
        let now = at('2026-11-08T12:00').getTime();
        const end = now + waits.reduce((sum, minutes) => sum + minutes * 60_000, 0);
        for (const minutes of waits) {
          now += minutes * 60_000;
          for (const notice of noticesDue(of, new Date(now), settings)) {
            const key = `${notice.kind} ${notice.person} ${notice.at.toISOString()}`;
            if (!known.has(key)) known.set(key, new Date(now));
          }
        }
        const begun = of.filter(({ from }) => from.getTime() < end - 2 * 3_600_000);
        const on = [...known.keys()].filter((key) => key.startsWith('on '));
        expect(on.filter((key) => begun.some(({ from }) => key.endsWith(from.toISOString())))).toHaveLength(
          begun.length,
        );
        for (const [key, toldAt] of known) {
          if (!key.startsWith('reminder')) continue;
          expect(isNight(toldAt, settings.timeZone)).toBe(false);
          expect(toldAt.getTime()).toBeLessThan(Date.parse(key.split(' ')[2]!) - 3_600_000);
        }
      },
    ),
    { numRuns: 40 },
  );
});
