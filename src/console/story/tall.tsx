import type { StoryWords } from '../../phrases/index.ts';
import { clockTime } from '../words/time.ts';
import { KnotAt, Svg } from './marks.tsx';
import { percent } from './paper.ts';
import { shareOf, ticksOf } from './scale.ts';
import { firstName, type PictureProps, type Span, type Story } from './story.ts';
import { TallKey, TallSms, TallSpan, TallVoice } from './tall-marks.tsx';

const top = 44;
const gutter = 0.15;

/** Time laid on the height of a picture. */
export interface TallPaper {
  readonly window: Span;
  y(at: Date): number;
  isInside(at: Date): boolean;
}

/** The same story drawn downwards, one column a person, for narrow screens. */
export function TallStory({ story, window, zone, words }: PictureProps) {
  const length = 640;
  const height = top + length + 10;
  const paper: TallPaper = {
    window,
    y: (at) => Math.round((top + shareOf(window, at) * length) * 10) / 10,
    isInside: (at) => at >= window.from && at <= window.to,
  };
  const column = (1 - gutter) / (story.lanes.length + 1);
  const middle = (index: number) => gutter + column * (index + 0.5);
  const { bridge } = story;
  const bridged = story.lanes.findIndex((lane) => lane.person === bridge?.person) + 1;
  return (
    <div class="tall">
      <Svg height={height} label={words.tallLabel(story.caseNumber)}>
        <Heads story={story} words={words} height={height} middle={middle} column={column} />
        {ticksOf(window).map(({ at, labelled }) => (
          <g key={at.getTime()}>
            <line class="p-line" x1="15%" x2="100%" y1={paper.y(at)} y2={paper.y(at)} />
            {labelled && !isBesideMile(at, story, paper) && (
              <text class="p-q" x="0" y={paper.y(at)} dy="4">
                {clockTime(at, zone).slice(3)}
              </text>
            )}
          </g>
        ))}
        <Miles story={story} paper={paper} zone={zone} words={words} />
        {story.caller.menu.map((span) => (
          <TallSpan key={span.from.getTime()} of="menu" span={span} x={percent(middle(0))} paper={paper} />
        ))}
        {story.caller.hold.map((span) => (
          <TallSpan key={span.from.getTime()} of="hold" span={span} x={percent(middle(0))} paper={paper} />
        ))}
        {story.caller.talk.map((span) => (
          <TallSpan key={span.from.getTime()} of="talk" span={span} x={percent(middle(0))} paper={paper} />
        ))}
        {story.caller.keys.map((key) => (
          <TallKey key={key.at.getTime()} of={key} x={percent(middle(0))} paper={paper} />
        ))}
        {story.lanes.map((lane, index) => (
          <g key={lane.person}>
            {lane.sms.map((sms, n) => (
              <TallSms key={n} sms={sms} x={percent(middle(index + 1) - column * 0.26)} paper={paper} />
            ))}
            {lane.voice.map((voice, n) => (
              <TallVoice key={n} voice={voice} x={percent(middle(index + 1) + column * 0.2)} paper={paper} />
            ))}
          </g>
        ))}
        {bridge !== undefined && paper.isInside(bridge.at) && (
          <>
            <line
              class="p-bridge"
              x1={percent(middle(0))}
              x2={percent(middle(bridged) + column * 0.2)}
              y1={paper.y(bridge.at)}
              y2={paper.y(bridge.at)}
            />
            <KnotAt x={percent(middle(0))} y={paper.y(bridge.at)} />
            <KnotAt x={percent(middle(bridged) + column * 0.2)} y={paper.y(bridge.at)} />
          </>
        )}
      </Svg>
    </div>
  );
}

/** A round writes its own time and name into the gutter, and the hour of a tick would lie under them. */
function isBesideMile(at: Date, story: Story, paper: TallPaper): boolean {
  return story.miles.some((mile) => paper.isInside(mile.at) && Math.abs(paper.y(mile.at) - paper.y(at)) < 24);
}

interface HeadsProps {
  story: Story;
  words: StoryWords;
  height: number;
  middle: (index: number) => number;
  column: number;
}

function Heads({ story, words, height, middle, column }: HeadsProps) {
  return (
    <>
      {[words.caller, ...story.lanes.map((lane) => firstName(lane.name))].map((name, index) => (
        <g key={index}>
          <text class="p-b" x={percent(middle(index))} y="12" text-anchor="middle">
            {name}
          </text>
          {index > 0 && (
            <text class="p-q" x={percent(middle(index))} y="28" text-anchor="middle" font-size="10">
              {words.sms} {words.voice}
            </text>
          )}
          <line
            class="p-line"
            x1={percent(middle(index) - column / 2)}
            x2={percent(middle(index) - column / 2)}
            y1="0"
            y2={height}
          />
        </g>
      ))}
    </>
  );
}

function Miles(props: { story: Story; paper: TallPaper; zone: string; words: StoryWords }) {
  const { story, paper, zone, words } = props;
  const miles = story.miles.filter((mile) => paper.isInside(mile.at));
  return (
    <>
      {miles.map((mile, index) => {
        const y = paper.y(mile.at);
        const next = miles[index + 1];
        const crowded = next !== undefined && paper.y(next.at) - y < 30;
        return (
          <g key={mile.at.getTime()}>
            <line class={mile.taken ? 'p-mile taken' : 'p-mile'} x1="0" x2="100%" y1={y} y2={y} />
            {!crowded && (
              <>
                <text class={mile.taken ? 'p-taken p-halo' : 'p-b p-halo'} x="0" y={y} dy="15">
                  {mile.taken ? words.accepted : mile.label}
                </text>
                <text class="p-t p-halo" x="0" y={y} dy="-4">
                  {clockTime(mile.at, zone).slice(3)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}
