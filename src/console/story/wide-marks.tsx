/** Two bars: people talk. */
export function TalkBars({ from, width, y }: { from: string; width: string; y: number }) {
  return (
    <>
      <rect class="p-talk" x={from} y={y} width={width} height="4" />
      <rect class="p-talk" x={from} y={y + 10} width={width} height="4" />
    </>
  );
}

/** A key that was pressed. */
export function Key({
  x,
  y,
  digit,
  taken = false,
}: {
  x: string;
  y: number;
  digit: string;
  taken?: boolean;
}) {
  return (
    <svg x={x} y={y} overflow="visible">
      <rect class={taken ? 'p-key taken' : 'p-key'} x="-8" y="-9" width="16" height="18" rx="3" />
      <text class="p-keyt" y="4">
        {digit}
      </text>
    </svg>
  );
}
