/* A filter survives the address it travels in, whatever cells exist. */
import { describe, expect, it } from 'vitest';
import { getDay } from '../../../kernel/day.ts';
import { ours } from '../../../kernel/record/board.ts';
import { columnOf } from '../../../kernel/record/record.ts';
import { getRecord } from '../../index.ts';
import { boardCells } from '../index.ts';
import { filterOf, listHref } from './address.ts';

const today = getDay('2026-11-28');

describe('a cell of the board', () => {
  it.each(boardCells.map(cell => [cell.key, cell] as const))('%s opens what it counts', (_key, cell) => {
    const filter = cell.filter(today);
    const [path, query] = listHref(cell.record, filter).split('?');
    expect(path).toBe(`/lists/${cell.record}`);
    expect(filterOf(new URLSearchParams(query))).toEqual(filter);
  });

  it.each(boardCells.map(cell => [cell.key, cell] as const))(
    '%s counts along exactly one column of our offices, and by fields its record has',
    (_key, cell) => {
      const record = getRecord(cell.record);
      const filter = cell.filter(today);
      expect(Object.values(filter).filter(test => test.in === ours)).toHaveLength(1);
      for (const field of Object.keys(filter).filter(name => name !== 'office'))
        expect(columnOf(record, field), field).toBeTruthy();
      expect(Object.keys(filter).filter(name => name !== 'office' && !record.fields[name])).toEqual([]);
    },
  );

  it('has a key of its own', () => {
    expect(new Set(boardCells.map(cell => cell.key)).size).toBe(boardCells.length);
  });
});

it('leaves out of an address what is no filter', () => {
  expect(filterOf(new URLSearchParams('state.like=x&=y&dueOn.to=2026-01-01'))).toEqual({
    dueOn: { to: '2026-01-01' },
  });
});
