import type { Reach } from '../../drills/index.ts';
import type { DeskBook } from '../desks.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import { State, Telephone } from '../components/marks.tsx';
import { AccountsLink } from './accounts.tsx';
import type { DutyRow, PersonRow } from '../queries/people.store.ts';
import { contactState, reachStates } from '../words/reach.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { dayTime, minuteTime, zoneName } from '../words/time.ts';

export interface PeopleProps {
  readonly catalogue: Catalogue;
  readonly people: readonly PersonRow[];
  readonly duty: readonly DutyRow[];
}

/** Who is on duty per desk and role, and how each person can be reached. */
export function peoplePage(frame: Frame, desks: DeskBook, props: PeopleProps): string {
  const { catalogue, people, duty } = props;
  const words = catalogue.people;
  const reader = { catalogue, zone: frame.zone };
  const onDuty = new Set(duty.map((seat) => seat.person.key));
  const others = people.filter((of) => !onDuty.has(of.key));
  const deskKeys = [...new Set([...desks.all.map((desk) => desk.desk), ...duty.map((seat) => seat.desk)])];
  return consolePage({
    frame,
    title: words.title,
    section: 'people',
    words: catalogue.bar,
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>{words.heading}</h1>
            <p>
              {words.intro.before} <code>npm run import -- people.yaml</code>
              {words.intro.after}
            </p>
            <p>
              <a href="/contact-card.vcf">{words.cardLink}</a>
              {words.cardHint}
            </p>
          </div>
        </header>
        <AccountsLink frame={frame} words={words} />
        {people.length === 0 && (
          <p class="alarm">
            <span>
              {words.noPeople} <code>npm run import -- people.yaml</code>
            </span>
          </p>
        )}
        {deskKeys.map((desk) => (
          <DeskDuty
            key={desk}
            name={desks.nameOf(desk)}
            clock={`${minuteTime(frame.now, desks.zoneOf(desk))} ${zoneName(desks.zoneOf(desk), frame.now)}`}
            seats={duty.filter((seat) => seat.desk === desk).sort(byRole)}
            reader={reader}
          />
        ))}
        {others.length > 0 && (
          <section class="sec" aria-labelledby="off-duty">
            <header>
              <h2 id="off-duty">{words.others}</h2>
              <p>{others.length}</p>
            </header>
            <PeopleTable
              caption={words.othersCaption}
              rows={others.map((person) => ({
                role: person.roles.map((role) => catalogue.calendar.role(role)).join(', '),
                person,
              }))}
              reader={reader}
            />
          </section>
        )}
      </main>
    ),
  });
}

const roleOrder = ['operator', 'senior-technician', 'technician', 'sales', 'supervisor', 'manager'];

// The sort is stable: within a role the order of the duty list stays.
function byRole(a: DutyRow, b: DutyRow): number {
  const place = (role: string) => (roleOrder.includes(role) ? roleOrder.indexOf(role) : roleOrder.length);
  return place(a.role) - place(b.role);
}

interface DeskProps {
  readonly name: string;
  readonly clock: string;
  readonly seats: readonly DutyRow[];
  readonly reader: ContactReader;
}

function DeskDuty(props: DeskProps) {
  const { people: words, calendar } = props.reader.catalogue;
  const id = `duty-${props.name.replace(/\W+/g, '-')}`;
  return (
    <section class="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.name}</h2>
        <p>{props.clock}</p>
      </header>
      {props.seats.length === 0 ? (
        <p class="alarm">{words.nobodyAt(props.name)}</p>
      ) : (
        <PeopleTable
          caption={words.caption(props.name)}
          rows={props.seats.map((seat) => ({ role: calendar.role(seat.role), person: seat.person }))}
          reader={props.reader}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly caption: string;
  readonly rows: readonly { role: string; person: PersonRow }[];
  readonly reader: ContactReader;
}

function PeopleTable({ caption, rows, reader }: TableProps) {
  const { columns } = reader.catalogue.people;
  return (
    <table class="stack people">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.person}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.sms}</th>
          <th scope="col">{columns.voice}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ role, person }, index) => (
          <tr key={index}>
            <th scope="row" class="wide">
              <a href={`/people/${encodeURIComponent(person.key)}`}>{person.name}</a>
              <small>{person.email}</small>
            </th>
            <td data-label={columns.role} class="wide soft">
              {role}
            </td>
            <Contact person={person} channel="sms" label={columns.sms} of={reader} />
            <Contact person={person} channel="voice" label={columns.voice} of={reader} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In which words somebody is told of numbers, and by which clock. */
export interface ContactReader {
  readonly catalogue: Catalogue;
  readonly zone: string;
}

interface ContactProps {
  readonly person: PersonRow;
  readonly channel: 'sms' | 'voice';
  /** Of the column, for a narrow screen. */
  readonly label: string;
  readonly of: ContactReader;
}

/** How a person is reached by a channel, in a cell of a table. */
export function Contact({ person, channel, label, of }: ContactProps) {
  const words = of.catalogue.people.contact;
  const contact = person.contacts.find((known) => known.channel === channel);
  if (contact === undefined) {
    return (
      <td data-label={label}>
        <span class="state warn">{words.noNumber}</span>
      </td>
    );
  }
  const { stateSince, stateReason } = contact;
  return (
    <td data-label={label}>
      <State is={contactState(contact.state, words)} />
      <small>
        <Telephone number={contact.address} />
        {stateSince !== undefined && `, ${words.since(at(stateSince, of))}`}
        {stateReason !== undefined && `: ${words.reason(stateReason)}`}
        {contact.verifiedAt === undefined && `, ${words.notVerified}`}
      </small>
      {contact.reach !== undefined && <Reached reach={contact.reach} of={of} />}
    </td>
  );
}

/** What drills have shown of a number. */
function Reached({ reach, of }: { reach: Reach; of: ContactReader }) {
  return (
    <>
      {reachStates(reach, of.catalogue.people.contact).map((shown) => (
        <small key={shown.state.word}>
          <State is={shown.state} />
          {shown.at !== undefined && ` ${at(shown.at, of)}`}
        </small>
      ))}
    </>
  );
}

const at = (instant: Date, { catalogue, zone }: ContactReader): string =>
  dayTime(instant, zone, catalogue.bar.locale);
