import { expect, it } from 'vitest';
import { desks } from '../support/caller.ts';
import { LARS, missedCall, openRoom, wholeForm } from '../support/registering.ts';

const newDesk = desks();

interface Registered {
  contact: Record<string, unknown>;
  offices: unknown[];
  units: Record<string, unknown>;
  priority: string;
}
type WithRegistration = { registration: Registered | null; summary: string; timeline: { event: string }[] };

it('a call that nobody has registered waits in the list, with who called, until it is registered', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  const list = await maja.get('/register');
  expect(list.body).toContain('<html lang="sv">');
  expect(list.body).toMatch(new RegExp(`href="/register/${number}"[^]*Lars Holm[^]*Sundby kommun`));

  const form = await maja.get(`/register/${number}`);
  expect(form.body).toContain(`Registrera ${number}`);
  for (const known of [
    'value="Lars Holm"',
    'value="lars.holm@sundby.example"',
    'Pano support till 31 dec 2026',
  ])
    expect(form.body).toContain(known);
  expect(form.body).toMatch(/<dt>Godkända<\/dt><dd>Eva Sund, Lars Holm/);

  const sent = await maja.sends(`/register/${number}`, { ...wholeForm, office2: 'Biblioteket' });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `/register/${number}`]);
  const found = (await desk.case(number)) as unknown as WithRegistration;
  expect(found).toMatchObject({
    kind: 'registration',
    status: 'open',
    summary: 'Svart skärm efter inloggning.',
  });
  expect(found.registration).toMatchObject({
    by: 'Maja Lind',
    contact: {
      name: 'Lars Holm',
      phone: '+46846500412',
      mail: 'lars.holm@sundby.example',
      exceptionBy: null,
    },
    offices: [
      { name: 'Stadshuset, plan 3', address: 'Torggatan 4, 186 31 Sundby' },
      { name: 'Biblioteket', address: 'Skolvägen 11, 186 32 Sundby' },
    ],
    units: { serial: 'PZ2-118-40937', mac: '00:1C:42:0B:7F:3A', affected: 6 },
    tried: 'Startat om klienterna.',
    priority: 'high',
  });
  expect((await maja.get('/register')).body).toContain('Alla samtal är registrerade.');
  const page = (await maja.get(`/cases/${number}`)).body;
  for (const fact of ['00:1C:42:0B:7F:3A', 'Torggatan 4', 'Registrerat av Maja Lind'])
    expect(page).toContain(fact);
  const { rows } = await desk.database.pool.query(
    `SELECT priority, contact_email, callback_number FROM support_case WHERE number = $1`,
    [number],
  );
  expect(rows).toEqual([
    { priority: 'high', contact_email: 'lars.holm@sundby.example', callback_number: '+46846500412' },
  ]);

  // The same form once more, as a browser sends it that has lost the answer.
  expect((await maja.sends(`/register/${number}`, wholeForm)).statusCode).toBe(303);
  const { timeline } = (await desk.case(number)) as unknown as WithRegistration;
  expect(timeline.filter(({ event }) => event === 'case.registered')).toHaveLength(1);
});

it('what is wrong is said beside its field, in the reader’s language, and nothing that was typed is lost', async () => {
  const desk = await newDesk();
  const { maja, sue } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  const wrong = {
    ...wholeForm,
    phone: '12',
    mail: 'lars',
    mac: '00:1C:42:0B:7F:3G',
    units: 'sex',
    address1: '',
    symptoms: '',
    office3: '',
    address3: 'Skolvägen 11',
  };
  const refused = await maja.sends(`/register/${number}`, wrong);
  expect(refused.statusCode).toBe(422);
  for (const words of [
    'Sista paret är 3G. Bara 0–9 och A–F går.',
    'Inget telefonnummer.',
    'Ingen mejladress.',
    'Skriv ett antal i siffror',
    'Vilket kontor hör adressen till?',
    '6 fält återstår.',
    'value="00:1C:42:0B:7F:3G"',
  ])
    expect(refused.body).toContain(words);
  // The draft is there on another machine, and in that reader's language.
  const elsewhere = (await sue.get(`/register/${number}`)).body;
  expect(elsewhere).toContain('The last pair is 3G. Only 0–9 and A–F can stand there.');
  expect(elsewhere).toContain('Startat om klienterna.');
  expect(((await desk.case(number)) as unknown as WithRegistration).registration).toBeNull();
});

