import type { DutyFinding } from '../../duty/index.ts';
import type { DutyFormFault } from '../../phrases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { dayTime, day, duration, minuteTime } from './time.ts';

/** How whoever reads the page of a desk's duty is told of it: in which words, by which clock, and what people are called. */
export interface DutyReader {
  readonly catalogue: Catalogue;
  readonly zone: string;
  readonly nameOf: (person: string) => string;
  readonly deskName: (desk: string) => string;
}

/** A role in the reader's words: senior-technician is a senior technician. */
export function roleIn({ catalogue }: Pick<DutyReader, 'catalogue'>, role: string): string {
  return catalogue.calendar.role(role);
}

/** A finding in words, without its time. */
export function findingWords(of: Omit<DutyFinding, 'from' | 'to'>, reader: DutyReader): string {
  const { problem, wanted, found, people, elsewhere = [] } = of;
  return reader.catalogue.dutyPage.finding({
    ...{ problem, wanted, found },
    role: roleIn(reader, of.role),
    names: people.map(reader.nameOf),
    elsewhere: elsewhere.map(({ role, desk }) => ({
      role: roleIn(reader, role),
      desk: reader.deskName(desk),
    })),
  });
}

/** Sun 15 Nov 00:00 to 06:00; another day is named. */
export function spanWords(
  { from, to }: { from: Date; to: Date },
  { catalogue, zone }: Pick<DutyReader, 'catalogue' | 'zone'>,
): string {
  const { locale } = catalogue.bar;
  const isShort = to.getTime() - from.getTime() < 48 * 3_600_000;
  const isSameDay = isShort && day(from, zone, 'short', locale) === day(to, zone, 'short', locale);
  const ends = isSameDay ? minuteTime(to, zone) : dayTime(to, zone, locale);
  return catalogue.dutyPage.span(dayTime(from, zone, locale), ends);
}

/** A moment: Sun 15 Nov 08:20. */
export function whenWords(at: Date, { catalogue, zone }: Pick<DutyReader, 'catalogue' | 'zone'>): string {
  return dayTime(at, zone, catalogue.bar.locale);
}

/** What is wrong with a form, each in a sentence. */
export function faultWords(faults: readonly DutyFormFault[], reader: DutyReader): string[] {
  const told = {
    person: reader.nameOf,
    role: (role: string) => roleIn(reader, role),
    span: (of: { from: Date; to: Date }) => spanWords(of, reader),
  };
  return faults.map((fault) => reader.catalogue.dutyChanges.fault(fault, told));
}

/** The length of a span to the hour or minute: 6 h, 45 min, 3 d 4 h. */
export function lengthWords({ from, to }: { from: Date; to: Date }): string {
  const lengthMs = to.getTime() - from.getTime();
  if (lengthMs < 3_600_000) return `${Math.round(lengthMs / 60_000)} min`;
  if (lengthMs % 3_600_000 === 0 && lengthMs < 86_400_000) return `${lengthMs / 3_600_000} h`;
  return duration(lengthMs);
}
