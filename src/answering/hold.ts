import { callAccepterAgain, joinRoom, responderInRoom } from '../bridging/index.ts';
import { lockCall, moveLeg, NOT_REACHED, noteCall, type Call } from '../calls/index.ts';
import { caseById, isContactUnproved, type Case } from '../cases/index.ts';
import {
  atHold,
  decide,
  spokenCaseNumber,
  type IvrContext,
  type IvrInput,
  type Script,
} from '../ivr/index.ts';
import { firstName } from '../people/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import type { HoldFacts } from '../phrases/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { Prompt, Verb } from '../telephony/index.ts';
import { askWhetherNeeded } from './back-to-somebody.ts';
import { caseFacts, conversationOf, type CaseFacts, type Conversation } from './call-row.store.ts';
import { callersVoice, type CallersVoice } from './callers-voice.ts';
import { converse } from './converse.ts';
import { contextOf } from './context.ts';
import { ASIDE, operatorGreeting, operatorTruth, wayOn, whileAside } from './operator-hold.ts';

/** Every so many turns the keys of the hold are spoken too, and two turns later the case number. */
const KEYS_EVERY = 4;

/**
 * One turn of holding: the truth about the case, then music of ten seconds, then the next turn: something true at
 * least every 20 s, and never 3 s of silence. A key that the script offers here is taken; any other asks for the
 * truth at once. A caller whose responder is in the room is put through, even if moving the call had failed. Turn 0 is
 * for whoever cut short the words before it with a key: that key is spent, and the case number is said again.
 */
export async function holdDocument(
  service: Service,
  callId: string,
  turn: number,
  digits: string | undefined,
): Promise<Verb[]> {
  const offered = await unitOfWork(service, (unit) => holdTurn(service, unit, callId, turn, digits));
  if (offered.kind === 'said') return offered.verbs;
  const input: IvrInput =
    offered.kind === 'key' ? { kind: 'keys', digits: digits! } : { kind: 'nobody-came', go: offered.go };
  return converse(service, callId, 'now', input);
}

/** What a turn of holding comes to: what is said, or how the conversation goes on. */
type HoldTurn = { kind: 'said'; verbs: Verb[] } | { kind: 'key' } | { kind: 'nobody-came'; go: string };
const said = (verbs: Verb[]): HoldTurn => ({ kind: 'said', verbs });

async function holdTurn(
  service: Service,
  unit: Unit,
  callId: string,
  turn: number,
  digits: string | undefined,
): Promise<HoldTurn> {
  const [call, own] = await Promise.all([lockCall(unit.db, callId), loadOwnHours(unit.tx, unit.now)]);
  const script = call && scriptOf(service, call.desk);
  const known = call && conversationOf(call);
  const facts = call?.caseId ? await caseFacts(unit.tx, call.caseId) : undefined;
  if (!call || !script || !facts) throw new Error(`no call on hold ${callId}`);
  const voice = callersVoice(script, call, facts);
  if (await responderInRoom(unit, facts.caseId, call.carrier))
    return said(await toRoom(service, unit, call, voice, facts));
  if (await isToHangUp(service, unit, call, facts)) return said(pleaseHangUp(unit, call, voice, facts));
  const go = known && wayOn(script, facts);
  if (go !== undefined) return { kind: 'nobody-came', go };
  const { words, say } = voice;
  const number = spokenCaseNumber(facts.number);
  if (nobodyComes(facts)) {
    await moveLeg(unit, call.id, 'left-alone');
    return said(askWhetherNeeded(service, voice, call.id, words.nobodyComing(number)));
  }
  const context = contextOf(hoursWith(script, own), unit.now, call.fromNumber);
  const choices = known ? choicesOnHold(script, known, context) : [];
  if (turn > 0 && choices.some((choice) => choice.key === digits)) return { kind: 'key' };
  const truth = operatorTruth(voice, facts) ?? words.hold(holdFacts(facts, unit.now));
  noteCall(unit, call.id, 'heard', { text: truth });
  if (call.place !== 'hold') await moveLeg(unit, call.id, 'hold');
  const keys = turn % KEYS_EVERY === 2 ? choices.flatMap((choice) => choice.say.map(voice.sayWritten)) : [];
  const yourCase = turn % KEYS_EVERY === 0 ? [say(words.yourCase(number))] : [];
  const music: Prompt = { verb: 'play', url: service.urls.holdMusic() };
  const prompts: Prompt[] = [...yourCase, say(truth), ...keys, music];
  return said([
    {
      verb: 'gather',
      prompts,
      input: 'keys',
      keyCount: 1,
      timeoutSeconds: 1,
      reportSilence: true,
      action: service.urls.hold(call.id, turn + 1),
    },
    { verb: 'redirect', url: service.urls.hold(call.id, turn + 1) },
  ]);
}

/** What the script offers here. A customer whom we called back is in no conversation of the script, and has no choices. */
function choicesOnHold(script: Script, known: Conversation, context: IvrContext) {
  const { awaits } = decide(
    script,
    atHold(script, known.state),
    { kind: 'resumed' },
    { ...context, hasCase: true },
  );
  return awaits.kind === 'hold' ? awaits.choices : [];
}

/**
 * Whoever has the case waits in the room of another carrier, and this caller's places no calls: they cannot be put
 * through, and are called back.
 */
