/* A yes counts for the receiver it was said of, until it ends or is taken back; the newest word wins. */
import { expect, it } from 'vitest';
import { getDay } from '../../../kernel/day.ts';
import type { PartRow } from './path-data.ts';
import { answersOf } from './said.ts';

const said = (consentPurpose: string, given: string, more: object = {}) =>
  ({
    consentPurpose,
    given,
    withdrawnAt: null,
    until: null,
    recipient: null,
    recipientKind: null,
    ...more,
  }) as unknown as PartRow;

it('leaves an answer of everybody for the others, once something else was said of one', () => {
  const rows = [said('services', 'no'), said('services', 'yes', { recipient: 'health' })];
  const found = (list: PartRow[]) =>
    answersOf(list, getDay('2026-11-29')).map(({ stand, forOthers }) => [stand, forOthers]);
  expect(found(rows)).toEqual([
    ['no', true],
    ['yes', false],
  ]);
  expect(found(rows.toReversed())).toEqual([['no', false]]);
});

it('shows the newest answer of each purpose and receiver, as it stands today', () => {
  const rows = [
    said('services', 'no'),
    said('services', 'yes'),
    said('services', 'no', { recipient: 'police' }),
    said('media', 'declined'),
    said('participation', 'unknown'),
    said('referral', 'yes', { withdrawnAt: '2026-11-01T00:00:00.000Z' }),
    said('investigation', 'yes', { until: '2026-11-29' }),
    said('research', 'yes', { until: '2026-11-30' }),
  ];
  expect(answersOf(rows, getDay('2026-11-29')).map(({ purpose, stand }) => [purpose, stand])).toEqual([
    ['services', 'yes'],
    ['services', 'no'],
    ['media', 'no'],
    ['participation', 'open'],
    ['referral', 'withdrawn'],
    ['investigation', 'ended'],
    ['research', 'yes'],
  ]);
});
