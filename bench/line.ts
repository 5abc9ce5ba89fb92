import { percentile, rounded } from './statistics.ts';

/** One measurement as it is printed: a JSON object a line. */
export interface Line {
  name: string;
  unit: 'ms' | 's' | 'MiB';
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
  return {
    name,
    unit,
    figure: rounded(figure),
    floor: rounded(floor),
    ratio: rounded(figure / floor),
    aim,
    samples: samples.figure.length,
  };
}
