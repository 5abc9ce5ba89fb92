import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { callAccepterIfCallerHolds, connectResponder, responderInRoom } from '../bridging/index.ts';
import {
  caseById,
  caseByReplyCode,
  lockCase,
  lockCases,
  openCaseOfCaller,
  recordContact,
  type Case,
} from '../cases/index.ts';
import { customerName } from '../customers/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import { takeDrillText } from '../drills/index.ts';
import type { Script } from '../ivr/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { acceptCase, caseForPage, declineCase, lockPagesOfCases, openCasesOf } from '../paging/index.ts';
import { personByNumber, personName, setContactState, type Responder } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { readRedirect } from '../redirect/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { noteOptOut, sendText, takeBackOptOut, type OutgoingText } from '../texts/index.ts';
import { answerRedirect } from './redirect-text.ts';
import { readReply, type Reply } from './reply.ts';

export interface IncomingText {
  carrier: CarrierName;
  carrierId: string;
  from: PhoneNumber | undefined;
  fromRaw: string;
  to: string;
  body: string;
  optOut: 'stop' | 'start' | 'help' | undefined;
}

/** An answer to words that are no code is given so often an hour: two machines must not text each other for ever. */
const MOST_REPLIES_AN_HOUR = 5;

/**
 * Takes a text: a code accepts, declines or joins; a number after the word for it is sent to the desk; everything else is
 * answered with what would. It is put on the case that it is about, where that is known. Sent twice, it counts once.
 */
export async function takeText(service: Service, text: IncomingText): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const person = text.from && (await personByNumber(unit.tx, text.from));
    const texted = service.scripts.find((s) => s.numbers.some((n) => n === text.to));
    const id = newId(unit.now);
    const { rowCount } = await unit.tx.query(
      `INSERT INTO text_message (id, direction, purpose, desk, carrier_id, from_number, to_number, body, person, status, created_at, settled_at, carrier)
       VALUES ($1, 'inbound', 'received', $2, $3, $4, $5, $6, $7, 'received', $8, $8, $9) ON CONFLICT (carrier_id) DO NOTHING`,
      [
        id,
        texted?.desk ?? null,
        text.carrierId,
        text.fromRaw,
        text.to,
        text.body,
        person?.key ?? null,
        unit.now,
        text.carrier,
      ],
    );
    if (!rowCount || text.from === undefined) return;
    const script = texted ?? service.scripts[0];
    if (!script) return;
    const at: At = { service, unit, script, id, text: { ...text, from: text.from } };
    const about = await (person ? answerPerson(at, person) : answerStranger(at));
    if (about !== undefined) await putOnCase(unit, id, about);
  });
}

interface At {
  service: Service;
  unit: Unit;
  script: Script;
  /** The id of the text. */
  id: string;
  text: IncomingText & { from: PhoneNumber };
}

/** Not on a case whose personal data is blanked: nothing would blank the text there. The lock waits for who does. */
async function putOnCase(unit: Unit, id: string, caseId: string): Promise<void> {
  await unit.tx.query(
    `UPDATE text_message SET case_id = (SELECT id FROM support_case WHERE id = $2 AND erased_at IS NULL FOR KEY SHARE)
     WHERE id = $1`,
    [id, caseId],
  );
}

/** Returns the id of the case that the text is about, where that is known: the first that it names. */
async function answerPerson(at: At, person: Responder): Promise<string | undefined> {
  const redirect = readRedirect(at.text.body);
  if (redirect) {
    const answer = await answerRedirect(at, person, redirect);
    // Whoever writes what cannot be read again and again is a machine.
    if (answer.isSent || !(await answeredEnough(at)))
      write(at, { ...answer.text, urgency: 3, person: person.key, caseId: answer.caseId });
    return answer.caseId;
  }
  const replies = readReply(at.text.body);
  const { from, body } = at.text;
  const isDrill = !at.text.optOut && (await takeDrillText(at.unit, { person: person.key, from, body }));
  if (replies.length === 0 && isDrill) {
    await answer(at, person, phrasesFor(person.language).duty.drillThanks);
    return undefined;
  }
  if (replies.length === 0)
    return at.text.optOut ? optOutChanged(at, person, at.text.optOut) : answerWords(at, person);
  const codes: { reply: Reply; found: Case | undefined }[] = [];
  for (const reply of replies) codes.push({ reply, found: await caseOfCode(at.unit, person, reply.code) });
  await takeAll(
    at.unit,
    person,
    codes.flatMap(({ found }) => found?.id ?? []),
  );
  for (const { reply, found } of codes) {
    // Read anew: what the text said before may have changed it.
    await answerCode(at, person, reply, found && (await lockCase(at.unit.db, found.id)));
  }
  return codes.find(({ found }) => found)?.found?.id;
}

