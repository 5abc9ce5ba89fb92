import { ownShifts, seatStrips, type DutyFinding, type KeptGap } from '../../duty/index.ts';
import type { DeskBook } from '../desks.ts';
import { Icon } from '../components/icons.tsx';
import { consolePage, type Frame } from '../components/layout.tsx';
import { sweptDays, type DutyFacts } from '../queries/duty.store.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { faultWords, findingWords, lengthWords, spanWords, type DutyReader } from '../words/duty-words.ts';
import { zoneLabel } from '../words/time.ts';
import { DutyCalendars } from './duty-calendars.tsx';
import { DutyChanges } from './duty-changes.tsx';
import { DutyForms, OpenHours, type DutyForm } from './duty-forms.tsx';
import { DutyLists } from './duty-lists.tsx';
import { DutyNow } from './duty-now.tsx';
import { DutyLegend, DutyWeek, shownDays } from './duty-strip.tsx';
import { dayAfter, markedStrips, type WeekDay } from './duty-week.ts';

export interface DutyProps {
  readonly catalogue: Catalogue;
  readonly desk: string;
  readonly zone: string;
  readonly facts: DutyFacts;
  readonly weeks: readonly (readonly WeekDay[])[];
  readonly at: Date;
  readonly publicUrl: string;
  readonly maySet: boolean;
  readonly form: DutyForm | undefined;
  /** What has just been done, where the page itself does not show it. */
  readonly done: string | undefined;
}

/** Shifts of so many days can be chosen in forms. */
const choiceDays = 28;
const findingsShown = 20;

/** Who is on duty for a desk: now, in the weeks that come, what is missing, and what people have changed. */
export function dutyPage(frame: Frame, desks: DeskBook, props: DutyProps): string {
  const { catalogue, desk, zone, facts, form, done, maySet } = props;
  const name = desks.nameOf(desk);
  const nameOf = (key: string): string => facts.people.find((person) => person.key === key)?.name ?? key;
  const reader = { catalogue, zone, nameOf, deskName: (of: string) => desks.nameOf(of) };
  const shared = { desk, reader, signedIn: frame.signedIn, maySet };
  const ahead = new Date(frame.now.getTime() + choiceDays * 86_400_000);
  const shifts = ownShifts(facts.duty, frame.now, ahead).sort((a, b) => a.from.getTime() - b.from.getTime());
  return consolePage({
    frame,
    title: catalogue.dutyPage.title(name),
    section: 'duty',
    words: catalogue.bar,
    children: (
      <main class="page" id="main">
        <Head frame={frame} desks={desks} {...props} />
        {done !== undefined && (
          <p class="alarm taken" role="status">
            {done}
          </p>
        )}
        {form !== undefined && form.gaps.length > 0 && <OpenHours {...shared} form={form} />}
        {form?.name === 'answer' && form.faults.length > 0 && (
          <p class="alarm" role="alert">
            {faultWords(form.faults, reader).join(' ')}
          </p>
        )}
        <FirstGap {...shared} findings={facts.findings} now={frame.now} />
        <DutyNow
          {...{ desk, reader, at: props.at, now: frame.now }}
          {...{ duty: facts.duty, findings: facts.findings, people: facts.people }}
        />
        {props.weeks.map((days) => (
          <Week key={days[0]?.date} reader={reader} days={days} facts={facts} now={frame.now} />
        ))}
        <DutyLegend words={catalogue.dutyPage.week.legend} />
        <div class="cols gap">
          <div>
            <DutyChanges {...shared} changes={ofDesk(facts)} kept={stillOpen(facts, frame.now)} />
            <DutyLists {...shared} changes={facts.listChanges} />
            <DutyForms
              {...{ ...shared, shifts, form, people: facts.people }}
              seats={seatsOf(facts, frame.now)}
            />
            <DutyCalendars
              {...shared}
              publicUrl={props.publicUrl}
              ownLink={facts.ownLink}
              deskLink={facts.deskLink}
            />
          </div>
          <Findings facts={facts} now={frame.now} reader={reader} />
        </div>
      </main>
    ),
  });
}

/** The seats that there are now, and those that there are going to be within the weeks that can be chosen. */
function seatsOf({ duty }: DutyFacts, now: Date): { role: string; seat: string }[] {
  const seats = [0, choiceDays].flatMap((days) => {
    const at = now.getTime() + days * 86_400_000;
    return seatStrips(duty, new Date(at), new Date(at + 1));
  });
  return [...new Map(seats.map(({ role, seat }) => [`${role} ${seat}`, { role, seat }])).values()];
}

/** Of the hours that were left open knowingly those that nobody has filled since, as far as the sweep goes. */
function stillOpen({ kept, findings }: DutyFacts, now: Date): DutyFacts['kept'] {
  const until = new Date(now.getTime() + sweptDays * 86_400_000);
  return kept.filter((gap) => gap.from >= until || findings.some((of) => isAbout(gap, of)));
}

function isAbout(gap: KeptGap, of: DutyFinding): boolean {
  return gap.role === of.role && gap.problem === of.problem && gap.from < of.to && of.from < gap.to;
}

