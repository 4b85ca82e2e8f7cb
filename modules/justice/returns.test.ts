/* How often a file may be sent back: once more than the law allows is refused with the article, where the law was read for sure. */
import { describe, expect, it } from 'vitest';
import { getDay } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { rules } from '../../rules/index.ts';
import type { StepKind } from './lists.ts';
import { judgeReturn } from './returns.ts';

const on = getDay('2024-09-02');
const begun = ['initiated', 'concluded'];
const byProcuracy = ['returned_by_procuracy', 'handler_received', 'concluded'];
const toTrial = ['indicted', 'court_accepted'];
const byCourt = ['returned_by_court', 'returned_by_procuracy', 'concluded', ...toTrial];
const judged = (kind: StepKind, before: readonly string[], law = rules) => judgeReturn(law, kind, before, on);
const refused = { reason: 'returned_too_often', params: { article: 'Điều 174.2 BLTTHS 2015' } };
const fieldsOf = (found: ReturnType<typeof judgeReturn>) => (found instanceof Problem ? found.fields : found);

describe('a file is not sent back', () => {
  it.each([
    ['a third time by the procuracy', 'returned_by_procuracy', [...begun, ...byProcuracy, ...byProcuracy], 2],
    ['a second time by the judge', 'returned_by_court', [...begun, ...toTrial, ...byCourt], 1],
    [
      'a second time by the panel',
      'returned_by_court',
      [...begun, ...toTrial, 'trial_ordered', ...byCourt, 'trial_ordered', 'trial_postponed'],
      1,
    ],
  ] as const)('%s', (_, kind, before, most) => {
    const found = judged(kind, before);
    expect(found).toBeInstanceOf(Problem);
    expect(fieldsOf(found)).toMatchObject([{ field: 'stepKind', ...refused, params: { most } }]);
    expect(fieldsOf(found)).toMatchObject([refused]);
  });

  it('a time more is only warned of where the line was not read for sure', () => {
    const unread = rules.parameters.map(line =>
      line.family === 'investigation.supplementary_vks' ? { ...line, confidence: 'medium' as const } : line,
    );
    const found = judged('returned_by_procuracy', [...begun, ...byProcuracy, ...byProcuracy], {
      ...rules,
      parameters: unread,
    });
    expect(found).not.toBeInstanceOf(Problem);
    expect(found).toMatchObject([refused]);
  });
});

describe('a file may be sent back', () => {
  it.each([
    ['twice by the procuracy', 'returned_by_procuracy', [...begun, ...byProcuracy]],
    // It did not send back what it only passes on.
    [
      'by the court through the procuracy',
      'returned_by_procuracy',
      [...begun, ...byProcuracy, ...byProcuracy, ...toTrial, 'returned_by_court'],
    ],
    [
      'by the panel after the judge',
      'returned_by_court',
      [...begun, ...toTrial, ...byCourt, 'trial_ordered'],
    ],
    [
      'anew in what was quashed above',
      'returned_by_procuracy',
      [...begun, ...byProcuracy, ...byProcuracy, 'appeal_quashed', 'handler_received', 'concluded'],
    ],
  ] as const)('%s', (_, kind, before) => {
    expect(judged(kind, before)).toEqual([]);
  });
});
