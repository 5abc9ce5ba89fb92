import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { sign } from '../../phones/carrier/signature.ts';
import { desks, type Desk, type WebhookAnswer } from '../support/caller.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const opens = desks();

const sid = (n = 1) => `CA${String(n).padStart(32, '0')}`;
const call = (n = 1) => ({
  CallSid: sid(n),
  AccountSid: `AC${'0'.repeat(32)}`,
  From: CUSTOMER,
  To: DINO_NUMBER,
  CallStatus: 'in-progress',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
});
const next = (answer: WebhookAnswer) => {
  const url = /action="([^"]+)"/.exec(answer.body)?.[1] ?? /<Redirect[^>]*>([^<]+)</.exec(answer.body)?.[1];
  if (url === undefined) throw new Error(`no way on in ${answer.body}`);
  return new URL(url.replaceAll('&amp;', '&')).pathname;
};
const words = (answer: WebhookAnswer) =>
  [...answer.body.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map((match) => match[1]).join(' ');
const hangUp = (desk: Desk, n = 1) =>
  desk.webhook('/twilio/status', {
    ...call(n),
    CallStatus: 'completed',
    CallDuration: '5',
    SequenceNumber: '0',
  });
const rings = (desk: Desk, fields: Record<string, string> = {}) =>
  desk.webhook('/twilio/voice', { ...call(), CallStatus: 'ringing', ...fields });

describe('who may speak to us', () => {
  it('only whoever signs: anything else gets 403 and changes nothing', async () => {
    const desk = await opens();
    const menu = await rings(desk);
    const input = next(menu);
    const key = { ...call(), Digits: '1' };
    for (const path of ['/twilio/voice', '/twilio/status', '/twilio/sms', '/twilio/nothing', input]) {
      for (const method of ['POST', 'GET'] as const) {
        expect((await desk.webhook(path, key, { method, signature: null })).status).toBe(403);
        expect((await desk.webhook(path, key, { method, token: 'another-token' })).status).toBe(403);
        expect((await desk.webhook(path, key, { method, signature: 'x' })).status).toBe(403);
      }
    }
    expect(await desk.cases()).toEqual([]);
    expect(await desk.calls()).toMatchObject([{ place: 'menu', choice: null }]);
  });

  it('a field or an address changed after signing gets 403', async () => {
    const desk = await opens();
    const input = next(await rings(desk));
    const signature = sign('a-token-for-tests', `${desk.publicUrl}${input}`, { ...call(), Digits: '3' });
    expect((await desk.webhook(input, { ...call(), Digits: '1' }, { signature })).status).toBe(403);
    expect((await desk.webhook(`${input}?Digits=1`, { ...call(), Digits: '3' }, { signature })).status).toBe(
      403,
    );
    expect(await desk.cases()).toEqual([]);
  });

  it('the token that the account is being changed to is good beside the present one', async () => {
    const desk = await opens({ nextToken: 'the-next-token' });
    const answer = await desk.webhook('/twilio/voice', call(), { token: 'the-next-token' });
    expect([answer.status, answer.contentType]).toEqual([200, 'text/xml; charset=utf-8']);
    await desk.webhook(next(answer), { ...call(), Digits: '1' });
    expect((await desk.newest()).status).toBe('paging');
  });
});

describe('what is sent', () => {
  it('by GET is understood as well', async () => {
    const desk = await opens();
    const menu = await desk.webhook('/twilio/voice', call(), { method: 'GET' });
    expect(words(menu)).toContain('Dino-Software support.');
    const hold = await desk.webhook(next(menu), { ...call(), Digits: '2' }, { method: 'GET' });
    expect(words(hold)).toContain('Your case is D I N O, 1 0 4 2.');
    expect((await desk.newest()).severity).toBe('2');
  });

  it('twice has one effect, and the same answer, one after the other or at once', async () => {
    const desk = await opens();
    const [menu] = await Promise.all([rings(desk), rings(desk)]);
    const key = { ...call(), Digits: '1' };
    const first = await desk.webhook(next(menu), key);
    const [second, third] = await Promise.all([desk.webhook(next(menu), key), desk.webhook(next(menu), key)]);
    expect([second.body, third.body]).toEqual([first.body, first.body]);
    expect(words(first)).toContain('Your case is D I N O, 1 0 4 2. 4 people');
    expect(await desk.cases()).toHaveLength(1);
    await desk.passes(2);
    expect(desk.pagesSent()).toBe(8);
    expect((await desk.calls())[0]!.events.filter((event) => event.event === 'chose')).toHaveLength(1);
  });

  it('twice at the same instant is one key', async () => {
    const desk = await opens();
    const menu = await rings(desk);
    const key = { ...call(), Digits: '3' };
    const answers = await Promise.all([1, 2, 3].map(() => desk.webhook(next(menu), key)));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await desk.cases()).toHaveLength(1);
  });

  it('late, for a turn that is over, changes nothing and leads to where the call is', async () => {
    const desk = await opens();
    const menu = await rings(desk);
    const wrong = await desk.webhook(next(menu), { ...call(), Digits: '9' });
    const sev1 = await desk.webhook(next(wrong), { ...call(), Digits: '1' });
    const late = await desk.webhook(next(menu), { ...call(), Digits: '7' });
    expect(next(late)).toMatch(/\/hold\/1$/);
    expect(next(sev1)).toMatch(/\/hold\/0$/);
    expect(await desk.cases()).toMatchObject([{ severity: '1' }]);
    expect((await desk.calls())[0]).toMatchObject({ place: 'hold', choice: 'Severity 1' });
  });

  it('behind the hang-up still counts: a key and then a hang-up arrive in any order', async () => {
    const desk = await opens();
    const menu = await rings(desk);
    await hangUp(desk);
    expect(await desk.cases()).toMatchObject([{ kind: 'unsorted', status: 'open' }]);
    await desk.webhook(next(menu), { ...call(), Digits: '1' });
    expect(await desk.cases()).toMatchObject([{ kind: 'severity', severity: '1', status: 'paging' }]);
    const [text] = desk.phones.telephone('+12025550111').texts;
    expect(text!.body).toMatch(/SEV 1 DINO-1042 .*not operational/);
    expect(text!.body).not.toContain('Caller holds');
  });

  it('about calls that nobody knows does no harm', async () => {
    const desk = await opens();
    const stranger = '00000000-0000-7000-8000-000000000001';
    for (const path of [
      '/twilio/status',
      `/twilio/leg/${stranger}/status`,
      `/twilio/text/${stranger}/status`,
      `/twilio/conference/${stranger}`,
      `/twilio/call/${stranger}/recording`,
      '/twilio/leg/not-an-id/status',
      '/twilio/call/not-an-id/recording',
    ]) {
      const answer = await desk.webhook(path, {
        ...call(),
        CallStatus: 'completed',
        CallbackSource: 'call-progress-events',
        RecordingStatus: 'completed',
        RecordingSid: 'RE1',
        StatusCallbackEvent: 'participant-leave',
        MessageSid: 'SM1',
        MessageStatus: 'delivered',
      });
      expect([path, answer.status, words(answer)]).toEqual([path, 200, '']);
    }
    for (const path of [
      `/twilio/call/${stranger}/input/3`,
      '/twilio/call/x/hold/-1',
      `/twilio/call/${stranger}/back?tries=x`,
      `/twilio/call/${stranger}/bridge`,
    ])
      expect(words(await desk.webhook(path, { ...call(), Digits: '1' }))).toContain('Dino-Software support.');
    expect(words(await desk.webhook(`/twilio/leg/${stranger}`, call()))).toBe('Goodbye.');
    expect(await desk.cases()).toEqual([]);
    expect(await desk.calls()).toHaveLength(1);
  });

  it('of a call’s progress in any order and any number ends the call once', async () => {
    const desk = await opens();
    const menu = await rings(desk);
    await desk.webhook(next(menu), { ...call(), Digits: '1' });
    await hangUp(desk);
    await hangUp(desk);
    await desk.webhook('/twilio/status', { ...call(), CallStatus: 'in-progress', SequenceNumber: '0' });
    await desk.webhook('/twilio/status', { ...call(), CallStatus: 'ringing' });
    expect((await desk.calls())[0]).toMatchObject({ status: 'completed', ended: true });
    const { timeline } = await desk.newest();
    expect(timeline.filter((event) => event.event === 'caller.hung-up')).toHaveLength(1);
  });
});

