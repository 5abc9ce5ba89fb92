import type { IvrInput } from './turn.ts';

/** A recording that is no longer than the silence that ended it holds nothing but that silence. */
export function saidSomething(input: IvrInput, silenceSeconds: number): boolean {
  if (input.kind !== 'recorded') return false;
  return input.seconds > (input.bySilence === true ? silenceSeconds : 0);
}
