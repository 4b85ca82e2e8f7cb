/* A filter in an address and back: `state=sent&toOffice.in=ours&dueOn.to=2026-11-28`. Only codes, days and ids stand there, never a name. */
import type { BoardFilter } from '../../../kernel/record/board.ts';

type Operator = 'is' | 'in' | 'from' | 'to';
const operators: readonly string[] = ['is', 'in', 'from', 'to'];

/** Where the rows behind a number are listed. */
export function listHref(record: string, filter: BoardFilter): string {
  const asked = new URLSearchParams();
  for (const [field, tests] of Object.entries(filter))
    for (const [operator, value] of Object.entries(tests))
      asked.set(
        operator === 'is' ? field : `${field}.${operator}`,
        Array.isArray(value) ? value.join(',') : String(value),
      );
  return `/lists/${record}?${asked}`;
}

/** The filter an address names; what is not a filter is left out, and the server refuses what it does not know. */
export function filterOf(asked: URLSearchParams): BoardFilter {
  const filter: Record<string, Partial<Record<Operator, unknown>>> = {};
  for (const [key, value] of asked) {
    const [field = '', operator = 'is'] = key.split('.');
    if (!field || !operators.includes(operator)) continue;
    const many = operator === 'in' && value !== 'ours';
    filter[field] = { ...filter[field], [operator]: many ? value.split(',') : value };
  }
  return filter;
}
