import type { DutyFinding } from '../../duty/index.ts';
import type { Script } from '../../ivr/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { momentIn } from './what-if-reader.ts';

/** What a sweep of the next 90 days has found at a desk. */
export interface AheadOfDesk {
  readonly script: Script;
  readonly findings: readonly DutyFinding[];
  readonly nameOf: (person: string) => string;
}

const mostShown = 30;

/** What the duty of a desk lacks, from now on; and the way to the others. */
export function Ahead(props: { of: AheadOfDesk; others: readonly Script[]; catalogue: Catalogue }) {
  const { ahead: words } = props.catalogue.whatIf;
  return (
    <section class="sec" aria-labelledby="ahead">
      <header>
        <h2 id="ahead">{words.title}</h2>
        <p>{words.lead}</p>
      </header>
      <Found of={props.of} catalogue={props.catalogue} />
      {props.others.length > 0 && (
        <p class="soft">
          {words.otherDesks}{' '}
          {props.others.map(({ desk, name }, index) => (
            <>
              {index > 0 && ', '}
              <a key={desk} href={`/what-if?desk=${encodeURIComponent(desk)}#ahead`}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}

function Found({ of: { script, findings, nameOf }, catalogue }: { of: AheadOfDesk; catalogue: Catalogue }) {
  const { ahead: words } = catalogue.whatIf;
  const role = (key: string): string => catalogue.calendar.role(key);
  const reader = { catalogue, zone: script.timeZone };
  if (findings.length === 0)
    return (
      <p class="gap ahead">
        <b>{script.name}</b>: {words.nothing}
      </p>
    );
  return (
    <details class="gap ahead" open={findings.length <= 3}>
      <summary>
        <b>{script.name}</b>: <span class="state fail">{words.findings(findings.length)}</span>
      </summary>
      <ul class="plain">
        {findings.slice(0, mostShown).map((finding, index) => {
          const elsewhere = (finding.elsewhere ?? []).map((at) => words.at(role(at.role), at.desk));
          const names = finding.people.map(nameOf).join(', ');
          return (
            <li key={index}>
              {words.from(momentIn(reader, finding.from), momentIn(reader, finding.to))}:{' '}
              {words.finding(finding, names, [role(finding.role), ...elsewhere])}
            </li>
          );
        })}
        {findings.length > mostShown && (
          <li class="dim">
            {words.more(findings.length - mostShown)} <code>npm run sweep -- --desk {script.desk}</code>
          </li>
        )}
      </ul>
    </details>
  );
}
