import { expect, it } from 'vitest';
import { anna, bo } from '../support/people.ts';
import { FIRST_CASE, tellsOf, type Night } from '../support/vocabulary.ts';

const tell = tellsOf();
const SECOND_CASE = 'DINO-1043';
const THIRD_CASE = 'DINO-1044';

/** Anna's phone rings out for the first case; then the second one comes, and it rings again. */
async function missesFirstCall(night: Night): Promise<void> {
  await night.callsAndHangsUp();
  await night.passes(30);
  expect(night.phone(anna).call).toBeNull();
  await comes(night, '+12025550101');
  expect(night.rangAt(anna)).toHaveLength(2);
}

/** Another customer presses 1 and hangs up, and Anna's phone rings. */
async function comes(night: Night, from: string): Promise<void> {
  await night.callsAndHangsUp({ from });
  expect(night.phone(anna).call?.state).toBe('ringing');
}

const holders = (night: Night, ...numbers: string[]) =>
  Promise.all(numbers.map(async (number) => (await night.case(number)).acknowledgedBy));

const codeOf = (night: Night, number: string): string =>
  /A(\d+)/.exec(night.inbox(anna).find((text) => text.includes(number))!)![1]!;

it('offers whoever missed the call for one case and picks up that for another both, and one key takes both', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  expect(night.heard(anna)).toContain('Two cases wait.');
  await night.presses(anna, '1', 4);

  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual(['anna', 'anna']);
  expect(night.heard(anna)).toContain('You have two cases');
  const receipt = await night.receipt(anna, 'voice');
  expect(receipt.slice(-3)).toEqual(['not-answered', 'spoken-with-others', 'accepted']);
  for (const number of [FIRST_CASE, SECOND_CASE]) {
    const { pages, timeline } = await night.case(number);
    const won = pages.filter((page) => page.status === 'acknowledged');
    expect(won.map((page) => `${page.person} ${page.channel} ${page.round}`)).toEqual(['anna voice 1']);
    expect(timeline.filter((line) => line.event === 'case.acknowledged')).toHaveLength(1);
  }
  await night.passes(120);
  expect(night.rangAt(bo)).toHaveLength(2);
});

it('leaves a page that nobody answered unanswered when its case was heard in another call without a key', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  await night.presses(anna, '9', 6);
  night.phone(anna).hangUp();
  await night.passes(2);
  const missed = (await night.pages()).find((page) => page.person === 'anna' && page.channel === 'voice');
  expect(missed).toMatchObject({ status: 'unanswered', round: 1 });
  const receipt = await night.receipt(anna, 'voice');
  expect(receipt.filter((event) => event === 'spoken-with-others')).toHaveLength(1);
  expect(receipt.slice(-2)).toEqual(['not-answered', 'spoken-with-others']);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual([null, null]);
  await night.passes(25);
  expect(night.rangAt(anna)).toHaveLength(3);
});

it('takes the missed case and the present one by one after 3, each with its own answer', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  await night.presses(anna, '3', 6);
  await night.presses(anna, '2', 8);
  await night.presses(anna, '1', 8);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual([null, 'anna']);
  const declined = (await night.pages()).filter((page) => page.status === 'declined');
  expect(declined.map((page) => `${page.person} ${page.channel}`).sort()).toEqual(['anna sms', 'anna voice']);
});

it('does not offer a case again that was declined in such a call, until its next round', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, '3', 3);
  await night.passes(1);
  await night.presses(anna, '2', 2);
  expect((await night.pages()).filter((page) => page.status === 'declined')).toHaveLength(2);
  night.phone(anna).hangUp();
  await night.passes(4);

  // Before the first case's second round, which is due at 62 s.
  await comes(night, '+12025550102');
  await night.picksUp(anna, undefined, 1);
  expect(night.at()).toBeLessThan(62);
  expect(night.heard(anna)).toContain('Two cases wait.');
  await night.presses(anna, '1', 4);
  expect(await holders(night, FIRST_CASE, SECOND_CASE, THIRD_CASE)).toEqual([null, 'anna', 'anna']);
  night.phone(anna).hangUp();
  await night.passes(10);
  expect(night.at()).toBeGreaterThan(62);
  await night.picksUp(anna, '1', 6);
  expect(await holders(night, FIRST_CASE)).toEqual(['anna']);
});

it('does not offer a case that was declined by text after its call was missed', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  await night.passes(30);
  await night.texts(anna, `N${codeOf(night, FIRST_CASE)}`);
  await comes(night, '+12025550101');
  await night.picksUp(anna, undefined, 8);
  expect(night.heard(anna)).not.toContain('cases wait');
  await night.presses(anna, '1', 4);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual([null, 'anna']);
});

it('lets somebody decline all that a call offers, the missed case with it', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  await night.presses(anna, '2', 4);
  expect(night.heard(anna)).toContain('Declined');
  expect(night.phone(anna).call).toBeNull();
  for (const number of [FIRST_CASE, SECOND_CASE]) {
    const pages = (await night.pages(number)).filter((page) => page.person === 'anna');
    expect(pages.map((page) => page.status)).toEqual(['declined', 'declined']);
  }
});

it('tells whoever hears a missed case again that somebody else has taken it, and goes on with the other', async () => {
  const night = await tell();
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  await night.texts(bo, `A${codeOf(night, FIRST_CASE)}`, 8);
  expect(night.heard(anna)).toContain('Case D I N O, 1 0 4 2 is taken by Bo.');
  await night.presses(anna, '1', 4);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual(['bo', 'anna']);
});

it('tells with the acceptance of the one case who has the other, when the key came before the news', async () => {
  const night = await tell();
  night.expected.push(/"leg not moved/);
  await missesFirstCall(night);
  await night.picksUp(anna, undefined, 12);
  night.phones.faults.add({ kind: 'rest-500', resource: 'Calls', number: anna.voice!, times: 3 });
  await night.texts(bo, `A${codeOf(night, FIRST_CASE)}`, 1);
  await night.presses(anna, '1', 8);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual(['bo', 'anna']);
  expect(night.heard(anna)).toMatch(/1 0 4 2 is taken by Bo( Berg)?\. You have case D I N O, 1 0 4 3/);
});

it('offers the missed case when that of the call was taken before the phone was picked up', async () => {
  const night = await tell();
  night.expected.push(/"leg not (moved|ended)/);
  await missesFirstCall(night);
  night.phones.faults.add({ kind: 'rest-500', resource: 'Calls', number: anna.voice!, times: 2 });
  await night.texts(bo, `A${codeOf(night, SECOND_CASE)}`, 1);
  await night.picksUp(anna, '1', 6);
  expect(await holders(night, FIRST_CASE, SECOND_CASE)).toEqual(['anna', 'bo']);
});
