const drawings = {
  alarm: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1',
  export: 'M8 2.5v7.5M5 7l3 3 3-3M2.5 13.5h11',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  note: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7z',
  plus: 'M8 3v10M3 8h10',
  phone:
    'M3.2 2.5h2.4l1.1 3-1.5 1.2a8 8 0 0 0 4.1 4.1l1.2-1.5 3 1.1v2.4c0 .6-.5 1-1.1 1A11 11 0 0 1 2.2 3.6c0-.6.4-1.1 1-1.1z',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5l3.2 3.2',
} as const;

/** A small drawing beside a word; never alone. */
export function Icon({ of }: { of: keyof typeof drawings }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[of]} />
    </svg>
  );
}

/** The product's mark: half a day, half a night, and a clock's hand. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8.25" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M10 1.75a8.25 8.25 0 0 0 0 16.5z" fill="currentColor" />
      <path
        d="M10 5.5V10l3.2 2"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </svg>
  );
}
