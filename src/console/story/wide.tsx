import type { StoryWords } from '../../phrases/index.ts';
import { clockTime } from '../words/time.ts';
import { KnotAt, Svg } from './marks.tsx';
import { letterShare, paperOf, percent, wide, type Paper } from './paper.ts';
import { clip, shareOf, ticksOf } from './scale.ts';
import type { PictureProps, Story } from './story.ts';
import { CallerMarks } from './wide-caller.tsx';
import { LaneMarks } from './wide-lane.tsx';

const { top, callerHeight, laneHeight } = wide;

/** The story drawn from left to right, one lane a person, for wide screens and paper. */
export function WideStory({ story, window, zone, words }: PictureProps) {
  const height = top + callerHeight + story.lanes.length * laneHeight + 2;
  const paper = paperOf(window, zone);
  return (
    <div class="lanes">
      <ul class="who">
        <li>
          <b>{story.caller.name}</b>
          <span>{[words.theCaller, story.caller.company].filter(Boolean).join(', ')}</span>
        </li>
        {story.lanes.map((lane) => (
          <li key={lane.person}>
            <b>{lane.name}</b>
            <span>{lane.role}</span>
            <i>{words.sms}</i>
            <i>{words.voice}</i>
          </li>
        ))}
      </ul>
      <Svg height={height} label={words.wideLabel(story.caseNumber)}>
        <Grid paper={paper} height={height} lanes={story.lanes.length} />
        <Miles story={story} paper={paper} height={height} />
        <Measure story={story} paper={paper} words={words} />
        <BridgeLine story={story} paper={paper} />
        <CallerMarks lane={story.caller} story={story} paper={paper} words={words} />
        {story.lanes.map((lane, index) => (
          <LaneMarks
            key={lane.person}
            lane={lane}
            paper={paper}
            y={top + callerHeight + index * laneHeight}
          />
        ))}
        <BridgeKnots story={story} paper={paper} words={words} />
      </Svg>
    </div>
  );
}

function Grid({ paper, height, lanes }: { paper: Paper; height: number; lanes: number }) {
  return (
    <>
      {ticksOf(paper.window).map(({ at, labelled }) => (
        <g key={at.getTime()}>
          <line class="p-line" x1={paper.x(at)} x2={paper.x(at)} y1={labelled ? 78 : 81} y2={height} />
          {labelled && shareOf(paper.window, at) < 0.95 && (
            <text class="p-q" x={paper.x(at)} dx="4" y="77">
              {clockTime(at, paper.zone)}
            </text>
          )}
        </g>
      ))}
      <line class="p-axis" x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} />
      {Array.from({ length: lanes }, (_, index) => {
        const y = top + callerHeight + index * laneHeight + 0.5;
        return <line key={y} class="p-row" x1="0" x2="100%" y1={y} y2={y} />;
      })}
    </>
  );
}

function Miles({ story, paper, height }: { story: Story; paper: Paper; height: number }) {
  const miles = story.miles.filter((mile) => paper.isInside(mile.at));
  return (
    <>
      {miles.map((mile, index) => {
        const next = miles[index + 1];
        const share = shareOf(paper.window, mile.at);
        const room = (next === undefined ? 1 : shareOf(paper.window, next.at)) - share;
        const note = mile.taken ? clockTime(mile.at, paper.zone) : mile.note;
        const fits = (letters: number) => room > letters * letterShare + 0.01;
        const left = mile.taken && !fits(mile.label.length);
        return (
          <g key={mile.at.getTime()}>
            <line
              class={mile.taken ? 'p-mile taken' : 'p-mile'}
              x1={percent(share)}
              x2={percent(share)}
              y1="6"
              y2={height}
            />
            {(mile.taken || fits(mile.label.length)) && (
              <text
                x={percent(share)}
                dx={left ? -5 : 5}
                y={left ? 30 : 16}
                text-anchor={left ? 'end' : undefined}
                class={left ? 'p-halo' : undefined}
              >
                <tspan class={mile.taken ? 'p-taken' : 'p-b'}>{mile.label}</tspan>
                {(left || fits(mile.label.length + note.length + 2)) && (
                  <tspan class="p-q" dx="6">
                    {note}
                  </tspan>
                )}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

interface Drawn {
  story: Story;
  paper: Paper;
  words: StoryWords;
}

function Measure({ story, paper, words }: Drawn) {
  const shown = story.measure && clip(paper.window, story.measure);
  if (story.measure === undefined || shown === undefined) return null;
  const middle = (shareOf(paper.window, shown.from) + shareOf(paper.window, shown.to)) / 2;
  return (
    <>
      <line class="p-dim" x1={paper.x(shown.from)} x2={paper.x(shown.to)} y1="42.5" y2="42.5" />
      <line class="p-dim" x1={paper.x(shown.from)} x2={paper.x(shown.from)} y1="38" y2="47" />
      <line class="p-dim" x1={paper.x(shown.to)} x2={paper.x(shown.to)} y1="38" y2="47" />
      <text class="p-b p-halo" x={percent(middle)} y="47" text-anchor="middle">
        <tspan font-size="14">{story.measure.words}</tspan>
        <tspan class="p-q" dx="6" font-weight="400">
          {words.toAcceptance}
        </tspan>
      </text>
    </>
  );
}

/** Under the lanes: what is written there must be legible over it. */
function BridgeLine({ story, paper }: { story: Story; paper: Paper }) {
  const ends = bridgeEnds(story, paper);
  if (ends === undefined) return null;
  return <line class="p-bridge" x1={ends.x} x2={ends.x} y1={ends.from} y2={ends.to} />;
}

function BridgeKnots({ story, paper, words }: Drawn) {
  const ends = bridgeEnds(story, paper);
  if (ends === undefined) return null;
  return (
    <>
      <KnotAt x={ends.x} y={ends.from} />
      <KnotAt x={ends.x} y={ends.to} />
      <text class="p-taken p-halo" x={ends.x} dx="9" y={top + 12}>
        {words.bridged(clockTime(ends.at, paper.zone))}
      </text>
    </>
  );
}

function bridgeEnds({ bridge, lanes }: Story, paper: Paper) {
  if (bridge === undefined || !paper.isInside(bridge.at)) return undefined;
  const index = lanes.findIndex((lane) => lane.person === bridge.person);
  const to = top + callerHeight + index * laneHeight + 41;
  return { at: bridge.at, x: paper.x(bridge.at), from: top + 24, to };
}
