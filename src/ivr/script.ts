import type { z } from 'zod';
import type { CoverageHours } from '../coverage/index.ts';
import { camelise, type Camelised } from './camel-case.ts';
import { inLanguage, type InOneLanguage, type Language } from './languages.ts';
import type { scriptSchema } from './schema.ts';
import { usualDuty } from './schema-duty.ts';

type Parsed = z.output<typeof scriptSchema>;
type InItsLanguage = Camelised<InOneLanguage<Parsed>>;
/** What differs from one language of a script to another. */
type Spoken = Pick<InItsLanguage, 'language' | 'voice' | 'mail' | 'callBackNumber' | 'nodes'>;

/**
 * One desk: what its YAML file says, checked, with defaults filled in and keys in camelCase, in its own language. `scriptIn`
 * has it in the others.
 */
export interface Script extends Omit<InItsLanguage, 'alsoIn'> {
  alsoIn: Record<Language, Spoken>;
}
export type ScriptNode = Script['nodes'][string];
export type Menu = NonNullable<ScriptNode['menu']>;
export type Choice = Menu['choices'][number];
export type Interview = NonNullable<ScriptNode['interview']>;
export type Question = Interview['questions'][number];

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
export function toScript(parsed: Parsed): Script {
  const own = parsed.language;
  const written = (language: Language): InItsLanguage => camelise(inLanguage(parsed, language, own));
  const alsoIn = Object.entries(parsed.also_in).flatMap(([language, spoken]): [Language, Spoken][] => {
    if (spoken === undefined || language === own) return [];
    const { mail, callBackNumber, nodes } = written(language);
    return [[language, { language, voice: spoken.voice, mail, callBackNumber, nodes }]];
  });
  return { ...written(own), alsoIn: Object.fromEntries(alsoIn) };
}

/**
 * A script, as it was loaded, in one of its languages: what is spoken to callers, by whom, and what they may say. In its own
 * where it has not that one.
 */
export function scriptIn(script: Script, language: string | undefined): Script {
  if (language === undefined || !Object.hasOwn(script.alsoIn, language)) return script;
  return { ...script, ...script.alsoIn[language] };
}

/** What people on duty for the desk are told of it, and how they are tried before. */
export function dutySettingsOf(script: Pick<Script, 'duty'>): NonNullable<Script['duty']> {
  return script.duty ?? camelise(usualDuty);
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
