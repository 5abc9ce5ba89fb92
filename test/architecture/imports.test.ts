import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { importRules } from './import-rules.ts';

async function cruiseTree(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const result = await cruise(folders, {
    baseDir,
    validate: true,
    ruleSet: { forbidden: importRules },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  return result.output as ICruiseResult;
}

const violationsOf = (result: ICruiseResult): string[] =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();

describe('the imports that may never happen', () => {
  it('do not happen', async () => {
    const result = await cruiseTree(process.cwd(), ['src', 'phones']);
    // A cruiser that cannot read this TypeScript finds nothing, and nothing wrong.
    expect(result.summary.totalCruised).toBeGreaterThan(150);
    expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(300);
    expect(violationsOf(result)).toEqual([]);
  });

  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'imports-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it.each<[string, Record<string, string>]>([
    ['no-cycles', { 'src/cases/a.ts': `import './b.ts';`, 'src/cases/b.ts': `import './a.ts';` }],
    ['service-not-phones', { 'src/http/a.ts': `import '../../phones/b.ts';`, 'phones/b.ts': '' }],
    ['phones-not-service', { 'phones/a.ts': `import '../src/b.ts';`, 'src/b.ts': '' }],
    ['only-the-adapter-knows-twilio', { 'src/http/a.ts': `import 'twilio';` }],
    ['only-mail-knows-smtp', { 'src/http/a.ts': `import 'nodemailer';` }],
    ['only-stores-speak-sql', { 'src/http/a.ts': `import 'pg';` }],
    ['only-the-web-knows-fastify', { 'src/engine/a.ts': `import '@fastify/static';` }],
    ['through-the-door', { 'src/http/a.ts': `import '../cases/b.ts';`, 'src/cases/b.ts': '' }],
    ['through-the-door-from-the-top', { 'src/app.ts': `import './cases/b.ts';`, 'src/cases/b.ts': '' }],
    ['cores-are-pure', { 'src/paging/a.ts': `import 'node:fs';` }],
    ['cores-ask-no-store', { 'src/paging/a.ts': `import './b.store.ts';`, 'src/paging/b.store.ts': '' }],
    ['everything-resolves', { 'src/http/a.ts': `import './nowhere.ts';` }],
  ])('are found: %s', async (rule, files) => {
    const tree = fs.mkdtempSync(path.join(folder, 'tree-'));
    for (const name of ['src', 'phones']) fs.mkdirSync(path.join(tree, name));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
      fs.writeFileSync(path.join(tree, name), `${text}\nexport {};\n`);
    }
    const result = await cruiseTree(tree, ['src', 'phones']);
    expect(result.summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  });
});
