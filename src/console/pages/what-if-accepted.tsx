import { spellsOf, type Answer, type ForeseenAcceptance } from '../../what-if/index.ts';
import type { AcceptedWords } from '../../phrases/index.ts';
import { clockTime, minutes } from '../words/time.ts';
import type { Reader } from './what-if-reader.ts';
import { RoundStep } from './what-if-rounds.tsx';
import { Step } from './what-if-step.tsx';

/** Somebody accepts: what they hear, what the caller hears, how the others learn of it, and what is due then. */
export function AcceptedSteps({
  answer: { accepted, pagings, at, call },
  reader,
}: {
  answer: Answer;
  reader: Reader;
}) {
  const paging = pagings.at(-1);
  if (accepted === undefined || paging === undefined) return null;
  const { accepted: words, rounds } = reader.catalogue.whatIf;
  const after = (instant: Date) => minutes(instant.getTime() - at.getTime());
  const { by, round, takes, hears, connects, callerHears, stoodDown, mails, contact } = accepted;
  const language = call.exchanges.at(-1)?.language;
  return (
    <>
      <Step time={after(accepted.at)} small={clockTime(accepted.at, reader.zone)}>
        <h3>{words.headline(by?.name, round, takes === 'call')}</h3>
        {hears !== undefined && (
          <p class="soft">
            {by?.via === 'sms' ? words.reads : words.hears} “{hears}”
          </p>
        )}
        {connects ? (
          callerHears !== undefined && (
            <>
              <p class="soft">{words.callerHears}</p>
              <p class="say" lang={language}>
                {callerHears}
              </p>
            </>
          )
        ) : (
          <p class="soft">{words.callerGone}</p>
        )}
        {stoodDown.length > 0 && (
          <>
            <p class="soft">{words.standDown}:</p>
            <StoodDownTable of={stoodDown} words={words} />
          </>
        )}
        {mails.map(({ to, subject }) => (
          <p key={subject} class="soft">
            {words.mail(to, subject)}
          </p>
        ))}
      </Step>
      {contact && (
        <Step small={rounds.contact}>
          <h3>{contact.isMade ? words.isContact : words.noContact}</h3>
          <p class="soft">{contact.isMade ? words.isContactLead : words.noContactLead}</p>
        </Step>
      )}
      {contact &&
        spellsOf(contact.pagedAgain).map((spell) => (
          <RoundStep key={spell.first.round} {...{ spell, paging, reader, after }} />
        ))}
    </>
  );
}

function StoodDownTable({ of, words }: { of: ForeseenAcceptance['stoodDown']; words: AcceptedWords }) {
  return (
    <table class="stack">
      <caption class="sr">{words.standDown}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.phone}</th>
          <th scope="col">{words.text}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ key, name, rings, hears, text }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-label={words.phone}>
              {rings ? words.stops : words.silent}
              {hears !== undefined && <small>{words.pickedUp(hears)}</small>}
            </td>
            <td data-label={words.text}>{text === undefined ? words.noText : `“${text}”`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
