import { may, type SignedIn } from '../../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts } from '../facts.ts';
import { RegistrationFacts } from './registration-facts.tsx';

/** What was registered of a case, or the way to do it. */
export function CaseRegistration(props: { catalogue: Catalogue; facts: CaseFacts; role: SignedIn['role'] }) {
  const { catalogue, facts, role } = props;
  const words = catalogue.cases.page.registration;
  const { registration, kind, number, status } = facts;
  const isOver = ['resolved', 'closed', 'cancelled'].includes(status);
  const canBe = (kind === 'registration' || kind === 'unsorted') && !isOver && may(role, 'register');
  if (registration === undefined && !canBe) return null;
  return (
    <section class="sec" aria-labelledby="registered">
      <header>
        <h2 id="registered">{words.title}</h2>
        {registration === undefined && <p>{words.notYet}</p>}
      </header>
      {registration === undefined ? (
        <p class="acts empty noprint">
          <a class="btn" href={`/register/${encodeURIComponent(number)}`}>
            {words.register}
          </a>
        </p>
      ) : (
        <RegistrationFacts form={registration} words={catalogue.register} />
      )}
    </section>
  );
}
