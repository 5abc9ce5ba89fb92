import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { readOwnDesks } from '../../src/console/queries/own-desks.store.ts';
import { setSchedule } from '../../src/duty/index.ts';
import type { Desk } from '../support/caller.ts';
import {
  callsNordic,
  callsTo,
  MARIA,
  nordicDesks,
  phoneOf,
  takesTheCall,
  TEN_IN_THE_MORNING,
  TWO_AT_NIGHT,
} from '../support/nordic.ts';
import { dinoPeople, nils, nordicPeople, ulla, vaxel } from '../support/people.ts';
import { importExample, KARIN } from '../support/registering.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { NORDIC_NUMBER } from '../support/world.ts';

const opens = nordicDesks();
const ULLA = { name: 'Ulla Ek', person: 'ulla', accountId: '00000000-0000-0000-0000-000000000001' };

const answers = (desk: Desk, number: string, by = ULLA) =>
  caseActions(desk.app.service).answerCall(number, by);
const heardBy = (desk: Desk) =>
  phoneOf(desk, ulla)
    .said.map((line) => line.text)
    .join(' ');

/** Ulla's own account, and one that is nobody's in the roster. */
async function screens(desk: Desk): Promise<{ own: Colleague; other: Colleague }> {
  await importExample(desk);
  const sue = new Colleague(desk, await supervisorOf(desk, 'Sue'));
  const other = await sue.brings('operator', 'Maja Lind', 'sv');
  const made = await sue.sends('/accounts/invite', { role: 'operator', person: 'ulla' });
  const link = /id="made-value"[^>]* value="([^"]+)"/.exec(made.body)?.[1] ?? '';
  const joined = await desk.app.http.inject({
    method: 'POST',
    url: new URL(link).pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ name: 'Ulla Ek', password: 'a-long-enough-password' }).toString(),
  });
  const cookie = joined.cookies.map((of) => `${of.name}=${of.value}`).join('; ');
  return { own: new Colleague(desk, cookie, 'sv'), other };
}
/** What a reader reads: without the marks. */
const words = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const strips = (html: string): string =>
  words(/<div id="strips".*?<\/div>\s*(?=<header|<p class="alarm gap)/s.exec(html)?.[0] ?? '');
const page = async (of: Colleague, url = '/register') => (await of.get(url)).body;

it('the console shows the times of the desk that its reader answers for', async () => {
  const desk = await opens({ desks: ['dino', 'dvnordic'], people: [...dinoPeople, ...nordicPeople] });
  const { own, other } = await screens(desk);
  expect(await page(own, '/cases')).toContain('CET');
  const nobodys = await page(other, '/cases');
  expect(nobodys).not.toContain('CET');
});

describe('while a call rings the operator’s page', () => {
  it('says who calls, whether they may report, what they have open, for how long it rings and where', async () => {
    const desk = await opens();
    const { own } = await screens(desk);
    const earlier = await callsNordic(desk, KARIN);
    await earlier.hangsUp();
    await desk.passes(4000);
    const karin = await callsNordic(desk, KARIN, 8);
    const shown = strips(await page(own));
    for (const text of [
      'Ringer',
      '0:0',
      'Karin Ek',
      'Sundby kommun',
      '+46 70 174 06 41',
      'inte godkänd kontakt',
    ])
      expect(shown).toContain(text);
    expect(shown).toContain('Godkända: Eva Sund och Lars Holm');
    expect(shown).toMatch(/Öppna ärenden: DVN-2210 /);
    expect(shown).toMatch(/ringer hos dig, går vidare om 0:\d\d/);
    expect(shown).toContain('Svara F2');
    expect(await page(own)).toContain('action="/register/DVN-2211/answer"');
    await karin.hangsUp();
  });

  it('lists a call that is on the line once, and waits with it in the other list until it is over', async () => {
    const desk = await opens();
    const { other } = await screens(desk);
    const maria = await callsNordic(desk);
    const ringing = words(await page(other));
    expect(ringing).toContain('Samtal nu 1');
    expect(ringing).toContain('Oregistrerade samtal 0');
    await maria.hangsUp();
    await desk.passes(2);
    const after = words(await page(other));
    expect(after).toContain('Samtal nu 0');
    expect(after).toContain('Oregistrerade samtal 1, äldst först');
  });

  it('of somebody who is nobody in the roster offers the form instead', async () => {
    const desk = await opens();
    const { other } = await screens(desk);
    await callsNordic(desk);
    const shown = strips(await page(other));
    expect(shown).toContain('Öppna formuläret F2');
    expect(shown).toContain('ringer hos Ulla Ek');
  });
});

describe('the state of the call', () => {
  it('stands on its form: ringing, speaking, hung up', async () => {
    const desk = await opens();
    const { own, other } = await screens(desk);
    const maria = await callsNordic(desk);
    const form = '/register/DVN-2210';
    expect(words(await page(own, form))).toMatch(/DV Nordic, \S.* Ringer 0:\d\d/);
    await takesTheCall(desk, ulla);
    expect(words(await page(own, form))).toMatch(/I samtal med Ulla Ek 0:\d\d/);
    // On other pages it is her call, and its form opens by itself.
    expect(await page(own)).toContain('data-open="/register/DVN-2210"');
    expect(await page(own, form)).not.toContain('data-open');
    // Somebody who is nobody in the roster may be talking: a key opens it, and nothing by itself.
    expect(await page(other)).not.toContain('data-open');
    expect(strips(await page(other))).toContain('Öppna formuläret F2');
    await desk.passes(60);
    await maria.hangsUp();
    await desk.passes(3);
    expect(words(await page(own, form))).toMatch(/Har lagt på efter 1:\d\d, 0:0\d sedan/);
  });

  it('is told in Swedish, line by line', async () => {
    const desk = await opens();
    const { own } = await screens(desk);
    const maria = await callsNordic(desk, MARIA, 12);
    await takesTheCall(desk, ulla);
    await maria.hangsUp();
    await desk.passes(2);
    const log = words(await page(own, '/register/DVN-2210'));
    for (const text of ['Ringde', 'Hör ”', 'Kopplas in i samtalet', 'Samtalet slut'])
      expect(log).toContain(text);
    expect(log).not.toMatch(/Hears|bridge|Call ends/);
  });
});

describe('answering from the page', () => {
  it('lets the own telephone ring on, and picked up it is the caller’s', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    expect(await answers(desk, 'DVN-2210')).toBe('yours');
    expect(await answers(desk, 'DVN-2210')).toBe('yours');
    await takesTheCall(desk, ulla);
    expect(maria.phone.with).toEqual([ulla.voice]);
    expect(callsTo(desk, ulla)).toBe(1);
    expect(callsTo(desk, vaxel)).toBe(0);
    await maria.hangsUp();
    await desk.passes(3);
    // The case is nobody's by that: it waits to be registered.
    expect(await desk.newest()).toMatchObject({ status: 'open', acknowledgedBy: null });
  });

  it('calls the own telephone when another’s rings, and that one stops', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    await desk.passes(32);
    expect(phoneOf(desk, vaxel).call).not.toBeNull();
    expect(await answers(desk, 'DVN-2210')).toBe('yours');
    await desk.passes(3);
    expect(phoneOf(desk, vaxel).call).toBeNull();
    await takesTheCall(desk, ulla);
    expect(maria.phone.with).toEqual([ulla.voice]);
  });

  it('parks whoever is on the line, who hears so, and has the operator back at the end of the call', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    const karin = await callsNordic(desk, KARIN);
    expect(phoneOf(desk, vaxel).call).not.toBeNull();
    maria.news();
    expect(await answers(desk, 'DVN-2211')).toBe('yours');
    await desk.passes(8);
    expect(karin.phone.with).toEqual([ulla.voice]);
    expect(phoneOf(desk, vaxel).call).toBeNull();
    expect(maria.phone.with).toEqual([]);
    expect(maria.news()).toContain('talar med en annan kund');
    await desk.passes(20);
    await karin.hangsUp();
    await desk.passes(10);
    expect(heardBy(desk)).toContain('Nästa kund väntar');
    expect(maria.phone.with).toEqual([ulla.voice]);
    expect((await desk.case('DVN-2210')).timeline.map(({ event }) => event)).toContain('call.parked');
    await maria.hangsUp();
    await desk.passes(3);
    for (const number of ['DVN-2210', 'DVN-2211'])
      expect(await desk.case(number)).toMatchObject({ status: 'open', acknowledgedBy: null });
  });

  it('names everybody who would be parked', async () => {
    const desk = await opens();
    const { own } = await screens(desk);
    await callsNordic(desk);
    await takesTheCall(desk, ulla);
    // A colleague behind the same number calls about the same: both are in the talk.
    const colleague = desk.customer('+46701740659');
    await colleague.calls(NORDIC_NUMBER, MARIA);
    await desk.passes(12);
    expect((await desk.calls()).map(({ caseNumber }) => caseNumber)).toEqual(['DVN-2210', 'DVN-2210']);
    await callsNordic(desk, KARIN, 8);
    expect(strips(await page(own, '/register/DVN-2210'))).toContain('Svara, parkera +46 70 174 06 50 (2) F2');
  });

  it('leaves a customer with the technician who has come, and parks nobody', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    await screens(desk);
    const maria = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    phoneOf(desk, ulla).press('*');
    await desk.passes(6);
    phoneOf(desk, ulla).press('2');
    await desk.passes(8);
    await takesTheCall(desk, nils);
    expect([...maria.phone.with].sort()).toEqual([nils.voice, ulla.voice].sort());
    const karin = await callsNordic(desk, KARIN, 8);
    expect(await answers(desk, 'DVN-2211')).toBe('yours');
    await desk.passes(8);
    expect(maria.phone.with).toEqual([nils.voice]);
    expect(karin.phone.with).toEqual([ulla.voice]);
    const { timeline } = await desk.case('DVN-2210');
    expect(timeline.map(({ event }) => event)).not.toContain('call.parked');
  });

  it('says so when another was first, the caller has gone, or nobody is asked', async () => {
    const desk = await opens();
    const { own, other } = await screens(desk);
    const maria = await callsNordic(desk);
    expect(await answers(desk, 'DVN-2210', { ...ULLA, person: undefined as never })).toBe('no-phone');
    await takesTheCall(desk, ulla);
    expect(await answers(desk, 'DVN-2210', { ...ULLA, person: 'vaxel' })).toBe('taken');
    await maria.hangsUp();
    await desk.passes(2);
    const sent = await own.sends('/register/DVN-2210/answer', {});
    expect(sent.headers.location).toBe('/register/DVN-2210?told=gone');
    expect(words(await page(own, sent.headers.location))).toContain('Den som ringde har lagt på.');
    const nobody = await other.sends('/register/DVN-2210/answer', {});
    expect(nobody.headers.location).toBe('/register/DVN-2210?told=no-phone');
  });
});

