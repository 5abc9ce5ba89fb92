import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeFaults } from './config/index.ts';
import { dinoText } from './ivr/dino.fixture.ts';
import { readSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function faultsOf(environment: Record<string, string>): Promise<string> {
  const settings = await readSettings(environment);
  return settings.ok ? '' : describeFaults(settings.faults);
}

it('needs nothing set, and brings the shipped scripts', async () => {
  const settings = await readSettings({});
  expect(settings.ok && settings.scripts.map((script) => script.desk)).toContain('dino');
});

it('lists a bad script together with the other faults of the environment', async () => {
  writeFileSync(join(folder, 'dino.yaml'), dinoText.replace('sms_rounds', 'sms_round'));
  const text = await faultsOf({ PORT: 'http', ROLE: 'boss', IVR_SCRIPTS: folder });
  expect(text).toMatch(/^3 settings are wrong/);
  expect(text).toContain('  PORT is not a port number');
  expect(text).toContain('  ROLE is none of the roles');
  expect(text).toContain(`  IVR_SCRIPTS leads to scripts with a fault ("${folder}").\n    Mend: `);
  expect(text).toMatch(/^ {4}\S+dino\.yaml:\d+:5: Unknown key "sms_round" .* Did you mean "sms_rounds"\?$/m);
});

it.each([
  ['/nowhere', 'There is no such folder.'],
  ['package.json', 'This is a file, and no folder.'],
  ['docs', 'There is no IVR script in this folder.'],
])('lists the scripts of %s with the rest', async (scripts, what) => {
  const text = await faultsOf({ PORT: 'http', IVR_SCRIPTS: scripts });
  expect(text).toMatch(/^2 settings are wrong/);
  expect(text).toContain(what);
});

it('lists folders that are files, unless they are not used', async () => {
  const open = { FAIL_OPEN_URL: 'https://static.example/k3v9', FAIL_OPEN_DIR: 'package.json/out' };
  const text = await faultsOf({ ...open, DATA_DIR: 'package.json' });
  expect(text).toMatch(/DATA_DIR is no folder \("package\.json"\): \S+package\.json is a file/);
  expect(text).toMatch(/FAIL_OPEN_DIR is no folder \("package\.json\/out"\)/);
  expect(await faultsOf({ DATA_DIR: 'package.json', DATABASE_URL: 'postgresql://db/calls' })).toBe('');
});

it("lists a canary that is the desk's own number, where no other is set to page from", async () => {
  writeFileSync(join(folder, 'dino.yaml'), dinoText);
  const canary = { CANARY_NUMBER: '+18004803466', IVR_SCRIPTS: folder };
  expect(await faultsOf({ ...canary, PORT: 'http' })).toMatch(
    /CANARY_NUMBER is the number that pages come from/,
  );
  expect(await faultsOf({ ...canary, PAGE_FROM: '+12025550100' })).toBe('');
});

it('lists a canary that is the number which pages come from at the second carrier', async () => {
  writeFileSync(join(folder, 'dino.yaml'), dinoText);
  const canary = { CANARY_NUMBER: '+12025550190', IVR_SCRIPTS: folder };
  const fault = /CANARY_NUMBER is the number that pages come from/;
  expect(await faultsOf({ ...canary, SIGNALWIRE_FROM: '+12025550190, +12025550191' })).toMatch(fault);
  expect(await faultsOf({ ...canary, SIGNALWIRE_FROM: '+12025550191, +12025550190' })).not.toMatch(fault);
});
