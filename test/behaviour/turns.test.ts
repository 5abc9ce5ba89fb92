import { expect, it } from 'vitest';
import { isCallWanted, isTextWanted } from '../../src/dispatch/still-to-ask.ts';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

/** What is asked of a carrier that has its hands full waits for its turn (src/dispatch/carrier-turns.ts). */
const tell = tellsOf();

interface Page {
  call: string | null;
  text: string | null;
}

/** Bo's pages of the first round, as if the carrier had not been asked for them yet. */
async function unasked(night: Night): Promise<{ call: string; text: string }> {
  const { pool } = night.database;
  const { rows } = await pool.query<Page>(
    'SELECT call_id AS call, text_id AS text FROM page WHERE person = $1 AND round = 1',
    [bo.key],
  );
  const call = rows.find((row) => row.call !== null)!.call!;
  const text = rows.find((row) => row.text !== null)!.text!;
  await pool.query(
    `UPDATE page SET status = 'sending', carrier_id = NULL, settled_at = NULL WHERE person = $1`,
    [bo.key],
  );
  await pool.query(`UPDATE call SET status = 'sending', carrier_id = NULL WHERE id = $1`, [call]);
  await pool.query(
    `UPDATE text_message SET status = 'sending', carrier_id = NULL, settled_at = NULL WHERE id = $1`,
    [text],
  );
  return { call, text };
}

const stateOf = async (night: Night, table: 'call' | 'text_message', id: string) =>
  (await night.database.pool.query<{ status: string }>(`SELECT status FROM ${table} WHERE id = $1`, [id]))
    .rows[0]!.status;

it('everybody is paged by SMS and voice when the carrier is asked for one at a time', async () => {
  const night = await tell({ asksAtOnce: 1 });
  await night.callsDesk();
  await night.passes(3);
  const { pages } = await night.case(FIRST_CASE);
  expect(pages).toHaveLength(8);
  expect(pages.filter(({ carrierId }) => carrierId === null)).toEqual([]);
});

it('what waits is asked for while somebody wants it, and ends unasked when somebody has accepted', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const { call, text } = await unasked(night);
  const { service } = night.app;
  expect(await isCallWanted(service, call)).toBe(true);
  expect(await isTextWanted(service, text)).toBe(true);
  await night.texts(anna, `A${/A(\d+)/.exec(night.inbox(anna)[0]!)![1]!}`);
  expect(await isCallWanted(service, call)).toBe(false);
  expect(await isTextWanted(service, text)).toBe(false);
  expect(await stateOf(night, 'call', call)).toBe('canceled');
  expect(await stateOf(night, 'text_message', text)).toBe('failed');
});

it('a call that another has taken the place of is not asked for', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  const { call } = await unasked(night);
  await night.database.pool.query(`UPDATE call SET status = 'lost', purpose = 'connect' WHERE id = $1`, [
    call,
  ]);
  expect(await isCallWanted(night.app.service, call)).toBe(false);
});
