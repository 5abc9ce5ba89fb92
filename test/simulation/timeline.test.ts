import { describe, expect, it } from 'vitest';
import { Random } from '../../simulation/kernel/random.ts';
import { Timeline } from '../../simulation/kernel/timeline.ts';

const timeline = (): Timeline => new Timeline(0, new Random(1));

function live(time: Timeline): void {
  for (let next = time.takeNext(); next.length > 0 || time.nextAtMs() !== undefined; next = time.takeNext()) {
    for (const happen of next) happen();
  }
}

describe('simulated time', () => {
  it('goes from one happening to the next', () => {
    const time = timeline();
    const seen: number[] = [];
    time.after(500, () => seen.push(time.nowMs));
    time.after(100, () => time.after(100, () => seen.push(time.nowMs)));
    time.after(300, () => seen.push(time.nowMs))();
    live(time);
    expect(seen).toEqual([200, 500]);
  });

  it('holds the timers of the frozen until they thaw, and drops those of the dead', () => {
    const time = timeline();
    const frozen = { alive: true, frozenUntilMs: 900 };
    const seen: [string, number][] = [];
    time.after(100, () => seen.push(['frozen', time.nowMs]), frozen);
    time.after(100, () => seen.push(['dead', time.nowMs]), { alive: false, frozenUntilMs: 0 });
    live(time);
    expect(seen).toEqual([['frozen', 900]]);
  });

  it('lets one who dies in an instant do nothing more in it', () => {
    const time = timeline();
    const owner = { alive: true, frozenUntilMs: 0 };
    let done = 0;
    for (let n = 0; n < 5; n += 1) {
      time.after(
        100,
        () => {
          done += 1;
          owner.alive = false;
        },
        owner,
      );
    }
    live(time);
    expect(done).toBe(1);
  });
});
