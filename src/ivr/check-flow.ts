import { planPlaces } from './check-desk.ts';
import { nearest, suggestion } from './did-you-mean.ts';
import { snakeCase } from './camel-case.ts';
import type { Finding } from './fault.ts';
import { reachable, waysFrom, type Way } from './flow.ts';
import type { Script, ScriptNode } from './script.ts';

/** Where the conversation leads: to nodes that exist, that are reached, that end, and not past the opening of a case. */
export function checkFlow(script: Script): Finding[] {
  return [
    ...checkKinds(script),
    ...checkTargets(script),
    ...checkReached(script),
    ...checkWayOut(script),
    ...checkCaseFirst(script),
    ...checkHold(script),
  ];
}

/** A node does one thing. */
function checkKinds(script: Script): Finding[] {
  return Object.entries(script.nodes).flatMap(([name, node]) => {
    const kinds = Object.entries(node).flatMap(([kind, step]) =>
      step === undefined ? [] : [snakeCase(kind)],
    );
    if (kinds.length === 1) return [];
    const what =
      kinds.length === 0
        ? `The node "${name}" does nothing.`
        : `The node "${name}" does ${kinds.length} things: ${kinds.join(' and ')}.`;
    const mend = 'Give it exactly one step, and lead from there to a node with the next.';
    return [{ path: ['nodes', name], atKey: true, what, mend }];
  });
}

/** The ways to nodes that do not exist, the start among them. */
function danglingWays(script: Script): Pick<Way, 'to' | 'path'>[] {
  const ways = Object.keys(script.nodes).flatMap((name) => waysFrom(script, name));
  return [{ to: script.start, path: ['start'] }, ...ways].filter(
    (way) => !Object.hasOwn(script.nodes, way.to),
  );
}

function checkTargets(script: Script): Finding[] {
  const names = Object.keys(script.nodes);
  return danglingWays(script).map((way) => ({
    path: way.path,
    what: `There is no node "${way.to}".`,
    mend: suggestion(way.to, names),
  }));
}

function checkReached(script: Script): Finding[] {
  const names = Object.keys(script.nodes);
  const meant = danglingWays(script).map(({ to }) => nearest(to, names));
  // A way that leads to nobody knows what may have been the one that is missed.
  if (meant.includes(undefined)) return [];
  const reached = reachable(script, [script.start, ...meant.map(String)]);
  const ways = names.flatMap((name) => waysFrom(script, name).map(({ path }) => path));
  const optional = names.map((name) => ['nodes', name, 'menu', 'ifSilent']);
  const dependsOn = [['start'], ...names.map((name) => ['nodes', name]), ...ways, ...optional];
  return names
    .filter((name) => !reached.has(name))
    .map((name) => ({
      path: ['nodes', name],
      atKey: true,
      what: `No caller can reach the node "${name}".`,
      mend: 'Let a choice or another node go to it, or take it out.',
      dependsOn,
    }));
}

/** Whoever is silent, or presses wrong keys, must come to a hold or an end in finitely many steps. */
function checkWayOut(script: Script): Finding[] {
  const reported = new Set<string>();
  return Object.keys(script.nodes).flatMap((name) => {
    const next = waysFrom(script, name).filter((way) => way.byItself);
    const beyond = (way: { to: string }) => reachable(script, [way.to], { take: ({ byItself }) => byItself });
    const back = next.find((way) => beyond(way).has(name));
    if (back === undefined || reported.has(name)) return [];
    for (const member of beyond(back)) reported.add(member);
    const menu = script.nodes[name]?.menu !== undefined;
    return [
      {
        path: back.path,
        what: menu
          ? `The menu "${name}" has no way out: a silent caller comes back to it for ever.`
          : `The node "${name}" goes round in a circle.`,
        mend: 'Lead it to a node that opens a case, and from there to a hold, a record or an end.',
      },
    ];
  });
}

function checkCaseFirst(script: Script): Finding[] {
  const before = reachable(script, [script.start], { stop: (node) => node.openCase !== undefined });
  return [...before].flatMap((name) => {
    const node = script.nodes[name];
    const kind =
      node &&
      (['record', 'page', 'hold', 'interview', 'end'] as const).find((key) => node[key] !== undefined);
    if (kind === undefined) return [];
    return [
      {
        path: ['nodes', name],
        atKey: true,
        what: `The node "${name}" (${kind}) can be reached before a case is open.`,
        mend: 'Put an open_case node before it: nobody leaves without a case number.',
      },
    ];
  });
}

function checkHold(script: Script): Finding[] {
  const pages = (node: ScriptNode) => node.page !== undefined || node.openCase?.page !== undefined;
  const unpaged = reachable(script, [script.start], { stop: pages });
  return [...unpaged]
    .filter((name) => script.nodes[name]?.hold !== undefined)
    .map((name) => ({
      path: ['nodes', name],
      atKey: true,
      what: `A caller can come to the hold "${name}" without anybody being paged, and would wait for ever.`,
      mend: 'Put a page, or an open_case with a page, before it.',
      dependsOn: planPlaces(script),
    }));
}
