import { describe, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { callsNordic, callsTo, MARIA, nordicDesks, phoneOf, takesTheCall } from '../support/nordic.ts';
import { anna, karin, nils, ulla, vaxel, type TestPerson } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { NORDIC_NUMBER } from '../support/world.ts';

/** Another company's switchboard with two lines, asked before the desk's own operator. */
const board: TestPerson = { ...vaxel, lines: 2 };
const people = [board, ulla, nils, karin];
const BO = '+46701740651';
const EVA = '+46701740652';

const opens = nordicDesks();
const opensWithBoard = () => opens({ people });
const callsAtBoard = (desk: Desk) => phoneOf(desk, board).liveCalls;

/** One call of the switchboard's, played by whoever sits there. */
function lineOf(desk: Desk, sid: string) {
  const phone = phoneOf(desk, board);
  const here = () => (phone.turnTo(sid), phone);
  return {
    whisper: () =>
      here()
        .said.map((line) => line.text)
        .join(' '),
    with: () => here().with,
    hangsUp: async () => {
      here().hangUp();
      await desk.passes(2);
    },
    answers: async () => {
      here().answer();
      await desk.passes(2);
    },
    presses: async (key: string, thenSeconds = 6) => {
      here().press(key);
      await desk.passes(thenSeconds);
    },
  };
}

/** The newest call at the switchboard is answered there, and its caller taken. */
async function boardTakes(desk: Desk) {
  const line = lineOf(desk, callsAtBoard(desk).at(-1)!.sid);
  await line.answers();
  await line.presses('1');
  return line;
}

/** Most calls of ours that the switchboard had at once, by the books. */
async function mostAtOnce(desk: Desk): Promise<number> {
  const { rows } = await desk.database.pool.query<{ most: number }>(
    `SELECT max(n)::int AS most FROM (SELECT (SELECT count(*) FROM call o WHERE o.to_number = c.to_number AND o.status <> 'lost'
       AND o.created_at <= c.created_at AND coalesce(o.ended_at, 'infinity') > c.created_at) AS n
     FROM call c WHERE c.to_number = $1) AS at`,
    [board.voice],
  );
  return rows[0]!.most;
}

describe('a switchboard with two lines', () => {
  it('talks with two callers at the same time, and the third goes to the next operator', async () => {
    const desk = await opensWithBoard();
    const maria = await callsNordic(desk, MARIA);
    const first = await boardTakes(desk);
    const bo = await callsNordic(desk, BO);
    expect(callsAtBoard(desk)).toHaveLength(2);
    const second = await boardTakes(desk);
    expect(first.with()).toEqual([MARIA]);
    expect(second.with()).toEqual([BO]);
    expect([maria.phone.with, bo.phone.with]).toEqual([[board.voice], [board.voice]]);
    const eva = await callsNordic(desk, EVA);
    expect(callsAtBoard(desk)).toHaveLength(2);
    await takesTheCall(desk, ulla);
    expect(eva.phone.with).toEqual([ulla.voice]);
    expect((await desk.cases()).map(({ number, acknowledgedBy }) => [number, acknowledgedBy])).toEqual([
      ['DVN-2212', 'ulla'],
      ['DVN-2211', 'vaxel'],
      ['DVN-2210', 'vaxel'],
    ]);
  });

  it('rings on both for two who call in the same instant; the third rings at the next operator', async () => {
    const desk = await opensWithBoard();
    const callers = [MARIA, BO, EVA].map((number) => desk.customer(number));
    await Promise.all(callers.map((customer) => customer.calls(NORDIC_NUMBER)));
    await desk.passes(6);
    expect(callsAtBoard(desk).map(({ state }) => state)).toEqual(['ringing', 'ringing']);
    expect(phoneOf(desk, ulla).call).not.toBeNull();
    expect(await mostAtOnce(desk)).toBe(2);
  });

  it('hears on each line the number of that line’s case alone, and each key is about that case', async () => {
    const desk = await opensWithBoard();
    const maria = await callsNordic(desk, MARIA);
    const bo = await callsNordic(desk, BO);
    const [one, two] = callsAtBoard(desk).map(({ sid }) => lineOf(desk, sid));
    await two!.answers();
    await one!.answers();
    await desk.passes(12);
    expect(one!.whisper()).toContain('Ärende D V N, 2 2 1 0.');
    expect(one!.whisper()).not.toContain('2 2 1 1');
    expect(two!.whisper()).toContain('Ärende D V N, 2 2 1 1.');
    expect(two!.whisper()).not.toContain('2 2 1 0');
    await two!.presses('1');
    expect(bo.phone.with).toEqual([board.voice]);
    expect(maria.phone.with).toEqual([]);
    await one!.presses('2');
    expect(phoneOf(desk, ulla).call).not.toBeNull();
    expect(bo.phone.with).toEqual([board.voice]);
    await takesTheCall(desk, ulla);
    expect(maria.phone.with).toEqual([ulla.voice]);
    // Each receipt is that of its own call.
    const pages = await Promise.all(
      ['DVN-2210', 'DVN-2211'].map(async (number) => (await desk.case(number)).pages[0]!),
    );
    expect(pages.map(({ status }) => status)).toEqual(['declined', 'acknowledged']);
    expect(new Set(pages.map(({ carrierId }) => carrierId)).size).toBe(2);
  });

  it('has the line of a call that is over for the next caller, and the other talk goes on', async () => {
    const desk = await opensWithBoard();
    const maria = await callsNordic(desk, MARIA);
    await boardTakes(desk);
    const bo = await callsNordic(desk, BO);
    await boardTakes(desk);
    await desk.passes(60);
    await maria.hangsUp();
    await lineOf(desk, callsAtBoard(desk)[0]!.sid).hangsUp();
    const eva = await callsNordic(desk, EVA);
    expect(callsAtBoard(desk)).toHaveLength(2);
    await boardTakes(desk);
    expect([bo.phone.with, eva.phone.with]).toEqual([[board.voice], [board.voice]]);
    expect(callsTo(desk, ulla)).toBe(0);
    expect(await mostAtOnce(desk)).toBe(2);
  });

  it('whose caller hangs up while it rings hears so on that line, and keeps the other', async () => {
    const desk = await opensWithBoard();
    await callsNordic(desk, MARIA);
    const first = await boardTakes(desk);
    const bo = await callsNordic(desk, BO);
    const second = lineOf(desk, callsAtBoard(desk).at(-1)!.sid);
    await second.answers();
    await bo.hangsUp();
    await desk.passes(3);
    expect(second.whisper()).not.toContain('2 2 1 0');
    await desk.passes(15);
    expect(callsAtBoard(desk)).toHaveLength(1);
    expect(first.with()).toEqual([MARIA]);
  });

  it('that is busy all the same is passed over at once', async () => {
    const desk = await opensWithBoard();
    await callsNordic(desk, MARIA);
    await boardTakes(desk);
    // Its own people use the other line.
    phoneOf(desk, board).lines = 1;
    const bo = await callsNordic(desk, BO, 8);
    expect(phoneOf(desk, ulla).call).not.toBeNull();
    await takesTheCall(desk, ulla);
    expect(bo.phone.with).toEqual([ulla.voice]);
    expect((await desk.case('DVN-2211')).pages.map(({ person, status }) => [person, status])).toEqual([
      ['vaxel', 'unanswered'],
      ['ulla', 'acknowledged'],
    ]);
  });

  it('does not answer one caller: the next operator rings, and the talk on the other line goes on', async () => {
    const desk = await opensWithBoard();
    const maria = await callsNordic(desk, MARIA);
    await boardTakes(desk);
    await callsNordic(desk, BO);
    await desk.passes(31);
    expect(phoneOf(desk, ulla).call).not.toBeNull();
    expect(callsAtBoard(desk)).toHaveLength(1);
    expect(maria.phone.with).toEqual([board.voice]);
  });

  it.each(['rest-lost', 'rest-500'] as const)(
    'is called for a caller also when the carrier’s answer is %s, and never on more lines than it has',
    async (kind) => {
      const desk = await opensWithBoard();
      await callsNordic(desk, MARIA);
      await boardTakes(desk);
      desk.phones.faults.add({ kind, resource: 'Calls', times: 1 });
      const bo = await callsNordic(desk, BO, 16);
      const rings = callsAtBoard(desk).filter(({ state }) => state === 'ringing');
      expect(rings).toHaveLength(1);
      const line = lineOf(desk, rings[0]!.sid);
      await line.answers();
      await desk.passes(8);
      expect(line.whisper()).toContain('Ärende D V N, 2 2 1 1.');
      await line.presses('1');
      expect(bo.phone.with).toEqual([board.voice]);
      expect(await mostAtOnce(desk)).toBe(2);
    },
  );
});

it('a test at a switchboard gives way when every other line has a caller', async () => {
  const desk = await opensWithBoard();
  await callsNordic(desk, MARIA);
  await boardTakes(desk);
  await desk.database.pool.query(
    `INSERT INTO call (id, desk, direction, purpose, person, from_number, to_number, attempt, status, place, created_at)
     VALUES (gen_random_uuid(), 'dvnordic', 'outbound', 'drill', 'vaxel', '+46850124000', $1, 1, 'due', 'offer', $2)`,
    [board.voice, desk.clock.now()],
  );
  const bo = await callsNordic(desk, BO);
  expect(callsAtBoard(desk)).toHaveLength(2);
  const line = await boardTakes(desk);
  expect(line.whisper()).toContain('Ärende D V N, 2 2 1 1.');
  expect(bo.phone.with).toEqual([board.voice]);
  expect(callsTo(desk, ulla)).toBe(0);
});

describe('how many calls a number takes', () => {
  const said = async (of: Colleague) => (await of.get('/people/vaxel')).body;

  it('is changed by a supervisor on the person’s page, and counts for the next caller', async () => {
    const desk = await opens({ people: [vaxel, ulla] });
    phoneOf(desk, board).lines = 2;
    const sue = new Colleague(desk, await supervisorOf(desk, 'Sue'));
    await callsNordic(desk, MARIA);
    await boardTakes(desk);
    expect(await said(sue)).not.toContain('2 calls at the same time');
    const saved = await sue.sends('/people/vaxel/lines', { lines: '2' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/people/vaxel#voice']);
    expect(await said(sue)).toContain('2 calls at the same time');
    await callsNordic(desk, BO);
    expect(callsAtBoard(desk)).toHaveLength(2);
    expect(callsTo(desk, ulla)).toBe(0);
  });

  it('is a whole number from 1 to 50, and nobody else’s to change', async () => {
    const desk = await opens({ people: [vaxel, ulla] });
    const sue = new Colleague(desk, await supervisorOf(desk, 'Sue'));
    for (const lines of ['0', '51', '1.5', 'many', '']) {
      const refused = await sue.sends('/people/vaxel/lines', { lines });
      expect([refused.statusCode, refused.body.includes('Write a whole number from 1 to 50')]).toEqual([
        422,
        true,
      ]);
    }
    const operator = await sue.brings('operator', 'Maja Lind', 'en');
    expect(await said(operator)).not.toContain('Calls at the same time');
    expect((await operator.sends('/people/vaxel/lines', { lines: '8' })).statusCode).toBe(403);
    expect((await desk.database.pool.query('SELECT DISTINCT lines FROM contact_method')).rows).toEqual([
      { lines: 1 },
    ]);
  });
});

describe('whoever sits at a switchboard with a screen', () => {
  const BOARD = { name: 'Växel Nord', person: 'vaxel', accountId: '00000000-0000-0000-0000-000000000001' };
  const answers = (desk: Desk, number: string) => caseActions(desk.app.service).answerCall(number, BOARD);
  const talks = async (desk: Desk, number: string): Promise<Customer> => {
    const customer = await callsNordic(desk, number);
    await boardTakes(desk);
    return customer;
  };

  it('answers there, and the call that rings for this caller is theirs; nobody on another line is parked', async () => {
    const desk = await opensWithBoard();
    const maria = await talks(desk, MARIA);
    const bo = await callsNordic(desk, BO);
    expect(await answers(desk, 'DVN-2211')).toBe('yours');
    await desk.passes(1);
    expect(callsAtBoard(desk)).toHaveLength(2);
    expect(maria.phone.with).toEqual([board.voice]);
    await boardTakes(desk);
    expect([maria.phone.with, bo.phone.with]).toEqual([[board.voice], [board.voice]]);
  });

  it('answers there a caller who rings elsewhere: another line is called', async () => {
    const desk = await opensWithBoard();
    const maria = await talks(desk, MARIA);
    const bo = await callsNordic(desk, BO);
    await desk.passes(31);
    expect(phoneOf(desk, ulla).call).not.toBeNull();
    expect(await answers(desk, 'DVN-2211')).toBe('yours');
    await desk.passes(5);
    expect(phoneOf(desk, ulla).call).toBeNull();
    await boardTakes(desk);
    expect([maria.phone.with, bo.phone.with]).toEqual([[board.voice], [board.voice]]);
    expect(await mostAtOnce(desk)).toBe(2);
  });

  it('is told that every line has a caller', async () => {
    const desk = await opensWithBoard();
    await talks(desk, MARIA);
    await talks(desk, BO);
    await callsNordic(desk, EVA);
    expect(await answers(desk, 'DVN-2212')).toBe('in-talk');
    expect(phoneOf(desk, ulla).call).not.toBeNull();
  });
});

describe('a technician with several lines', () => {
  const opensDino = desks();

  it('is paged in one call at a time all the same, which reads out all cases', async () => {
    const desk = await opensDino({ people: [{ ...anna, lines: 4 }] });
    desk.phones.telephone(anna.voice!).lines = 4;
    for (const number of ['+12025551201', '+12025551202']) {
      const customer = desk.customer(number);
      await customer.calls();
      await customer.presses('1', 2);
    }
    const phone = desk.phones.telephone(anna.voice!);
    expect(phone.liveCalls).toHaveLength(1);
    phone.answer();
    await desk.passes(4);
    expect(phone.said.map((line) => line.text).join(' ')).toContain('Two cases wait.');
    expect(phone.calls).toHaveLength(1);
  });
});