async function isToHangUp(service: Service, unit: Unit, call: Call, facts: CaseFacts): Promise<boolean> {
  const { carriers } = service;
  if (!carriers.areSeveral || carriers.works(call.carrier, 'voice', unit.now)) return false;
  if (!(await responderInRoom(unit, facts.caseId))) return false;
  const found = await caseById(unit.db, facts.caseId);
  return found !== undefined && found.callbackNumber !== null;
}

function pleaseHangUp(unit: Unit, call: Call, voice: CallersVoice, facts: CaseFacts): Verb[] {
  const name = firstName(facts.acceptedBy ?? voice.script.name);
  const text = voice.words.pleaseHangUp(name);
  noteCall(unit, call.id, 'heard', { text });
  return [voice.say(text), { verb: 'hangup' }];
}

/** Nobody is asked and nobody has it: a case that was closed, or stopped by hand, while its caller holds. */
function nobodyComes(facts: CaseFacts): boolean {
  const isOver = ['resolved', 'closed', 'cancelled'].includes(facts.status);
  return !facts.pagingOpen && (isOver || facts.acceptedBy === null);
}

function holdFacts(facts: CaseFacts, now: Date): HoldFacts {
  const next = facts.pagingOpen ? facts.nextRoundAt : null;
  const accepted = facts.pagingOpen ? undefined : (facts.acceptedBy ?? undefined);
  return {
    ringing: facts.ringing,
    listening: facts.listening,
    asked: facts.asked,
    acceptedBy: accepted && firstName(accepted),
    talksElsewhere: facts.talksElsewhere,
    nextRoundInSeconds: next === null ? undefined : Math.max(0, (next.getTime() - now.getTime()) / 1000),
  };
}

/**
 * What a customer's leg goes on with when it is moved: into the room if a responder is there; the way back to a human
 * if the last one has left; else the hold.
 */
export async function customerDocument(service: Service, callId: string): Promise<Verb[]> {
  return unitOfWork(service, async (unit) => {
    const call = await lockCall(unit.db, callId);
    const script = call && scriptOf(service, call.desk);
    const facts = call?.caseId ? await caseFacts(unit.tx, call.caseId) : undefined;
    if (!call || !script || !facts) throw new Error(`no customer's leg ${callId}`);
    if (call.endedAt !== null || call.place === NOT_REACHED) return [{ verb: 'hangup' }];
    const voice = callersVoice(script, call, facts);
    if (await responderInRoom(unit, facts.caseId, call.carrier))
      return toRoom(service, unit, call, voice, facts);
    const aside = await whileAside(service, unit, call, voice, facts);
    if (aside) return aside;
    if (isAlone(call)) return leftAlone(service, unit, call, voice, facts);
    return [{ verb: 'redirect', url: service.urls.hold(call.id, 1) }];
  });
}

/** Whoever was to talk to the customer has gone, or was gone when the customer picked up our call. */
function isAlone({ place, purpose }: Pick<Call, 'place' | 'purpose'>): boolean {
  return (
    place === 'bridge' ||
    place === ASIDE ||
    place === 'left-alone' ||
    (purpose === 'call-back' && place !== 'hold')
  );
}

async function toRoom(
  service: Service,
  unit: Unit,
  call: Call,
  voice: CallersVoice,
  facts: CaseFacts,
): Promise<Verb[]> {
  const { words, say, script } = voice;
  const found = (await caseById(unit.db, facts.caseId)) as Case;
  const name = firstName(facts.acceptedBy ?? script.name);
  const greeting =
    call.purpose === 'call-back'
      ? words.callBack(script.name, name)
      : (operatorGreeting(voice, facts) ?? words.connectedTo(name));
  await moveLeg(unit, call.id, 'bridge');
  noteCall(unit, call.id, 'heard', { text: greeting });
  // Behind the room stands a way back: a room that cannot be made must not end the call.
  return [
    say(greeting),
    joinRoom(service, call, found),
    { verb: 'redirect', url: service.urls.bridge(call.id) },
  ];
}

async function leftAlone(
  service: Service,
  unit: Unit,
  call: Call,
  voice: CallersVoice,
  facts: CaseFacts,
): Promise<Verb[]> {
  const { words, say, script } = voice;
  const name = firstName(facts.acceptedBy ?? script.name);
  const found = (await caseById(unit.db, facts.caseId)) as Case;
  // Whoever has held for somebody and met nobody is not asked whether all is well, and silence does not end their call.
  if (call.purpose === 'support' && found.acknowledgedBy !== null && isContactUnproved(found))
    return holdAgain(service, unit, call, voice, { name, person: found.acknowledgedBy, found });
  await moveLeg(unit, call.id, 'left-alone');
  const left = askWhetherNeeded(service, voice, call.id, words.responderLeft(name));
  const justPickedUp = call.purpose === 'call-back' && call.place === 'ringing';
  return justPickedUp ? [say(words.pageIntroduction(script.name)), ...left] : left;
}

async function holdAgain(
  service: Service,
  unit: Unit,
  call: Call,
  { words, say }: CallersVoice,
  { name, person, found }: { name: string; person: string; found: Case },
): Promise<Verb[]> {
  const text = words.leftBeforeMeeting(name);
  await moveLeg(unit, call.id, 'hold');
  noteCall(unit, call.id, 'heard', { text });
  callAccepterAgain(unit, { caseId: found.id, severity: found.severity }, person);
  return [say(text), { verb: 'redirect', url: service.urls.hold(call.id, 1) }];
}
