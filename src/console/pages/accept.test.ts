import { expect, it } from 'vitest';
import type { AcceptLinkState } from '../accept-links.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { deskBook } from '../desks.ts';
import { acceptPage } from './accept.tsx';

const now = new Date('2026-03-28T19:00:00Z');
const swede = {
  caseNumber: 'NORR-100',
  desk: 'norrsken',
  severity: '1',
  summary: 'Driftstopp',
  customer: 'Länsförsäkringar',
  callerName: undefined,
  callerNumber: '+46701234567',
  callerOnHold: true,
  openedAt: new Date('2026-03-28T18:58:00Z'),
  contactDueAt: new Date('2026-03-28T20:00:00Z'),
  person: { key: 'nils', name: 'Nils Åkerström', language: 'sv' },
  alsoPaged: ['Anna Alm'],
  replyCode: 42,
};

function shown(link: AcceptLinkState, language = 'sv-SE'): string {
  const desks = deskBook([{ desk: 'norrsken', name: 'Norrsken Drift', timeZone: 'Europe/Stockholm' }]);
  const page = acceptPage({ asset: (name) => `/${name}`, desks, now, link, phrases: phrasesFor(language) });
  expect(page).toContain(`<html lang="${language}">`);
  return page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

it.each<[AcceptLinkState, RegExp]>([
  [
    { state: 'open', case: swede },
    /Till Nils Åkerström\. Supporten hos Norrsken Drift, .*Ta ärendet .*Avböj /,
  ],
  [
    { state: 'open', case: { ...swede, callerOnHold: false, callerNumber: undefined } },
    /Okänd hemligt nummer /,
  ],
  [{ state: 'open', case: swede }, /svara A42 på sms:et, eller tryck 1/],
  [{ state: 'open', case: { ...swede, alsoPaged: [] } }, /Söks också ingen /],
  [
    { state: 'accepted-by-you', case: swede, acceptedAt: now },
    /Taget av dig .*Ring upp själv .*senast klockan 21:00/,
  ],
  [
    { state: 'taken', case: swede, by: 'Anna Alm', acceptedAt: now },
    /Taget av Anna Anna Alm tog ärendet klockan 20:00/,
  ],
  [{ state: 'declined', case: swede, declinedAt: now }, /Du har avböjt .*Ta ärendet ändå/],
  [{ state: 'closed', case: swede }, /Det här ärendet behöver ingen längre\./],
])('a Swede reads it in Swedish, whole: %#', (link, words) => {
  const text = shown(link);
  expect(text).toMatch(words);
  expect(text).not.toMatch(/accept|decline|caller|customer|opened|paged|nobody|reply|withheld| ago /i);
});
