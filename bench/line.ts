import { percentile, rounded } from './statistics.ts';

/** One measurement as it is printed: a JSON object a line. */
export interface Line {
  name: string;
  unit: 'ms' | 's' | 'MiB' | '/s' | 'cases';
  figure: number;
  /** The least that the same machine needed for the same work in the same run; see README.md. */
  floor: number;
  ratio: number;
  /** What is to be reached, of the ratio or of the figure. */
  aim: string;
  samples: number;
}

export interface Compared {
  figure: number[];
  floor: number[];
}

/** A line of a percentile of the samples. */
export function lineOf(
  name: string,
  unit: Line['unit'],
  samples: Compared,
  share: number,
  aim: string,
): Line {
  const figure = percentile(samples.figure, share);
  const floor = percentile(samples.floor, share);
  return lineOfFigures(name, unit, { figure, floor, samples: samples.figure.length }, aim);
}

/** A line of two figures that are no percentiles. */
export function lineOfFigures(
  name: string,
  unit: Line['unit'],
  { figure, floor, samples }: { figure: number; floor: number; samples: number },
  aim: string,
): Line {
  const ratio = rounded(figure / floor);
  return { name, unit, figure: rounded(figure), floor: rounded(floor), ratio, aim, samples };
}
