import { toCardinal } from 'n2words/sv-SE';
import { dateIn, type TimeToSay } from './time-to-say.ts';

/**
 * "klockan åtta i morgon", "klockan halv nio på måndag", "klockan sjutton tisdagen den 7 april". In the morning halves and
 * quarters as people say them; from one in the afternoon on the hours go to twenty-three, and the minutes stand after
 * them: then nobody asks whether it is day or night.
 */
export function swedishTime(time: TimeToSay): string {
  const { hour, minute } = time;
  if (hour === 0 && minute === 0) return `vid midnatt ${midnightOf(time)}`;
  return `klockan ${clock(hour, minute)} ${dayOf(time)}`;
}

function clock(hour: number, minute: number): string {
  const spoken = (n: number): string => toCardinal(n).replaceAll('-', '');
  const isMorning = hour > 0 && hour < 13;
  const next = spoken((hour % 12) + 1);
  if (minute === 0) return spoken(hour);
  if (isMorning && minute === 15) return `kvart över ${spoken(hour)}`;
  if (isMorning && minute === 30) return `halv ${next}`;
  if (isMorning && minute === 45) return `kvart i ${next}`;
  return minute < 10 ? `${spoken(hour)} noll ${spoken(minute)}` : `${spoken(hour)} ${spoken(minute)}`;
}

function dayOf(time: TimeToSay): string {
  switch (time.day) {
    case 'yesterday':
      return 'i går';
    case 'today':
      return 'i dag';
    case 'tomorrow':
      return 'i morgon';
    case 'weekday':
      return `på ${weekday(time)}`;
    case 'date':
      return dateOf(time);
  }
}

/** The night belongs to two days: the one that it leads to is named. */
function midnightOf(time: TimeToSay): string {
  if (time.day === 'today') return 'natten till i dag';
  return `natten till ${time.day === 'date' ? dateOf(time) : weekday(time)}`;
}

function weekday({ date }: TimeToSay): string {
  return dateIn('sv', date, { weekday: 'long' });
}

/** "tisdagen den 7 april": the weekday has its article here. */
function dateOf(time: TimeToSay): string {
  const year = time.needsYear ? ({ year: 'numeric' } as const) : {};
  return `${weekday(time)}en den ${dateIn('sv', time.date, { day: 'numeric', month: 'long', ...year })}`;
}
