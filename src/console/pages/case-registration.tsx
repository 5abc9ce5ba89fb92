import { may, type SignedIn } from '../../accounts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { CaseFacts } from '../facts.ts';
import { RegistrationFacts } from './registration-facts.tsx';

/** What was registered of a case, or the way to do it. */
export function CaseRegistration({ facts, role }: { facts: CaseFacts; role: SignedIn['role'] }) {
  const { registration, kind, number, status } = facts;
  const isOver = ['resolved', 'closed', 'cancelled'].includes(status);
  const canBe = (kind === 'registration' || kind === 'unsorted') && !isOver && may(role, 'register');
  if (registration === undefined && !canBe) return null;
  return (
    <section class="sec" aria-labelledby="registered">
      <header>
        <h2 id="registered">Registration</h2>
        {registration === undefined && <p>not yet</p>}
      </header>
      {registration === undefined ? (
        <p class="acts empty noprint">
          <a class="btn" href={`/register/${encodeURIComponent(number)}`}>
            Register
          </a>
        </p>
      ) : (
        <RegistrationFacts form={registration} words={phrasesFor('en').register} />
      )}
    </section>
  );
}
