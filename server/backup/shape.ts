/* What there is to back up: the tables of some schemas with their columns, in an order in which parents come before children, and the sequences. Generated
 * columns are left to the database; partitions are reached through their parent. */
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { quote, quoteName } from '../db/quote.ts';

export interface Table {
  /** With its schema. */
  readonly name: string;
  readonly partitioned: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export interface Sequence {
  readonly name: string;
  readonly owner: string;
  /** For sequences made at run time (one per prefix and year), which no migration makes again. */
  readonly definition: string;
  readonly last: string;
  readonly called: boolean;
}

export type Client = Pick<pg.ClientBase, 'query'>;

/** The tables, parents before children; a ring of foreign keys comes last, in the order of names. */
export async function findTables(
  client: Client,
  schemas: readonly string[],
  leaveOut: readonly string[],
): Promise<Table[]> {
  const { rows } = await client.query<{
    name: string;
    partitioned: boolean;
    columns: Table['columns'] | null;
  }>(
    `select n.nspname || '.' || c.relname as name, c.relkind = 'p' as partitioned,
        (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
        and not n.nspname || '.' || c.relname = any($2)
      order by 1`,
    [schemas, leaveOut],
  );
  const { rows: keys } = await client.query<{ child: string; parent: string }>(
    `select n.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
      from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
      where k.contype = 'f' and c.oid <> p.oid`,
  );
  const tables = rows.map(row => ({ ...row, columns: row.columns ?? [] }));
  const names = new Set(tables.map(table => table.name));
  const waiting = new Map(tables.map(table => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size) {
    const blocked = (name: string) =>
      keys.some(key => key.child === name && names.has(key.parent) && waiting.has(key.parent));
    const free = [...waiting.keys()].filter(name => !blocked(name));
    for (const name of free.length ? free : [...waiting.keys()]) {
      ordered.push(waiting.get(name)!);
      waiting.delete(name);
    }
  }
  return ordered;
}

export async function findSequences(client: Client, schemas: readonly string[]): Promise<Sequence[]> {
  const { rows } = await client.query<Omit<Sequence, 'last' | 'called'> & { quoted: string }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted, pg_get_userbyid(c.relowner) as owner,
        format('as %s increment %s minvalue %s maxvalue %s start %s cache %s%s', format_type(s.seqtypid, null), s.seqincrement,
          s.seqmin, s.seqmax, s.seqstart, s.seqcache, case when s.seqcycle then ' cycle' else '' end) as definition
      from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) order by 1`,
    [schemas],
  );
  const sequences: Sequence[] = [];
  for (const { quoted, ...row } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted}`,
    );
    sequences.push({ ...row, ...state.rows[0]! });
  }
  return sequences;
}

/** Every row of a table as COPY text. */
export function copyOut(client: Client, table: Table): Readable {
  const columns = table.columns.map(column => quote(column.name)).join(', ');
  const from = quoteName(table.name);
  const what = table.partitioned ? `(select ${columns} from ${from})` : `${from} (${columns})`;
  return client.query(to(`copy ${what} to stdout`));
}

/** Text must not depend on how a session or server likes to write dates, numbers, bytes or names of types. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local row_security = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '60s';`;
