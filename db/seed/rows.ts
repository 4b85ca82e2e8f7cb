/* Rows by the hundred thousand: values in the words of a record become lines of a COPY, sealed as the server seals them. Used by the invented world only;
 * everything that people do goes through acts. */
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { columnOf, hasAnswers, indexColumnOf, type RecordDeclaration } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { getRecord } from '../../modules/index.ts';
import { exactSearchText } from '../../modules/people/index.ts';
import { blindIndex } from '../../server/seal/blind.ts';
import { seal } from '../../server/seal/envelope.ts';
import type { Keyring } from '../../server/seal/keyring.ts';

export type Cell = string | number | boolean | null | undefined | readonly unknown[] | object;

/** A value as COPY's text format spells it. */
export function copyText(value: Cell): string {
  if (value === null || value === undefined) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) {
    const items = value.map(item => `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
    return spell(`{${items.join(',')}}`);
  }
  if (typeof value === 'object') return spell(JSON.stringify(value));
  return spell(String(value));
}

const spell = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

export interface Standard {
  readonly id: string;
  readonly office?: string;
  readonly number?: string;
  readonly person?: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly unanswered?: object;
}

interface Pending {
  readonly columns: readonly string[];
  lines: string[];
}

/** Collects rows per table and writes them in the order the tables were named, so that what is pointed to is there first. */
export class RowWriter {
  readonly #pending = new Map<string, Pending>();
  readonly #client: pg.Client;
  readonly #keyring: Keyring;
  readonly #province: string;

  constructor(client: pg.Client, keyring: Keyring, province: string, order: readonly string[]) {
    this.#client = client;
    this.#keyring = keyring;
    this.#province = province;
    for (const name of order)
      this.#pending.set(tableOf(name), { columns: columnsOf(getRecord(name)), lines: [] });
  }

  add(name: string, standard: Standard, values: Readonly<Record<string, Cell>>): void {
    const record = getRecord(name);
    const table = tableOf(record);
    const cells: Cell[] = [standard.id, this.#province];
    if (record.held) cells.push(standard.office);
    if (record.numbered) cells.push(standard.number);
    if (record.partOf === 'person') cells.push(standard.person);
    cells.push(standard.madeAt, standard.madeBy, standard.madeAt, 1);
    if (hasAnswers(record)) cells.push(standard.unanswered ?? {});
    for (const [field, { tier, kind, options }] of Object.entries(record.fields)) {
      const value = values[field] ?? null;
      if (tier !== 'sealed') {
        cells.push(kind.column === 'jsonb' && value !== null ? { toJSON: () => value } : value);
        continue;
      }
      const place = { table, column: columnOf(record, field), recordId: standard.id };
      cells.push(typeof value === 'string' ? seal(this.#keyring, place, value) : null);
      if (indexColumnOf(record, field))
        cells.push(
          typeof value === 'string'
            ? blindIndex(this.#keyring, place, exactSearchText(options.format!, value))
            : null,
        );
    }
    this.#pending.get(table)!.lines.push(cells.map(copyText).join('\t'));
  }

  async flush(): Promise<void> {
    for (const [table, pending] of this.#pending) {
      if (pending.lines.length === 0) continue;
      await copyLines(
        this.#client,
        `copy ${table} (${pending.columns.join(', ')}) from stdin`,
        pending.lines,
      );
      pending.lines = [];
    }
  }
}

function columnsOf(record: RecordDeclaration): string[] {
  const columns = ['id', 'province'];
  if (record.held) columns.push('office');
  if (record.numbered) columns.push('number');
  if (record.partOf === 'person') columns.push('person');
  columns.push('made_at', 'made_by', 'changed_at', 'version');
  if (hasAnswers(record)) columns.push('unanswered');
  for (const field of Object.keys(record.fields)) {
    columns.push(columnOf(record, field));
    const index = indexColumnOf(record, field);
    if (index) columns.push(index);
  }
  return columns;
}

/** Streams lines into a COPY, in pieces, minding back-pressure. */
export async function copyLines(client: pg.Client, sql: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(sql));
  const done = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
  });
  done.catch(() => undefined);
  for (let start = 0; start < lines.length; start += 500)
    if (!stream.write(`${lines.slice(start, start + 500).join('\n')}\n`))
      await Promise.race([once(stream, 'drain'), done]);
  stream.end();
  await done;
}

/** The next number of a record, as the server gives it. */
export async function nextNumbers(client: pg.Client, prefix: string, count: number): Promise<string[]> {
  const { rows } = await client.query<{ number: string }>(
    'select ct.next_number($1) as number from generate_series(1, $2::int)',
    [prefix, count],
  );
  return rows.map(({ number }) => number);
}

export const nextNumber = async (client: pg.Client, prefix: string): Promise<string> =>
  (await nextNumbers(client, prefix, 1))[0]!;
