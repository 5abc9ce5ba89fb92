import { expect, it } from 'vitest';
import { runSweep } from '../../src/retention/index.ts';
import { anna, bo, sue } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();
const STRANGER = '+12025550177';

const codeOf = (night: Night, number = FIRST_CASE): string =>
  /A(\d+)/.exec(night.inbox(anna).find((text) => text.includes(number))!)![1]!;

/** What was texted to us, oldest first: the words, the case that they are on, and what was answered on which case. */
async function received(night: Night) {
  const { rows } = await night.database.pool.query<{
    words: string;
    case: string | null;
    answers: { words: string; case: string | null }[];
  }>(
    `SELECT t.body AS words, s.number AS case,
       coalesce((SELECT jsonb_agg(jsonb_build_object('words', a.body, 'case', o.number) ORDER BY a.created_at, a.id)
         FROM text_message a LEFT JOIN support_case o ON o.id = a.case_id WHERE a.answers = t.id), '[]') AS answers
     FROM text_message t LEFT JOIN support_case s ON s.id = t.case_id
     WHERE t.direction = 'inbound' ORDER BY t.created_at, t.id`,
  );
  return rows;
}
const casesOf = async (night: Night) => (await received(night)).map(({ words, case: of }) => [words, of]);

it('puts a text with a code on the case of that code, whatever the code asks for', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.callsAndHangsUp({ from: '+12025550101' });
  const [first, second] = [codeOf(night), codeOf(night, 'DINO-1043')];
  const words = [`A${second} is mine`, `N${first}`, `D${second}`, `J${first}`];
  for (const body of words) await night.texts(bo, body);
  expect(await casesOf(night)).toEqual([
    [words[0], 'DINO-1043'],
    [words[1], FIRST_CASE],
    [words[2], 'DINO-1043'],
    [words[3], FIRST_CASE],
  ]);
  const answers = (await received(night)).flatMap(({ answers }) => answers);
  expect(answers[0]).toMatchObject({
    words: expect.stringContaining('You have DINO-1043') as string,
    case: 'DINO-1043',
  });
});

it('puts what a caller texts on their newest open case, by either of their numbers', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const MOBILE = '+12025550188';
  await night.database.pool.query('UPDATE support_case SET callback_number = $1', [MOBILE]);
  await night.texts(CUSTOMER, 'It is getting worse');
  await night.texts(MOBILE, 'Call me here');
  await night.texts(CUSTOMER, 'STOP');
  expect(await casesOf(night)).toEqual([
    ['It is getting worse', FIRST_CASE],
    ['Call me here', FIRST_CASE],
    ['STOP', null],
  ]);
  expect((await received(night))[0]?.answers).toEqual([
    { words: expect.stringContaining('Texts are not read here') as string, case: FIRST_CASE },
  ]);
});

it('puts a text of a technician without a code on the one case that they are asked for, and on none of two', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(bo, 'in ten minutes');
  await night.callsAndHangsUp({ from: '+12025550101' });
  await night.texts(bo, 'ok');
  expect(await casesOf(night)).toEqual([
    ['in ten minutes', FIRST_CASE],
    ['ok', null],
  ]);
});

it('leaves a text of a stranger, STOP and a code that is none on no case', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.texts(STRANGER, `A${codeOf(night)}`);
  await night.texts(bo, 'STOP');
  await night.texts(sue, 'A9999');
  expect((await casesOf(night)).map(([, number]) => number)).toEqual([null, null, null]);
});

it('is blanked with its case, and a later one is put on no case that is blanked already', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const code = codeOf(night);
  await night.texts(bo, `A${code} says Dana`);
  await night.database.pool.query(
    `UPDATE support_case SET status = 'closed', closed_at = $1, closing_reason = 'mended'`,
    [night.clock.now()],
  );
  const sweepAfter = (days: number) => {
    const now = new Date(night.clock.now().getTime() + days * 86_400_000);
    const service = { ...night.app.service, clock: { ...night.clock, now: () => now } };
    return runSweep(service, { recordingDays: 90, personalDataDays: 730 });
  };
  await sweepAfter(731);
  expect(await casesOf(night)).toEqual([['', FIRST_CASE]]);
  await night.texts(bo, `A${code} says Eve`);
  expect((await casesOf(night)).at(-1)).toEqual([`A${code} says Eve`, null]);
  await sweepAfter(732);
  const { rows } = await night.database.pool.query(
    `SELECT body FROM text_message WHERE body <> '' AND purpose <> 'page'`,
  );
  expect(rows).toEqual([]);
});
