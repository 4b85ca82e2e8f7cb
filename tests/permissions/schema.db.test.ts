/* The database that the migrations make is the one the declarations describe: generated/schema.sql is brought into an empty schema and both are compared by
 * the catalogue, column by column, constraint by constraint, index by index. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableOf } from '../../kernel/record/sql.ts';
import { records } from '../../modules/index.ts';
import { supportPurposes } from '../../modules/support/index.ts';
import { type TestDatabase, testDatabase } from '../../server/db/testcluster.ts';

let database: TestDatabase;
let client: pg.Client;
const tables = records.map(record => tableOf(record));

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ ...database.connection });
  await client.connect();
  await client.query('create schema declared');
  await client.query('set search_path = declared');
  await client.query(await readFile(new URL('../../generated/schema.sql', import.meta.url), 'utf8'));
  await client.query("set search_path = 'pg_catalog'");
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const from = async (schema: string, sql: string): Promise<string[]> =>
  (await client.query<{ line: string }>(sql, [schema, tables])).rows
    .map(row => row.line.replaceAll(`${schema}.`, ''))
    .sort();

const both = async (sql: string) => ({
  migrated: await from('public', sql),
  declared: await from('declared', sql),
});

it('has every table', async () => {
  const { migrated, declared } = await both(
    'select tablename as line from pg_tables where schemaname = $1 and tablename = any ($2)',
  );
  expect(declared).toEqual([...tables].sort());
  expect(migrated).toEqual(declared);
});

it('has the same columns, of the same type, collation and default, empty or not', async () => {
  const { migrated, declared } = await both(
    `select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, l.collname, pg_get_expr(d.adbin, d.adrelid)) as line
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum left join pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
      where n.nspname = $1 and c.relname = any ($2) and a.attnum > 0 and not a.attisdropped`,
  );
  expect(declared.length).toBeGreaterThan(200);
  expect(migrated).toEqual(declared);
});

it('has the same constraints: keys, references, lists of codes', async () => {
  const { migrated, declared } = await both(
    `select concat_ws(' ', c.relname, k.contype, pg_get_constraintdef(k.oid)) as line from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = any ($2)`,
  );
  expect(declared.length).toBeGreaterThan(80);
  expect(declared.filter(line => !migrated.includes(line))).toEqual([]);
  expect(migrated.filter(line => !declared.includes(line))).toEqual(alsoHeld);
});

/** What no declaration of single fields can say: two review broken glass, neither whoever broke it; a post ends after it begins; a sentence is spoken or written, in a megabyte. */
const alsoHeld = [
  'exception_access c CHECK (((second_by IS NULL) OR ((reviewed_by IS NOT NULL) AND (second_by <> reviewed_by) AND (second_by <> officer))))',
  'post c CHECK ((valid_to >= valid_from))',
  'spoken_sentence c CHECK (((size >= 1) AND (size <= 1000000)))',
  'spoken_sentence c CHECK (((written IS NOT NULL) OR (content_sealed IS NOT NULL)))',
];

it('ends with a file what was shared for the purposes the declarations call support, and nothing else', async () => {
  const { rows } = await client.query("select pg_get_functiondef('ct.end_support()'::regprocedure) as body");
  const named = [...(rows[0].body as string).matchAll(/purpose in \(([^)]*)\)/g)].map(match =>
    match[1]!.split(',').map(code => code.trim().slice(1, -1)),
  );
  expect(named).toEqual([supportPurposes, supportPurposes]);
});

it('has every declared index; what it has besides is named here', async () => {
  const { migrated, declared } = await both(
    'select indexdef as line from pg_indexes where schemaname = $1 and tablename = any ($2)',
  );
  expect(declared.filter(line => !migrated.includes(line))).toEqual([]);
  expect(
    migrated.filter(line => !declared.includes(line)).map(line => /INDEX (\w+)/.exec(line)?.[1]),
  ).toEqual(besides);
});

/**
 * Indexes that belong to no declaration: each says in the database what its act refuses (nobody stays in one house twice, no agency votes twice).
 */
const besides = [
  'deadline_once_idx',
  'digest_once_idx',
  'duty_done_once_idx',
  'key_case_living',
  'key_case_progress_once',
  'key_case_signature_once',
  'key_case_vote_once',
  'officer_email_taken',
  'person_import_key',
  'report_duty_done_once_idx',
  'stay_once',
];
