import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Script } from '../../ivr/index.ts';
import { inDatabase, readQuestion, sweepDesk, whatIf, type QuestionFault } from '../../what-if/index.ts';
import { whatIfPage, type AheadOfDesk, type WhatIfProps } from '../pages/what-if.tsx';
import { frameOf, sendMessage, sendPage, type ConsoleContext } from './context.ts';

const aheadMs = 90 * 86_400_000;

const field = (most: number) => z.string().trim().max(most).catch('');
const whatIfForm = z.object({ desk: field(100), at: field(40), from: field(40), press: field(400), accepts: field(10) });

/** What a desk would do at a time, and what its duty will lack. Only read: nothing is written, and nobody is called. */
export function whatIfRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, scripts } = context.options;

  scope.get('/what-if', async (request, reply) => {
    const written = whatIfForm.parse(request.query);
    const script = written.desk === '' ? scripts[0] : scripts.find(({ desk }) => desk === written.desk);
    if (script === undefined)
      return sendMessage(
        context,
        reply,
        404,
        'No such desk',
        'No script describes it. Choose one of the desks there are.',
      );
    const shown = written.at === '' ? { ...written, at: nowAt(script, clock.now()) } : written;
    const asked = written.at === '' ? undefined : await ask(script, shown);
    const props = {
      scripts,
      script,
      written: shown,
      ahead: await ahead(written.desk === '' ? scripts : [script]),
      ...asked,
    };
    const frame = await frameOf(context, request, false);
    return sendPage(reply, whatIfPage(frame, props), asked && 'faults' in asked ? 422 : 200);
  });

  async function ask(
    script: Script,
    written: z.infer<typeof whatIfForm>,
  ): Promise<Pick<WhatIfProps, 'answer'> | Pick<WhatIfProps, 'faults'>> {
    const press = written.press === '' ? undefined : written.press;
    const { question, faults } = readQuestion({ ...written, press });
    if (faults.length > 0) return { faults: byPart(faults) };
    const result = await whatIf(script, question, inDatabase(db.$client));
    return result.ok ? { answer: result.answer } : { faults: byPart(result.faults) };
  }

  async function ahead(of: readonly Script[]): Promise<AheadOfDesk[]> {
    const from = clock.now();
    const to = new Date(from.getTime() + aheadMs);
    const found: AheadOfDesk[] = [];
    for (const script of of)
      found.push({ script, ...(await sweepDesk(db.$client, script, scripts, { from, to })) });
    return found;
  }
}

function nowAt({ timeZone }: Script, now: Date): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function byPart(faults: readonly QuestionFault[]): NonNullable<WhatIfProps['faults']> {
  const found: NonNullable<WhatIfProps['faults']> = {};
  for (const { part, words } of faults) found[part] = [found[part], words].filter(Boolean).join(' ');
  return found;
}
