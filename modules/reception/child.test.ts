import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { childOn, interestsOf, isOpen, reviewDay } from './child.ts';
import { tallyOf } from './tally.ts';

const day = '2026-03-01' as Day;
const row = (id: string, interestStep: string, outcome: string, reviewOn: string | null = null) => ({
  id,
  interestStep,
  outcome,
  reviewOn,
});
const openSteps = (rows: Parameters<typeof interestsOf>[0]) =>
  interestsOf(rows)
    .filter(isOpen)
    .map(state => state.step);

describe('who is to be treated as a child', () => {
  it.each([
    [null, 'presumed'],
    ['2008', 'presumed'],
    ['2008-03', 'presumed'],
    ['2008-03-01', 'no'],
    ['2008-03-02', 'yes'],
    ['2011', 'yes'],
    ['2007', 'no'],
  ])('born %s', (born, expected) => {
    expect(childOn(born, day)).toBe(expected);
  });
});

describe('the steps of a child’s best interests', () => {
  it('are all open in the beginning, and no review is awaited of what was not decided', () => {
    expect(openSteps([])).toEqual(['guardian', 'tracing', 'family_safety', 'view', 'decision']);
  });

  it('stay open after an answer that settles nothing', () => {
    const rows = [
      row('a', 'guardian', 'guardian_none'),
      row('b', 'tracing', 'tracing_running'),
      row('c', 'family_safety', 'return_unclear'),
      row('d', 'view', 'view_not_now'),
    ];
    expect(openSteps(rows)).toEqual(['guardian', 'tracing', 'family_safety', 'view', 'decision']);
  });

  it('the latest row counts, the earlier stay', () => {
    const rows = [row('a', 'guardian', 'guardian_none'), row('b', 'guardian', 'guardian_appointed')];
    expect(openSteps(rows)).not.toContain('guardian');
    expect(interestsOf(rows)[0]!.earlier.map(one => one.id)).toEqual(['a']);
  });

  it('the day of the review is that of the latest decision or review', () => {
    expect(reviewDay([])).toBeNull();
    const rows = [
      row('a', 'decision', 'place_shelter', '2026-06-01'),
      row('b', 'review', 'review_keep', '2026-09-01'),
    ];
    expect(reviewDay(rows)).toBe('2026-09-01');
  });
});

describe('the three counts of a group', () => {
  it('agree, or the difference is named', () => {
    expect(tallyOf(2, ['received', 'waiting']).differences).toEqual([]);
    expect(tallyOf(3, ['received', 'not_present']).differences).toEqual([
      { code: 'group_list_short', params: { missing: 1 } },
      { code: 'group_not_present', params: { count: 1 } },
    ]);
    expect(tallyOf(1, ['received', 'refuses'])).toMatchObject({
      onList: 2,
      received: 1,
      aside: 1,
      differences: [{ code: 'group_list_long', params: { more: 1 } }],
    });
  });
});
