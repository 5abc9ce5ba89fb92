import { z } from 'zod';
import { scriptSchema } from './schema.ts';

/** What is used of JSON Schema here. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | false;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  type?: string;
  required?: string[];
  minimum?: number;
  pattern?: string;
}

/** The JSON schema of a script, for editors: what a person writes, before defaults. */
export function scriptJsonSchema(): JsonSchema {
  made ??= z.toJSONSchema(scriptSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return made;
}

let made: JsonSchema | undefined;

/** The text of ivr-script.schema.json. */
export function scriptJsonSchemaText(): string {
  return `${JSON.stringify(scriptJsonSchema(), null, 2)}\n`;
}

/** The keys that can stand in a mapping, as far as the schema says. */
export function keysOf(schema: JsonSchema | undefined): string[] {
  return [schema, ...(schema?.anyOf ?? [])].flatMap((option) => [
    ...Object.keys(option?.properties ?? {}),
    ...(option?.propertyNames?.enum ?? []).map(String),
  ]);
}

/** The part of the schema for the value at `path`, as far as the path is known. */
export function schemaAt(schema: JsonSchema, path: readonly (string | number)[]): JsonSchema | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  const options = schema.anyOf ?? [schema];
  for (const option of options) {
    const next =
      typeof head === 'number'
        ? option.items
        : (option.properties?.[head] ?? (option.additionalProperties || undefined));
    if (next !== undefined) return schemaAt(next, rest);
  }
  return undefined;
}