/** Leave is of people and not of desks: only that of people who have a part in this one. */
function ofDesk({ duty, changes }: DutyFacts): DutyFacts['changes'] {
  const named = new Set([
    ...Object.values(duty.lists).flat(),
    ...duty.overrides.map(({ person }) => person),
    ...duty.versions.flatMap(({ definition }) =>
      (definition?.seats ?? []).flatMap(({ layers }) => layers.flatMap(({ people }) => people)),
    ),
  ]);
  return { ...changes, leave: changes.leave.filter(({ person }) => named.has(person)) };
}

function Head({ catalogue, frame, desks, desk, zone, weeks }: { frame: Frame; desks: DeskBook } & DutyProps) {
  const words = catalogue.dutyPage;
  const days = shownDays(weeks.flat(), zone, catalogue.bar.locale);
  const first = weeks[0]?.[0]?.date ?? '';
  const address = (from: string | undefined, count: number): string =>
    `/duty?desk=${encodeURIComponent(desk)}${from === undefined ? '' : `&from=${from}`}${count === 2 ? '' : `&weeks=${count}`}`;
  return (
    <header class="head">
      <div>
        <h1>{words.title(desks.nameOf(desk))}</h1>
        {days !== undefined && <p>{words.shown({ ...days, zone: zoneLabel(zone, frame.now) })}</p>}
      </div>
      <div class="acts">
        {desks.all.length > 1 && (
          <nav class="tabs" aria-label={words.desks}>
            {desks.all.map((of) => (
              <a
                key={of.desk}
                href={`/duty?desk=${encodeURIComponent(of.desk)}`}
                aria-current={of.desk === desk ? 'page' : undefined}
              >
                {of.name}
              </a>
            ))}
          </nav>
        )}
        <a class="btn" href={address(dayAfter(first, -7 * weeks.length), weeks.length)}>
          {words.earlier}
        </a>
        <a class="btn" href={address(undefined, weeks.length)}>
          {words.thisWeek}
        </a>
        <a class="btn" href={address(dayAfter(first, 7 * weeks.length), weeks.length)}>
          {words.later}
        </a>
        <a class="btn" href={address(first, weeks.length === 2 ? 4 : 2)}>
          {weeks.length === 2 ? words.fourWeeks : words.twoWeeks}
        </a>
      </div>
    </header>
  );
}

interface FindingsProps {
  readonly now: Date;
  readonly reader: DutyReader;
}

/** The next hours in which nobody is there, or nobody who can be reached: what a supervisor must see first. */
function FirstGap({
  findings,
  now,
  reader,
  maySet,
}: FindingsProps & { findings: readonly DutyFinding[]; maySet: boolean }) {
  const soon = new Date(now.getTime() + 14 * 86_400_000);
  const gap = findings.find(
    ({ problem, from, to }) => (problem === 'nobody' || problem === 'unreachable') && to > now && from < soon,
  );
  if (gap === undefined) return null;
  return (
    <p class="alarm" role="status">
      <b>
        <span class="state fail">{capital(findingWords(gap, reader))}</span>
      </b>{' '}
      <span>
        {spanWords(gap, reader)}, {lengthWords(gap)}.
      </span>{' '}
      {maySet && <a href="#override">{reader.catalogue.dutyPage.fill}</a>}
    </p>
  );
}

function Week(props: FindingsProps & { days: readonly WeekDay[]; facts: DutyFacts }) {
  const { days, facts, now, reader } = props;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const window = { from: first.from, to: last.to };
  const strips = markedStrips(seatStrips(facts.duty, window.from, window.to), facts.findings, window);
  return <DutyWeek {...{ now, days, reader, strips }} />;
}

/** What the sweep has found from now on, with why where it was left open knowingly. */
function Findings({ facts, now, reader }: FindingsProps & { facts: DutyFacts }) {
  const words = reader.catalogue.dutyPage.ahead;
  const until = new Date(now.getTime() + sweptDays * 86_400_000);
  const ahead = facts.findings.filter(({ from, to }) => to > now && from < until);
  const reasonOf = (of: DutyFinding): string => {
    const reason = facts.kept.find((gap) => isAbout(gap, of))?.reason;
    return reason === undefined ? '' : `. ${words.leftOpen(reason)}`;
  };
  return (
    <section class="sec" aria-labelledby="gaps">
      <header>
        <h2 id="gaps">{words.title(sweptDays)}</h2>
        <p>{ahead.length === 0 ? words.nothing : ahead.length}</p>
      </header>
      {ahead.length === 0 && <p class="soft empty">{words.allThere}</p>}
      <ul class="alarms">
        {ahead.slice(0, findingsShown).map((of, index) => (
          <li
            key={index}
            class={of.problem === 'nobody' || of.problem === 'unreachable' ? undefined : 'warn'}
          >
            <Icon of="alarm" />
            <div>
              <b>{spanWords(of, reader)}</b>
              <p>
                {findingWords(of, reader)}, {lengthWords(of)}
                {reasonOf(of)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {ahead.length > findingsShown && <p class="soft">{words.more(ahead.length - findingsShown)}</p>}
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
