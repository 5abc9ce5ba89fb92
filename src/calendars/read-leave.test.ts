import { describe, expect, it } from 'vitest';
import { phrasesFor } from '../phrases/index.ts';
import { readLeave } from './read-leave.ts';

const now = new Date('2026-11-12T07:00:00Z');
const stockholm = { timeZone: 'Europe/Stockholm', now };

const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const times = (text: string, how = stockholm) => {
  const read = readLeave(text, how);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.leave.map(({ from, to }) => [from.toISOString(), to.toISOString()]);
};
const sources = (text: string) => {
  const read = readLeave(text, stockholm);
  return read.ok ? read.leave.map(({ source }) => source) : [];
};

describe('an event is leave', () => {
  it('never of a rule that never comes, without a look at 18,000 years; of one for 29 February when there is one', () => {
    const yearly = (uid: string, start: string, rule: string) => [
      ...[`UID:${uid}`, `DTSTART;VALUE=DATE:${start}`, `RRULE:FREQ=YEARLY;${rule}`],
    ];
    // The first Monday of a month is never its 15th.
    const never = 'BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15';
    const hundreds = Array.from({ length: 300 }, (_, n) => yearly(`n${n}`, '20261201', never));
    expect(sources(calendar(...hundreds))).toEqual([]);
    const leapDay = calendar(yearly('leap', '20240229', 'BYMONTH=2;BYMONTHDAY=29'));
    const later = { timeZone: 'Europe/Stockholm', now: new Date('2027-12-01T07:00:00Z') };
    expect(times(leapDay, later)).toEqual([['2028-02-28T23:00:00.000Z', '2028-02-29T23:00:00.000Z']]);
    expect(times(leapDay)).toEqual([]);
  });

  it('whole days by the desk’s clock, the last day not included, as calendars write it', () => {
    const days = ['UID:a', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'];
    expect(times(calendar(days))).toEqual([['2026-12-23T23:00:00.000Z', '2026-12-26T23:00:00.000Z']]);
    expect(times(calendar(days), { timeZone: 'America/New_York', now })).toEqual([
      ['2026-12-24T05:00:00.000Z', '2026-12-27T05:00:00.000Z'],
    ]);
    expect(times(calendar(['UID:b', 'DTSTART;VALUE=DATE:20261224']))).toEqual([
      ['2026-12-23T23:00:00.000Z', '2026-12-24T23:00:00.000Z'],
    ]);
  });

  it.each([
    ['in UTC', 'DTSTART:20261201T080000Z', 'DTEND:20261201T120000Z', '08', '12'],
    ['in a zone', 'DTSTART;TZID=America/New_York:20261201T080000', 'DURATION:PT4H', '13', '17'],
    ['without a zone, by the desk’s clock', 'DTSTART:20261201T080000', 'DTEND:20261201T120000', '07', '11'],
  ])('%s', (_what, start, end, from, to) => {
    expect(times(calendar(['UID:a', start, end]))).toEqual([
      [`2026-12-01T${from}:00:00.000Z`, `2026-12-01T${to}:00:00.000Z`],
    ]);
  });

  it('by a zone that only the file knows', () => {
    const text = calendar([
      'UID:a',
      'DTSTART;TZID=Our Office:20261201T080000',
      'DTEND;TZID=Our Office:20261201T120000',
    ]).replace(
      'BEGIN:VEVENT',
      [
        'BEGIN:VTIMEZONE',
        'TZID:Our Office',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0300',
        'TZOFFSETTO:+0300',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
      ].join('\r\n'),
    );
    expect(times(text)).toEqual([['2026-12-01T05:00:00.000Z', '2026-12-01T09:00:00.000Z']]);
  });

  it('unless it is over, or cancelled', () => {
    const past = ['UID:a', 'DTSTART:20261101T080000Z', 'DTEND:20261101T120000Z'];
    const cancelled = ['UID:b', 'DTSTART:20261201T080000Z', 'DTEND:20261201T120000Z', 'STATUS:CANCELLED'];
    expect(times(calendar(past, cancelled))).toEqual([]);
    expect(times('BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n')).toEqual([]);
  });
});

describe('an event that repeats', () => {
  it('keeps its hours by the clock over the change of clocks in spring', () => {
    // Saturdays from 22 to 6 in the morning: on 27 March the clock skips an hour of the night.
    const nights = [
      'UID:nights',
      'DTSTART;TZID=Europe/Stockholm:20270313T220000',
      'DTEND;TZID=Europe/Stockholm:20270314T060000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
    ];
    expect(times(calendar(nights))).toEqual([
      ['2027-03-13T21:00:00.000Z', '2027-03-14T05:00:00.000Z'],
      ['2027-03-20T21:00:00.000Z', '2027-03-21T05:00:00.000Z'],
      ['2027-03-27T21:00:00.000Z', '2027-03-28T04:00:00.000Z'],
      ['2027-04-03T20:00:00.000Z', '2027-04-04T04:00:00.000Z'],
    ]);
    expect(sources(calendar(nights))[2]).toBe('nights#20270327T220000');
  });

  it('keeps them too in a zone that the file describes and nobody knows by name', () => {
    const zone = 'W. Europe Standard Time';
    const nights = [
      'UID:nights',
      `DTSTART;TZID=${zone}:20270320T220000`,
      `DTEND;TZID=${zone}:20270321T060000`,
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'ATTENDEE;MEMBER="mailto:a@example.com","mailto:b@example.com";CN="Alm: Anna":mailto:c@example.com',
    ];
    const half = (name: string, month: string, from: string, to: string) => [
      ...[`BEGIN:${name}`, 'DTSTART:16010101T020000', `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`],
      ...[`RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=${month}`, `END:${name}`],
    ];
    const described = [
      ...['BEGIN:VTIMEZONE', `TZID:${zone}`],
      ...half('STANDARD', '10', '+0200', '+0100'),
      ...half('DAYLIGHT', '3', '+0100', '+0200'),
      ...['END:VTIMEZONE', 'BEGIN:VEVENT'],
    ].join('\r\n');
    expect(times(calendar(nights).replace('BEGIN:VEVENT', described))).toEqual([
      ['2027-03-20T21:00:00.000Z', '2027-03-21T05:00:00.000Z'],
      ['2027-03-27T21:00:00.000Z', '2027-03-28T04:00:00.000Z'],
    ]);
  });

  it('has days that are an hour longer or shorter, by the clock whole ones', () => {
    const sundays = [
      'UID:s',
      'DTSTART;VALUE=DATE:20270321',
      'DTEND;VALUE=DATE:20270322',
      'RRULE:FREQ=WEEKLY;UNTIL=20270404',
    ];
    expect(times(calendar(sundays))).toEqual([
      ['2027-03-20T23:00:00.000Z', '2027-03-21T23:00:00.000Z'],
      ['2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
      ['2027-04-03T22:00:00.000Z', '2027-04-04T22:00:00.000Z'],
    ]);
  });

  it('goes up to an end in UTC, the last time included', () => {
    const daily = [
      'UID:d',
      'DTSTART;TZID=Europe/Stockholm:20261201T090000',
      'DTEND;TZID=Europe/Stockholm:20261201T100000',
      'RRULE:FREQ=DAILY;UNTIL=20261203T080000Z',
    ];
    expect(times(calendar(daily))).toHaveLength(3);
  });

  it('leaves out what is excepted, moves what was moved, and drops what was cancelled', () => {
    const weekly = [
      'UID:w',
      'DTSTART;TZID=Europe/Stockholm:20261201T090000',
      'DTEND;TZID=Europe/Stockholm:20261201T100000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Stockholm:20261208T090000',
    ];
    const moved = [
      'UID:w',
      'RECURRENCE-ID;TZID=Europe/Stockholm:20261215T090000',
      'DTSTART;TZID=Europe/Stockholm:20261216T140000',
      'DTEND;TZID=Europe/Stockholm:20261216T150000',
    ];
    const gone = [
      'UID:w',
      'RECURRENCE-ID;TZID=Europe/Stockholm:20261222T090000',
      'DTSTART;TZID=Europe/Stockholm:20261222T090000',
      'DTEND;TZID=Europe/Stockholm:20261222T100000',
      'STATUS:CANCELLED',
    ];
    // Of another event, and so none of this one's.
    const foreign = moved.map((line) => line.replace('UID:w', 'UID:v').replace('20261215', '20261201'));
    expect(times(calendar(weekly, moved, gone, foreign))).toEqual([
      ['2026-12-01T08:00:00.000Z', '2026-12-01T09:00:00.000Z'],
      ['2026-12-16T13:00:00.000Z', '2026-12-16T14:00:00.000Z'],
      ['2026-12-16T13:00:00.000Z', '2026-12-16T14:00:00.000Z'],
    ]);
  });

  it('is followed for four hundred days, however long it goes on and has gone on', () => {
    const yearly = (rule: string) => [
      'UID:y',
      'DTSTART;VALUE=DATE:19990101',
      'DTEND;VALUE=DATE:19990102',
      `RRULE:${rule}`,
    ];
    expect(times(calendar(yearly('FREQ=YEARLY')))).toHaveLength(1);
    const daily = times(calendar(yearly('FREQ=DAILY')));
    expect(daily).toHaveLength(401);
    expect(daily.at(-1)?.[0]).toBe('2027-12-16T23:00:00.000Z');
  });
});

describe('what cannot be read is told with its line and how to mend it', () => {
  const sound = ['UID:a', 'DTSTART:20261201T080000Z', 'DTEND:20261201T120000Z'];
  it.each([
    ['a letter', 'Dear all,\nI am away.', 1, 'This is no calendar'],
    ['nothing', '', 1, 'does not begin with BEGIN:VCALENDAR'],
    ['half a file', calendar(sound).split('\r\n').slice(0, -2).join('\n'), 1, 'BEGIN:VCALENDAR is not ended'],
    ['no such day', calendar(['UID:a', 'DTSTART;VALUE=DATE:20270230']), 6, 'DTSTART "20270230" is no time.'],
    ['no hour', calendar(['UID:a', 'DTSTART:20270203']), 6, 'VALUE=DATE:20270203 if a whole day is meant'],
    ['no name', calendar(sound.slice(1)), 4, 'no name of its own (UID)'],
    ['no beginning', calendar(['UID:a']), 4, 'no beginning (DTSTART)'],
    [
      'an end before the beginning',
      calendar(['UID:a', 'DTSTART:20261201T080000Z', 'DTEND:20261201T070000Z']),
      7,
      'ends when it begins, or before',
    ],
    [
      'a zone of nowhere',
      calendar(['UID:a', 'DTSTART;TZID=Mars/Base:20261201T080000', 'DTEND:20261201T120000Z']),
      6,
      'The time zone "Mars/Base" is neither described in the file nor known.',
    ],
    [
      'a rule that never comes true',
      calendar([...sound, 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO']),
      8,
      'never comes true',
    ],
    [
      'more events than anybody takes leave',
      calendar(...Array.from({ length: 3001 }, () => sound)),
      1,
      'more than 3000',
    ],
    ['a rule without end', calendar([...sound, 'RRULE:FREQ=SECONDLY']), 8, 'repeats too often'],
    ['a rule that is none', calendar([...sound, 'RRULE:FREQ=OFTEN']), 8, ''],
    ['a folded line', `${calendar(sound)}\r\nX-WR\r\n -NAME`, 10, 'is no line of a calendar'],
  ])('%s', (_what, text, line, words) => {
    const read = readLeave(text, stockholm);
    expect(read).toMatchObject({ ok: false, faults: [{ line }] });
    const [fault] = read.ok ? [] : read.faults;
    const told = fault === undefined ? '' : phrasesFor('en').leaveFile.fault(fault);
    expect(told).toContain(words);
    // What is wrong, and how to mend it.
    expect(told).toMatch(/^Line \d+: .+[.:] .+\.$/s);
  });

  it('every fault at once', () => {
    const read = readLeave(calendar(['DTSTART:20261301T080000Z'], ['UID:b', 'DTSTART:x']), stockholm);
    expect(read.ok ? [] : read.faults.map(({ line }) => line)).toEqual([4, 5, 9]);
  });
});
