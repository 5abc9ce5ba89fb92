import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, CALLER, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

/** Requests that Twilio really sent, and some built from its documentation. */
const { fixtures } = JSON.parse(
  readFileSync(new URL('../../test/fixtures/webhooks.json', import.meta.url), 'utf8'),
) as { fixtures: { id: string; params: Record<string, string> }[] };

/** Fields that only some circumstance of the captured call explains: forwarding, answering-machine detection. */
const CIRCUMSTANTIAL = ['CalledVia', 'ForwardedFrom', 'AnsweredBy'];

function fieldsOf(id: string): string[] {
  const params = fixtures.find((fixture) => fixture.id === id)?.params ?? {};
  return Object.keys(params).filter((name) => !CIRCUMSTANTIAL.includes(name));
}

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on('/voice', '<Gather numDigits="1" action="/key"/>');
  world.product.on('/key', `<Dial timeout="5" action="/dialled">${ANNA}</Dial>`);
  world.product.on('/dialled', '<Record action="/recorded" recordingStatusCallback="/recording"/>');
  world.product.on(
    '/recorded',
    '<Dial><Conference endConferenceOnExit="true" statusCallback="/room" statusCallbackEvent="start end join leave">r</Conference></Dial>',
  );
  world.product.on('/answer', '<Dial><Conference>r</Conference></Dial>');
});
afterEach(() => world.close());

test('every webhook carries at least the fields of the genuine ones', async () => {
  const caller = world.phones.telephone(CALLER);
  caller.dial(DESK);
  await world.pass(1);
  caller.press('1');
  await world.pass(20);
  await world.callAnna();
  await world.pass(2);
  world.phones.telephone(ANNA).answer();
  await world.pass(2);
  caller.sendText(DESK, 'Msg');
  await world.post('Messages.json', {
    From: DESK,
    To: ANNA,
    Body: 'Hi',
    StatusCallback: `${world.product.url}/text`,
  });
  caller.hangUp();
  await world.pass(5);
  const room = (event: string) =>
    world.product.to('/room').find(({ params }) => params['StatusCallbackEvent'] === event);
  const pairs = [
    ['voice-incoming-get-us', world.product.to('/voice')[0]],
    ['gather-digits-inbound-in', world.product.to('/key')[0]],
    ['dial-action-no-answer', world.product.to('/dialled')[0]],
    ['recording-status-recordverb-2023', world.product.to('/recording')[0]],
    ['call-status-inbound-completed', world.product.to('/status')[0]],
    ['call-status-outbound-completed-human', world.product.to('/progress').at(-1)],
    ['sms-inbound-longcode', world.product.to('/sms')[0]],
    ['sms-status-delivered-rawdlr', world.product.to('/text').at(-1)],
    ['conference-participant-join', room('participant-join')],
    ['conference-start', room('conference-start')],
    ['conference-participant-leave', room('participant-leave')],
    ['conference-end', room('conference-end')],
  ] as const;
  for (const [id, received] of pairs) {
    const missing = fieldsOf(id).filter((name) => !(name in (received?.params ?? {})));
    expect({ id, known: fieldsOf(id).length > 0, missing }).toEqual({ id, known: true, missing: [] });
  }
});
