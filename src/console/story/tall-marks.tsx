import { clip } from './scale.ts';
import type { SmsMark, Span, VoiceMark } from './story.ts';
import type { TallPaper } from './tall.tsx';

interface At {
  readonly x: string;
  readonly paper: TallPaper;
}

/** A stretch of the caller's line. */
export function TallSpan({ of, span, x, paper }: { of: 'menu' | 'hold' | 'talk'; span: Span } & At) {
  const shown = clip(paper.window, span);
  if (shown === undefined) return null;
  const [from, to] = [paper.y(shown.from), paper.y(shown.to)];
  if (of === 'talk') return <TalkBars x={x} from={from} to={to} />;
  return <line class={`p-${of}`} x1={x} x2={x} y1={from} y2={to} />;
}

/** An SMS and what became of it. */
export function TallSms({ sms, x, paper }: { sms: SmsMark } & At) {
  if (!paper.isInside(sms.sentAt)) return null;
  const settledAt = sms.settledAt !== undefined && paper.isInside(sms.settledAt) ? sms.settledAt : undefined;
  return (
    <>
      {settledAt !== undefined && (
        <line class="p-thread" x1={x} x2={x} y1={paper.y(sms.sentAt)} y2={paper.y(settledAt)} />
      )}
      <svg x={x} y={paper.y(sms.sentAt)} overflow="visible">
        <rect class="p-sms" x="-4" y="-4" width="8" height="8" />
      </svg>
      {settledAt !== undefined && (
        <svg x={x} y={paper.y(settledAt)} overflow="visible">
          {sms.came === 'lost' ? (
            <path class="p-x" d="m-4-4 8 8M4-4l-8 8" />
          ) : (
            <rect class="p-smsok" x="-4" y="-4" width="8" height="8" />
          )}
        </svg>
      )}
    </>
  );
}

/** A page by voice: rings, is heard, ends. */
export function TallVoice({ voice, x, paper }: { voice: VoiceMark } & At) {
  const ring = clip(paper.window, voice.ring);
  const heard = voice.listening && clip(paper.window, voice.listening);
  const talk = voice.talk && clip(paper.window, voice.talk);
  const height = (span: Span) => Math.max(2, paper.y(span.to) - paper.y(span.from));
  return (
    <>
      {ring !== undefined && (
        <svg x={x} y={paper.y(ring.from)} overflow="visible">
          <rect class="p-ring" x="-7" width="14" height={height(ring)} rx="2" />
          <rect x="-7" width="14" height={height(ring)} rx="2" fill="url(#hatch)" opacity=".45" />
        </svg>
      )}
      {heard !== undefined && (
        <svg x={x} y={paper.y(heard.from)} overflow="visible">
          <rect
            class={voice.listening?.tape ? 'p-tape' : 'p-heard'}
            x="-7"
            width="14"
            height={height(heard)}
            rx="2"
          />
        </svg>
      )}
      {talk !== undefined && <TalkBars x={x} from={paper.y(talk.from)} to={paper.y(talk.to)} />}
      {voice.end !== undefined && paper.isInside(voice.end.at) && (
        <svg x={x} y={paper.y(voice.end.at)} overflow="visible">
          <path class="p-end" d="M-10 0h20" />
          {voice.end.stoodDown && <path class="p-down" d="m-5 4h10l-5 8z" />}
        </svg>
      )}
      {voice.key !== undefined && <TallKey of={voice.key} x={x} paper={paper} />}
    </>
  );
}

/** A key that somebody pressed; `taken`: the one that accepted. */
export function TallKey({ of, x, paper }: { of: { at: Date; digit: string; taken?: boolean } } & At) {
  if (!paper.isInside(of.at)) return null;
  return (
    <svg x={x} y={paper.y(of.at)} overflow="visible">
      <rect class={of.taken ? 'p-key taken' : 'p-key'} x="-8" y="-11" width="16" height="18" rx="3" />
      <text class="p-keyt" y="2">
        {of.digit}
      </text>
    </svg>
  );
}

function TalkBars({ x, from, to }: { x: string; from: number; to: number }) {
  return (
    <svg x={x} y={from} overflow="visible">
      <rect class="p-talk" x="-7" width="4" height={to - from} />
      <rect class="p-talk" x="3" width="4" height={to - from} />
    </svg>
  );
}
