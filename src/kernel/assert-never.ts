/** Marks a place that the types prove unreachable; throws if the proof was wrong. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}
