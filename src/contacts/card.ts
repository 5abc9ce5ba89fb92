import { createHash } from 'node:crypto';
import { carrierTitles, pageNumberOf, type Service } from '../service/index.ts';
import { writeCard } from './vcard.ts';

const NOTE =
  'Pages, test pages and alarms come from these numbers. Let this contact through at night: on an iPhone, Emergency Bypass in its ringtone and its text tone; on Android, a star, and starred contacts as an exception of Do Not Disturb.';

/**
 * The contact card with every number that pages come from: PAGE_FROM, the desks' own numbers, those at a second carrier. One
 * contact for all of them: what lets it through at night is set once.
 */
export function contactCard(
  service: Pick<Service, 'scripts' | 'pageFrom' | 'carriers' | 'clock' | 'urls'>,
): string {
  const { scripts, pageFrom, carriers, clock, urls } = service;
  const numbers = new Map<string, string>();
  const add = (number: string, label: string) => void (numbers.has(number) || numbers.set(number, label));
  for (const by of carriers.inUse)
    for (const script of scripts)
      add(pageNumberOf(service, script, by), carriers.areSeveral ? `Pages by ${carrierTitles[by]}` : 'Pages');
  for (const number of pageFrom) add(number, 'Pages');
  for (const by of carriers.inUse)
    for (const number of carriers.numbersOf(by)) add(number, carrierTitles[by]);
  for (const script of scripts) for (const number of script.numbers) add(number, script.name);
  return writeCard({
    uid: `afterhours-${createHash('sha256').update(urls.console()).digest('hex').slice(0, 32)}`,
    name: 'Afterhours pages',
    organisation: scripts.map(({ name }) => name).join(', '),
    numbers: [...numbers].map(([number, label]) => ({ number, label })),
    note: NOTE,
    at: clock.now(),
  });
}
