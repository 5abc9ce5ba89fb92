import {
  holeInWords,
  notAskedInWords,
  seatInWords,
  spellsOf,
  withoutInWords,
  type Answer,
  type AskedInRound,
  type ForeseenPaging,
  type ForeseenPerson,
  type Spell,
} from '../../what-if/index.ts';
import { roleWord } from '../words/states.ts';
import { clockTime, day, minutes, minuteTime } from '../words/time.ts';
import { Step } from './what-if-step.tsx';

/** The rounds of a paging; those that only repeat the one before are told as such. */
export function PagingSteps(of: {
  paging: ForeseenPaging;
  zone: string;
  began: Date;
  /** Somebody accepts in its last round: what follows is told behind it. */
  isAccepted: boolean;
}) {
  const { paging, zone, began, isAccepted } = of;
  const { givenUp, givesUp, contact, takes } = paging;
  const after = (at: Date) => minutes(at.getTime() - began.getTime());
  return (
    <>
      {spellsOf(paging.rounds).map((spell) => (
        <RoundStep key={spell.first.round} spell={spell} paging={paging} zone={zone} after={after} />
      ))}
      {givenUp && (
        <Step time={after(givenUp.at)} small={clockTime(givenUp.at, zone)}>
          <h3>
            {takes === 'call' ? 'Nobody has answered' : 'The paging ends'}: {givenUp.why}
          </h3>
        </Step>
      )}
      {!givenUp && givesUp !== undefined && (
        <Step small="later">
          <p class="soft">{givesUp}</p>
        </Step>
      )}
      {contact && !isAccepted && (
        <Step
          time={contact.dueAt ? after(contact.dueAt) : undefined}
          small={contact.dueAt ? `${clockTime(contact.dueAt, zone)}, ${day(contact.dueAt, zone)}` : 'contact'}
        >
          <h3>{contact.dueAt ? 'Contact is due' : 'Accepted is not the end'}</h3>
          <p class="soft">
            Accepted, but no contact with the customer: paged again after {contact.pagedAgainAfterMinutes}{' '}
            minutes, the supervisor too from {minuteTime(contact.supervisorFrom, zone)}.
          </p>
        </Step>
      )}
    </>
  );
}

interface RoundProps {
  spell: Spell;
  paging: ForeseenPaging;
  zone: string;
  after: (at: Date) => string;
}

/** A round, or several that ask the same people. */
export function RoundStep({ spell, paging, zone, after }: RoundProps) {
  const { first, last, everyMs, isSame } = spell;
  const asked = first.asked ?? { people: [], phones: 0, notAsked: [], holes: [] };
  const isCall = paging.takes === 'call';
  const count = asked.people.reduce((sum, { channels }) => sum + channels.length, 0);
  const name = first === last ? `round ${first.round}` : `rounds ${first.round} to ${last.round}`;
  return (
    <Step
      time={after(first.at)}
      small={
        <>
          {name}
          <br />
          <time dateTime={first.at.toISOString()}>{clockTime(first.at, zone)}</time>
        </>
      }
      bad={asked.holes.length > 0 || count === 0}
    >
      {isSame ? (
        <h3>
          The same by the same ways
          {everyMs === undefined ? '' : `, every ${minutes(everyMs)}, as long as nobody accepts`}
        </h3>
      ) : (
        <>
          <h3>{headline(count, isCall)}</h3>
          <AskedTable asked={asked} zone={zone} isCall={isCall} />
        </>
      )}
    </Step>
  );
}

function headline(count: number, isCall: boolean): string {
  if (count === 0) return isCall ? 'Nobody can be rung' : 'Nobody can be paged';
  if (isCall) return count === 1 ? 'One phone rings' : `${count} phones ring at once`;
  return count === 1 ? 'One page' : `${count} pages at once`;
}

function AskedTable({ asked, zone, isCall }: { asked: AskedInRound; zone: string; isCall: boolean }) {
  return (
    <table class="stack">
      <caption class="sr">Who is asked</caption>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Person</th>
          <th scope="col">SMS</th>
          <th scope="col">Voice</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {asked.holes.map((hole) => (
          <tr key={hole.role} class="bad">
            <td data-label="Role">{roleWord(hole.role)}</td>
            <th scope="row">
              <span class="state fail">{hole.found === 0 ? 'nobody' : 'too few'}</span>
            </th>
            <td data-label="SMS" />
            <td data-label="Voice" />
            <td class="soft" data-label="Why">
              {holeInWords(hole, isCall)}
            </td>
          </tr>
        ))}
        {asked.people.map((person) => (
          <tr key={person.key}>
            <td data-label="Role">{roleWord(person.role)}</td>
            <th scope="row">{person.name}</th>
            <Way of={person} channel="sms" word="paged" />
            <Way of={person} channel="voice" word={isCall ? 'rung' : 'paged'} />
            <td class="soft" data-label="Why">
              {seatInWords(person)}
            </td>
          </tr>
        ))}
        {asked.notAsked.map((of) => (
          <tr key={`${of.role} ${of.name}`}>
            <td data-label="Role" class="dim">
              {roleWord(of.role)}
            </td>
            <th scope="row">{of.name}</th>
            <td data-label="SMS" />
            <td data-label="Voice" />
            <td class="soft" data-label="Why">
              not asked: {notAskedInWords(of, zone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Way({ of, channel, word }: { of: ForeseenPerson; channel: 'sms' | 'voice'; word: string }) {
  const label = channel === 'sms' ? 'SMS' : 'Voice';
  const missing = of.without.find((way) => way.channel === channel);
  if (of.channels.includes(channel))
    return (
      <td data-label={label}>
        <span class="state live">{word}</span>
      </td>
    );
  return <td data-label={label}>{missing && <span class="state warn">{withoutInWords(missing)}</span>}</td>;
}

/** To whom whoever takes the caller's call can hand it on. */
export function HandsOn({ answer: { handsOn, script } }: { answer: Answer }) {
  return (
    <>
      {handsOn.map(({ name, plan, paging }) => {
        const asked = paging?.rounds[0]?.asked;
        return (
          <Step key={plan} small="handing on">
            <h3>
              {paging === undefined
                ? `Whoever answers cannot hand the caller on to ${name}`
                : `Whoever answers can hand the caller on to ${name}`}
            </h3>
            {paging === undefined ? (
              <p class="soft">The office is closed: nobody is reached past them.</p>
            ) : (
              asked && <AskedTable asked={asked} zone={script.timeZone} isCall={false} />
            )}
          </Step>
        );
      })}
    </>
  );
}
