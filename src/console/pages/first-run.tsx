import type { DeskBook } from '../desks.ts';
import { Icon } from '../components/icons.tsx';
import type { Frame } from '../components/layout.tsx';
import { Telephone } from '../components/marks.tsx';
import type { NowFacts } from '../queries/now.store.ts';

/** What stands on the first page before the first call: what to do next. */
export function FirstRun({ frame, desks, facts }: { frame: Frame; desks: DeskBook; facts: NowFacts }) {
  const desk = desks.all[0];
  const number = desk?.numbers?.[0];
  const simulated = frame.phonesUrl !== undefined;
  return (
    <main class="page mid" id="main">
      <header class="head">
        <div>
          <h1>Now</h1>
          <p>
            No calls yet. {simulated && 'Make the first one: it takes two minutes and nobody real is woken.'}
          </p>
        </div>
      </header>
      <ol class="steps few">
        <li>
          <p class="at">1</p>
          <div>
            <h3>Dial the {desk?.name ?? 'first'} desk as a customer</h3>
            <p class="soft">
              {simulated ? 'On the simulated phones, dial ' : 'Dial '}
              {number === undefined ? 'its number' : <Telephone number={number} />} and press 1. A case opens
              and everybody on duty is paged at once.
            </p>
            {simulated && (
              <p class="acts gap">
                <a class="btn main" href={frame.phonesUrl}>
                  <Icon of="phone" />
                  Open the phones
                </a>
              </p>
            )}
          </div>
        </li>
        <li>
          <p class="at">2</p>
          <div>
            <h3>Let the first round ring out</h3>
            <p class="soft">
              Nobody has to answer. After the wait that the script gives, everybody is paged again; the caller
              is told the truth all the while. A voicemail that picks up does not count.
            </p>
          </div>
        </li>
        <li>
          <p class="at">3</p>
          <div>
            <h3>Answer as one of them and press 1</h3>
            <p class="soft">
              A key, a code or the link’s button is an acknowledgement, nothing else. The caller hears the
              name and is put through; the others are told that it is taken.
            </p>
          </div>
        </li>
        <li>
          <p class="at">4</p>
          <div>
            <h3>Read it here</h3>
            <p class="soft">
              This page shows it as it happens. Afterwards the call stands in the{' '}
              <a href="/calls">call log</a> and the case has a receipt for each page.
            </p>
          </div>
        </li>
      </ol>
      <Readiness frame={frame} desks={desks} facts={facts} />
    </main>
  );
}

function Readiness({ frame, desks, facts }: { frame: Frame; desks: DeskBook; facts: NowFacts }) {
  const rows = [
    {
      done: desks.all.length > 0,
      what: 'Desks',
      more: desks.all.map((desk) => desk.name).join(', ') || 'no script was read',
      how: <code>npm run check-scripts</code>,
    },
    {
      done: facts.people > 0,
      what: 'People',
      more: facts.people === 0 ? 'nobody can be paged yet' : `${facts.people} can be paged`,
      how: facts.people === 0 ? <code>npm run import -- people.yaml</code> : <a href="/people">See them</a>,
    },
    {
      done: facts.dutySeats > 0,
      what: 'Who is on duty',
      more: facts.dutySeats === 0 ? 'in the same file, under duty' : `${facts.dutySeats} seats taken`,
      how: facts.dutySeats === 0 ? <code>npm run import -- people.yaml</code> : <a href="/people">See who</a>,
    },
    {
      done: frame.phonesUrl === undefined,
      what: 'A Twilio account',
      more:
        frame.phonesUrl === undefined ? 'calls and SMS are real' : 'until then, calls and SMS stay simulated',
      how: <code>npm run connect -- --number +1…</code>,
    },
  ];
  return (
    <section class="sec" aria-labelledby="ready">
      <header>
        <h2 id="ready">Before real customers call</h2>
        <p>
          {rows.filter((row) => row.done).length} of {rows.length} done
        </p>
      </header>
      <table class="stack">
        <caption class="sr">What is set up and what is missing</caption>
        <thead class="sr">
          <tr>
            <th scope="col">State</th>
            <th scope="col">What</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <td>
                <span class={row.done ? 'state done' : 'state wait'}>{row.done ? 'done' : 'missing'}</span>
              </td>
              <th scope="row" class="wide">
                {row.what}
                <small>{row.more}</small>
              </th>
              <td class="wide">{row.how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
