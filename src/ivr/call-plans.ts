import type { PagingPlan, Script } from './script.ts';

/** Somebody to whom a caller can be handed on. */
export type TransferTarget = PagingPlan['transfer'][number];

/** True when whoever accepts by this plan takes the call and not the case, as an operator does. */
export function takesCall(script: Script, planName: string | null | undefined): boolean {
  if (planName === null || planName === undefined) return false;
  return Object.hasOwn(script.plans, planName) && script.plans[planName]?.takes === 'call';
}

/** True when calls to this desk are answered by people who only register them. */
export function hasOperators(script: Script): boolean {
  return Object.values(script.plans).some(({ takes }) => takes === 'call');
}

/** True when what customers of this desk report is registered, by an operator, by the customer alone, or for somebody who works on it. */
export function registersCases(script: Script): boolean {
  const asksOrRegisters = Object.values(script.nodes).some(
    ({ interview, openCase }) => interview !== undefined || openCase?.kind === 'registration',
  );
  return hasOperators(script) || script.assign !== undefined || asksOrRegisters;
}

/** To whom a caller who was answered by that plan can be handed on, whether they may be paged now or not. */
export function transferTargets(script: Script, planName: string): TransferTarget[] {
  const plan = takesCall(script, planName) ? script.plans[planName] : undefined;
  return (plan?.transfer ?? []).filter((target) => Object.hasOwn(script.plans, target.plan));
}

/** The label of a question of the script's interviews; its name where the script has lost it since. */
export function labelOfQuestion(script: Script, name: string): string {
  const questions = Object.values(script.nodes).flatMap(({ interview }) => interview?.questions ?? []);
  return questions.find((question) => question.name === name)?.label ?? name;
}
