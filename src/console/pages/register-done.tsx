import type { RegistrationState } from '../../registration/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Frame } from '../components/layout.tsx';
import { Moment } from '../components/marks.tsx';
import { RegistrationFacts } from './registration-facts.tsx';

interface Props {
  readonly catalogue: Catalogue;
  readonly state: RegistrationState;
  readonly frame: Frame;
}

/** The form when it is not to be filled in: registered, or its case is over. */
export function Registered({ catalogue, state, frame }: Props) {
  const { done, form } = catalogue.register;
  const { registered, registeredAt, registeredBy } = state.draft;
  if (state.joinedTo !== undefined)
    return (
      <section class="sec" id="done-joined">
        <p>
          <span class="state taken">{done.joined(state.joinedTo)}</span>
        </p>
        <p class="acts gap">
          <a class="btn main" href={`/cases/${encodeURIComponent(state.joinedTo)}`}>
            {done.openCase}
          </a>
          <a class="btn" href="/register">
            {done.next}
          </a>
        </p>
      </section>
    );
  if (registered === undefined || registeredAt === undefined) {
    return <p class="soft">{form.elsewhere(state.status)}</p>;
  }
  return (
    <section class="sec" aria-labelledby="done" id="done-registered">
      <header>
        <h2 id="done">
          <span class="state taken">{done.title}</span>
        </h2>
        <p>
          {done.by(registeredBy ?? '')} <Moment at={registeredAt} zone={frame.zone} />
        </p>
      </header>
      <RegistrationFacts form={registered} words={catalogue.register} />
      <p class="acts">
        <a class="btn main" href="/register">
          {done.next}
        </a>
        <a class="btn" href={`/cases/${encodeURIComponent(state.number)}`}>
          {done.openCase}
        </a>
      </p>
    </section>
  );
}
