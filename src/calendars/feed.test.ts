import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { feedInText, type DeskShift, type FeedOf } from './feed.ts';

const shift = (fields: Partial<DeskShift> = {}): DeskShift => ({
  ...{
    desk: 'dvnordic',
    deskName: 'DV Nordic',
    role: 'technician',
    seat: 'first',
    layer: 'rota',
    person: 'nils',
  },
  ...{ from: new Date('2026-11-30T07:00:00Z'), to: new Date('2026-12-07T07:00:00Z') },
  ...fields,
});
const how = { publicUrl: 'https://calls.example.com', stamp: new Date('2026-11-29T23:00:00Z') };
const nils: FeedOf = { kind: 'person', name: 'Nils Lind', language: 'sv-SE' };
const read = (text: string) => {
  const root = new ICAL.Component(ICAL.parse(text) as never);
  const events = root.getAllSubcomponents('vevent').map((of) => new ICAL.Event(of));
  return { name: String(root.getFirstPropertyValue('x-wr-calname')), events };
};

it('a person’s calendar is in their language, and another program reads the same times', () => {
  const { name, events } = read(feedInText(nils, [shift(), shift({ override: 'x', seat: 'second' })], how));
  expect(name).toBe('Jour, Nils Lind');
  expect(events.map(({ summary, description }) => [summary, description])).toEqual([
    ['Jour: tekniker, DV Nordic', 'first'],
    ['Jour: tekniker, DV Nordic', 'second. I stället för någon annan.'],
  ]);
  expect(events[0]?.startDate.toJSDate()).toEqual(new Date('2026-11-30T07:00:00Z'));
  expect(events[0]?.endDate.toJSDate()).toEqual(new Date('2026-12-07T07:00:00Z'));
});

it('a desk’s calendar names who has each shift', () => {
  const desk: FeedOf = {
    kind: 'desk',
    deskName: 'Dino',
    language: 'en-US',
    nameOf: () => 'Nils, "the" Lind; Jr',
  };
  const { name, events } = read(feedInText(desk, [shift()], how));
  expect([name, events[0]?.summary]).toEqual(['On duty, Dino', 'Nils, "the" Lind; Jr, technician']);
});

it('a shift stays the same event when its end moves, and is another when somebody else has it', () => {
  const uidOf = (of: DeskShift) => read(feedInText(nils, [of], how)).events[0]?.uid;
  expect(uidOf(shift({ to: new Date('2026-12-01T07:00:00Z') }))).toBe(uidOf(shift()));
  expect(uidOf(shift({ person: 'karin' }))).not.toBe(uidOf(shift()));
  expect(uidOf(shift({ desk: 'dino' }))).not.toBe(uidOf(shift()));
});

it('the same shifts are the same text', () => {
  expect(feedInText(nils, [shift()], how)).toBe(feedInText(nils, [shift()], how));
});
