import fs from 'node:fs';
import path from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  /** Only where a statement may leave the column out. */
  filledIn: boolean;
}

/** Other names that PostgreSQL gives to the types that the tables are written with. */
const typeNames: Record<string, string> = { 'timestamp with time zone': 'timestamptz' };

async function tablesInSource(): Promise<Map<string, PgTable>> {
  const tables = new Map<string, PgTable>();
  for (const folder of fs.readdirSync('src')) {
    const file = path.resolve('src', folder, 'tables.ts');
    if (!fs.existsSync(file)) continue;
    for (const exported of Object.values((await import(file)) as Record<string, unknown>)) {
      if (is(exported, PgTable)) tables.set(getTableName(exported), exported);
    }
  }
  return tables;
}

function columnsOf(table: PgTable): Column[] {
  const columns = Object.values(getTableColumns(table)).map((column) => ({
    name: column.name,
    type: typeNames[column.getSQLType()] ?? column.getSQLType(),
    nullable: !column.notNull,
    filledIn: column.hasDefault || column.generatedIdentity !== undefined,
  }));
  return columns.sort(byName);
}

async function tablesInDatabase(): Promise<Map<string, Column[]>> {
  const { rows } = await database.pool.query<Column & { table: string }>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       NOT a.attnotnull AS nullable, a.atthasdef OR a.attidentity <> '' AS "filledIn"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, type, ...column } of rows) {
    const columns = tables.get(table) ?? [];
    tables.set(table, [...columns, { ...column, type: typeNames[type] ?? type }].sort(byName));
  }
  return tables;
}

function byName(a: Column, b: Column): number {
  return a.name < b.name ? -1 : 1;
}

const named = (columns: readonly Column[]): string[] =>
  columns.map(({ name, type, nullable }) => `${name} ${type}${nullable ? '' : ' not null'}`);

it('every table in the source is as the migrations make it: names, types, what may be missing', async () => {
  const source = await tablesInSource();
  const migrated = await tablesInDatabase();
  expect(source.size).toBeGreaterThan(10);
  for (const [name, table] of source) {
    expect({ name, columns: named(columnsOf(table)) }).toEqual({
      name,
      columns: named(migrated.get(name) ?? []),
    });
  }
});

it('a column that the source leaves out of an insert has a default in the database', async () => {
  const migrated = await tablesInDatabase();
  for (const [name, table] of await tablesInSource()) {
    const source = columnsOf(table).filter(({ filledIn }) => filledIn);
    const filledIn = migrated.get(name)?.filter((column) => column.filledIn) ?? [];
    expect({ name, columns: filledIn.map((column) => column.name) }).toMatchObject({
      name,
      columns: expect.arrayContaining(source.map((column) => column.name)) as string[],
    });
  }
});