it('a known unit shows its model and warranty, and the open case that it has already', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const first = await missedCall(desk, LARS);
  await maja.sends(`/register/${first}`, wholeForm);
  const second = await missedCall(desk, '+46701740699');
  const answer = await maja.tells(`/register/${second}/draft`, {
    changes: { mac: { value: '001C.420B.7F3A', before: '' } },
    field: 'mac',
  });
  const { hints } = answer.json<{ hints: Record<string, { tone: string; words: string }> }>();
  expect(hints['mac']).toEqual({
    tone: 'good',
    words: `Pano zero client, garanti till 14 maj 2027. hör till Sundby kommun. Har redan ett öppet ärende: ${first}`,
  });
  const page = (await maja.get(`/register/${second}`)).body;
  expect(page).toContain('samma enhet');
  expect(page).toContain(`Lägg samtalet på ${first}`);
});

it('a call about an open case is put on it, and the empty case is closed as joined', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const first = await missedCall(desk, LARS);
  await maja.sends(`/register/${first}`, wholeForm);
  await desk.passes(3600);
  const second = await missedCall(desk, LARS);
  await maja.tells(`/register/${second}/draft`, {
    changes: { symptoms: { value: 'Nu även i receptionen', before: '' } },
    field: null,
  });
  const put = await maja.sends(`/register/${second}/put-on`, { number: first });
  expect([put.statusCode, put.headers.location]).toEqual([303, `/cases/${first}`]);
  // Pressed twice, it is where it was put.
  expect((await maja.sends(`/register/${second}/put-on`, { number: first })).statusCode).toBe(303);
  const calls = await desk.calls();
  expect(calls.map(({ caseNumber }) => caseNumber)).toEqual([first, first]);
  const joined = (await desk.case(second)) as unknown as { status: string; closingReason: string };
  expect(joined).toMatchObject({ status: 'closed', closingReason: `Joined to ${first}` });
  const { timeline } = (await desk.case(first)) as unknown as {
    timeline: { event: string; data: Record<string, string> }[];
  };
  expect(timeline.filter(({ event }) => event === 'call.joined')).toHaveLength(1);
  expect(timeline.find(({ event }) => event === 'note')?.data['text']).toContain('Nu även i receptionen');
  expect((await maja.sends(`/register/${first}/put-on`, { number: second })).statusCode).toBe(422);
});

it('what came by mail is registered without a call: one case however often the button is pressed', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const id = /name="id" value="([\w-]+)"/.exec((await maja.get('/register')).body)?.[1] ?? '';
  const opened = await Promise.all([1, 2].map(() => maja.sends('/register/new', { id, desk: 'dino' })));
  const [where] = opened.map(({ headers }) => headers.location);
  expect(opened.map(({ headers }) => headers.location)).toEqual([where, where]);
  expect(await desk.cases()).toHaveLength(1);
  // Who it is and whose, saved in one moment or one after the other: what is known of them comes along.
  const typed = { name: { value: 'Eva Sund', before: '' }, office1: { value: 'Biblioteket', before: '' } };
  await maja.tells(`${where}/draft`, { changes: typed, field: 'name' });
  const chosen = { changes: { customer: { value: 'sundby', before: '' } }, field: 'customer' };
  expect((await maja.tells(`${where}/draft`, chosen)).json()).toMatchObject({
    values: { mail: 'eva.sund@sundby.example', address1: 'Skolvägen 11, 186 32 Sundby' },
  });
  expect((await maja.sends(String(where), wholeForm)).statusCode).toBe(303);
  expect((await desk.newest()).kind).toBe('registration');
  await desk.passes(1);

  const other = /name="id" value="([\w-]+)"/.exec((await maja.get('/register')).body)?.[1] ?? '';
  const draft = String((await maja.sends('/register/new', { id: other, desk: 'dino' })).headers.location);
  expect((await maja.sends(draft, { do: 'discard' })).headers.location).toBe('/register');
  expect((await desk.newest()).status).toBe('cancelled');
});

it('without scripts an office is added, and the draft saved, by buttons', async () => {
  const desk = await newDesk();
  const { maja } = await openRoom(desk);
  const number = await missedCall(desk, LARS);
  const more = await maja.sends(`/register/${number}`, { do: 'office', office1: 'Biblioteket', shown: '{}' });
  const page = (await maja.get(String(more.headers.location))).body;
  expect(page).toContain('value="Skolvägen 11, 186 32 Sundby"');
  expect(page).toContain('name="office2"');
});
