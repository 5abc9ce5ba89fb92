import { phrasesFor } from '../../phrases/index.ts';

/** ", 30005: the carrier does not know this handset", or nothing without a code; a code without words stands bare. */
export function carrierFault(code: string | undefined, { states } = phrasesFor('en').cases): string {
  if (code === undefined) return '';
  const known: Readonly<Record<string, string>> = states.carrierFaults;
  const words = known[code];
  return words === undefined ? `, ${code}` : `, ${code}: ${words}`;
}