describe('handing on from the page', () => {
  it('is one press in hours, and says until when', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const { own } = await screens(desk);
    await callsNordic(desk);
    await takesTheCall(desk, ulla);
    const form = await page(own, '/register/DVN-2210');
    expect(words(form)).toContain('Öppet till 17:00');
    expect(words(form)).toMatch(/Koppla till supporten F4 .*Ring supporten och stanna kvar Skift F4/);
    expect(form).toContain('aria-keyshortcuts="F4"');
    const sent = await own.sends('/register/DVN-2210/transfer', { plan: 'support', how: 'blind' });
    expect(sent.headers.location).toBe('/register/DVN-2210');
    await desk.passes(6);
    expect(words(await page(own, '/register/DVN-2210'))).toContain('Kopplas vidare');
    expect(phoneOf(desk, ulla).call).toBeNull();
  });

  it('is not offered after hours, with why and when the office opens', async () => {
    const desk = await opens({ at: TWO_AT_NIGHT });
    const { own } = await screens(desk);
    await callsNordic(desk);
    await takesTheCall(desk, ulla);
    const form = await page(own, '/register/DVN-2210');
    expect(words(form)).toContain('Stängt: ingen kan kopplas vidare. Öppnar tors 12 nov 08:00.');
    expect(form).not.toContain('/transfer"');
    const sent = await own.sends('/register/DVN-2210/transfer', { plan: 'support', how: 'blind' });
    expect(words(await page(own, sent.headers.location))).toContain('Inte kopplat: kontoret är stängt');
  });

  it('and names the holiday or the exception', async () => {
    const desk = await opens({ at: new Date('2026-12-24T09:00:00Z') });
    const { own } = await screens(desk);
    await callsNordic(desk);
    expect(words(await page(own, '/register/DVN-2210'))).toContain(
      'Stängt (helgdag): ingen kan kopplas vidare. Öppnar mån 28 dec 08:00.',
    );
  });
});

