import type { z } from 'zod';
import type { CoverageHours } from '../coverage/index.ts';
import { camelise, type Camelised } from './camel-case.ts';
import type { scriptSchema } from './schema.ts';

/** One desk: what its YAML file says, checked, with defaults filled in and keys in camelCase. */
export type Script = Camelised<z.output<typeof scriptSchema>>;
export type ScriptNode = Script['nodes'][string];
export type Menu = NonNullable<ScriptNode['menu']>;
export type Choice = Menu['choices'][number];

/**
 * Whom to page for a case. `page` is paged in every round, all at once, or with `oneAtATime` one person a round in
 * the order of duty, beginning again after the last. The last of `retryAfterSeconds` repeats for ever.
 */
export type PagingPlan = Script['plans'][string];
export type PagedRole = PagingPlan['page'][number];
export type Role = PagedRole['role'];
export type CaseKind = NonNullable<ScriptNode['openCase']>['kind'];
export type Severity = '1' | '2' | '3' | '4';

/** The script as code uses it. */
export function toScript(parsed: z.output<typeof scriptSchema>): Script {
  return camelise(parsed);
}

/** When the desk's office answers. */
export function coverageHoursOf(script: Script): CoverageHours {
  return {
    timeZone: script.timeZone,
    country: script.country,
    region: script.coverage.region,
    closedOnPublicHolidays: script.coverage.publicHolidays === 'closed',
    alsoClosed: script.coverage.alsoClosed,
    days: script.coverage.hours,
    exceptions: script.coverage.exceptions.map(({ date, hours, why }) => ({ date, spans: hours ?? [], why })),
  };
}

/** The desk whose dialled number this is. */
export function deskByNumber(scripts: readonly Script[], number: string): Script | undefined {
  return scripts.find((script) => script.numbers.some((own) => own === number));
}
