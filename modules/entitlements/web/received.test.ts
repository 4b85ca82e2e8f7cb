/* What was taken back was not received. */
import { expect, it } from 'vitest';
import type { PartRow } from '../../people/web/path-data.ts';
import { receivedOf } from './received.ts';

it('adds up money that stands, and names what was given in kind', () => {
  const rows = [
    { id: 'a', paymentForm: 'cash', amount: 600 },
    { id: 'b', paymentForm: 'transfer', amount: 400 },
    { id: 'c', paymentForm: 'cash', amount: 600, reverses: 'a' },
    { id: 'd', paymentForm: 'in_kind', amount: 50, inKind: 'Hai bộ quần áo' },
  ] as unknown as PartRow[];
  expect(receivedOf(rows)).toEqual({ money: 400, inKind: ['Hai bộ quần áo'], times: 2 });
  expect(receivedOf([])).toEqual({ money: 0, inKind: [], times: 0 });
});
