export {
  isOpen,
  nextOpening,
  weekdays,
  type CoverageHours,
  type Span,
  type Weekday,
} from './coverage-hours.ts';
export { isKnownCountry, isKnownRegion, type HolidayPlace } from './holidays.ts';
export { readSpan } from './span.ts';
export { isKnownTimeZone } from './time-zone.ts';