describe('a new registration', () => {
  it('is offered at desks that register, the operator’s own first', async () => {
    const desk = await opens({ desks: ['dino', 'dvnordic'] });
    const { own } = await screens(desk);
    const list = await page(own);
    expect(list).toContain('<input type="hidden" name="desk" value="dvnordic"/>');
    expect(list).not.toContain('value="dino"');
  });

  it('begins with the desk that the operator’s schedule is of, and not with one whose schedule is over', async () => {
    const desk = await opens();
    const scheduled = (from: string, person: string) =>
      setSchedule(
        desk.database.pool,
        {
          desk: 'other',
          role: 'operator',
          validFrom: new Date(from),
          definition: {
            timeZone: 'Europe/Stockholm',
            seats: [
              {
                name: 'first',
                layers: [
                  {
                    name: 'all',
                    every: { count: 1, unit: 'weeks' },
                    handoff: { time: '08:00', weekday: 'monday' },
                    from: '2026-01-05',
                    people: [person],
                  },
                ],
              },
            ],
          },
        },
        { by: 'Sue', now: desk.clock.now() },
      );
    const own = () => readOwnDesks(desk.database.db, 'ulla', desk.clock.now());
    await scheduled('2026-01-05T07:00:00Z', 'ulla');
    expect(await own()).toEqual(['dvnordic', 'other']);
    await scheduled('2026-06-01T07:00:00Z', 'vaxel');
    expect(await own()).toEqual(['dvnordic']);
    await scheduled('2027-01-04T07:00:00Z', 'ulla');
    expect(await own()).toEqual(['dvnordic', 'other']);
  });
});
