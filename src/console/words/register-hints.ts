import { mayReport, type Faults, type RegistrationState } from '../../registration/index.ts';
import type { RegisterWords } from '../../phrases/index.ts';
import { day } from './time.ts';

/** What is said beside a field. */
export interface Hint {
  readonly tone: 'bad' | 'good' | '';
  readonly words: string;
}

/** A reader of the form: who, in which words and zone, and when. */
export interface HintReader {
  readonly accountId: string;
  readonly words: RegisterWords;
  readonly locale: string;
  readonly zone: string;
  readonly now: Date;
}

/** What is said beside each field; `faults`: those of a form that was sent, with what is missing, instead of what is typed. */
export function hintsOf(
  state: RegistrationState,
  reader: HintReader,
  faults: Faults = state.faults,
): Record<string, Hint> {
  const { words } = reader;
  const hints: Record<string, Hint> = {};
  const add = (field: string, tone: Hint['tone'], said: string): void => {
    const before = hints[field];
    if (before?.tone === 'bad') return;
    hints[field] = { tone: tone === '' ? (before?.tone ?? '') : tone, words: joined(before?.words, said) };
  };
  for (const [field, fault] of Object.entries(faults)) add(field, 'bad', words.fields.fault(fault));
  if ((state.values['mail'] ?? '') === '') add('mail', '', words.fields.noMail);
  for (const unit of state.units.slice(0, 1)) {
    const isOver =
      unit.warrantyUntil !== undefined && unit.warrantyUntil < reader.now.toISOString().slice(0, 10);
    add(unit.by, isOver ? '' : 'good', words.fields.warranty(unit.model, unit.warrantyUntil, isOver));
    if (unit.customer !== state.customer?.key) add(unit.by, '', words.fields.ofCustomer(unit.customerName));
  }
  const twin = state.openCases.find(({ sameUnit }) => sameUnit);
  if (twin !== undefined)
    add((state.values['serial'] ?? '') === '' ? 'mac' : 'serial', '', words.fields.hasOpenCase(twin.number));
  for (const [field, { over, by, account, value }] of Object.entries(state.draft.fields)) {
    if (over === undefined || over.value === value || over.value === '') continue;
    if (account === reader.accountId) add(field, '', words.fields.overwroteOther(over.by, over.value));
    else if (over.account === reader.accountId) add(field, '', words.fields.overwrittenBy(by, over.value));
  }
  return hints;
}

function joined(before: string | undefined, said: string): string {
  return before === undefined ? said : `${before}. ${said}`;
}

/** Whether the contact may report, in a state and words. */
export function standingHint(
  { standing }: RegistrationState,
  { words, locale, zone }: HintReader,
): { shape: 'taken' | 'warn' | ''; words: string } {
  if (standing.kind === 'unnamed') return { shape: '', words: '' };
  const at = standing.kind === 'approved' ? standing.contact.approvedAt : undefined;
  return {
    shape: mayReport(standing) ? 'taken' : 'warn',
    words: words.approval.standing(standing, at && day(at, zone, 'year', locale)),
  };
}
