import { formatPhoneNumber, toPhoneNumber } from '../../kernel/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { State, Telephone } from '../components/marks.tsx';
import type { DeskBook } from '../desks.ts';
import type { ContactRow, DutyRow, PersonRow } from '../queries/people.store.ts';
import { reachStates } from '../words/reach.ts';
import { contactState, roleWord } from '../words/states.ts';
import { day, minuteTime } from '../words/time.ts';

type Channel = 'voice' | 'sms';

/** A form that was refused: which, for which channel, and why. */
export type PersonForm =
  | { of: 'number'; channel: Channel; number: string; message: string }
  | { of: 'code'; channel: Channel; message: string }
  | { of: 'lines'; channel: Channel; lines: string; message: string };

interface PersonProps {
  readonly person: PersonRow;
  readonly duty: readonly DutyRow[];
  /** Codes that were sent and can still be typed. */
  readonly codes: readonly { channel: Channel; address: string; expiresAt: Date; hasFailed: boolean }[];
  readonly mayChange: boolean;
  readonly maySetLines: boolean;
  readonly form: PersonForm | undefined;
}

const channels = [
  { channel: 'voice', title: 'Calls', how: 'The code is read out in a call.', button: 'Call with a code' },
  { channel: 'sms', title: 'Texts', how: 'The code comes by text.', button: 'Text a code' },
] as const;

/** One person: what they are on duty for, and their numbers, which they change themselves. */
export function personPage(frame: Frame, desks: DeskBook, props: PersonProps): string {
  const { person, duty } = props;
  const roles = duty.map(({ desk, role }) => `${desks.nameOf(desk)} as ${roleWord(role)}`);
  return consolePage({
    frame,
    title: person.name,
    section: 'people',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{person.name}</h1>
            <p>
              {roles.length === 0 ? 'Not on duty now.' : `On duty now for ${roles.join(', ')}.`}{' '}
              <a href="/people">All people</a>
            </p>
          </div>
        </header>
        {channels.map((of) => (
          <Numbers key={of.channel} frame={frame} of={of} {...props} />
        ))}
        <section class="sec" aria-labelledby="night">
          <header>
            <h2 id="night">At night</h2>
          </header>
          <p class="gap">
            A phone that is set to silence lets nobody through but those it knows. Take{' '}
            <a href="/contact-card.vcf">the contact card</a> into it: on an iPhone, open the contact, and turn
            on Emergency Bypass under Ringtone and under Text Tone; on Android, give it a star, and let
            starred contacts through under Do Not Disturb.
          </p>
        </section>
      </main>
    ),
  });
}

type NumbersProps = PersonProps & { readonly frame: Frame; readonly of: (typeof channels)[number] };

function Numbers({ frame, of, person, codes, mayChange, maySetLines, form }: NumbersProps) {
  const { channel } = of;
  const contact = person.contacts.find((known) => known.channel === channel);
  const code = codes.find((known) => known.channel === channel);
  const fault = form?.channel === channel ? form : undefined;
  return (
    <section class="sec" aria-labelledby={channel}>
      <header>
        <h2 id={channel}>{of.title}</h2>
        <p>{contact === undefined ? 'no number' : <Telephone number={contact.address} />}</p>
      </header>
      {contact !== undefined && <Known contact={contact} zone={frame.zone} />}
      {fault?.of === 'code' && code === undefined && (
        <p class="alarm" role="alert">
          {fault.message}
        </p>
      )}
      {mayChange && code !== undefined && (
        <CodeForm frame={frame} person={person} channel={channel} code={code} fault={fault} />
      )}
      {mayChange && (
        <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/number`}>
          <CsrfField of={frame.signedIn} />
          <input type="hidden" name="channel" value={channel} />
          <Field
            id={`${channel}-number`}
            label={contact === undefined ? 'Number' : 'This number, or another'}
            width="w3"
            fault={fault?.of === 'number' ? fault.message : undefined}
            hint={`${of.how} ${contact === undefined ? '' : 'Another number is used once its code has come back.'}`.trim()}
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
            <button class="btn">{of.button}</button>
          </p>
        </form>
      )}
      {maySetLines && channel === 'voice' && contact !== undefined && (
        <LinesForm frame={frame} person={person} lines={contact.lines} fault={fault} />
      )}
    </section>
  );
}

/** A switchboard takes several calls at the same time. */
function LinesForm(props: { frame: Frame; person: PersonRow; lines: number; fault: PersonForm | undefined }) {
  const { frame, person, lines, fault } = props;
  return (
    <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/lines`}>
      <CsrfField of={frame.signedIn} />
      <Field
        id="lines"
        label="Calls at the same time"
        width="w3"
        fault={fault?.of === 'lines' ? fault.message : undefined}
        hint="1, unless it is a switchboard. Only callers who are put through to an operator: pages come one at a time."
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
        <button class="btn">Save</button>
      </p>
    </form>
  );
}

function Known({ contact, zone }: { contact: ContactRow; zone: string }) {
  const { verifiedAt, reach } = contact;
  const when = (at: Date) => `${day(at, zone)} ${minuteTime(at, zone)}`;
  return (
    <ul class="plain gap">
      <li>
        <State is={contactState(contact.state)} />{' '}
        {contact.stateSince !== undefined && `since ${when(contact.stateSince)}`}
        {contact.stateReason !== undefined && `: ${contact.stateReason}`}
      </li>
      <li>
        {verifiedAt === undefined ? (
          <State is={{ shape: 'warn', word: 'not verified: nobody has shown that it is theirs' }} />
        ) : (
          <>
            <State is={{ shape: 'taken', word: 'verified' }} /> {when(verifiedAt)}
          </>
        )}
      </li>
      {contact.lines > 1 && <li>{contact.lines} calls at the same time, of callers who want an operator</li>}
      {reach !== undefined &&
        reachStates(reach).map(({ state, at }) => (
          <li key={state.word}>
            <State is={state} /> {at !== undefined && when(at)}
          </li>
        ))}
    </ul>
  );
}

function CodeForm(props: {
  frame: Frame;
  person: PersonRow;
  channel: Channel;
  code: PersonProps['codes'][number];
  fault: PersonForm | undefined;
}) {
  const { frame, person, channel, code, fault } = props;
  const number = toPhoneNumber(code.address);
  const shown = number === undefined ? code.address : formatPhoneNumber(number);
  const until = minuteTime(code.expiresAt, frame.zone);
  const lost = code.hasFailed ? `It did not reach ${shown}. Look at the number, or try again` : undefined;
  return (
    <form class="grid gap" method="post" action={`/people/${encodeURIComponent(person.key)}/code`}>
      <CsrfField of={frame.signedIn} />
      <input type="hidden" name="channel" value={channel} />
      <Field
        id={`${channel}-code`}
        label="Code"
        width="w3"
        fault={fault?.of === 'code' ? fault.message : lost}
        hint={`sent to ${shown}, good until ${until}`}
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
        <button class="btn">This is the code</button>
      </p>
    </form>
  );
}
