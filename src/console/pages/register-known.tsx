import { may } from '../../accounts/index.ts';
import { mayReport, type RegistrationState } from '../../registration/index.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField } from '../components/form.tsx';
import type { Frame } from '../components/layout.tsx';
import { Moment } from '../components/marks.tsx';
import type { EventFacts } from '../facts.ts';
import { callEventWords } from '../words/event-words.ts';
import { day, zoneName } from '../words/time.ts';

interface Props {
  readonly catalogue: Catalogue;
  readonly state: RegistrationState;
  readonly calls: { events: readonly EventFacts[] };
  readonly frame: Frame;
}

/** What is known of who reports, and what to say to them. */
export function Known(props: Props) {
  return (
    <aside aria-label={props.catalogue.register.known.title}>
      <CustomerFacts {...props} />
      <OpenCases {...props} />
      <CallLog {...props} />
      <ToSay {...props} />
    </aside>
  );
}

function CustomerFacts({ catalogue, state }: Props) {
  const { known } = catalogue.register;
  const { customer } = state;
  if (customer === undefined) {
    return (
      <section class="sec" aria-labelledby="v-customer">
        <header>
          <h2 id="v-customer">{known.unknownCustomer}</h2>
          {state.isOpen && <p>{known.chooseHint}</p>}
        </header>
      </section>
    );
  }
  const named = (approved: boolean) =>
    customer.contacts.filter((contact) => contact.approved === approved).map(({ name }) => name);
  const others = named(false);
  return (
    <section class="sec" aria-labelledby="v-customer">
      <header>
        <h2 id="v-customer">{customer.name}</h2>
      </header>
      <dl class="pairs">
        <dt>{known.approved}</dt>
        <dd>{named(true).join(', ') || known.nobodyApproved}</dd>
        {others.length > 0 && (
          <>
            <dt>{known.others}</dt>
            <dd>{others.join(', ')}</dd>
          </>
        )}
        {customer.contract !== undefined && (
          <>
            <dt>{known.contract}</dt>
            <dd>{customer.contract}</dd>
          </>
        )}
        {customer.units > 0 && (
          <>
            <dt>{known.units}</dt>
            <dd>{known.unitCount(customer.units, customer.unitsWithoutWarranty)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function OpenCases({ catalogue, state, frame }: Props) {
  const { known, status } = catalogue.register;
  const mayPut = state.isOpen && may(frame.signedIn.role, 'register');
  return (
    <section class="sec" aria-labelledby="v-open">
      <header>
        <h2 id="v-open">{known.openCases}</h2>
        <p>{state.openCases.length === 0 ? known.none : state.openCases.length}</p>
      </header>
      <ol class="log">
        {state.openCases.map((of) => (
          <li key={of.number}>
            <a class="nowrap" href={`/cases/${encodeURIComponent(of.number)}`}>
              {of.number}
            </a>
            <div>
              {of.summary} {of.sameUnit && <span class="state warn">{known.sameUnit}</span>}
              <p class="by">
                {[of.with, status(of.status), day(of.openedAt, frame.zone, 'short', catalogue.bar.locale)]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {mayPut && (
                <form method="post" action={`/register/${encodeURIComponent(state.number)}/put-on`}>
                  <CsrfField of={frame.signedIn} />
                  <button class="btn" name="number" value={of.number}>
                    {known.putOn(of.number)}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const mostEvents = 12;

function CallLog({ catalogue, calls, frame }: Props) {
  const { known } = catalogue.register;
  return (
    <section class="sec" aria-labelledby="v-call">
      <header>
        <h2 id="v-call">{known.call}</h2>
        <p>{calls.events.length === 0 ? known.noCall : zoneName(frame.zone, frame.now)}</p>
      </header>
      <ol class="log">
        {calls.events.slice(-mostEvents).map((event, index) => (
          <li key={index}>
            <Moment at={event.at} zone={frame.zone} />
            <div>{eventWords(event, catalogue)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happens in most calls is said in the page's language, the rest in the words of the call log. */
function eventWords(event: EventFacts, catalogue: Catalogue): string {
  const { events } = catalogue.register.known;
  const text = (field: string): string => {
    const value = event.data[field];
    return typeof value === 'string' ? value : '';
  };
  switch (event.event) {
    case 'came':
      return `${events.came} ${shown(text('to'))}`;
    case 'chose':
      return `${events.chose} ${text('key') || text('heard')}`;
    case 'recorded':
      return events.recorded;
    case 'ended':
      return events.ended;
    default:
      return events.other(callEventWords(event, new Map()));
  }
}

function ToSay({ catalogue, state }: Props) {
  const { known } = catalogue.register;
  const { standing, customer } = state;
  const refused = standing.kind !== 'unnamed' && !mayReport(standing) && state.isOpen;
  const phone = state.values['phone'];
  const approved = customer?.contacts.filter((contact) => contact.approved).map(({ name }) => name) ?? [];
  return (
    <section class="sec" aria-labelledby="v-say">
      <header>
        <h2 id="v-say">{known.toSay}</h2>
      </header>
      <p class="soft empty">
        {refused
          ? known.sayRefused({ name: state.values['name'] ?? '', customer: customer?.name, approved })
          : known.say({ number: state.number, phone: phone === '' ? undefined : phone })}
      </p>
    </section>
  );
}

function shown(number: string): string {
  const known = toPhoneNumber(number);
  return known === undefined ? number : formatPhoneNumber(known);
}
