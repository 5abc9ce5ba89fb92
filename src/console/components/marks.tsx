import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { CaseStateWords } from '../../phrases/index.ts';
import { kindWord, type StateWord } from '../words/states.ts';
import { clockTime, minuteTime } from '../words/time.ts';

/** A severity: its shape, then its word. A case without one shows its kind in the same place. */
export function Severity({ of, big }: { of: string | undefined; big?: boolean }) {
  if (of === undefined) return <span class="dim">–</span>;
  return (
    <span class={big ? 'sev big' : 'sev'} data-sev={of}>
      Sev {of}
    </span>
  );
}

/** The severity of a case, or the kind of one that has none. */
export function SeverityOrKind(props: {
  severity: string | undefined;
  kind: string;
  words?: CaseStateWords;
}) {
  const { severity, kind, words } = props;
  return severity === undefined ? (
    <span class="soft">{kindWord(kind, words)}</span>
  ) : (
    <Severity of={severity} />
  );
}

/** A state: its shape, then its word. */
export function State({ is }: { is: StateWord }) {
  return <span class={is.shape === 'ringing' ? 'state live ringing' : `state ${is.shape}`}>{is.word}</span>;
}

/** A moment to the second, for calls and pages. */
export function Moment({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{clockTime(at, zone)}</time>;
}

/** A moment to the minute, for what people do in the console. */
export function Minute({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{minuteTime(at, zone)}</time>;
}

/** A telephone number grouped for reading and linked, or the word for a withheld one. */
export function Telephone({
  number,
  link = true,
  withheld = 'withheld',
}: {
  number: string | undefined;
  link?: boolean;
  withheld?: string;
}) {
  const known = toPhoneNumber(number);
  if (known === undefined) return <span class="tel">{withheld}</span>;
  const shown = formatPhoneNumber(known);
  return link ? (
    <a class="tel" href={`tel:${known}`}>
      {shown}
    </a>
  ) : (
    <span class="tel">{shown}</span>
  );
}

/** The keys that do the same as a button. */
export function Key({ names }: { names: readonly string[] }) {
  return <>{names.map((name) => [' ', <kbd key={name}>{name}</kbd>])}</>;
}
