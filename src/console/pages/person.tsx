import type { ContactFault } from '../../contacts/index.ts';
import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { State, Telephone } from '../components/marks.tsx';
import type { DeskBook } from '../desks.ts';
import type { ContactRow, DutyRow, PersonRow } from '../queries/people.store.ts';
import { contactState, reachStates } from '../words/reach.ts';
import { dayTime, minuteTime } from '../words/time.ts';
import { QuietHours, type QuietForm } from './person-quiet.tsx';

type Channel = 'voice' | 'sms';

/** A form that was refused: which, for which channel, and why. */
export type PersonForm =
  | QuietForm
  | { of: 'number'; channel: Channel; number: string; fault: ContactFault }
  | { of: 'code'; channel: Channel; fault: ContactFault }
  | { of: 'lines'; channel: Channel; lines: string; fault: ContactFault };

interface PersonProps {
  readonly catalogue: Catalogue;
  readonly person: PersonRow;
  readonly duty: readonly DutyRow[];
  /** Codes that were sent and can still be typed. */
  readonly codes: readonly { channel: Channel; address: string; expiresAt: Date; hasFailed: boolean }[];
  readonly mayChange: boolean;
  readonly maySetLines: boolean;
  readonly form: PersonForm | undefined;
}

const channels = ['voice', 'sms'] as const;

/** One person: what they are on duty for, and their numbers, which they change themselves. */
export function personPage(frame: Frame, desks: DeskBook, props: PersonProps): string {
  const { catalogue, person, duty, mayChange, form } = props;
  const words = catalogue.people.person;
  const seats = duty.map(({ desk, role }) => ({
    desk: desks.nameOf(desk),
    role: catalogue.calendar.role(role),
  }));
  return consolePage({
    frame,
    title: person.name,
    section: 'people',
    words: catalogue.bar,
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{person.name}</h1>
            <p>
              {seats.length === 0 ? words.offDuty : words.onDuty(seats)} <a href="/people">{words.all}</a>
            </p>
          </div>
        </header>
        {channels.map((channel) => (
          <Numbers key={channel} frame={frame} channel={channel} {...props} />
        ))}
        <section class="sec" aria-labelledby="night">
          <header>
            <h2 id="night">{words.night}</h2>
          </header>
          <p class="gap">
            {words.nightHow.before} <a href="/contact-card.vcf">{words.nightHow.card}</a>
            {words.nightHow.after}
          </p>
          <QuietHours
            catalogue={catalogue}
            frame={frame}
            person={person}
            mayChange={mayChange}
            form={form?.of === 'quiet' ? form : undefined}
          />
        </section>
      </main>
    ),
  });
}

type NumbersProps = PersonProps & { readonly frame: Frame; readonly channel: Channel };

