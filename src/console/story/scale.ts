import type { Span, Story } from './story.ts';

/** Which part of the story the picture shows. */
export type Zoom = 'start' | 'whole';

const second = 1000;
const stepsSeconds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400];
const mostTicks = 14;

/** The window of a zoom: `start` ends shortly after somebody accepted, or after the first ten minutes of waiting. */
export function windowOf(story: Story, zoom: Zoom): Span {
  if (zoom === 'whole' || !hasMoreThanStart(story)) return padded(story.whole);
  return padded({ from: story.whole.from, to: startEnds(story) });
}

/** Whether the whole story is so much longer than its start that showing both apart helps. */
export function hasMoreThanStart(story: Story): boolean {
  const start = startEnds(story).getTime() - story.whole.from.getTime();
  return story.whole.to.getTime() - story.whole.from.getTime() > start * 1.5;
}

function startEnds(story: Story): Date {
  const from = story.whole.from.getTime();
  const waited = (story.measure?.to.getTime() ?? from + 600 * second) - from;
  return new Date(Math.min(story.whole.to.getTime(), from + waited + Math.max(20 * second, waited * 0.25)));
}

function padded(span: Span): Span {
  const edge = Math.max(2 * second, (span.to.getTime() - span.from.getTime()) * 0.02);
  return { from: new Date(span.from.getTime() - edge), to: new Date(span.to.getTime() + edge) };
}

/** Where on a window an instant lies, from 0 to 1; outside it, the nearer edge. */
export function shareOf(window: Span, at: Date): number {
  const length = window.to.getTime() - window.from.getTime();
  return Math.min(1, Math.max(0, (at.getTime() - window.from.getTime()) / length));
}

/** Round instants inside the window, at most 14, every second one to be labelled. */
export function ticksOf(window: Span): { at: Date; labelled: boolean }[] {
  const length = window.to.getTime() - window.from.getTime();
  const step =
    (stepsSeconds.find((seconds) => length / (seconds * second) <= mostTicks) ??
      Math.ceil(length / mostTicks / (86_400 * second)) * 86_400) * second;
  const first = Math.ceil(window.from.getTime() / step) * step;
  const ticks: { at: Date; labelled: boolean }[] = [];
  for (let at = first; at <= window.to.getTime(); at += step) {
    ticks.push({ at: new Date(at), labelled: Math.round(at / step) % 2 === 0 });
  }
  return ticks;
}

/** The part of a span inside the window; undefined when they do not meet. */
export function clip(window: Span, span: Span): Span | undefined {
  const from = span.from > window.from ? span.from : window.from;
  const to = span.to < window.to ? span.to : window.to;
  return from <= to && span.to >= window.from && span.from <= window.to ? { from, to } : undefined;
}