/** As for a key that answers several: whoever had the pages of one and waited for the next case could be waited for by its round. */
async function takeAll({ tx }: Unit, person: Responder, caseIds: readonly string[]): Promise<void> {
  await Promise.all([lockCases(tx, caseIds), lockPagesOfCases(tx, caseIds, person.key)]);
}

async function answerCode(at: At, person: Responder, reply: Reply, found: Case | undefined): Promise<void> {
  if (found) return answerOn(at, person, reply, found);
  const words = phrasesFor(person.language);
  await answer(at, person, words.codeNotKnown(`${letterOf(reply)}${reply.code}`));
}

async function answerOn(at: At, person: Responder, reply: Reply, found: Case): Promise<void> {
  const { service, unit } = at;
  const words = phrasesFor(person.language);
  if (reply.kind === 'decline') {
    const declined = await declineCase(unit, found.id, person.key);
    return declined
      ? answer(at, person, words.declinedText(found.number), found)
      : answerTaken(at, person, found);
  }
  if (reply.kind === 'join') return join(at, person, found);
  const via = reply.kind === 'direct' ? 'direct' : 'sms';
  const outcome = await acceptCase(service, unit, { caseId: found.id, person: person.key, via });
  if (outcome.kind === 'over') return answer(at, person, words.overText(found.number), found);
  // Whoever it belongs to: the customer has reached one of us.
  if (reply.kind === 'direct') {
    if (await recordContact(unit, found.id, { by: person.key, how: 'direct' }))
      await tellCustomerWho(service, unit, found, 'contacted', person.key);
    const accepter = outcome.kind === 'taken' ? outcome.by : person.key;
    await callAccepterIfCallerHolds(unit, found, accepter);
  }
  if (outcome.kind === 'taken') {
    const join = (await responderInRoom(unit, found.id)) ? found.replyCode : undefined;
    return answerTaken(at, person, outcome.case, join);
  }
  if (reply.kind === 'direct') return answer(at, person, words.directText(found.number), found);
  const rings = outcome.callerHolds && (await connectResponder(service, unit, outcome.case, person.key));
  const script = scriptOf(service, found.desk) ?? at.script;
  const about = caseForPage(found, script, {
    customerName: await customerName(unit.tx, found.customer),
    callerHolds: outcome.callerHolds,
  });
  await answer(at, person, words.acceptedText(about, rings), found);
}

/** The case of a code among those this person was paged for: another's code is no code of theirs. */
async function caseOfCode(unit: Unit, person: Responder, code: number): Promise<Case | undefined> {
  for (const found of await caseByReplyCode(unit.db, code)) {
    if (found.erasedAt !== null) continue;
    const { rows } = await unit.tx.query('SELECT 1 FROM page WHERE case_id = $1 AND person = $2 LIMIT 1', [
      found.id,
      person.key,
    ]);
    if (rows.length > 0) return found;
  }
  return undefined;
}

async function join(at: At, person: Responder, found: Case): Promise<void> {
  const open = await responderInRoom(at.unit, found.id);
  if (open && (await connectResponder(at.service, at.unit, found, person.key))) return;
  if (found.status !== 'paging') return answerTaken(at, person, found);
  const words = phrasesFor(person.language);
  const codes = [{ code: found.replyCode, number: found.number }];
  await answer(at, person, words.howToAnswer(codes), found);
}

/** Nobody is asked for the case any more: who has it, and the code that joins their call while it goes on. */
async function answerTaken(at: At, person: Responder, found: Case, joinCode?: number): Promise<void> {
  const words = phrasesFor(person.language);
  const isOver = found.status === 'resolved' || found.status === 'closed' || found.status === 'cancelled';
  const by = isOver ? undefined : await personName(at.unit.tx, found.acknowledgedBy);
  const text =
    by === undefined ? words.overText(found.number) : words.acceptedSecondText(found.number, by, joinCode);
  await answer(at, person, text, found);
}

