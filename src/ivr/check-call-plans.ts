import type { Finding } from './fault.ts';
import { reachable } from './flow.ts';
import type { Script } from './script.ts';

/** Plans that ask people to answer a caller, and plans that have an end. */
export function checkCallPlans(script: Script): Finding[] {
  return [...checkUrgentNodes(script), ...checkPlansThemselves(script)];
}

/** A page for severity 1 or 2 is never given up, and goes out at any hour. */
function checkUrgentNodes(script: Script): Finding[] {
  const told = new Set<string>();
  return Object.entries(script.nodes).flatMap(([name, { openCase }]): Finding[] => {
    const { severity, page } = openCase ?? {};
    if (severity !== '1' && severity !== '2') return [];
    // Up to the next case: what is paged for behind it is not this severity any more.
    const behind = [
      ...reachable(script, [name], {
        stop: (node) => node.openCase !== undefined && node.openCase !== openCase,
      }),
    ];
    const pagedBehind = behind.flatMap((of) => {
      const plan = script.nodes[of]?.page?.plan;
      return plan === undefined || told.has(of) ? [] : [{ path: ['nodes', of, 'page', 'plan'], plan, of }];
    });
    const paged =
      page === undefined ? [] : [{ path: ['nodes', name, 'openCase', 'page'], plan: page, of: name }];
    return [...paged, ...pagedBehind].flatMap(({ path, plan, of }) => {
      const why = whyNotUrgent(script, plan);
      if (why === undefined) return [];
      told.add(of);
      const what = `Severity ${severity} pages by the plan "${plan}", ${why}.`;
      const mend =
        'Name a plan that pages at any hour until somebody accepts, without takes, when and gives_up.';
      return [{ path, dependsOn: [['plans', plan]], what, mend }];
    });
  });
}

function whyNotUrgent({ plans }: Script, name: string): string | undefined {
  const plan = Object.hasOwn(plans, name) ? plans[name] : undefined;
  if (plan?.takes === 'call') return 'by which people take the call and not the case';
  if (plan?.givesUp !== undefined) return 'which gives up';
  return plan?.when === 'open' ? 'which pages nobody while the office is closed' : undefined;
}

function checkPlansThemselves(script: Script): Finding[] {
  return Object.entries(script.plans).flatMap(([name, plan]) => {
    const at = (...path: string[]) => ({ path: ['plans', name, ...path], dependsOn: [['plans', name]] });
    const findings: Finding[] = [];
    if (plan.takes === 'call') {
      if (plan.givesUp === undefined)
        findings.push({
          ...at(),
          atKey: true,
          what: `The plan "${name}" asks people to take a call, and does not say what the caller does when nobody does.`,
          mend: 'Add gives_up: { go: NODE }, with the node that the caller goes on with.',
        });
      if (plan.by.includes('sms'))
        findings.push({
          ...at('by'),
          what: `The plan "${name}" asks people to take a call by SMS: nobody can answer a caller by a text.`,
          mend: 'Write by: [voice].',
        });
      return findings;
    }
    if (plan.givesUp !== undefined && plan.givesUp.afterRounds === undefined)
      findings.push({
        ...at('givesUp'),
        what: `The plan "${name}" does not say when it gives up.`,
        mend: 'Add after_rounds: a whole number, at least 1.',
      });
    if (plan.transfer.length > 0)
      findings.push({
        ...at('transfer'),
        what: `The plan "${name}" has a transfer, but whoever accepts by it takes the case, and hands no call on.`,
        mend: 'Add takes: call, or take transfer out.',
      });
    return findings;
  });
}
