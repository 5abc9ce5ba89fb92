import { letterShare, type Paper } from './paper.ts';
import { RingBar } from './marks.tsx';
import { clip, shareOf } from './scale.ts';
import type { Lane, SmsMark, VoiceMark } from './story.ts';
import { Key, TalkBars } from './wide-marks.tsx';

/** One person's two lines: SMS above, voice below. */
export function LaneMarks({ lane, paper, y }: { lane: Lane; paper: Paper; y: number }) {
  const nextStart = (after: Date, starts: readonly Date[]) =>
    starts.filter((at) => at > after).reduce((a, b) => (b < a ? b : a), paper.window.to);
  const fits = (from: Date, words: string, starts: readonly Date[]) =>
    shareOf(paper.window, nextStart(from, starts)) - shareOf(paper.window, from) >
    words.length * letterShare + 0.012;
  const smsStarts = lane.sms.map((sms) => sms.sentAt);
  const voiceStarts = lane.voice.map((voice) => voice.ring.from);
  return (
    <>
      {lane.sms.map((sms, index) => (
        <Sms
          key={index}
          sms={sms}
          paper={paper}
          y={y + 17}
          fits={(from, words) => fits(from, words, smsStarts)}
        />
      ))}
      {lane.voice.map((voice, index) => (
        <Voice
          key={index}
          voice={voice}
          paper={paper}
          y={y + 41}
          fits={(from, words) => fits(from, words, voiceStarts)}
        />
      ))}
    </>
  );
}

type Fits = (from: Date, words: string) => boolean;

function Sms({ sms, paper, y, fits }: { sms: SmsMark; paper: Paper; y: number; fits: Fits }) {
  if (!paper.isInside(sms.sentAt)) return null;
  const settledAt = sms.settledAt;
  return (
    <>
      {settledAt !== undefined && (
        <line
          class="p-thread"
          x1={paper.x(sms.sentAt)}
          x2={paper.x(settledAt)}
          y1={y}
          y2={y}
          stroke-dasharray={sms.came === 'lost' ? '2 2' : undefined}
        />
      )}
      <svg x={paper.x(sms.sentAt)} y={y} overflow="visible">
        <rect class="p-sms" x="-4" y="-4" width="8" height="8" />
      </svg>
      {settledAt !== undefined && paper.isInside(settledAt) && (
        <svg x={paper.x(settledAt)} y={y} overflow="visible">
          {sms.came === 'lost' ? (
            <path class="p-x" d="m-4-4 8 8M4-4l-8 8" />
          ) : (
            <rect class="p-smsok" x="-4" y="-4" width="8" height="8" />
          )}
          {sms.words !== undefined && fits(settledAt, sms.words) && (
            <text class="p-fail p-halo" x="11" y="4">
              {sms.words}
            </text>
          )}
        </svg>
      )}
    </>
  );
}

function Voice({ voice, paper, y, fits }: { voice: VoiceMark; paper: Paper; y: number; fits: Fits }) {
  const ring = clip(paper.window, voice.ring);
  const heard = voice.listening && clip(paper.window, voice.listening);
  const talk = voice.talk && clip(paper.window, voice.talk);
  return (
    <>
      {ring !== undefined && <RingBar x={paper.x(ring.from)} width={paper.width(ring)} y={y - 7} />}
      {heard !== undefined && (
        <rect
          class={voice.listening?.tape ? 'p-tape' : 'p-heard'}
          x={paper.x(heard.from)}
          width={paper.width(heard)}
          y={y - 7}
          height="14"
          rx="2"
        />
      )}
      {heard !== undefined && voice.listening?.tape && (
        <svg x={paper.x(heard.from)} y={y} overflow="visible">
          <circle class="p-reel" cx="9" r="3.2" />
          <circle class="p-reel" cx="18" r="3.2" />
          <path class="p-reel" d="M9 3.2h9" />
        </svg>
      )}
      {talk !== undefined && <TalkBars from={paper.x(talk.from)} width={paper.width(talk)} y={y - 7} />}
      {voice.end !== undefined && paper.isInside(voice.end.at) && (
        <svg x={paper.x(voice.end.at)} y={y} overflow="visible">
          <path class="p-end" d="M0-10v20" />
          {voice.end.stoodDown && <path class="p-down" d="m4-4h10l-5 8z" />}
          {fits(voice.end.at, voice.end.words) && (
            <text class="p-t p-halo" x={voice.end.stoodDown ? 19 : 8} y="4">
              {voice.end.words}
            </text>
          )}
        </svg>
      )}
      {voice.key !== undefined && paper.isInside(voice.key.at) && (
        <Key x={paper.x(voice.key.at)} y={y} digit={voice.key.digit} taken={voice.key.taken} />
      )}
    </>
  );
}
