import type { ComponentChildren } from 'preact';
import type { StoryWords } from '../../phrases/index.ts';

/** The hatch of a ringing phone, once a page: a pattern inside a picture that is not shown would not be drawn. */
export function Hatch() {
  return (
    <svg class="sprite" aria-hidden="true">
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
        <path class="p-ringpat" d="M1.5 0V5" />
      </pattern>
    </svg>
  );
}

/** A picture with its name. */
export function Svg({
  height,
  label,
  children,
}: {
  height: number;
  label: string;
  children: ComponentChildren;
}) {
  return (
    <svg height={height} role="img" aria-label={label}>
      {children}
    </svg>
  );
}

/** A phone that rings: a hatched bar. */
export function RingBar({ x, width, y }: { x: string; width: string; y: number }) {
  return (
    <>
      <rect class="p-ring" x={x} width={width} y={y} height="14" rx="2" />
      <rect x={x} width={width} y={y} height="14" rx="2" fill="url(#hatch)" opacity=".45" />
    </>
  );
}

/** Where a caller and a responder are joined. */
export function KnotAt({ x, y }: { x: string; y: number | string }) {
  return <circle class="p-knot" cx={x} cy={y} r="4.5" />;
}

type Entry = Exclude<keyof StoryWords['legend'], 'label'>;

const entries: readonly (readonly [Entry, ComponentChildren])[] = [
  [
    'sms',
    <>
      <path class="p-thread" d="M5 7h16" />
      <rect class="p-sms" x="1" y="3" width="8" height="8" />
      <rect class="p-smsok" x="17" y="3" width="8" height="8" />
    </>,
  ],
  ['notDelivered', <path class="p-x" d="m9 3 8 8M17 3l-8 8" />],
  [
    'rings',
    <>
      <rect class="p-ring" y=".5" width="26" height="13" rx="2" />
      <path class="p-ringpat" opacity=".45" d="M4 0v14M9 0v14M14 0v14M19 0v14M24 0v14" />
    </>,
  ],
  [
    'voicemail',
    <>
      <rect class="p-tape" y=".5" width="26" height="13" rx="2" />
      <circle class="p-reel" cx="9" cy="7" r="3" />
      <circle class="p-reel" cx="17" cy="7" r="3" />
      <path class="p-reel" d="M9 10h8" />
    </>,
  ],
  ['listening', <rect class="p-heard" y=".5" width="26" height="13" rx="2" />],
  [
    'key',
    <>
      <rect class="p-key taken" x="5" y="-2" width="16" height="18" rx="3" />
      <text class="p-keyt" x="13" y="11">
        1
      </text>
    </>,
  ],
  [
    'talking',
    <>
      <rect class="p-talk" y="1" width="26" height="4" />
      <rect class="p-talk" y="9" width="26" height="4" />
    </>,
  ],
  [
    'stoodDown',
    <>
      <path class="p-end" d="M3 0v14" />
      <path class="p-down" d="m8 3h10l-5 8z" />
    </>,
  ],
];

/** What the marks mean. */
export function Legend({ words }: { words: StoryWords['legend'] }) {
  return (
    <ul class="legend" aria-label={words.label}>
      {entries.map(([entry, drawing]) => (
        <li key={entry}>
          <svg aria-hidden="true">{drawing}</svg>
          {words[entry]}
        </li>
      ))}
    </ul>
  );
}