function Numbers({ catalogue, frame, channel, person, codes, mayChange, maySetLines, form }: NumbersProps) {
  const words = catalogue.people;
  const { number, sameOrOther, whenUsed, [channel]: of } = words.person;
  const contact = person.contacts.find((known) => known.channel === channel);
  const code = codes.find((known) => known.channel === channel);
  const fault = form?.of !== 'quiet' && form?.channel === channel ? form : undefined;
  return (
    <section class="sec" aria-labelledby={channel}>
      <header>
        <h2 id={channel}>{of.title}</h2>
        <p>{contact === undefined ? words.contact.noNumber : <Telephone number={contact.address} />}</p>
      </header>
      {contact !== undefined && <Known contact={contact} catalogue={catalogue} zone={frame.zone} />}
      {fault?.of === 'code' && code === undefined && (
        <p class="alarm" role="alert">
          {words.fault(fault.fault)}
        </p>
      )}
      {mayChange && code !== undefined && (
        <CodeForm
          catalogue={catalogue}
          frame={frame}
          person={person}
          channel={channel}
          code={code}
          fault={fault}
        />
      )}
      {mayChange && (
        <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/number`}>
          <CsrfField of={frame.signedIn} />
          <input type="hidden" name="channel" value={channel} />
          <Field
            id={`${channel}-number`}
            label={contact === undefined ? number : sameOrOther}
            width="w3"
            fault={fault?.of === 'number' ? words.fault(fault.fault) : undefined}
            hint={contact === undefined ? of.how : `${of.how} ${whenUsed}`}
          >
            <input
              id={`${channel}-number`}
              name="number"
              type="tel"
              required
              maxLength={60}
              autocomplete="off"
              value={fault?.of === 'number' ? fault.number : contact?.address}
              aria-describedby={`${channel}-number-hint`}
            />
          </Field>
          <p>
            <button class="btn">{of.send}</button>
          </p>
        </form>
      )}
      {maySetLines && channel === 'voice' && contact !== undefined && (
        <LinesForm catalogue={catalogue} frame={frame} person={person} lines={contact.lines} fault={fault} />
      )}
    </section>
  );
}

/** A switchboard takes several calls at the same time. */
function LinesForm(props: {
  catalogue: Catalogue;
  frame: Frame;
  person: PersonRow;
  lines: number;
  fault: PersonForm | undefined;
}) {
  const { catalogue, frame, person, lines, fault } = props;
  const {
    fault: wordsOf,
    person: { lines: words },
  } = catalogue.people;
  return (
    <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/lines`}>
      <CsrfField of={frame.signedIn} />
      <Field
        id="lines"
        label={words.label}
        width="w3"
        fault={fault?.of === 'lines' ? wordsOf(fault.fault) : undefined}
        hint={words.hint}
      >
        <input
          id="lines"
          name="lines"
          required
          maxLength={20}
          inputMode="numeric"
          autocomplete="off"
          value={fault?.of === 'lines' ? fault.lines : String(lines)}
          aria-describedby="lines-hint"
        />
      </Field>
      <p>
        <button class="btn">{words.save}</button>
      </p>
    </form>
  );
}

function Known({ contact, catalogue, zone }: { contact: ContactRow; catalogue: Catalogue; zone: string }) {
  const { verifiedAt, reach } = contact;
  const { contact: words, person } = catalogue.people;
  const when = (at: Date) => dayTime(at, zone, catalogue.bar.locale);
  return (
    <ul class="plain gap">
      <li>
        <State is={contactState(contact.state, words)} />{' '}
        {contact.stateSince !== undefined && words.since(when(contact.stateSince))}
        {contact.stateReason !== undefined && `: ${words.reason(contact.stateReason)}`}
      </li>
      <li>
        {verifiedAt === undefined ? (
          <State is={{ shape: 'warn', word: person.nobodysYet }} />
        ) : (
          <>
            <State is={{ shape: 'taken', word: person.verified }} /> {when(verifiedAt)}
          </>
        )}
      </li>
      {contact.lines > 1 && <li>{person.lines.several(contact.lines)}</li>}
      {reach !== undefined &&
        reachStates(reach, words).map(({ state, at }) => (
          <li key={state.word}>
            <State is={state} /> {at !== undefined && when(at)}
          </li>
        ))}
    </ul>
  );
}

function CodeForm(props: {
  catalogue: Catalogue;
  frame: Frame;
  person: PersonRow;
  channel: Channel;
  code: PersonProps['codes'][number];
  fault: PersonForm | undefined;
}) {
  const { catalogue, frame, person, channel, code, fault } = props;
  const { fault: faultIn, person: words } = catalogue.people;
  const number = toPhoneNumber(code.address);
  const shown = number === undefined ? code.address : formatPhoneNumber(number);
  const until = minuteTime(code.expiresAt, frame.zone);
  const lost = code.hasFailed ? words.codeLost(shown) : undefined;
  return (
    <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/code`}>
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="channel" value={channel} />
      <Field
        id={`${channel}-code`}
        label={words.code}
        width="w3"
        fault={fault?.of === 'code' ? faultIn(fault.fault) : lost}
        hint={words.codeSent(shown, until)}
      >
        <input
          id={`${channel}-code`}
          name="code"
          required
          maxLength={20}
          inputMode="numeric"
          autocomplete="one-time-code"
          aria-describedby={`${channel}-code-hint`}
        />
      </Field>
      <p>
        <button class="btn">{words.sendCode}</button>
      </p>
    </form>
  );
}
