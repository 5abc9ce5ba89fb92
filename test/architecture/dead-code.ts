import { readModuleFacts, type ModuleFacts } from './module-facts.ts';
import { isTest, type SourceFiles } from './source-files.ts';

/** Files that are started, not imported. */
const isProgram = (name: string): boolean =>
  /(\.cli\.ts|(^|\/)main\.ts|\.config\.ts|\.global\.ts|\.browser\.ts|\.test\.tsx?|\.d\.ts)$/.test(name);

/**
 * Names that are exported for nobody, and files that nobody imports.
 * A value counts as used when another file of the product imports it, or a test does and its own file uses it too:
 * what only a test uses is dead with its test. A type may be exported for what it describes, as long as anything uses it.
 */
export function findDeadCode(files: SourceFiles): string[] {
  const facts = new Map([...files].map(([name, text]) => [name, readModuleFacts(name, text)]));
  const users = collectUsers(facts);
  const dead: string[] = [];
  for (const [name, { exported, mentions }] of facts) {
    if (!isProgram(name) && !users.has(name)) dead.push(`${name}: no file imports it`);
    for (const [symbol, { isValue, isPassedOn }] of exported) {
      if (isProgram(name) && symbol === 'default') continue;
      const importers = [...(users.get(name)?.get(symbol) ?? []), ...(users.get(name)?.get('*') ?? [])];
      const isUsedInside = !isPassedOn && (mentions.get(symbol) ?? 0) > 1;
      if (!isValue && (importers.length > 0 || isUsedInside || isPassedOn)) continue;
      if (importers.length === 0) dead.push(`${name}: nobody imports ${symbol}`);
      else if (!isTest(name) && importers.every(isTest) && !isUsedInside && !isPassedOn) {
        dead.push(`${name}: only tests use ${symbol}`);
      }
    }
  }
  return dead.sort();
}

/** File to exported name to the files that import it. */
function collectUsers(facts: ReadonlyMap<string, ModuleFacts>): Map<string, Map<string, string[]>> {
  const users = new Map<string, Map<string, string[]>>();
  for (const [name, { imported }] of facts) {
    for (const [target, symbols] of imported) {
      const bySymbol = users.get(target) ?? new Map<string, string[]>();
      for (const symbol of symbols) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), name]);
      users.set(target, bySymbol);
    }
  }
  return users;
}
