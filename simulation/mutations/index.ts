import type { Mutation } from '../process/compile.ts';

const change = (file: string, search: string, replace: string) => ({ file, search, replace });

/**
 * Deliberate faults, each of a kind that has happened to pagers. The simulation must find every one: an instrument that
 * shows nothing wrong is worth only as much as what it has been seen to show.
 */
export const mutations: readonly Mutation[] = [
  {
    name: 'nobody is stood down',
    changes: [
      change(
        'src/paging/accept.ts',
        'await standDownOthers(service, unit, found, open, by);',
        'void standDownOthers; void by;',
      ),
    ],
  },
  {
    name: 'phones ring on after the acceptance',
    changes: [
      change(
        'src/paging/stand-down.ts',
        'await endCalls(unit, found, by.isWanted ? by.person : undefined);',
        'void endCalls;',
      ),
    ],
  },
  {
    name: 'a second acceptance overwrites the first',
    changes: [
      change(
        'src/paging/accept.ts',
        'if (!open) return whoHasIt(found, acceptance.person, callerHolds);',
        `if (!open) {
           await unit.tx.query("UPDATE support_case SET acknowledged_by = $2 WHERE id = $1 AND status = 'acknowledged'", [found.id, acceptance.person]);
           return whoHasIt(found, acceptance.person, callerHolds);
         }`,
      ),
    ],
  },
  {
    name: 'the next round is not put down',
    changes: [
      change(
        'src/paging/round.ts',
        'key: `paging.round:${subject.pagingId}`,',
        'key: `paging.round:${subject.pagingId}-`,',
      ),
    ],
  },
  {
    name: 'nobody is paged any more after four rounds',
    changes: [
      change(
        'src/paging/next-round.ts',
        'const round = open.round + 1;',
        'const round = open.round + 1;\n    if (round > 4) return;',
      ),
    ],
  },
  {
    name: 'each wait is twice as long as the script says',
    changes: [
      change(
        'src/paging/plan.ts',
        'waitAfterRoundSeconds(plan, round) * 1000',
        'waitAfterRoundSeconds(plan, round) * 2000',
      ),
    ],
  },
  {
    name: 'the tasks of a process that died are never taken over',
    changes: [
      change(
        'src/engine/task.store.ts',
        'WHERE due_at <= $2 AND id <> ALL',
        'WHERE due_at <= $2 AND owner IS NULL AND id <> ALL',
      ),
      change(
        'src/engine/task.store.ts',
        "'UPDATE task SET owner = NULL, due_at = $2 WHERE owner = ANY($1::int[])'",
        "'UPDATE task SET due_at = $2 WHERE false AND owner = ANY($1::int[])'",
      ),
    ],
  },
  {
    name: 'a phone that is picked up counts as an acknowledgement',
    changes: [
      change(
        'src/responding/leg-document.ts',
        '    const before = await whatWasTaken(unit, leg, voice);',
        `    const { acceptCase } = await import('../paging/index.ts');
         await acceptCase(service, unit, { caseId: open[0]!.caseId, person, via: 'voice', callId: leg.id });
         const before = await whatWasTaken(unit, leg, voice);`,
      ),
    ],
  },
  {
    name: 'the end of a call overwrites what its receipt said',
    changes: [
      change(
        'src/paging/page.store.ts',
        'WHERE ${column} AND settled_at IS NULL RETURNING id',
        'WHERE ${column} RETURNING id',
      ),
    ],
  },
  {
    name: 'a lost answer is taken for success',
    changes: [
      change(
        'src/dispatch/place-call.ts',
        'if (!answer.ok) return callFailed(service, callId, answer.failure);',
        `if (!answer.ok && answer.failure.ambiguous) {
           await unitOfWork(service, async (unit) => void (await unit.tx.query("UPDATE call SET status = 'queued' WHERE id = $1", [callId])));
           return;
         }
         if (!answer.ok) return callFailed(service, callId, answer.failure);`,
      ),
    ],
  },
  {
    name: 'a refused text is never sent again, and stays as it was',
    changes: [
      change(
        'src/dispatch/text-progress.ts',
        'return text?.carrier_id === null ? textFailed(service, unit, text, failure) : undefined;',
        'return text && text.id === null ? textFailed(service, unit, text, failure) : undefined;',
      ),
    ],
  },
  {
    name: 'a refused call is placed again whether somebody has accepted or not',
    changes: [
      change(
        'src/dispatch/place-call.ts',
        "if (standing === 'wanted') return replaceCall(",
        'if (standing) return replaceCall(',
      ),
    ],
  },
  {
    name: 'a round that is due begins although somebody has accepted',
    changes: [
      change(
        'src/paging/accept.ts',
        "await unit.tx.query('DELETE FROM task WHERE key = $1', [`paging.round:${open.id}`]);",
        '',
      ),
      change(
        'src/paging/paging.store.ts',
        ".where(and(eq(paging.id, pagingId), eq(paging.status, 'open')))",
        '.where(eq(paging.id, pagingId))',
      ),
      change(
        'src/paging/next-round.ts',
        'if (!locked || locked.open.nextRoundAt === null) return;',
        'if (!locked) return; locked.open.nextRoundAt ??= new Date(0);',
      ),
      change(
        'src/paging/paging.store.ts',
        'round_began_at = $3, next_round_at = $4 WHERE',
        'round_began_at = $3, next_round_at = CASE WHEN next_round_at IS NOT NULL THEN $4::timestamptz END WHERE',
      ),
    ],
  },
  {
    name: 'a caller is hung up on with nothing',
    changes: [
      change(
        'src/answering/converse.ts',
        'const said = render(script, next, outcome.spoken, ivrUrls(service, call.id, turn));',
        "const said = input.kind === 'silence' && call.caseId === null ? [{ verb: 'hangup' as const }] : render(script, next, outcome.spoken, ivrUrls(service, call.id, turn));",
      ),
    ],
  },
  {
    name: 'a caller who hangs up before choosing is forgotten',
    changes: [
      change(
        'src/dispatch/leg-ended.ts',
        "if (leg.purpose === 'support') await openCaseForAbandonedCall(service, unit, leg);",
        'void openCaseForAbandonedCall;',
      ),
    ],
  },
  {
    name: 'a call of which nothing is heard is never asked for',
    changes: [
      change(
        'src/dispatch/move-call.ts',
        'if (leg.carrierId === null) return;\n  const answer = await service.telephony.at(leg.carrier).fetchCall(leg.carrierId);',
        'if (leg.carrierId !== undefined) return;\n  const answer = await service.telephony.at(leg.carrier).fetchCall(leg.carrierId!);',
      ),
    ],
  },
  {
    name: 'the case number is told before it is written down',
    changes: [
      change(
        'src/answering/open-case.ts',
        'number: `${opening.script.caseNumbers.prefix}-${found.sequenceNumber}`,',
        'number: `${opening.script.caseNumbers.prefix}-${found.sequenceNumber + 1000}`,',
      ),
      change(
        'src/answering/open-case.ts',
        '    number: row.number,',
        '    number: row.number.replace(/\\d+/, (n) => String(Number(n) - 1000)),',
      ),
    ],
  },
  {
    name: 'whoever accepted is forgotten',
    changes: [
      change(
        'src/paging/accept.ts',
        '  expectContact(service, unit, found, open.plan);',
        '  void expectContact;',
      ),
    ],
  },
  {
    name: 'severity 3 pages as well',
    changes: [
      change(
        'src/ivr/enter.ts',
        'plan: node.page,',
        "plan: node.severity === '3' ? 'emergency' : node.page,",
      ),
    ],
  },
  {
    name: 'what the carrier answers to a call is on no receipt',
    changes: [
      change(
        'src/dispatch/record.store.ts',
        'FROM p JOIN c ON c.id = p.call_id),',
        'FROM p JOIN c ON c.id = p.call_id WHERE false),',
      ),
    ],
  },
  {
    name: 'the receipts of a case are blanked when it is accepted',
    changes: [
      change(
        'src/paging/accept.ts',
        '  expectContact(service, unit, found, open.plan);',
        `  await unit.tx.query('UPDATE page_event SET data = without_personal_data(data) WHERE page_id IN (SELECT id FROM page WHERE case_id = $1)', [found.id]);
  expectContact(service, unit, found, open.plan);`,
      ),
    ],
  },
  {
    name: 'a call taken over from the dead is placed although somebody has accepted',
    changes: [
      change(
        'src/dispatch/still-to-ask.ts',
        "if (standing === 'wanted') return found;\n  if (standing !== 'past') await settleUnsent(unit, { callId",
        "if (standing !== 'overtaken') return found;\n  if (standing) await settleUnsent(unit, { callId",
      ),
    ],
  },
  {
    name: 'a text taken over from the dead is sent although somebody has accepted',
    changes: [
      change(
        'src/dispatch/still-to-ask.ts',
        "if (standing === 'wanted') return found;\n  if (standing !== 'past') await settleUnsent(unit, { textId",
        "if (standing !== 'overtaken') return found;\n  if (standing) await settleUnsent(unit, { textId",
      ),
    ],
  },
  {
    name: 'the first operator who does not answer was the last',
    changes: [
      change(
        'src/paging/when-given-up.ts',
        "return plan.takes === 'call' && !isAnybodyLeft ?",
        "return plan.takes === 'call' && (!isAnybodyLeft || round > 0) ?",
      ),
    ],
  },
  {
    name: 'the journal keeps nothing',
    changes: [change('src/http/webhooks/webhook.ts', 'await keep?.(request);', 'void keep;')],
  },
];
