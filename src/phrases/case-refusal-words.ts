import type { CaseRefusal } from '../casework/index.ts';
import type { FormRefusal } from '../console/index.ts';

/** Why something is not done to a case: what its form lacks, or what the case says against it. */
export type Refusal = CaseRefusal | FormRefusal;

type Plain<Of> = Of extends { kind: infer Kind } ? (keyof Of extends 'kind' ? Kind : never) : never;

/** Refusals that are told alike whatever the case. */
type PlainRefusal = Plain<Refusal>;
export type PlainRefusals = Readonly<Record<PlainRefusal, string>>;

/** Whether it is told alike whatever the case. */
export function isPlain(why: Refusal, words: PlainRefusals): why is Extract<Refusal, { kind: PlainRefusal }> {
  return Object.hasOwn(words, why.kind);
}
