import { describe, expect, it } from 'vitest';
import { setSchedule } from '../../src/duty/index.ts';
import { phrasesFor } from '../../src/phrases/index.ts';
import type { Desk } from '../support/caller.ts';
import { nordicDesks } from '../support/nordic.ts';
import { nils, karin } from '../support/people.ts';
import { layerOf } from '../support/schedules.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';

/** A Thursday, 10:00 in Stockholm. Nils has one day, Karin the next; handoffs at 08:00. */
const MORNING = new Date('2026-11-12T09:00:00Z');
const opens = nordicDesks();

async function opened(): Promise<{
  desk: Desk;
  eva: Colleague;
  as: (language: string) => Promise<Colleague>;
}> {
  const desk = await opens({ at: MORNING });
  const { pool } = desk.database;
  const layers = [layerOf(['karin', 'nils'], { name: 'dagar' })];
  const definition = { timeZone: 'Europe/Stockholm', seats: [{ name: 'plats 1', layers }] };
  const since = new Date('2026-10-01T00:00Z');
  const of = { desk: 'dvnordic', role: 'technician', validFrom: since, definition };
  await setSchedule(pool, of, { by: 'Eva', now: since });
  const eva = new Colleague(desk, await supervisorOf(desk));
  await pool.query(`UPDATE account SET person = 'eva'`);
  const as = async (language: string) => {
    await pool.query(`UPDATE person SET language = $1 WHERE key = 'eva'`, [language]);
    return eva;
  };
  return { desk, eva, as };
}

/** What a reader sees of a page, or hears of it: its text, and what names its parts. */
function shown(html: string): string {
  const body = html.slice(html.indexOf('<main'));
  const named = [...body.matchAll(/ (?:title|aria-label|data-label|placeholder)="([^"]*)"/g)].map(
    ([, words = '']) => words,
  );
  const text = body.replace(/<code>.*?<\/code>/g, ' ').replace(/<[^>]+>/g, ' ');
  return [text, ...named].join(' ').replaceAll('&quot;', '"').replace(/\s+/g, ' ');
}

/** Words without which hardly an English sentence can be, and which Swedish, Italian and German do not have. */
const english = /\b(the|is|are|this|that|with|of|and|to|not|nobody|who|when|until|now|your|from)\b/i;
const pages = ['/duty?desk=dvnordic&weeks=4', '/people', '/people/nils', '/hours'];
const seat = JSON.stringify(['technician', 'plats 1']);

describe.each(['sv-SE', 'it-IT', 'de-DE'])('to somebody who is spoken to in %s', (language) => {
  it('no page of duty, people and hours says anything in English, nor does a form that it refuses', async () => {
    const { desk, as } = await opened();
    const eva = await as(language);
    const leave = { desk: 'dvnordic', person: 'karin', from: '2026-11-13', to: '2026-11-14', why: '' };
    await eva.sends('/duty/leave', { ...leave, reason: '1' });
    await eva.sends('/duty/calendar', { desk: 'dvnordic', of: 'mine', do: 'renew' });
    await eva.sends('/people/nils/number', { channel: 'sms', number: '+46701740699' });
    await eva.sends('/hours/set', { desk: 'dvnordic', date: '2026-12-23', does: 'closed', why: '1' });
    for (const page of pages) {
      const { statusCode, body } = await eva.get(page);
      expect(statusCode).toBe(200);
      expect(body).toContain(`<html lang="${language.slice(0, 2)}">`);
      expect(shown(body), page).not.toMatch(english);
    }
    const at = { from: '2026-11-13T09:00', to: '2026-11-13T20:00' };
    const override = { desk: 'dvnordic', seat, ...at };
    const refused = [
      eva.sends('/duty/override', { ...override, from: '', to: '', person: 'nils', why: '' }),
      eva.sends('/duty/override', { ...override, person: 'karin', why: '1' }),
      eva.sends('/duty/override', { ...override, person: 'ulla', why: '1' }),
      eva.sends('/duty/override', { ...override, seat: '["technician","9"]', person: 'nils', why: '1' }),
      eva.sends('/duty/leave', { ...leave, person: 'nils', from: '2026-11-16' }),
      eva.sends('/duty/answer', { desk: 'dvnordic', id: '0', do: 'grant' }),
      eva.sends('/duty/swap', { desk: 'dvnordic', gives: '', with: 'nils', why: '' }),
      eva.sends('/people/nils/number', { channel: 'voice', number: karin.voice! }),
      eva.sends('/people/nils/code', { channel: 'sms', code: '0' }),
      eva.sends('/people/nils/code', { channel: 'voice', code: '0' }),
      eva.sends('/hours/set', { desk: 'dvnordic', date: '', does: 'hours', hours: '8', why: '' }),
    ];
    for (const answer of refused) {
      const { statusCode, body } = await answer;
      expect(statusCode).toBe(422);
      expect(shown(body)).not.toMatch(english);
    }
    for (const nowhere of ['/duty?desk=x', '/people/x'])
      expect(shown((await eva.get(nowhere)).body)).not.toMatch(english);
    expect(shown((await eva.sends('/duty/override', { csrf: 'x' })).body)).not.toMatch(english);
    expect((await eva.get('/contact-card.vcf')).body.replace(/\r\n /g, '')).not.toMatch(english);
    expect(desk.phones.telephone(nils.sms!).texts).toEqual([]);
  });
});

