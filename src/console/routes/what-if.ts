import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Script } from '../../ivr/index.ts';
import { inDatabase, readQuestion, whatIf, type QuestionFault } from '../../what-if/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { whatIfPage, type WhatIfProps } from '../pages/what-if.tsx';
import { findingsAhead } from '../queries/ahead.ts';
import { catalogueOf } from './catalogue-of.ts';
import { frameOf, sendMessage, sendPage, type ConsoleContext } from './context.ts';

const field = (most: number) => z.string().trim().max(most).catch('');
const whatIfForm = z.object({
  ...{ desk: field(100), at: field(40), from: field(40), press: field(400) },
  accepts: field(10),
});

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
    const catalogue = await catalogueOf(context, request);
    const shown = written.at === '' ? { ...written, at: nowAt(script, clock.now()) } : written;
    const asked = written.at === '' ? undefined : await ask(script, shown, catalogue);
    const others = scripts.flatMap(({ desk }) => (desk === script.desk ? [] : [desk]));
    const ahead = { script, ...(await findingsAhead(db.$client, script, others, clock.now())) };
    const frame = await frameOf(context, request, false);
    const html = whatIfPage(frame, { catalogue, scripts, script, written: shown, ahead, ...asked });
    return sendPage(reply, html, asked && 'faults' in asked ? 422 : 200);
  });

  async function ask(
    script: Script,
    written: z.infer<typeof whatIfForm>,
    catalogue: Catalogue,
  ): Promise<Pick<WhatIfProps, 'answer'> | Pick<WhatIfProps, 'faults'>> {
    const press = written.press === '' ? undefined : written.press;
    const { question, faults } = readQuestion({ ...written, press });
    if (faults.length > 0) return { faults: byPart(faults, catalogue) };
    const result = await whatIf(script, question, inDatabase(db.$client));
    return result.ok ? { answer: result.answer } : { faults: byPart(result.faults, catalogue) };
  }
}

function nowAt({ timeZone }: Script, now: Date): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function byPart(
  faults: readonly QuestionFault[],
  { whatIf: words }: Catalogue,
): NonNullable<WhatIfProps['faults']> {
  const found: NonNullable<WhatIfProps['faults']> = {};
  for (const fault of faults)
    found[fault.part] = [found[fault.part], words.fault(fault)].filter(Boolean).join(' ');
  return found;
}
