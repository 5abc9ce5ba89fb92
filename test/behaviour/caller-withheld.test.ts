import { describe, expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna, bo, cleo, sal } from '../support/people.ts';

const opens = desks();
const team = [anna, bo, cleo, sal];

async function hidden(desk: Desk, key = '1', as = 'anonymous'): Promise<Customer> {
  const customer = desk.customer();
  await customer.calls(undefined, as);
  await customer.presses(key, 3);
  return customer;
}

describe('a hidden number', () => {
  it.each([
    'anonymous',
    'unknown',
    'Restricted',
    '',
    '+266696687',
    '+86282452253',
    'sip:someone@example.com',
  ])('%j is asked for, after the pages have gone out', async (as) => {
    const desk = await opens();
    const customer = await hidden(desk, '1', as);
    for (const { voice } of team) expect(desk.phones.telephone(voice!).call?.state).toBe('ringing');
    expect(desk.phones.telephone(anna.sms!).texts[0]!.body).toContain('number withheld');
    await desk.passes(12);
    expect(customer.heard()).toMatch(
      /Your case is D I N O, 1 0 4 2\. 4 people .* Your number is hidden\. Key the number/,
    );
    await customer.presses('2025550123#', 6);
    expect(customer.heard()).toContain('I have 1, 2 0 2, 5 5 5, 0 1 2 3. If that is right, press 1.');
    await customer.presses('1', 20);
    expect(customer.heard()).toContain('Please hold, or hang up and we will call you back.');
    expect(await desk.newest()).toMatchObject({ caller: '+12025550123', status: 'paging' });
  });

  it('once keyed is on the pages of the next round, and is called back', async () => {
    const desk = await opens();
    const customer = await hidden(desk);
    await customer.presses('2025550100#', 2);
    await customer.presses('1', 2);
    await customer.hangsUp();
    await desk.passes(60);
    expect(desk.phones.telephone(bo.sms!).texts.at(-1)!.body).toContain('+12025550100');
    desk.phones.telephone(bo.voice!).answer();
    await desk.passes(4);
    expect(
      desk.phones
        .telephone(bo.voice!)
        .said.map((line) => line.text)
        .join(' '),
    ).not.toContain('unknown');
    desk.phones.telephone(bo.voice!).press('1');
    await desk.passes(8);
    desk.phones.telephone(bo.voice!).press('1');
    await desk.passes(6);
    expect(customer.phone.call).toMatchObject({ state: 'ringing', way: 'incoming' });
  });

  it.each([
    ['1 202 555 0123', '12025550123#', '1, 2 0 2, 5 5 5, 0 1 2 3'],
    ['an international one', '01146858460600#', '4 6, 8, 5 8 4 6 0 6 0 0'],
    ['without the pound key', '2025550123', '1, 2 0 2, 5 5 5, 0 1 2 3'],
  ])('may be keyed as %s', async (_, keys, spoken) => {
    const desk = await opens();
    const customer = await hidden(desk);
    await customer.presses(keys, 16);
    expect(customer.heard().replace(/\D/g, '')).toContain(spoken.replace(/\D/g, ''));
    expect(customer.heard()).toContain('If that is right, press 1.');
  });

  it('that is no number is asked for again, three times at most, then hold', async () => {
    const desk = await opens();
    const customer = await hidden(desk);
    for (const keys of ['12#', '99999999999999999#']) {
      await customer.presses(keys, 2);
      expect(customer.news()).toContain('Sorry, that is not a number I can call.');
    }
    await customer.presses('***#', 8);
    expect(customer.heard()).toContain('Please hold. We have no number to call you back on.');
    await desk.passes(20);
    expect(customer.heard()).toMatch(/ringing|picked up|accepted yet/);
  });

  it('can be keyed again when it was read back wrong', async () => {
    const desk = await opens();
    const customer = await hidden(desk);
    await customer.presses('2025550199#', 8);
    await customer.presses('2', 3);
    await customer.presses('2025550123#', 8);
    await customer.presses('1', 2);
    await desk.passes(50);
    expect(desk.phones.telephone(anna.sms!).texts.at(-1)!.body).toContain('+12025550123');
  });

  it('need not be given: pound alone goes to hold, silence too', async () => {
    const desk = await opens();
    const customer = await hidden(desk);
    await customer.presses('#', 8);
    expect(customer.heard()).toContain('Please hold. We have no number to call you back on.');
    await customer.hangsUp();
    const silent = desk.customer('+12025550121');
    await silent.calls(undefined, 'anonymous');
    await silent.presses('2', 120);
    expect(silent.heard()).toContain('We have no number to call you back on.');
    expect(silent.phone.call?.state).toBe('talking');
    expect((await desk.cases()).map((found) => found.status)).toEqual(['paging', 'paging']);
  });

  it('is put through from the middle of number entry', async () => {
    const desk = await opens();
    const customer = await hidden(desk);
    await customer.presses('2025', 1);
    desk.phones.telephone(anna.voice!).answer();
    await desk.passes(3);
    desk.phones.telephone(anna.voice!).press('1');
    await desk.passes(8);
    expect(customer.phone.with).toEqual([anna.voice]);
  });

  it('asked for by a lesser matter does not page, and feedback asks only for a text', async () => {
    const desk = await opens();
    const customer = await hidden(desk, '3');
    await customer.presses('2025550123#', 8);
    await customer.presses('1', 14);
    expect(customer.heard()).toContain('If you need a technician right now, press 1.');
    await customer.hangsUp();

    const friend = desk.customer('+12025550121');
    await friend.calls(undefined, 'anonymous');
    await friend.presses('7', 12);
    expect(friend.heard()).not.toContain('hidden');
    await friend.presses('1', 3);
    await friend.presses('2025550121#', 8);
    await friend.presses('1', 20);
    expect(friend.phone.texts).toMatchObject([{ body: /feedback is welcome/ }]);
    expect(desk.pagesSent()).toBe(0);
  });

  it('never joins two strangers into one case', async () => {
    const desk = await opens();
    await hidden(desk);
    const second = desk.customer('+12025550121');
    await second.calls(undefined, 'anonymous');
    await second.presses('1', 2);
    expect((await desk.cases()).map((found) => found.number)).toEqual(['DINO-1043', 'DINO-1042']);
  });
});
