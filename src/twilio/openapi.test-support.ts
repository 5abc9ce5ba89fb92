import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import type { CapturedRequest } from './local-carrier.test-support.ts';

interface Operation {
  parameters?: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: FormSchema }> };
}

interface FormSchema {
  properties: Record<string, { type?: string }>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation> & Pick<Operation, 'parameters'>>;
  components: object;
}

const file = createRequire(import.meta.url).resolve(
  '@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json',
);
const openApi = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;

const ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true });
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addFormat('phone-number', /^\+[1-9]\d{6,14}$/);
ajv.addFormat('endpoint', /^\+[1-9]\d{6,14}$/);
for (const format of ['http-method', 'date-time', 'twiml', 'int64', 'decimal']) ajv.addFormat(format, true);

/** What is wrong with a request by Twilio's own OpenAPI document; empty: nothing. */
export function faultsOf(request: CapturedRequest): string[] {
  const found = operationOf(request);
  if (found === undefined) return [`no operation ${request.method} ${request.path}`];
  const { operation, pathValues } = found;
  const parameters = (operation.parameters ?? []).filter(
    ({ name }) => name !== 'AccountSid' || 'AccountSid' in pathValues,
  );
  const faults = parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name, schema }) => check(name, schema, pathValues[name]));
  const query = Object.fromEntries(parameters.filter((p) => p.in === 'query').map((p) => [p.name, p.schema]));
  faults.push(...checkForm('query', { properties: query }, request.query));
  const body = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
  faults.push(...checkForm('body', body ?? { properties: {} }, request.form));
  return faults;
}

function checkForm(where: string, schema: FormSchema, form: URLSearchParams): string[] {
  const value = Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const isList = schema.properties[name]?.type === 'array';
      return [
        name,
        isList ? form.getAll(name) : form.getAll(name).length > 1 ? form.getAll(name) : form.get(name),
      ];
    }),
  );
  return check(where, { ...schema, additionalProperties: false }, value);
}

const compiled = new Map<string, ValidateFunction>();

function check(where: string, schema: object, value: unknown): string[] {
  const key = JSON.stringify(schema);
  const validate = compiled.get(key) ?? ajv.compile({ ...schema, components: openApi.components });
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${where}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function operationOf({ method, path }: CapturedRequest) {
  for (const [template, item] of Object.entries(openApi.paths)) {
    const pattern = template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/.]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    const operation = item[method.toLowerCase()];
    if (match && operation) return { operation, pathValues: { ...match.groups } as Record<string, string> };
  }
  return undefined;
}
