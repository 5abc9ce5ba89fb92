/** An instant by the clock of a place, as a reader of that language writes it: "Monday 30 November at 08:00". */
export function momentWords(at: Date, language: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const joined = language.startsWith('sv') ? ' kl. ' : ' at ';
  return `${day.format(at)}${joined}${time.format(at)}`;
}
