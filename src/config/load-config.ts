import type { PhoneNumber } from '../kernel/index.ts';
import { toConfig, type Config } from './config.ts';
import { findContradictions, type ConfigFault, type Given } from './contradictions.ts';
import { rightForms, secretNames, variableNames, variables, type VariableName } from './variables.ts';
import { findWarnings } from './warnings.ts';

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables, and finds every fault at once: malformed, missing, contradictory.
 * A blank variable counts as absent. No fault and no warning holds a secret.
 */
export function loadConfig(environment: Environment): ConfigResult {
  const given = readGiven(environment);
  const parsed = variables.safeParse(given);
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => toFault(path[0] as VariableName, message, given));
  const faults = [...withoutRepeats(malformed), ...findContradictions(given)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  return { ok: true, config: toConfig(parsed.data), warnings: findWarnings(given, environment) };
}

/** The faults as text for a terminal, one paragraph each. */
export function describeFaults(faults: readonly ConfigFault[]): string {
  const lines = faults.flatMap(({ variable, problem, mend, details = [] }) => [
    `  ${variable} ${problem}.`,
    `    Mend: ${mend}.`,
    ...details.map((detail) => `    ${detail}`),
  ]);
  const wrong = new Set(faults.map(({ variable }) => variable)).size;
  const count = wrong === 1 ? 'One setting is' : `${wrong} settings are`;
  return `${count} wrong, and the service does not start:\n${lines.join('\n')}`;
}

/** The variables of the service as they were given; blank ones count as absent. */
export function readGiven(environment: Environment): Given {
  const given: Given = {};
  for (const name of variableNames) {
    const text = environment[name]?.trim();
    if (text !== undefined && text !== '') given[name] = text;
  }
  return given;
}

/**
 * Our numbers at the second carrier, for a program that only has to know whose a number is: the carrier's secrets may be
 * missing where it runs.
 */
export function numbersAtSecondCarrier(
  environment: Environment,
): { ok: true; numbers: readonly PhoneNumber[] } | { ok: false; fault: ConfigFault } {
  const given = readGiven(environment);
  const { data: numbers = [], error } = variables.shape.SIGNALWIRE_FROM.safeParse(given.SIGNALWIRE_FROM);
  if (error === undefined) return { ok: true, numbers };
  return { ok: false, fault: toFault('SIGNALWIRE_FROM', error.issues[0]?.message ?? 'is malformed', given) };
}

function toFault(variable: VariableName, message: string, given: Given): ConfigFault {
  const shown = secretNames.has(variable) ? '' : ` ("${given[variable] ?? ''}")`;
  return { variable, problem: `${message}${shown}`, mend: rightForms[variable] };
}

/** The first fault of each variable: what follows from it helps nobody. */
function withoutRepeats(faults: readonly ConfigFault[]): ConfigFault[] {
  return faults.filter(
    ({ variable }, index) => faults.findIndex((fault) => fault.variable === variable) === index,
  );
}
