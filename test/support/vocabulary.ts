import { afterEach, expect } from 'vitest';
import type { Personality, Telephone } from '../../phones/index.ts';
import { anna, bo, cleo, dinoPeople, sal, type TestPerson } from './people.ts';
import { createWorld, CUSTOMER, DINO_NUMBER, type ApiPage, type World, type WorldOptions } from './world.ts';

/** The four whom a severity 1 case pages in its first round. */
export const team: readonly TestPerson[] = [anna, bo, cleo, sal];

/** The first case of a world. */
export const FIRST_CASE = 'DINO-1042';

/** A world a test, with the words that the tests are told in. After each, nothing may have gone wrong unseen. */
export function tellsOf(): (options?: WorldOptions) => Promise<Night> {
  let night: Night | undefined;
  afterEach(async () => {
    if (!night) return;
    try {
      expect(night.phones.debuggerErrors).toEqual([]);
      expect(night.second.debuggerErrors).toEqual([]);
      expect(night.errors.filter((line) => !night?.expected.some((e) => e.test(line)))).toEqual([]);
      expect(await overlappingCalls(night)).toEqual([]);
    } finally {
      await night.close();
      night = undefined;
    }
  });
  return async (options) => (night = nightOf(await createWorld(options), options?.people ?? dinoPeople));
}

export type Night = World & Words;

interface Words {
  people: readonly TestPerson[];
  /** Errors in the log that belong to the story; every other one fails the test. */
  expected: RegExp[];
  /** The moment at which the world began; every `at` below counts seconds from it. */
  startedAt: Date;
  at(): number;
  phone(of: TestPerson | string): Telephone;
  everybody(behaves: Personality): void;
  /** A customer dials the desk and keys a severity; 2 s later the case is open and the phones ring. */
  callsDesk(call?: { key?: string; from?: string; to?: string }): Promise<void>;
  /** The same, and the caller hangs up. */
  callsAndHangsUp(call?: { key?: string; from?: string }): Promise<void>;
  /** Somebody picks up the ringing phone, listens for so long (4 s) and presses keys. */
  picksUp(who: TestPerson, press?: string, afterSeconds?: number): Promise<void>;
  presses(who: TestPerson | string, keys: string, thenSeconds?: number): Promise<void>;
  texts(who: TestPerson | string, body: string, thenSeconds?: number): Promise<void>;
  /** Seconds at which calls of ours began to come to this phone. */
  rangAt(who: TestPerson | string): number[];
  /** Bodies of the texts that this phone has received, oldest first. */
  inbox(who: TestPerson | string): string[];
  /** What this phone has heard in its live or last call, in one string. */
  heard(who: TestPerson | string): string;
  pages(number?: string): Promise<ApiPage[]>;
  /** The names of the events on a page's receipt, in order. */
  receipt(who: TestPerson, channel: 'voice' | 'sms', round?: number, number?: string): Promise<string[]>;
  alarms(): Promise<{ kind: string; subject: string; message: string }[]>;
  /** The kinds of the alarms that stand, and by which ways each was told, in the order of telling: "sue sms". */
  standing(): Promise<Record<string, string[]>>;
}

function nightOf(world: World, people: readonly TestPerson[]): Night {
  const startedAt = world.clock.now();
  const secondsAt = (at: Date) => Math.round((at.getTime() - startedAt.getTime()) / 1000);
  const phone = (of: TestPerson | string) =>
    world.phones.telephone(typeof of === 'string' ? of : (of.voice ?? of.sms ?? ''));
  const callsDesk: Words['callsDesk'] = async ({ key = '1', from = CUSTOMER, to = DINO_NUMBER } = {}) => {
    phone(from).dial(to);
    await world.passes(1);
    phone(from).press(key);
    await world.passes(1);
  };
  const words: Words = {
    people,
    expected: [],
    startedAt,
    at: () => secondsAt(world.clock.now()),
    phone,
    everybody: (behaves) => team.forEach((person) => (phone(person).personality = behaves)),
    callsDesk,
    callsAndHangsUp: async (call = {}) => {
      await callsDesk(call);
      phone(call.from ?? CUSTOMER).hangUp();
      await world.passes(1);
    },
    picksUp: async (who, press, afterSeconds = 4) => {
      phone(who).answer();
      await world.passes(afterSeconds);
      if (press !== undefined) phone(who).press(press);
      await world.passes(1);
    },
    presses: async (who, keys, thenSeconds = 1) => {
      phone(who).press(keys);
      await world.passes(thenSeconds);
    },
    texts: async (who, body, thenSeconds = 2) => {
      phone(who).sendText(DINO_NUMBER, body);
      await world.passes(thenSeconds);
    },
    rangAt: (who) =>
      phone(who)
        .calls.filter((call) => call.way === 'incoming')
        .map((call) => secondsAt(call.startedAt)),
    inbox: (who) =>
      phone(who)
        .texts.filter((text) => text.way === 'received')
        .map((text) => text.body),
    heard: (who) =>
      phone(who)
        .said.filter((line) => line.by !== 'me')
        .map((line) => line.text)
        .join(' '),
    pages: async (number = FIRST_CASE) => (await world.case(number)).pages,
    receipt: async (who, channel, round = 1, number = FIRST_CASE) => {
      const pages = (await world.case(number)).pages;
      const page = pages.find((p) => p.person === who.key && p.channel === channel && p.round === round);
      return page?.events.map((event) => event.event) ?? [];
    },
    alarms: async () =>
      (
        await world.database.pool.query<{ kind: string; subject: string; message: string }>(
          'SELECT kind, subject, message FROM alarm ORDER BY raised_at, kind',
        )
      ).rows,
    standing: async () => {
      const { rows } = await world.database.pool.query<{ kind: string; told: string[] }>(
        `SELECT a.kind, array(SELECT t.person || ' ' || t.channel FROM alarm_telling t
           WHERE t.alarm_id = a.id ORDER BY t.told_at, t.channel) AS told
         FROM alarm a WHERE a.cleared_at IS NULL ORDER BY a.raised_at, a.id`,
      );
      return Object.fromEntries(rows.map(({ kind, told }) => [kind, told]));
    },
  };
  return Object.assign(world, words);
}

/** Pairs of calls of ours that were at one responder's phone at the same time: there may be none. */
async function overlappingCalls(night: Night): Promise<string[]> {
  const overlaps: string[] = [];
  for (const person of night.people) {
    if (person.voice === undefined) continue;
    const calls = night.phone(person).calls.filter((call) => call.way === 'incoming');
    calls.forEach((call, i) => {
      const next = calls[i + 1];
      if (next && (call.endedAt === null || call.endedAt > next.startedAt))
        overlaps.push(`${person.key}: ${call.sid} and ${next.sid}`);
    });
  }
  return overlaps;
}
