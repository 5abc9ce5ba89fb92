import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../phones/random.ts';
import { callerNumber } from './desks.ts';
import type { Site } from './site.ts';

/** What became of one caller, as the caller knows it. */
export interface CallerStory {
  number: string;
  /** Pressed 1 after having heard what it means. */
  pressed: boolean;
  heardCaseNumber: boolean;
  metSomebody: boolean;
  /** Times that the line went dead, or an application error was read out, before the caller had a reason to hang up. */
  dropped: number;
  /** The same after the key: nobody who presses calls again by themselves. */
  droppedAfterKey: boolean;
  /** The last thing heard on a line that went dead. */
  lastWords?: string;
}

const lookEveryMs = 100;
const talksMs = 2_000;
/** Whoever cannot get through calls again, so many times. */
const mostCalls = 5;
const callsAgainAfterMs = 2_000;

/** One caller: dials, presses 1 when severity one is offered, and holds until somebody is on the line or `over`. */
export async function playCaller(
  site: Site,
  random: Random,
  index: number,
  over: () => boolean,
): Promise<CallerStory> {
  const story: CallerStory = {
    number: callerNumber(index),
    pressed: false,
    heardCaseNumber: false,
    metSomebody: false,
    dropped: 0,
    droppedAfterKey: false,
  };
  const desk = site.desks[index % site.desks.length]!;
  const hasty = random.next() < 0.25;
  const reactsAfterMs = 200 + random.next() * 1_300;
  for (let calls = 0; calls < mostCalls; calls += 1) {
    const before = story.dropped;
    await playCall(site, story, { to: desk.number, hasty, reactsAfterMs, over });
    if (story.dropped === before || story.pressed) return story;
    await sleep(callsAgainAfterMs);
  }
  return story;
}

interface HowToCall {
  to: string;
  hasty: boolean;
  reactsAfterMs: number;
  over: () => boolean;
}

async function playCall(site: Site, story: CallerStory, how: HowToCall): Promise<void> {
  const phone = site.phones.telephone(story.number);
  phone.dial(how.to);
  let answeredOffers = 0;
  let joinedSinceMs = 0;
  for (;;) {
    await sleep(lookEveryMs);
    const { call } = phone;
    const heard = phone.said.filter((line) => line.by !== 'me').map((line) => line.text);
    if (heard.some((text) => /case (is|number)|already open/i.test(text))) story.heardCaseNumber = true;
    if (call === null || heard.some((text) => /application error/i.test(text))) {
      if (call !== null) phone.hangUp();
      if (!story.metSomebody) story.dropped += 1;
      if (!story.metSomebody) story.lastWords = heard.at(-1)?.slice(-120) ?? '';
      if (story.pressed && !story.metSomebody) story.droppedAfterKey = true;
      return;
    }
    const offers = heard.filter((text) => /severity one/i.test(text)).length;
    if (call.state === 'talking' && call.with.length === 0 && offers > answeredOffers) {
      await sleep(how.reactsAfterMs);
      answeredOffers = offers;
      // The line may have gone dead while the caller was thinking.
      if (phone.call?.state === 'talking') {
        phone.press('1');
        story.pressed = true;
      }
      continue;
    }
    joinedSinceMs = call.with.length > 0 ? joinedSinceMs + lookEveryMs : 0;
    if (joinedSinceMs > 0) story.metSomebody = true;
    const hangsUp = joinedSinceMs >= talksMs || (how.hasty && story.heardCaseNumber) || how.over();
    if (hangsUp) return phone.hangUp();
  }
}
