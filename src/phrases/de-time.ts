import { toCardinal, toOrdinal } from 'n2words/de-DE';
import { dateIn, type TimeToSay } from './time-to-say.ts';

/**
 * "morgen um acht Uhr", "am Montag um acht Uhr dreißig", "am Dienstag, dem siebten April, um ein Uhr". The hours go to
 * twenty-three: then nobody asks whether it is day or night. The day of the month is written out, since what ends it
 * depends on its case.
 */
export function germanTime(time: TimeToSay): string {
  const { hour, minute } = time;
  if (hour === 0 && minute === 0) return `in der Nacht auf ${nightTo(time)} um Mitternacht`;
  const hours = hour === 1 ? 'ein' : toCardinal(hour);
  return `${dayOf(time)} um ${hours} Uhr${minute === 0 ? '' : ` ${toCardinal(minute)}`}`;
}

function dayOf(time: TimeToSay): string {
  switch (time.day) {
    case 'yesterday':
      return 'gestern';
    case 'today':
      return 'heute';
    case 'tomorrow':
      return 'morgen';
    case 'weekday':
      return `am ${weekday(time)}`;
    case 'date':
      return `am ${weekday(time)}, dem ${dateOf(time)},`;
  }
}

/** The night belongs to two days: the one that it leads to is named. */
function nightTo(time: TimeToSay): string {
  if (time.day === 'today') return 'heute';
  if (time.day === 'tomorrow') return 'morgen';
  return time.day === 'date' ? `${weekday(time)}, den ${dateOf(time)},` : weekday(time);
}

function weekday({ date }: TimeToSay): string {
  return dateIn('de', date, { weekday: 'long' });
}

/** "siebten April", as it stands behind "dem" and "den". */
function dateOf({ date, needsYear }: TimeToSay): string {
  const year = needsYear ? ` ${date.getUTCFullYear()}` : '';
  return `${toOrdinal(date.getUTCDate())}n ${dateIn('de', date, { month: 'long' })}${year}`;
}
