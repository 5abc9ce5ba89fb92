import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { suggestion } from '../../ivr/index.ts';
import { faultInWords, inDatabase, inJson, readQuestion, whatIf } from '../../what-if/index.ts';
import { sendProblem } from './problem.ts';
import type { ApiOptions } from './register-api.ts';
import { problem } from './schemas.ts';
import { whatIfAnswer, whatIfQuery } from './what-if-schema.ts';

/** What a desk would do at a time. Nothing is written, and nobody is called. */
export function whatIfRoute(scope: FastifyInstance, { db, scripts }: ApiOptions): void {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/v1/what-if',
    {
      schema: {
        summary: 'What a caller would hear at a time, and who would be called, when. Nobody is',
        querystring: whatIfQuery,
        response: { 200: whatIfAnswer, 400: problem, 401: problem },
      },
    },
    async (request, reply) => {
      const { desk, ...written } = request.query;
      const script = scripts.find((of) => of.desk === desk);
      if (script === undefined) {
        const names = scripts.map((of) => of.desk);
        const words = `desk: there is no desk "${desk}". ${suggestion(desk, names)}`;
        return sendProblem(reply, 400, 'Bad request', words);
      }
      const { question, faults } = readQuestion(written);
      const result =
        faults.length > 0
          ? ({ ok: false, faults } as const)
          : await whatIf(script, question, inDatabase(db.$client));
      if (result.ok) return inJson(result.answer);
      const words = result.faults.map((fault) => `${fault.part}: ${faultInWords(fault)}`);
      return sendProblem(reply, 400, 'Bad request', words.join('; '));
    },
  );
}
