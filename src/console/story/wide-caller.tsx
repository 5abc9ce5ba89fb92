import type { ComponentChildren } from 'preact';
import type { StoryWords } from '../../phrases/index.ts';
import { letterShare, wide, type Paper } from './paper.ts';
import { clip, shareOf } from './scale.ts';
import { firstName, type CallerLane, type Span, type Story } from './story.ts';
import { Key, TalkBars } from './wide-marks.tsx';

/** The caller's line: in the menu, on hold, talking. */
export function CallerMarks(props: { lane: CallerLane; story: Story; paper: Paper; words: StoryWords }) {
  const { lane, story, paper, words } = props;
  const spans = (all: readonly Span[], draw: (span: Span, whole: Span) => ComponentChildren) =>
    all.map((whole) => {
      const span = clip(paper.window, whole);
      return span === undefined ? null : <g key={whole.from.getTime()}>{draw(span, whole)}</g>;
    });
  const y = wide.top + 24;
  const fits = (span: Span, label: string) =>
    shareOf(paper.window, span.to) - shareOf(paper.window, span.from) > label.length * letterShare;
  return (
    <>
      {spans(lane.menu, (span) => (
        <>
          <line class="p-menu" x1={paper.x(span.from)} x2={paper.x(span.to)} y1={y} y2={y} />
          {fits(span, words.menu) && (
            <text class="p-t p-halo" x={paper.x(span.from)} y={y - 8}>
              {words.menu}
            </text>
          )}
        </>
      ))}
      {spans(lane.hold, (span) => (
        <>
          <line class="p-hold" x1={paper.x(span.from)} x2={paper.x(span.to)} y1={y} y2={y} />
          {fits(span, words.holding) && (
            <text class="p-live p-halo" x={paper.x(span.from)} dx="12" y={y - 8}>
              {words.holding}
            </text>
          )}
        </>
      ))}
      {spans(lane.talk, (span) => (
        <>
          <TalkBars from={paper.x(span.from)} width={paper.width(span)} y={y - 7} />
          <text class="p-taken p-halo" x={paper.x(span.from)} dx="14" y={y + 22}>
            {story.bridge === undefined ? words.talking : words.talkingWith(firstName(story.bridge.name))}
          </text>
        </>
      ))}
      {lane.keys
        .filter((key) => paper.isInside(key.at))
        .map((key) => (
          <Key key={key.at.getTime()} x={paper.x(key.at)} y={y} digit={key.digit} />
        ))}
    </>
  );
}
