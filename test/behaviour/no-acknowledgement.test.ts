import { expect, it } from 'vitest';
import type { Personality } from '../../phones/index.ts';
import { anna, sue } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

const nobodyAtAll: Personality[][] = [
  [{ kind: 'voicemail' }, { kind: 'silent' }, { kind: 'wrong-key' }, { kind: 'hangs-up' }, { kind: 'busy' }],
  [
    { kind: 'screening' },
    { kind: 'wrong-key', key: '5' },
    { kind: 'wrong-key', key: '#' },
    { kind: 'answers', say: 'Yes, I take it, one, accept!' },
    { kind: 'wrong-key', key: '3' },
  ],
];

it.each(nobodyAtAll)(
  'takes no phones that do this for people who accept: %j, %j, %j, %j, %j',
  async (...kinds) => {
    const night = await tell();
    [...team, sue].forEach((person, n) => (night.phone(person).personality = kinds[n]!));
    await night.callsAndHangsUp();
    await night.passes(400);

    const found = await night.case(FIRST_CASE);
    expect(found).toMatchObject({ status: 'paging', acknowledgedBy: null, acknowledgedAt: null });
    expect(found.timeline.map((line) => line.event)).not.toContain('case.acknowledged');
    expect(found.pages.map((page) => page.status)).not.toContain('acknowledged');
    const rounds = found.timeline.filter((line) => line.event === 'paging.round');
    expect(rounds).toHaveLength(4);
    for (const person of team) {
      expect(night.inbox(person)).toHaveLength(4);
      expect(night.rangAt(person)).toHaveLength(4);
      // Somebody who talks to a box does so for a while, and not for ever: the next round has the phone again.
      expect(night.phone(person).call).toBeNull();
    }
  },
);

it('goes on paging the others while one listens without pressing a key', async () => {
  const night = await tell();
  night.phone(anna).personality = { kind: 'silent' };
  await night.callsAndHangsUp();
  await night.passes(30);
  expect(night.heard(anna)).toContain('Severity 1');
  expect(night.heard(anna)).toContain('Press 1 to accept');
  await night.passes(35);
  for (const person of team.slice(1)) expect(night.phone(person).call?.state).toBe('ringing');
});

it('lets no guess of the carrier decide whether a machine has answered', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(5);
  const placed = night.phones.wire.filter((entry) => entry.url.includes('Calls.json'));
  expect(placed.length).toBeGreaterThanOrEqual(team.length);
  expect(JSON.stringify(placed)).toContain(anna.voice!.slice(1));
  expect(JSON.stringify(placed)).not.toMatch(/MachineDetection|AsyncAmd/);
});

it('takes a person who presses a wrong key and then 1 for somebody who accepts', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '7', 4);
  await night.passes(3);
  expect(night.heard(anna)).toContain('That key does nothing here.');
  await night.presses(anna, '1', 2);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
});
