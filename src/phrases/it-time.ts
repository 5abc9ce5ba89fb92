import { toCardinal, toOrdinal } from 'n2words/it-IT';
import { dateIn, dayBefore, type TimeToSay } from './time-to-say.ts';

/**
 * "alle otto di domani", "all'una e mezza di lunedì", "a mezzogiorno di martedì 7 aprile". In the morning halves and
 * quarters as people say them; from one in the afternoon on the hours go to twenty-three, with the minutes in numbers:
 * then nobody asks whether it is day or night.
 */
export function italianTime(time: TimeToSay): string {
  const { hour, minute } = time;
  if (hour === 0 && minute === 0) return `a mezzanotte tra ${nightOf(time)}`;
  if (hour === 12 && minute === 0) return `a mezzogiorno di ${dayOf(time)}`;
  return `${hour === 1 ? "all'una" : `alle ${toCardinal(hour)}`}${minutes(hour, minute)} di ${dayOf(time)}`;
}

function minutes(hour: number, minute: number): string {
  const isMorning = hour > 0 && hour < 12;
  if (minute === 0) return '';
  if (isMorning && minute === 15) return ' e un quarto';
  if (isMorning && minute === 30) return ' e mezza';
  return ` e ${toCardinal(minute)}`;
}

function dayOf(time: TimeToSay): string {
  switch (time.day) {
    case 'yesterday':
      return 'ieri';
    case 'today':
      return 'oggi';
    case 'tomorrow':
      return 'domani';
    case 'weekday':
      return weekday(time.date);
    case 'date':
      return dateOf(time.date, time.needsYear);
  }
}

/** Midnight belongs to two days: both are named. */
function nightOf({ day, date, needsYear }: TimeToSay): string {
  const before = dayBefore(date);
  if (day === 'today') return 'ieri e oggi';
  if (day === 'tomorrow') return 'oggi e domani';
  if (day === 'weekday') return `${weekday(before)} e ${weekday(date)}`;
  return `${weekday(before)} e ${dateOf(date, needsYear)}`;
}

function weekday(date: Date): string {
  return dateIn('it', date, { weekday: 'long' });
}

/** "martedì 7 aprile", and "venerdì primo maggio": the first alone is counted otherwise. */
function dateOf(date: Date, needsYear: boolean): string {
  const day = date.getUTCDate() === 1 ? toOrdinal(1) : String(date.getUTCDate());
  const year = needsYear ? ` ${date.getUTCFullYear()}` : '';
  return `${weekday(date)} ${day} ${dateIn('it', date, { month: 'long' })}${year}`;
}
