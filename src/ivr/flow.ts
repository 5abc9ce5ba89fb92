import type { Script, ScriptNode } from './script.ts';

/** One way from a node to another. */
export interface Way {
  from: string;
  to: string;
  path: (string | number)[];
  /** Taken without the caller choosing it: by silence, by giving up, or because the step is done. */
  byItself: boolean;
}

/** All ways out of a node. */
export function waysFrom(script: Script, name: string): Way[] {
  const node = script.nodes[name];
  if (node === undefined) return [];
  const way = (to: string | undefined, byItself: boolean, ...path: (string | number)[]): Way[] =>
    to === undefined ? [] : [{ from: name, to, byItself, path: ['nodes', name, ...path] }];
  const choices = (kind: 'menu' | 'hold') =>
    (node[kind]?.choices ?? []).flatMap((choice, index) =>
      way(choice.go, false, kind, 'choices', index, 'go'),
    );
  const onward = (['openCase', 'record', 'page', 'text', 'say', 'language', 'interview'] as const).flatMap(
    (kind) => way(node[kind]?.then, true, kind, 'then'),
  );
  return [
    ...choices('menu'),
    ...way(node.menu?.ifSilent, true, 'menu', 'ifSilent'),
    ...way(node.menu?.otherwise, true, 'menu', 'otherwise'),
    ...choices('hold'),
    ...way(node.byHours?.open, true, 'byHours', 'open'),
    ...way(node.byHours?.closed, true, 'byHours', 'closed'),
    ...onward,
    ...waysWhenNobodyComes(script, name, node.openCase?.page ?? node.page?.plan),
  ];
}

/** Where a caller goes on who was paged for from here when that paging, or one that they were handed on to, gives up. */
function waysWhenNobodyComes(script: Script, from: string, planName: string | undefined): Way[] {
  const plan = planName === undefined ? undefined : script.plans[planName];
  const names = [planName, ...(plan?.transfer ?? []).map((target) => target.plan)];
  return names.flatMap((name) => {
    const to = name === undefined ? undefined : script.plans[name]?.givesUp?.go;
    return to === undefined ? [] : [{ from, to, byItself: true, path: ['plans', name!, 'givesUp', 'go'] }];
  });
}

/** The names of nodes that can be reached from `starts`, without passing beyond a node where `stop` is true. */
export function reachable(
  script: Script,
  starts: readonly string[],
  {
    stop = () => false,
    take = () => true,
  }: { stop?: (node: ScriptNode) => boolean; take?: (way: Way) => boolean } = {},
): Set<string> {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const node = script.nodes[name];
    if (seen.has(name) || node === undefined) continue;
    seen.add(name);
    if (!stop(node))
      waiting.push(
        ...waysFrom(script, name)
          .filter(take)
          .map((way) => way.to),
      );
  }
  return seen;
}
