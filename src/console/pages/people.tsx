import type { Reach } from '../../drills/index.ts';
import type { DeskBook } from '../desks.ts';
import { consolePage, type Frame } from '../components/layout.tsx';
import { State, Telephone } from '../components/marks.tsx';
import { AccountsLink } from './accounts.tsx';
import type { DutyRow, PersonRow } from '../queries/people.store.ts';
import { reachStates } from '../words/reach.ts';
import { contactState, roleWord } from '../words/states.ts';
import { day, minuteTime, zoneName } from '../words/time.ts';

export interface PeopleProps {
  readonly people: readonly PersonRow[];
  readonly duty: readonly DutyRow[];
}

/** Who is on duty per desk and role, and how each person can be reached. */
export function peoplePage(frame: Frame, desks: DeskBook, { people, duty }: PeopleProps): string {
  const onDuty = new Set(duty.map((seat) => seat.person.key));
  const others = people.filter((of) => !onDuty.has(of.key));
  const deskKeys = [...new Set([...desks.all.map((desk) => desk.desk), ...duty.map((seat) => seat.desk)])];
  return consolePage({
    frame,
    title: 'People',
    section: 'people',
    children: (
      <main class="page mid" id="main">
        <header class="head">
          <div>
            <h1>People on duty</h1>
            <p>
              Who is paged, in this order, and whether they can be reached. Changed by{' '}
              <code>npm run import -- people.yaml</code>, and by each of them at their name.
            </p>
            <p>
              <a href="/contact-card.vcf">Contact card</a>: every number that pages come from, so that phones
              let them through at night.
            </p>
          </div>
        </header>
        <AccountsLink frame={frame} />
        {people.length === 0 && (
          <p class="alarm">
            <span>
              Nobody can be paged: no people are imported. <code>npm run import -- people.yaml</code>
            </span>
          </p>
        )}
        {deskKeys.map((desk) => (
          <DeskDuty
            key={desk}
            name={desks.nameOf(desk)}
            clock={`${minuteTime(frame.now, desks.zoneOf(desk))} ${zoneName(desks.zoneOf(desk), frame.now)}`}
            seats={duty.filter((seat) => seat.desk === desk).sort(byRole)}
            zone={frame.zone}
          />
        ))}
        {others.length > 0 && (
          <section class="sec" aria-labelledby="others">
            <header>
              <h2 id="others">Not on duty</h2>
              <p>{others.length}</p>
            </header>
            <PeopleTable
              caption="People who are not on duty"
              rows={others.map((person) => ({ role: person.roles.map(roleWord).join(', '), person }))}
              zone={frame.zone}
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

function DeskDuty(props: { name: string; clock: string; seats: readonly DutyRow[]; zone: string }) {
  const id = `duty-${props.name.replace(/\W+/g, '-')}`;
  return (
    <section class="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.name}</h2>
        <p>{props.clock}</p>
      </header>
      {props.seats.length === 0 ? (
        <p class="alarm">
          Nobody is on duty for {props.name}: a call that pages reaches nobody until somebody is.
        </p>
      ) : (
        <PeopleTable
          caption={`On duty for ${props.name}`}
          rows={props.seats.map((seat) => ({ role: roleWord(seat.role), person: seat.person }))}
          zone={props.zone}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly caption: string;
  readonly rows: readonly { role: string; person: PersonRow }[];
  readonly zone: string;
}

function PeopleTable({ caption, rows, zone }: TableProps) {
  return (
    <table class="stack people">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">SMS</th>
          <th scope="col">Voice</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ role, person }, index) => (
          <tr key={index}>
            <th scope="row" class="wide">
              <a href={`/people/${encodeURIComponent(person.key)}`}>{person.name}</a>
              <small>{person.email}</small>
            </th>
            <td data-label="Role" class="wide soft">
              {role}
            </td>
            <Contact person={person} channel="sms" zone={zone} />
            <Contact person={person} channel="voice" zone={zone} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a person is reached by a channel, in a cell of a table. */
export function Contact({
  person,
  channel,
  zone,
}: {
  person: PersonRow;
  channel: 'sms' | 'voice';
  zone: string;
}) {
  const contact = person.contacts.find((of) => of.channel === channel);
  const label = channel === 'sms' ? 'SMS' : 'Voice';
  if (contact === undefined) {
    return (
      <td data-label={label}>
        <span class="state warn">no number</span>
      </td>
    );
  }
  return (
    <td data-label={label}>
      <State is={contactState(contact.state)} />
      <small>
        <Telephone number={contact.address} />
        {contact.stateSince !== undefined &&
          `, since ${day(contact.stateSince, zone)} ${minuteTime(contact.stateSince, zone)}`}
        {contact.stateReason !== undefined && `: ${contact.stateReason}`}
        {contact.verifiedAt === undefined && ', not verified'}
      </small>
      {contact.reach !== undefined && <Reached reach={contact.reach} zone={zone} />}
    </td>
  );
}

/** What drills have shown of a number. */
function Reached({ reach, zone }: { reach: Reach; zone: string }) {
  return (
    <>
      {reachStates(reach).map(({ state, at }) => (
        <small key={state.word}>
          <State is={state} />
          {at !== undefined && ` ${day(at, zone)} ${minuteTime(at, zone)}`}
        </small>
      ))}
    </>
  );
}
