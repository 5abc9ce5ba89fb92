import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { dinoText } from './dino.fixture.ts';
import { scriptJsonSchema, scriptJsonSchemaText } from './json-schema.ts';

const checkedIn = new URL('../../ivr-scripts/ivr-script.schema.json', import.meta.url);

test('the schema beside the scripts is current (mend: npm run check-scripts -- --write-schema)', async () => {
  expect(await readFile(checkedIn, 'utf8')).toBe(scriptJsonSchemaText());
});

test('an editor that reads the schema accepts the shipped script, and underlines a misspelt key', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(scriptJsonSchema());
  expect(validate(parse(dinoText)), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(parse(dinoText.replace('sms_rounds', 'sms_round')))).toBe(false);
  expect(validate(parse(dinoText.replace('    by_hours:', '    by_hour:')))).toBe(false);
});
