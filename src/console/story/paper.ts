import { shareOf } from './scale.ts';
import type { Span } from './story.ts';

/** Measures of the wide picture, in pixels; the list of names beside it has the same heights in the style sheet. */
export const wide = { top: 84, callerHeight: 74, laneHeight: 58 };

/** A letter is about this share of the picture's width: a label is left out where the next mark would stand on it. */
export const letterShare = 0.0068;

/** A share from 0 to 1 as an SVG percentage. */
export const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A stretch of time laid on the width of a picture. */
export interface Paper {
  readonly window: Span;
  readonly zone: string;
  x(at: Date): string;
  width(span: Span): string;
  isInside(at: Date): boolean;
}

/** Lays `window` on a picture. */
export function paperOf(window: Span, zone: string): Paper {
  return {
    window,
    zone,
    x: (at) => percent(shareOf(window, at)),
    width: (span) => percent(Math.max(0.001, shareOf(window, span.to) - shareOf(window, span.from))),
    isInside: (at) => at >= window.from && at <= window.to,
  };
}
