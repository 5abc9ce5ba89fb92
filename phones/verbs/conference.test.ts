import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BO, CALLER, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on(
    '/join-first',
    room('startConferenceOnEnter="false" waitUrl="/wait" participantLabel="caller"'),
  );
  world.product.on('/join-second', room('endConferenceOnExit="true" participantLabel="anna"'));
  world.product.on(
    '/voice',
    room('startConferenceOnEnter="false" waitUrl="/wait" participantLabel="caller"'),
  );
  world.product.on('/answer', room('endConferenceOnExit="true" participantLabel="anna"'));
  world.product.on('/wait', '<Say>Please hold.</Say><Pause length="5"/><Redirect>/wait</Redirect>');
  world.product.on('/after', '<Say>Goodbye.</Say>');
});
afterEach(() => world.close());

function room(attributes: string): string {
  const events = 'statusCallback="/room" statusCallbackEvent="start end join leave mute hold modify"';
  return `<Dial action="/after"><Conference ${attributes} ${events}>DINO-1042</Conference></Dial><Say>Could not join.</Say>`;
}

const caller = () => world.phones.telephone(CALLER);
const anna = () => world.phones.telephone(ANNA);
const roomEvents = () => world.product.to('/room').map(({ params }) => params['StatusCallbackEvent']);

async function bothIn(): Promise<void> {
  caller().dial(DESK);
  await world.pass(2);
  await world.callAnna();
  await world.pass(2);
  anna().answer();
  await world.pass(1);
}

test('it starts when two are in and one may start it; the waiting caller hears the waitUrl until then', async () => {
  caller().dial(DESK);
  await world.pass(8);
  expect(caller().call).toMatchObject({ state: 'on-hold', place: 'conference', room: 'DINO-1042', with: [] });
  expect(caller().said.filter((line) => line.text === 'Please hold.').length).toBeGreaterThan(1);
  await world.callAnna();
  await world.pass(2);
  anna().answer();
  await world.pass(1);
  expect(caller().with).toEqual([ANNA]);
  expect(anna().with).toEqual([CALLER]);
  expect(caller().call?.state).toBe('talking');
  expect(roomEvents()).toEqual(['participant-join', 'participant-join', 'conference-start']);
  anna().say('Hello, this is Anna');
  expect(caller().said.at(-1)).toMatchObject({ by: ANNA, text: 'Hello, this is Anna' });
});

test('the one with endConferenceOnExit ends it for all; both legs go on with the action', async () => {
  await bothIn();
  anna().hangUp();
  await world.pass(3);
  expect(roomEvents().slice(3)).toEqual(['participant-leave', 'participant-leave', 'conference-end']);
  const leaves = world.product
    .to('/room')
    .slice(3)
    .map(({ params }) => params);
  expect(leaves[0]).toMatchObject({
    ReasonParticipantLeft: 'participant_hung_up',
    ParticipantCallStatus: 'completed',
  });
  expect(leaves[1]).toMatchObject({ ReasonParticipantLeft: 'moderator_ended_conference' });
  expect(leaves[2]).toMatchObject({ ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left' });
  expect(caller().said.at(-1)?.text).toBe('Goodbye.');
  expect(caller().call).toBeNull();
});

test('a second participant with the same label is refused: 16025, next verb', async () => {
  await bothIn();
  const answer = await world.post('Calls.json', {
    From: DESK,
    To: BO,
    Url: `${world.product.url}/join-second`,
  });
  await world.pass(2);
  world.phones.telephone(BO).answer();
  await world.pass(1);
  expect(world.phones.telephone(BO).said.at(-1)?.text).toBe('Could not join.');
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 16025, sid: answer.json['sid'] }]);
});

test('a failing waitUrl means no conference: the caller falls to the next verb', async () => {
  world.product.on('/wait', '<Gather action="/key"/>');
  caller().dial(DESK);
  await world.pass(1);
  expect(caller().said.at(-1)?.text).toBe('Could not join.');
  expect(world.phones.debuggerErrors[0]).toMatchObject({ code: 12200 });
});

test('REST moves a caller from elsewhere into the room and out again', async () => {
  await bothIn();
  const call = caller().call;
  world.product.on('/elsewhere', '<Say>Now here.</Say><Pause length="60"/>');
  const moved = await world.post(`Calls/${call?.sid ?? ''}.json`, { Url: `${world.product.url}/elsewhere` });
  await world.pass(1);
  expect(moved.status).toBe(200);
  expect(caller().said.at(-1)?.text).toBe('Now here.');
  expect(caller().with).toEqual([]);
  expect(world.product.to('/room').at(-1)?.params).toMatchObject({
    ReasonParticipantLeft: 'participant_updated_via_api',
  });
});

test('participants are listed, muted, kicked; the conference is ended by REST', async () => {
  await bothIn();
  const list = await world.get('Conferences.json?FriendlyName=DINO-1042&Status=in-progress');
  const sid = (list.json['conferences'] as { sid: string }[])[0]?.sid ?? '';
  const annaSid = anna().call?.sid ?? '';
  const muted = await world.post(`Conferences/${sid}/Participants/${annaSid}.json`, { Muted: 'true' });
  expect(muted.json['muted']).toBe(true);
  anna().say('can you hear me');
  expect(caller().said.map((line) => line.text)).not.toContain('can you hear me');
  const ended = await world.post(`Conferences/${sid}.json`, { Status: 'completed' });
  expect(ended.json).toMatchObject({
    status: 'completed',
    reason_conference_ended: 'conference-ended-via-api',
  });
  await world.pass(5);
  expect(roomEvents()).toContain('participant-mute');
  expect(caller().call).toBeNull();
});

test('the callback settings of the first participant win', async () => {
  world.product.on(
    '/answer',
    '<Dial><Conference statusCallback="/late" statusCallbackEvent="join">DINO-1042</Conference></Dial>',
  );
  await bothIn();
  expect(world.product.to('/late')).toEqual([]);
  expect(roomEvents()).toContain('conference-start');
});

test('the Participants API dials somebody straight in', async () => {
  caller().dial(DESK);
  await world.pass(2);
  const answer = await world.post('Conferences/DINO-1042/Participants.json', {
    From: DESK,
    To: ANNA,
    Label: 'anna',
  });
  expect(answer).toMatchObject({ status: 201, json: { status: 'queued', label: 'anna' } });
  await world.pass(2);
  anna().answer();
  await world.pass(1);
  expect(caller().with).toEqual([ANNA]);
});