describe('bad input', () => {
  it('of 10 MB is refused, signed or not, and the desk goes on', async () => {
    const desk = await opens();
    for (const signature of [undefined, `${'A'.repeat(27)}=`]) {
      const status = await new Promise<number | string>((resolve) => {
        const post = request(
          `${desk.publicUrl}/twilio/voice`,
          {
            method: 'POST',
            headers: {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': 10_000_000,
              ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
            },
          },
          (answer) => resolve(answer.resume().statusCode ?? 0),
        );
        post.on('error', () => undefined);
        post.end(Buffer.alloc(10_000_000, 'a'));
      });
      expect(status).toBe(403);
    }
    expect(words(await rings(desk))).toContain('Dino-Software support.');
  });

  it.each([
    ['CallSid', { CallSid: undefined }],
    ['From', { From: undefined }],
    ['To', { To: undefined }],
    ['all of them', { CallSid: undefined, From: undefined, To: undefined }],
  ])('without %s is answered, and the call gets its case', async (_, missing) => {
    const desk = await opens();
    desk.expectError(/no desk has the dialled number/);
    const fields = Object.fromEntries(
      Object.entries({ ...call(), ...missing }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const [one, two] = [
      await desk.webhook('/twilio/voice', fields),
      await desk.webhook('/twilio/voice', { ...fields, x: '2' }),
    ];
    expect(words(one)).toContain('press or say one');
    if (!('CallSid' in fields)) expect(next(two)).not.toBe(next(one));
    const hold = await desk.webhook(next(one), { ...fields, Digits: '1' });
    expect(words(hold)).toContain('Your case is D I N O, 1 0 4 2.');
    await desk.passes(2);
    expect(desk.pagesSent()).toBe(8);
  });

  it('for a number that no script has is answered by the first desk, and the log says so', async () => {
    const desk = await opens();
    desk.expectError(/no desk has the dialled number.*Add it to a script's numbers/);
    const menu = await rings(desk, { To: '+12025550190' });
    expect(words(menu)).toContain('Dino-Software support.');
    await desk.webhook(next(menu), { ...call(), To: '+12025550190', Digits: '1' });
    expect((await desk.newest()).status).toBe('paging');
    expect(desk.errors.filter((line) => line.includes('no desk has the dialled number'))).toHaveLength(1);
  });

  it.each([
    ['XML', '<Hangup/></Say>&amp;"\''],
    ['SQL', "'; DROP TABLE call; --"],
    ['control characters', 'a\0b\u0001\u001b[2J\r\n\u0085'],
    ['other scripts', '漢字 🙂 é \u202e \uffff'],
    ['very much', 'x'.repeat(10_000)],
    ['names of objects', '__proto__'],
  ])('with %s everywhere is only text', async (_, hostile) => {
    const desk = await opens();
    desk.expectError(/no desk has the dialled number/);
    const all = {
      ...call(),
      From: hostile,
      To: hostile,
      CallerName: hostile,
      StirVerstat: hostile,
      __proto__: hostile,
    };
    const menu = await desk.webhook('/twilio/voice', all);
    expect(words(menu)).toContain('press or say one');
    let answer = await desk.webhook(next(menu), { ...all, SpeechResult: hostile, Confidence: hostile });
    expect(words(answer)).toContain('Sorry, I did not get that.');
    answer = await desk.webhook(next(answer), { ...all, Digits: hostile });
    answer = await desk.webhook(next(answer), { ...all, SpeechResult: `severity one ${hostile}` });
    expect(words(answer)).toContain('Your case is D I N O, 1 0 4 2.');
    expect(await desk.newest()).toMatchObject({ severity: '1', caller: null });
    for (const status of ['completed', hostile])
      expect((await desk.webhook('/twilio/status', { ...all, CallStatus: status })).status).toBe(200);
    expect((await desk.calls())[0]!.choice).toBe('Severity 1');
  });
});
