import type { Answer, ForeseenAcceptance } from '../../what-if/index.ts';
import { clockTime, minutes } from '../words/time.ts';
import { RoundStep } from './what-if-rounds.tsx';
import { Step } from './what-if-step.tsx';
import { spellsOf } from '../../what-if/index.ts';

/** Somebody accepts: what they hear, what the caller hears, how the others learn of it, and what is due then. */
export function AcceptedSteps({ answer: { accepted, pagings, script, at, call } }: { answer: Answer }) {
  const paging = pagings.at(-1);
  if (accepted === undefined || paging === undefined) return null;
  const zone = script.timeZone;
  const after = (instant: Date) => minutes(instant.getTime() - at.getTime());
  const { by, round, takes, hears, connects, callerHears, mails, contact } = accepted;
  const language = call.exchanges.at(-1)?.language;
  return (
    <>
      <Step time={after(accepted.at)} small={clockTime(accepted.at, zone)}>
        <h3>
          {by?.name ?? 'Somebody'} {takes === 'call' ? 'takes the call' : 'accepts'} in round {round}
        </h3>
        {hears !== undefined && (
          <p class="soft">
            {by?.via === 'sms' ? 'Reads' : 'Hears'}: “{hears}”
          </p>
        )}
        {connects ? (
          callerHears !== undefined && (
            <>
              <p class="soft">The caller hears, and the two are connected:</p>
              <p class="say" lang={language}>
                {callerHears}
              </p>
            </>
          )
        ) : (
          <p class="soft">The caller is on the line no more, and hears nothing.</p>
        )}
        <StoodDownTable accepted={accepted} />
        {mails.map(({ to, subject }) => (
          <p key={subject} class="soft">
            A mail goes to {to}: “{subject}”
          </p>
        ))}
      </Step>
      {contact && (
        <Step small="contact">
          <h3>
            {contact.isMade
              ? 'They meet on the line: that is the contact'
              : 'Nobody has spoken with the customer yet'}
          </h3>
          <p class="soft">
            {contact.isMade
              ? 'Nobody is paged again. If they did not meet, the paging would begin again:'
              : 'Unless somebody does, the paging begins again:'}
          </p>
        </Step>
      )}
      {contact &&
        spellsOf(contact.pagedAgain).map((spell) => (
          <RoundStep key={spell.first.round} spell={spell} paging={paging} zone={zone} after={after} />
        ))}
    </>
  );
}

function StoodDownTable({ accepted: { stoodDown } }: { accepted: ForeseenAcceptance }) {
  if (stoodDown.length === 0) return null;
  return (
    <table class="stack">
      <caption>Who is needed no more</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Phone</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      <tbody>
        {stoodDown.map(({ key, name, rings, hears, text }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-label="Phone">
              {rings ? `stops ringing; picked up: “${hears ?? ''}”` : 'does not ring'}
            </td>
            <td data-label="Text">{text === undefined ? 'none' : `“${text}”`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
