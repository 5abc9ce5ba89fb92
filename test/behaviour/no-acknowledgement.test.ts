import { expect, it } from 'vitest';
import type { Personality } from '../../phones/index.ts';
import { anna, sue } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf } from '../support/vocabulary.ts';

const tell = tellsOf();

it.each<Personality>([
  { kind: 'voicemail' },
  { kind: 'silent' },
  { kind: 'wrong-key' },
  { kind: 'wrong-key', key: '5' },
  { kind: 'wrong-key', key: '#' },
  { kind: 'wrong-key', key: '3' },
  { kind: 'hangs-up' },
  { kind: 'screening' },
  { kind: 'busy' },
  { kind: 'answers', say: 'Yes, I take it, one, accept!' },
])('takes no phone that does %j for a person who accepts', async (personality) => {
  const night = await tell();
  night.everybody(personality);
  night.phone(sue).personality = personality;
  await night.callsAndHangsUp();
  await night.passes(400);

  const found = await night.case(FIRST_CASE);
  expect(found).toMatchObject({ status: 'paging', acknowledgedBy: null, acknowledgedAt: null });
  expect(found.timeline.map((line) => line.event)).not.toContain('case.acknowledged');
  expect(found.pages.map((page) => page.status)).not.toContain('acknowledged');
  const rounds = found.timeline.filter((line) => line.event === 'paging.round');
  expect(rounds).toHaveLength(4);
  for (const person of team) expect(night.inbox(person)).toHaveLength(4);
  // Somebody who talks to a box does so for a while, and not for ever: the next round has the phone again.
  expect(night.phone(anna).call).toBeNull();
});

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

it('takes a person who presses a wrong key and then 1 for somebody who accepts', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.picksUp(anna, '7', 4);
  await night.passes(3);
  expect(night.heard(anna)).toContain('That key does nothing here.');
  await night.presses(anna, '1', 2);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
});