/** Returns the id of the case that the words can only be about: the one that the person is asked for, or called about. */
async function answerWords(at: At, person: Responder): Promise<string | undefined> {
  const words = phrasesFor(person.language);
  const open = await openCasesOf(at.unit.tx, person.key);
  const about = open.length === 0 ? await caseOfSender(at) : open.length === 1 ? open[0]?.caseId : undefined;
  if (await answeredEnough(at)) return about;
  const codes = open.slice(0, 5).map((page) => ({ code: page.replyCode, number: page.number }));
  const body = codes.length > 0 ? words.howToAnswer(codes) : words.nothingOpen;
  write(at, { purpose: 'reply', script: at.script, body, urgency: 3, person: person.key, caseId: about });
  return about;
}

/** Returns the id of the open case that its sender has called about. */
async function answerStranger(at: At): Promise<string | undefined> {
  const { script, text } = at;
  if (text.optOut === 'stop' || text.optOut === 'start') {
    await (text.optOut === 'stop'
      ? noteOptOut(at.unit.db, text.from, at.unit.now)
      : takeBackOptOut(at.unit.db, text.from));
    return undefined;
  }
  const about = await caseOfSender(at);
  if (text.optOut || (await answeredEnough(at))) return about;
  // A customer whose case it is has it in the language of the case.
  const found = about === undefined ? undefined : await caseById(at.unit.db, about);
  const words = phrasesFor(found?.language ?? script.language);
  const body = words.strangerText(script.name, script.numbers[0] ?? '');
  write(at, { purpose: 'reply', script, body, urgency: 6, caseId: about });
  return about;
}

function caseOfSender({ unit, script, text }: At): Promise<string | undefined> {
  return openCaseOfCaller(unit.tx, text.from, script.desk);
}

/** STOP blocks every page by SMS to that phone until it texts START: the supervisor must know, voice goes on. */
async function optOutChanged(
  at: At,
  person: Responder,
  change: 'stop' | 'start' | 'help',
): Promise<string | undefined> {
  const { service, unit, text, script } = at;
  if (change === 'help') return answerWords(at, person);
  const state = change === 'stop' ? 'opted-out' : 'ok';
  // Also where this phone is only called by us: it may be a customer's too.
  if (change === 'stop') await noteOptOut(unit.db, text.from, unit.now);
  else await takeBackOptOut(unit.db, text.from);
  const news = await setContactState(unit.tx, text.from, 'sms', state, 'their own text', unit.now);
  // "Yes" is an opt-in word to the carrier; of somebody who never opted out it is only no code.
  if (!news) return change === 'start' ? answerWords(at, person) : undefined;
  const facts = { kind: 'opted-out', number: text.from, person: person.name, ourNumber: text.to } as const;
  if (change === 'start') {
    await clearAlarm(unit.tx, facts, 'texted START', unit.now);
    return undefined;
  }
  await raiseAlarm(service, unit, { desk: script.desk, facts, except: { way: 'sms', address: text.from } });
  return undefined;
}

async function answeredEnough(at: At): Promise<boolean> {
  const since = new Date(at.unit.now.getTime() - 3_600_000);
  const { rows } = await at.unit.tx.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM text_message
     WHERE direction = 'outbound' AND created_at > $2 AND to_number = $1 AND purpose = 'reply'`,
    [at.text.from, since],
  );
  return (rows[0]?.sent ?? 0) >= MOST_REPLIES_AN_HOUR;
}

async function answer(at: At, person: Responder, body: string, found?: Case): Promise<void> {
  const script = (found && scriptOf(at.service, found.desk)) ?? at.script;
  const purpose = found ? 'confirmation' : 'reply';
  write(at, { purpose, script, body, urgency: 3, person: person.key, caseId: found?.id });
}

/** Answers from the number that was texted: the thread on the phone stays one. */
function write(at: At, text: Omit<OutgoingText, 'to' | 'from' | 'answers'>): void {
  const ends = { to: at.text.from, from: at.text.to as PhoneNumber };
  sendText(at.service, at.unit, { ...text, ...ends, answers: at.id });
}

function letterOf(reply: Reply): string {
  return { accept: 'A', decline: 'N', direct: 'D', join: 'J' }[reply.kind];
}
