/* The board: numbers under the reader's own rights, each with the filter of the list behind it. It may be some seconds old, and says how old: everybody with
 * the same role over the same offices is shown the same, so it is counted once for all of them, and nobody waits for a count but the first. */
import { type Day, dayOf, type Instant } from '../kernel/day.ts';
import { fieldsSeenBy } from '../kernel/policy/policy.ts';
import { type BoardCell, type BoardFilter, ours } from '../kernel/record/board.ts';
import { columnOf } from '../kernel/record/record.ts';
import { boardCells } from '../modules/board/index.ts';
import { getRecord, policy } from '../modules/index.ts';
import type { Caller } from './actor.ts';
import type { Door } from './db/door.ts';
import { type KeepFor, keeping } from './kept.ts';
import { countRows } from './list.ts';

export interface BoardNumber extends Pick<BoardCell, 'key' | 'group' | 'record'> {
  readonly filter: BoardFilter;
  readonly count: number;
  readonly calls: boolean;
}

export interface Board {
  readonly at: Instant;
  readonly cells: readonly BoardNumber[];
}

const keepFor: KeepFor = { fresh: 10_000, tooOld: 120_000, most: 500 };

/** The field by which a cell names offices in the reader's reach. */
const sideOf = (filter: BoardFilter): string =>
  Object.entries(filter).find(([, tests]) => tests.in === ours)![0];

/** The cells a role may see: its rows reach the role along the cell's own column, and every field the filter names is read by it. */
const cellsOf = (role: string): BoardCell[] =>
  boardCells.filter(({ record: name, filter }) => {
    const record = getRecord(name);
    const shape = filter('2026-01-01' as Day);
    const side = columnOf(record, sideOf(shape));
    const along = policy.some(
      sentence =>
        sentence.verb === 'see' &&
        sentence.record.name === name &&
        sentence.roles.includes(role) &&
        sentence.when.columns?.includes(side),
    );
    const seen = fieldsSeenBy(policy, role, record);
    return along && Object.keys(shape).every(field => field === 'office' || seen.includes(field));
  });

/** @returns the board of a caller; one that may be some seconds old where it was counted before. */
export function makeBoard(door: Door, now: () => Instant): (caller: Caller) => Promise<Board> {
  return keeping(async ({ actor, standing }): Promise<Board> => {
    const at = now();
    const cells = cellsOf(actor.role).map(cell => ({ ...cell, filter: cell.filter(dayOf(at)) }));
    const counts = await door.as(
      standing,
      db =>
        countRows(
          db,
          actor,
          cells.map(({ record, filter }) => ({ record, filter })),
        ),
      { walk: true, reading: true },
    );
    return {
      at,
      cells: cells.map(({ key, group, record, filter, calls }, index) => ({
        key,
        group,
        record,
        filter,
        calls: calls === true,
        count: counts[index] ?? 0,
      })),
    };
  }, keepFor);
}
