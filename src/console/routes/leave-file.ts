import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { importLeave } from '../../calendars/index.ts';
import { catalogueOf } from './catalogue-of.ts';
import type { ConsoleContext } from './context.ts';
import { doingOf, notYours, shown, whose, zoneOfPerson } from './duty-forms.ts';
import { showDuty } from './duty-view.ts';

const mostBytes = 1024 * 1024;
const field = z.string().max(300).catch('');
const fileForm = z.object({
  ...{ desk: field, person: field, reason: field },
  text: z.string().max(mostBytes).catch(''),
  // A field for a file that was left empty comes as an empty file.
  file: z.instanceof(Buffer).optional().catch(undefined),
});

/** Leave out of a calendar, as a file or as text. The only form that sends a file. */
export async function leaveFileRoutes(scope: FastifyInstance, context: ConsoleContext): Promise<void> {
  await scope.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: mostBytes, fieldSize: mostBytes, files: 1, fields: 10, parts: 12 },
  });

  scope.post('/duty/leave-file', async (request, reply) => {
    const { file, ...fields } = fileForm.parse(request.body ?? {});
    const text = file !== undefined && file.length > 0 ? file.toString('utf8') : fields.text;
    const written = { ...fields, text: text.replaceAll('\0', '') };
    const person = whose(request, written.person);
    if (person === undefined) return notYours(context, request, reply);
    if (written.text.trim() === '') {
      const faults = [{ kind: 'no-file' } as const];
      return shown(context, request, reply, 'leave-file', written, { ok: false, faults });
    }
    const doing = await doingOf(context, request, written.reason);
    const timeZone = await zoneOfPerson(context, person, written.desk);
    const changed = await importLeave(doing, { person, text: written.text, timeZone });
    if (!changed.ok) {
      const refused = { ...changed, faults: [], fileFaults: changed.faults };
      return shown(context, request, reply, 'leave-file', written, refused);
    }
    const { leaveFile } = await catalogueOf(context, request);
    return showDuty(context, request, reply, {
      desk: written.desk,
      done: leaveFile.imported(changed.counts),
    });
  });
}