describe('in Swedish', () => {
  it('a technician finds their pass, their own numbers and what they may not do, whatever their browser speaks', async () => {
    const { desk, eva } = await opened();
    const of = await eva.brings('technician', 'Nils', 'en');
    await desk.database.pool.query(`UPDATE account SET person = 'nils' WHERE name = 'Nils'`);
    const duty = shown((await of.get('/duty?desk=dvnordic')).body);
    expect(duty).toContain('Jour, DV Nordic');
    expect(duty).toMatch(/tekniker plats 1 Nils Lind dagar fre 13 nov 08:00, sedan Karin Dahl/);
    expect(duty).toContain('Anmäl din frånvaro');
    expect(duty).toContain('Be om ett byte');
    // One technician a day where the desk wants two.
    expect(duty).toContain('1 av 2 har jour som tekniker: bara Nils Lind');
    const own = shown((await of.get('/people/nils')).body);
    expect(own).toMatch(/Har jour nu: DV Nordic som tekniker\. .* Ring med en kod .* Skicka en kod/);
    const refused = await of.sends('/duty/override', { desk: 'dvnordic' });
    expect([refused.statusCode, shown(refused.body)]).toEqual([
      403,
      expect.stringContaining('Du är inloggad som tekniker och får inte göra det här.'),
    ]);
  });

  it('a supervisor is told what leave would leave open, and what is wrong with a form, by names and the desk’s clock', async () => {
    const { as } = await opened();
    const eva = await as('sv-SE');
    const leave = { desk: 'dvnordic', person: 'karin', from: '2026-11-13', to: '2026-11-13', why: 'Bröllop' };
    const opening = await eva.sends('/duty/leave', leave);
    expect(shown(opening.body)).toMatch(
      /de här timmarna skulle stå obemannade fre 13 nov 08:00 till 17:00 , 9 h: ingen har jour som tekniker, DV Nordic/,
    );
    await eva.sends('/duty/leave', { ...leave, reason: 'Nils sitter på kontoret' });
    const page = shown((await eva.get('/duty?desk=dvnordic')).body);
    expect(page).toContain('Karin Dahl är frånvarande Bröllop Sue, tors 12 nov 10:00');
    expect(page).toContain('Lämnat obemannat: ”Nils sitter på kontoret”');
    const wrong = { desk: 'dvnordic', seat, person: 'karin', why: 'Natten' };
    const refused = await eva.sends('/duty/override', {
      ...wrong,
      ...{ from: '2026-11-13T08:00', to: '2026-11-13T20:00' },
    });
    expect(shown(refused.body)).toContain(
      'Karin Dahl är frånvarande fre 13 nov 00:00 till lör 14 nov 00:00: ta tillbaka frånvaron först, eller välj någon annan.',
    );
    const hours = await eva.sends('/hours/set', {
      ...{ desk: 'dvnordic', date: '2026-12-23', does: 'hours', hours: '9-12', why: 'Halvdag' },
    });
    expect(shown(hours.body)).toContain('”9-12” är inga tider. Skriv 08:00-12:00');
  });

  it('office hours name the holidays as Swedes do, and others in English alone', async () => {
    const { as } = await opened();
    const hours = async (language: string) => shown((await (await as(language)).get('/hours')).body);
    expect(await hours('sv-SE')).toMatch(
      /Måndag till fredag 08:00-17:00; lördag, söndag stängt\. .*tors 24 dec 2026 stängt Julafton kalendern/,
    );
    const italian = await hours('it-IT');
    expect(italian).toContain('Natale di Gesù');
    expect(italian).toContain('Midsummer Eve');
    expect(italian).not.toContain('idsommarafton');
  });

  it('the contact card says what its numbers are for, and replaces one in another language', async () => {
    const { as } = await opened();
    const card = async (language: string) =>
      (await (await as(language)).get('/contact-card.vcf')).body.replace(/\r\n /g, '');
    const [swedish, german] = [await card('sv-SE'), await card('de-DE')];
    expect(swedish).toContain(`FN:${phrasesFor('sv').people.card.name}`);
    expect(swedish).toContain('Stör ej');
    const uid = /UID:\S+/;
    expect(uid.exec(swedish)?.[0]).toBe(uid.exec(german)?.[0]);
  });
});
