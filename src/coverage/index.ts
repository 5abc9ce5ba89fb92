export {
  weekdays,
  type CoverageHours,
  type HoursException,
  type Span,
  type Weekday,
} from './coverage-hours.ts';
export { hoursOn, type DayHours, type HoursReason } from './day-hours.ts';
export {
  dayNameIn,
  isKnownCountry,
  isKnownRegion,
  namesOfOtherDays,
  type HolidayPlace,
} from './holidays.ts';
export { hoursInForce, isOpen, nextClosing, nextOpening, openSpans, type OpenSpan } from './open-spans.ts';
export { addOpenTime, isDue, openTimeBetween, subtractOpenTime } from './open-time.ts';
export { readSpan, writeSpan } from './span.ts';
export { isKnownTimeZone } from './time-zone.ts';
export { instantOf, instantsShowing, readingAt } from './wall-clock.ts';
