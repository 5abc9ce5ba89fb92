/** A stretch of a seat in which one person has it, in milliseconds since the epoch; what no piece covers is a hole. */
export interface Piece {
  fromMs: number;
  toMs: number;
  person: string;
  layer?: string;
  override?: string;
}

/** What is left of pieces where something lies over them. */
export function cut(pieces: readonly Piece[], fromMs: number, toMs: number): Piece[] {
  return pieces.flatMap((piece) =>
    piece.toMs <= fromMs || toMs <= piece.fromMs
      ? [piece]
      : [
          { ...piece, toMs: Math.min(piece.toMs, fromMs) },
          { ...piece, fromMs: Math.max(piece.fromMs, toMs) },
        ].filter((left) => left.fromMs < left.toMs),
  );
}

/** The pieces within a window, cut at its edges. */
export function within(pieces: readonly Piece[], fromMs: number, toMs: number): Piece[] {
  return pieces.flatMap((piece) => {
    const inside = {
      ...piece,
      fromMs: Math.max(piece.fromMs, fromMs),
      toMs: Math.min(piece.toMs, toMs),
    };
    return inside.fromMs < inside.toMs ? [inside] : [];
  });
}

/** Pieces with others over them, in order. Each of the two is in order and apart. */
export function paint(pieces: readonly Piece[], over: readonly Piece[]): Piece[] {
  const left: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    while ((over[next]?.toMs ?? Infinity) <= piece.fromMs) next += 1;
    let rest: Piece | undefined = piece;
    for (let at = next; rest !== undefined && (over[at]?.fromMs ?? Infinity) < rest.toMs; at += 1) {
      const [before, after] = sides(rest, over[at] as Piece);
      if (before !== undefined) left.push(before);
      rest = after;
    }
    if (rest !== undefined) left.push(rest);
  }
  return [...left, ...over].sort((a, b) => a.fromMs - b.fromMs);
}

/** What is left of a piece before and after another. */
function sides(piece: Piece, { fromMs, toMs }: Piece): [Piece | undefined, Piece | undefined] {
  const before = piece.fromMs < fromMs ? { ...piece, toMs: Math.min(piece.toMs, fromMs) } : undefined;
  const after = toMs < piece.toMs ? { ...piece, fromMs: Math.max(piece.fromMs, toMs) } : undefined;
  return [before, after];
}
