import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Specification {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

const FILE = '@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json';
const specification = load();
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
ajv.addFormat('date-time-rfc-2822', /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
// The document says "uri" where Twilio sends paths.
ajv.addFormat('uri', /^(https?:\/\/|\/)\S+$/);
ajv.addFormat('currency', /^[A-Z]{3}$/);
ajv.addFormat('phone-number', /^\S+$/);
['uri-map', 'http-method', 'endpoint', 'phone-number-capabilities', 'int64', 'float'].forEach((name) =>
  ajv.addFormat(name, true),
);
ajv.addSchema({ $id: 'twilio', ...specification });
const compiled = new Map<string, ValidateFunction>();

function load(): Specification {
  const packageFile = createRequire(import.meta.url).resolve('@twilio-alpha/mcp/package.json');
  const file = packageFile.replace('@twilio-alpha/mcp/package.json', FILE);
  const untyped = (value: unknown): unknown =>
    value !== null &&
    typeof value === 'object' &&
    'nullable' in value &&
    !('type' in value) &&
    !('$ref' in value)
      ? { ...value, type: 'object' }
      : value;
  // ajv wants a type beside "nullable"; the document leaves one out.
  return JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) => untyped(value)) as Specification;
}

/**
 * What is wrong with a reply by Twilio's own OpenAPI document; empty when nothing is. A field that the document lists
 * must be there, although it marks none as required.
 * @param path below the account, with the document's placeholders: `Calls/{Sid}.json`
 */
export function replyProblems(method: string, path: string, status: number, body: unknown): string[] {
  const full = `/2010-04-01/Accounts/{AccountSid}/${path}`;
  const schema =
    specification.paths[full]?.[method.toLowerCase()]?.responses[String(status)]?.content?.[
      'application/json'
    ]?.schema;
  if (!schema) return [`the document knows no ${status} for ${method} ${full}`];
  const pointer = `twilio#/paths/${escape(full)}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
  compiled.set(pointer, validate);
  validate(body);
  const faults = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  return [...faults, ...missingFields(schema, body)];
}

function missingFields(schema: object, body: unknown): string[] {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined;
  const properties = name === undefined ? {} : (specification.components.schemas[name]?.properties ?? {});
  return Object.keys(properties)
    .filter((property) => !(property in (body as object)))
    .map((property) => `${property} is missing`);
}

function escape(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
