import { may } from '../../accounts/index.ts';
import { mayReport, type RegistrationState } from '../../registration/index.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField } from '../components/form.tsx';
import type { Frame } from '../components/layout.tsx';
import { Key, Moment } from '../components/marks.tsx';
import type { EventFacts } from '../facts.ts';
import { day, minutes, zoneName } from '../words/time.ts';

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
  const { known, form, status } = catalogue.register;
  const chosen = state.draft.putOn?.number;
  const mayPut = state.isOpen && may(frame.signedIn.role, 'register');
  return (
    <section class="sec" aria-labelledby="v-open">
      <header>
        <h2 id="v-open">{known.openCases}</h2>
        <p>{state.openCases.length === 0 ? known.none : state.openCases.length}</p>
      </header>
      <ol class="log">
        {state.openCases.map((of, index) => (
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
              {mayPut && of.number === chosen && <p class="state taken">{form.willBePutOn(of.number)}</p>}
              {mayPut && of.number !== chosen && (
                <form method="post" action={`/register/${encodeURIComponent(state.number)}/put-on`}>
                  <CsrfField of={frame.signedIn} />
                  <button class="btn" name="number" value={of.number} {...keyed(index)}>
                    {known.putOn(of.number)}
                    {index < mostKeys && <Key names={['Alt', String(index + 1)]} />}
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

/** Alt and a digit: those in sight have one. */
const mostKeys = 9;

function keyed(index: number) {
  const key = `Alt+${index + 1}`;
  return index < mostKeys ? { 'data-key': key, 'aria-keyshortcuts': key } : {};
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

function eventWords({ event, data }: EventFacts, catalogue: Catalogue): string {
  const { events } = catalogue.register.known;
  const text = (field: string): string | undefined => {
    const value = data[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const label = text('label');
  const key = text('key') ?? text('digits');
  const said = text('heard');
  const told = text('text');
  if (key !== undefined) return events.chose({ key }, label);
  if (said !== undefined) return events.chose({ said }, label);
  if (told !== undefined) return events.heard(told);
  switch (event) {
    case 'came':
      return events.came(shown(text('to') ?? ''));
    case 'bridge.join':
      return events.joins;
    case 'bridge.leave':
      return events.leaves;
    case 'language':
      return events.language(text('language') ?? '');
    case 'abandoned':
      return events.abandoned;
    case 'recorded':
      return events.recorded(
        typeof data['seconds'] === 'number' ? minutes(data['seconds'] * 1000) : undefined,
      );
    case 'nothing-said':
      return events.nothingSaid;
    case 'put-on':
      return events.putOn(text('case') ?? '', text('by') ?? '');
    case 'ringing':
    case 'queued':
      return events.rings;
    case 'answered':
      return events.answered;
    case 'ended':
      return events.ended;
    default:
      return events.other(event);
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
          : known.say({
              number: state.joinedTo ?? state.draft.putOn?.number ?? state.number,
              phone: phone === '' ? undefined : phone,
            })}
      </p>
    </section>
  );
}

function shown(number: string): string {
  const known = toPhoneNumber(number);
  return known === undefined ? number : formatPhoneNumber(known);
}
