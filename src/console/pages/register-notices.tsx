import { may } from '../../accounts/index.ts';
import type { RegistrationState } from '../../registration/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField } from '../components/form.tsx';
import type { Frame } from '../components/layout.tsx';
import { Minute } from '../components/marks.tsx';
import { day } from '../words/time.ts';

interface Props {
  readonly catalogue: Catalogue;
  readonly state: RegistrationState;
  readonly frame: Frame;
}

/** What was decided of the call and is still to happen: it goes to another case, or the customer is called back. */
export function Notices({ catalogue, state, frame }: Props) {
  const { form } = catalogue.register;
  const { putOn, callBack } = state.draft;
  const address = `/register/${encodeURIComponent(state.number)}/take-back`;
  return (
    <>
      {putOn !== undefined && (
        <section class="alarm taken notice" role="status" id="put-on">
          <p>
            <b>{form.willBePutOn(putOn.number)}</b> {form.chosenBy(putOn.by)}{' '}
            <a href={`/cases/${encodeURIComponent(putOn.number)}`}>{putOn.number}</a>
          </p>
          {may(frame.signedIn.role, 'register') && (
            <form class="acts" method="post" action={address}>
              <CsrfField of={frame.signedIn} />
              <button class="btn">{form.takeBack}</button>
            </form>
          )}
        </section>
      )}
      {callBack !== undefined && (
        <section class="alarm live notice" role="status" id="call-back">
          <p>
            <b>{form.toCallBack(callBack.why)}</b> {callBack.by},{' '}
            {day(callBack.at, frame.zone, 'short', catalogue.bar.locale)}{' '}
            <Minute at={callBack.at} zone={frame.zone} />
          </p>
        </section>
      )}
    </>
  );
}
