import { createHash } from 'node:crypto';
import type { CardWords } from '../phrases/index.ts';
import { carrierTitles, pageNumberOf, type Service } from '../service/index.ts';
import { writeCard } from './vcard.ts';

/**
 * The contact card with every number that pages come from: PAGE_FROM, the desks' own numbers, those at a second carrier. One
 * contact for all of them: what lets it through at night is set once. A card that is taken in again replaces the first,
 * whatever language either is in.
 */
export function contactCard(
  service: Pick<Service, 'scripts' | 'pageFrom' | 'carriers' | 'clock' | 'urls'>,
  words: CardWords,
): string {
  const { scripts, pageFrom, carriers, clock, urls } = service;
  const numbers = new Map<string, string>();
  const add = (number: string, label: string) => void (numbers.has(number) || numbers.set(number, label));
  for (const by of carriers.inUse)
    for (const script of scripts)
      add(
        pageNumberOf(service, script, by),
        carriers.areSeveral ? words.pagesBy(carrierTitles[by]) : words.pages,
      );
  for (const number of pageFrom) add(number, words.pages);
  for (const by of carriers.inUse)
    for (const number of carriers.numbersOf(by)) add(number, carrierTitles[by]);
  for (const script of scripts) for (const number of script.numbers) add(number, script.name);
  return writeCard({
    uid: `afterhours-${createHash('sha256').update(urls.console()).digest('hex').slice(0, 32)}`,
    name: words.name,
    organisation: scripts.map(({ name }) => name).join(', '),
    numbers: [...numbers].map(([number, label]) => ({ number, label })),
    note: words.note,
    at: clock.now(),
  });
}
