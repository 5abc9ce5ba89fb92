import {
  seatInWords,
  spellsOf,
  type Answer,
  type AskedInRound,
  type ForeseenPaging,
  type ForeseenPerson,
  type Spell,
} from '../../what-if/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { clockTime, day, minutes, minuteTime } from '../words/time.ts';
import { momentIn, type Reader } from './what-if-reader.ts';
import { Step } from './what-if-step.tsx';

/** The rounds of a paging; those that only repeat the one before are told as such. */
export function PagingSteps(of: {
  paging: ForeseenPaging;
  reader: Reader;
  began: Date;
  /** Somebody accepts in its last round: what follows is told behind it. */
  isAccepted: boolean;
}) {
  const { paging, reader, began, isAccepted } = of;
  const { givenUp, givesUp, goesOnWith, contact, takes } = paging;
  const { zone, catalogue } = reader;
  const { rounds: words } = catalogue.whatIf;
  const after = (at: Date) => minutes(at.getTime() - began.getTime());
  return (
    <>
      {spellsOf(paging.rounds).map((spell) => (
        <RoundStep key={spell.first.round} {...{ spell, paging, reader, after }} />
      ))}
      {givenUp && (
        <Step time={after(givenUp.at)} small={clockTime(givenUp.at, zone)}>
          <h3>{words.givenUp(givenUp.why, takes === 'call')}</h3>
        </Step>
      )}
      {!givenUp && givesUp !== undefined && (
        <Step small={words.later}>
          <p class="soft">{words.givesUp(goesOnWith ?? '', takes === 'call')}</p>
        </Step>
      )}
      {contact && !isAccepted && (
        <Step
          time={contact.dueAt ? after(contact.dueAt) : undefined}
          small={
            contact.dueAt
              ? `${clockTime(contact.dueAt, zone)}, ${day(contact.dueAt, zone, 'short', catalogue.bar.locale)}`
              : words.contact
          }
        >
          <h3>{contact.dueAt ? words.contactDue : words.notTheEnd}</h3>
          <p class="soft">
            {words.pagedAgain(contact.pagedAgainAfterMinutes, minuteTime(contact.supervisorFrom, zone))}
          </p>
        </Step>
      )}
    </>
  );
}

interface RoundProps {
  spell: Spell;
  paging: ForeseenPaging;
  reader: Reader;
  after: (at: Date) => string;
}

/** A round, or several that ask the same people. */
export function RoundStep({ spell, paging, reader, after }: RoundProps) {
  const { first, last, everyMs, isSame } = spell;
  const { rounds: words } = reader.catalogue.whatIf;
  const asked = first.asked ?? { people: [], phones: 0, notAsked: [], holes: [] };
  const isCall = paging.takes === 'call';
  const count = asked.people.reduce((sum, { channels }) => sum + channels.length, 0);
  const name = first === last ? words.one(first.round) : words.several(first.round, last.round);
  return (
    <Step
      time={after(first.at)}
      small={
        <>
          {name}
          <br />
          <time dateTime={first.at.toISOString()}>{clockTime(first.at, reader.zone)}</time>
        </>
      }
      bad={asked.holes.length > 0 || count === 0}
    >
      {isSame ? (
        <h3>{words.same(everyMs === undefined ? undefined : minutes(everyMs))}</h3>
      ) : (
        <>
          <h3>{words.headline(count, isCall)}</h3>
          <AskedTable asked={asked} reader={reader} isCall={isCall} />
        </>
      )}
    </Step>
  );
}

function AskedTable({ asked, reader, isCall }: { asked: AskedInRound; reader: Reader; isCall: boolean }) {
  const { whatIf, calendar } = reader.catalogue;
  const words = whatIf.rounds;
  return (
    <table class="stack">
      <caption class="sr">{words.caption}</caption>
      <thead>
        <tr>
          {[words.role, words.person, words.sms, words.voice, words.why].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.holes.map((hole) => (
          <tr key={hole.role} class="bad">
            <td data-label={words.role}>{calendar.role(hole.role)}</td>
            <th scope="row">
              <span class="state fail">{hole.found === 0 ? words.nobody : words.tooFew}</span>
            </th>
            <td data-label={words.sms} />
            <td data-label={words.voice} />
            <td class="soft" data-label={words.why}>
              {words.hole(hole, calendar.role(hole.role), isCall)}
            </td>
          </tr>
        ))}
        {asked.people.map((person) => (
          <tr key={person.key}>
            <td data-label={words.role}>{calendar.role(person.role)}</td>
            <th scope="row">{person.name}</th>
            <Way of={person} channel="sms" word={words.paged} words={words} />
            <Way of={person} channel="voice" word={isCall ? words.rung : words.paged} words={words} />
            <td class="soft" data-label={words.why}>
              {seatInWords(person, words)}
            </td>
          </tr>
        ))}
        {asked.notAsked.map(({ role, name, awayUntil, without }) => (
          <tr key={`${role} ${name}`}>
            <td data-label={words.role} class="dim">
              {calendar.role(role)}
            </td>
            <th scope="row">{name}</th>
            <td data-label={words.sms} />
            <td data-label={words.voice} />
            <td class="soft" data-label={words.why}>
              {words.notAsked({
                until: awayUntil && momentIn(reader, awayUntil),
                without: without.map(words.without),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Way(props: {
  of: ForeseenPerson;
  channel: 'sms' | 'voice';
  word: string;
  words: Catalogue['whatIf']['rounds'];
}) {
  const { of, channel, word, words } = props;
  const label = channel === 'sms' ? words.sms : words.voice;
  const missing = of.without.find((way) => way.channel === channel);
  if (of.channels.includes(channel))
    return (
      <td data-label={label}>
        <span class="state live">{word}</span>
      </td>
    );
  return <td data-label={label}>{missing && <span class="state warn">{words.without(missing)}</span>}</td>;
}

/** To whom whoever takes the caller's call can hand it on. */
export function HandsOn({ answer: { handsOn }, reader }: { answer: Answer; reader: Reader }) {
  const { handsOn: words } = reader.catalogue.whatIf;
  return (
    <>
      {handsOn.map(({ name, plan, paging }) => {
        const asked = paging?.rounds[0]?.asked;
        return (
          <Step key={plan} small={words.small}>
            <h3>{words.headline(name, paging !== undefined)}</h3>
            {paging === undefined ? (
              <p class="soft">{words.closed}</p>
            ) : (
              asked && <AskedTable asked={asked} reader={reader} isCall={false} />
            )}
          </Step>
        );
      })}
    </>
  );
}
