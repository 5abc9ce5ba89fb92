import { expect, it } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import type { Desk } from '../support/caller.ts';
import { callsNordic, nordicDesks, TEN_IN_THE_MORNING } from '../support/nordic.ts';
import { openRoom, wholeForm, type Room } from '../support/registering.ts';
import type { Colleague } from '../support/sign-in.ts';

const opens = nordicDesks();

/** What people read of a page, without its marks and without the words in its attributes. */
function readOf(body: string): string {
  const main = body.slice(body.indexOf('<main'));
  return main
    .replaceAll(/<(script|style)[^>]*>[^]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(amp|quot|#39);/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const inEnglish = /\b(the|and|was|not|nobody|case|closed|opened|round|from|caller|replacement)\b/i;

/** A case that Maja has registered by hand at the Nordic desk, in office hours; Nils is given it. */
async function registered(): Promise<{ desk: Desk; room: Room; number: string; tekla: Colleague }> {
  const desk = await opens({ at: TEN_IN_THE_MORNING });
  const room = await openRoom(desk);
  const { headers } = await room.maja.sends('/register/new', {
    id: newId(desk.clock.now()),
    desk: 'dvnordic',
  });
  const where = String(headers.location);
  expect((await room.maja.sends(where, wholeForm)).statusCode).toBe(303);
  await desk.passes(2);
  const tekla = await room.sue.brings('technician', 'Tekla Tall', 'sv-SE');
  return { desk, room, number: where.split('/').at(-1)!, tekla };
}

it(
  'a case is worked in Swedish from registration to closing, and again, refusals included',
  { timeout: 120_000 },
  async () => {
    const { room, number, tekla } = await registered();
    const page = async (of = tekla) => (await of.get(`/cases/${number}`)).body;
    const does = async (step: string, fields: Record<string, string> = {}) =>
      tekla.sends(`/cases/${number}/${step}`, fields);
    const isDone = async (step: string, fields: Record<string, string> = {}) =>
      expect((await does(step, fields)).statusCode, step).toBe(303);
    const isRefused = async (step: string, fields: Record<string, string>, words: string) => {
      const { statusCode, body } = await does(step, fields);
      expect([step, statusCode]).toEqual([step, 422]);
      expect(readOf(body)).toContain(words);
    };

    const fresh = await page();
    expect(fresh).toContain('<html lang="sv">');
    for (const words of [
      ...['Registrering', 'Åtgärder', 'Anteckningar', 'Avslut', 'Mejl till kunden', 'Samma sak i ord'],
      ...['Påbörja arbetet', 'Tilldela och meddela', 'Spara bedömningen', `Avsluta ${number}`],
      ...['Spara bedömningen först', 'Registrerat av Maja Lind', 'enligt jourlistan', 'Enheten är utbytt'],
      ...['tilldelat 10:00:00 , Nils Lind'],
    ])
      expect(readOf(fresh)).toContain(words);
    expect(readOf(fresh)).not.toMatch(inEnglish);

    await isRefused('ship', { what: 'Pano P7', where: 'Torggatan 4' }, 'Spara bedömningen först');
    await isRefused('assess', {}, 'Välj om det är hårdvaran eller inte.');
    await isRefused('note', { text: '' }, 'Anteckningen är tom');
    await isRefused('assign', { person: 'nobody' }, 'Ingen i personlistan heter nobody.');
    await isDone('start');
    await isDone('assess', { assessment: 'hardware', why: 'Röd lampa' });
    await isDone('wait', { what: 'leverans', until: '2026-11-13T14:00' });
    await isRefused(
      'wait',
      { what: 'leverans', until: '2026-11-01T14:00' },
      'Välj en tid som inte har varit.',
    );
    await isDone('ship', { what: 'Pano P7', where: 'Torggatan 4', tracking: 'SE123' });
    await isRefused('close', { code: 'replaced' }, 'Den gamla enheten är inte återsänd.');
    await isRefused('assess', { assessment: 'not-hardware' }, 'bedömningen ligger fast');
    await isDone('received');
    await isDone('returned');
    await isRefused('close', {}, 'Välj en av avslutsorsakerna.');
    const shipped = readOf(await page());
    for (const words of ['fel på hårdvaran', 'Ersättningsenhet skickad', 'leverans, till fre 13 nov 14:00'])
      expect(shipped).toContain(words);

    await isDone('close', { code: 'replaced' });
    const closed = readOf(await page());
    for (const words of [
      ...['Avslutat av Tekla Tall', 'Enheten är utbytt', `Öppna ${number} igen`],
      ...['Ersättningsenhet skickad: Pano P7, till Torggatan 4, kollinummer SE123'],
      ...['Fel på hårdvaran, säger Tekla Tall: Röd lampa', 'Den gamla enheten återsänd'],
    ])
      expect(closed).toContain(words);
    expect(closed).not.toMatch(inEnglish);
    await isRefused('close', { code: 'solved' }, `${number} är redan avslutat.`);
    await isDone('reopen', { why: 'Samma fel igen' });
    expect(readOf(await page())).toContain('Öppnat igen av Tekla Tall: Samma fel igen');

    // Whoever reads English reads the same case in English.
    const english = readOf(await page(room.sue));
    for (const words of ['Closed by Tekla Tall', 'It is the hardware, says Tekla Tall: Röd lampa', 'Work'])
      expect(english).toContain(words);
  },
);

it('a call, its paging and the list of cases are told in Swedish too', async () => {
  const { desk, tekla, number } = await registered();
  const maria = await callsNordic(desk);
  await desk.passes(40);
  await maria.hangsUp();
  const called = (await desk.newest()).number;
  const told = readOf((await tekla.get(`/cases/${called}`)).body);
  for (const words of ['Förloppet', 'Omgång 1', 'Telefonen ringer', 'Samtal från', 'Kvitton på sökningar'])
    expect(told).toContain(words);
  expect(told).not.toMatch(inEnglish);

  const list = readOf((await tekla.get('/cases?status=current')).body);
  expect(list).toContain('2 ärenden med de här filtren. Nyast först.');
  for (const words of [number, called, 'Handläggare', 'Nils Lind', 'Alla linjer', 'Avslutat'])
    expect(list).toContain(words);
  expect(list).not.toMatch(inEnglish);
  const none = readOf((await tekla.get('/cases?status=closed&desk=dvnordic')).body);
  for (const words of ['Inga ärenden med de här filtren.', 'Utan status: 2', 'Utan linje: 0'])
    expect(none).toContain(words);
  const unknown = await tekla.get('/cases/DVN-9999');
  expect([unknown.statusCode, readOf(unknown.body)]).toEqual([
    404,
    expect.stringContaining('Det finns inget ärende DVN-9999.'),
  ]);
});

it('what is no build, and who may not page, is said in the language of whoever tries', async () => {
  const { room, number, tekla } = await registered();
  const refused = await tekla.sends(`/cases/${number}/fix`, { buildNumber: '7;2' });
  expect(readOf(refused.body)).toContain('En programversion har bokstäver, siffror');
  const nobody = await tekla.sends(`/cases/${number}/page-now`, {});
  expect(readOf(nobody.body)).toContain(`Ingen söks för ${number}.`);
  const maySay = await room.maja.sends(`/cases/${number}/page-now`, {});
  expect([maySay.statusCode, readOf(maySay.body)]).toEqual([
    403,
    expect.stringContaining('Du är inloggad som telefonist och får inte göra det här.'),
  ]);
});
