import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { dinoPeople, nordicPeople } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';

const opens = desks();
const TEN = new Date('2026-11-12T15:00:00Z');

async function begins(): Promise<{ desk: Desk; cookie: string }> {
  const desk = await opens({
    at: TEN,
    desks: ['dino', 'dvnordic'],
    people: [...dinoPeople, ...nordicPeople],
  });
  return { desk, cookie: await supervisorOf(desk) };
}
/** What stands on a page, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const night = '/what-if?desk=dino&at=2026-12-24T02:00&from=%2B12025550100&press=1,hang-up&accepts=2';

it.each([
  [
    'sv',
    [
      'Kontoret är stängt : på torsdagar är öppettiderna 09:00-17:00. Det öppnar tors 24 dec 2026 09:00.',
      'Anna Alm tar ärendet i omgång 2',
      'senior tekniker',
      'Nobody|The office|presses|accepts|Who is',
    ],
  ],
  [
    'it',
    [
      'L’ufficio è chiuso : giovedì: l’orario è 09:00-17:00.',
      'Anna Alm accetta al giro 2',
      'tecnico esperto',
      'Nobody|The office|presses|accepts|Who is',
    ],
  ],
  [
    'de',
    [
      'Das Büro ist geschlossen : Donnerstag: die Zeiten sind 09:00-17:00.',
      'Anna Alm nimmt in Runde 2 an',
      'erfahrene Technik',
      'Nobody|The office|presses|accepts|Who is',
    ],
  ],
  [
    'en',
    [
      'The office is closed : on a Thursday its hours are 09:00-17:00. It opens Thu 24 Dec 2026 09:00.',
      'Anna Alm accepts in round 2',
      'senior technician',
      'ingen|Büro',
    ],
  ],
] as const)('is in the language of whoever reads it: %s', async (language, [office, accepted, role, not]) => {
  const { desk, cookie } = await begins();
  const { body } = await new Colleague(desk, cookie, language).get(night);
  expect(body).toContain(`<html lang="${language}">`);
  const text = textOf(body);
  for (const words of [office, accepted, role]) expect(text).toContain(words);
  // What callers hear is in the desk's language, whatever the reader's.
  const own = text.replace(/(You have|Case D I N O|Your case|Dino-Software|DINO-1042 taken)[^”]*/g, '');
  expect(own.match(new RegExp(not, 'g'))).toBeNull();
});

it('says in it what cannot be meant, beside its field', async () => {
  const { desk, cookie } = await begins();
  const page = await new Colleague(desk, cookie, 'sv').get(
    '/what-if?desk=dino&at=2026-12-24T02:00&press=4&accepts=1',
  );
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain('1: ingen söks i det samtalet.');
});

it('shows what the duty of the desk that is looked at lacks, and the way to the others', async () => {
  const { desk, cookie } = await begins();
  await schedule(
    desk.database.pool,
    'senior-technician',
    seatsOf([layerOf(['anna'], { from: '2026-11-01', until: '2026-11-20' })]),
  );
  const reader = new Colleague(desk, cookie);
  const dino = textOf((await reader.get('/what-if?desk=dino')).body);
  expect(dino).toMatch(/nobody is on duty as senior technician/);
  expect(dino).toContain('Other desks: DV Nordic');
  const nordic = textOf((await reader.get('/what-if?desk=dvnordic')).body);
  expect(nordic).toContain('DV Nordic : every role that it needs has somebody who can be reached.');
  expect(nordic).not.toContain('senior technician');
});
