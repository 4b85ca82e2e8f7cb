/* The worker in which files are unpacked and read: it has a memory limit of its own, and a file that is meant to hurt hurts nobody else. It keeps the rows of
 * one file and hands them out in pieces. Every question has a number, and its answer carries it. */
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { gunzip, gzip } from 'node:zlib';
import { type Refused, readTable, type Table, writeCsv, writeXlsx } from '../../modules/exchange/index.ts';
import { firstPlan, type ImportPlan, type PlannedRow, readBy, type Understanding } from './understand.ts';

export type Asked =
  | { readonly what: 'receive'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly what: 'open'; readonly packed: Uint8Array; readonly fileName: string }
  | { readonly what: 'read'; readonly plan: ImportPlan | null }
  | { readonly what: 'forget' }
  | { readonly what: 'rows'; readonly from: number; readonly count: number }
  | { readonly what: 'cells'; readonly most: number }
  | {
      readonly what: 'write';
      readonly format: 'csv' | 'xlsx';
      readonly sheets: readonly WrittenSheet[];
    };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type Told = { readonly number: number } & ({ readonly answer: unknown } | { readonly failed: string });

let table: Table | null = null;
let rows: readonly PlannedRow[] = [];

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.what) {
    case 'receive': {
      const read = await readTable(asked.bytes, asked.fileName);
      if (read.refused) return read;
      table = read;
      return { packed: await promisify(gzip)(asked.bytes) };
    }
    case 'open': {
      const read = await readTable(await promisify(gunzip)(asked.packed), asked.fileName);
      if (read.refused) return read;
      table = read;
      return {};
    }
    case 'read': {
      if (!table) throw new Error('nothing was opened');
      const plan = asked.plan ?? firstPlan(table);
      const read:
        | { understanding: Understanding; rows: readonly PlannedRow[]; refused?: undefined }
        | Refused = readBy(table, plan);
      if (read.refused) return read;
      rows = read.rows;
      return { understanding: read.understanding, plan };
    }
    case 'forget':
      table = null;
      rows = [];
      return null;
    case 'rows':
      return rows.slice(asked.from, asked.from + asked.count);
    case 'cells':
      return table?.sheets.find(sheet => sheet.rows.length > 0)?.rows.slice(0, asked.most) ?? [];
    case 'write':
      return asked.format === 'csv'
        ? writeCsv(asked.sheets[0]?.rows ?? [])
        : writeXlsx(asked.sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => [...row]) })));
  }
}

parentPort!.on('message', async ({ number, asked }: { number: number; asked: Asked }) => {
  try {
    parentPort!.postMessage({ number, answer: await answer(asked) } satisfies Told);
  } catch (error) {
    // The kind of the error only: its text may hold a cell.
    parentPort!.postMessage({ number, failed: (error as Error).name } satisfies Told);
  }
});
