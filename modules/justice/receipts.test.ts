/* From which day a body's time runs that begins with the file: the day it noted, or, as advice, the day the file was sent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayIn, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { caseClocks } from './case-clocks.ts';
import { awaitedReceipt, stepsFrom } from './lists.ts';

const opened = getDay('2024-03-04');
const step = (stepKind: string, onDay: Day) => ({ id: `${stepKind} ${onDay}`, stepKind, onDay });
const empty = { severity: 'RNT' as const, accused: [], charges: [], measures: [], extensions: [] };
const way = (...kinds: readonly (readonly [string, number])[]) => [
  step('initiated', opened),
  ...kinds.map(([kind, after]) => step(kind, addDays(opened, after))),
];
const clock = (family: string, ...kinds: readonly (readonly [string, number])[]) =>
  caseClocks(rules, { ...empty, steps: way(...kinds) }).findLast(one => one.family === family)!;

describe('nobody receives', () => {
  it.each([
    ['a file that was never sent', 'investigation', ['initiated']],
    ['it twice', 'prosecution', ['initiated', 'concluded', 'procuracy_received']],
    ['a file that went on', 'trial', ['initiated', 'concluded', 'indicted']],
  ])('%s', (_, state, taken) => {
    expect(awaitedReceipt(taken)).toBeNull();
    const offered = stepsFrom(state, ['handler', 'procuracy', 'court'], taken);
    expect(offered.filter(kind => kind.endsWith('_received'))).toEqual([]);
  });

  it('what was sent to another body', () => {
    const taken = ['initiated', 'concluded'];
    expect(stepsFrom('prosecution', ['handler'], taken)).toEqual([]);
    expect(stepsFrom('prosecution', ['procuracy'], taken)).toContain('procuracy_received');
    // Joined or split meanwhile, the file is still on its way.
    expect(awaitedReceipt([...taken, 'split'])).toBe('procuracy_received');
  });
});

describe('the time of whoever receives the file', () => {
  it('runs from the day it was noted, and binds', () => {
    const received = clock('prosecution.decide', ['concluded', 60], ['procuracy_received', 62]);
    expect(received).toMatchObject({ start: addDays(opened, 62), limit: { term: { advisory: false } } });
    expect(received.limit.term.due).toBe('2024-06-04');
    const back = [
      ['concluded', 60],
      ['procuracy_received', 62],
      ['returned_by_procuracy', 70],
    ] as const;
    expect(clock('investigation.supplementary_vks', ...back, ['handler_received', 75])).toMatchObject({
      start: addDays(opened, 75),
      limit: { term: { advisory: false } },
    });
  });

  it('is told from the day it was sent where nobody noted the receipt, says so, and makes nobody late', () => {
    const { start, limit } = clock('prosecution.decide', ['concluded', 60]);
    expect([start, limit.term.advisory]).toEqual([addDays(opened, 60), true]);
    expect(limit.term.steps).toContainEqual({ code: 'receipt_not_noted', params: {} });
  });

  it('is not given to a file that came before: each is received for itself', () => {
    const kinds = [
      ['concluded', 60],
      ['returned_by_procuracy', 70],
      ['handler_received', 71],
      ['concluded', 90],
      ['procuracy_received', 92],
    ] as const;
    const decisions = caseClocks(rules, { ...empty, steps: way(...kinds) }).filter(
      one => one.family === 'prosecution.decide',
    );
    expect(decisions.map(one => [one.start, one.limit.term.advisory])).toEqual([
      [addDays(opened, 60), true],
      [addDays(opened, 92), false],
    ]);
  });

  it('never ends sooner for a later receipt, nor before the day told without one', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (first, more) => {
        const due = (...kinds: readonly (readonly [string, number])[]) =>
          dayIn(clock('prosecution.decide', ['concluded', 60], ...kinds).limit.term.due!);
        const [soon, late] = [60 + first, 60 + first + more].map(after => due(['procuracy_received', after]));
        expect(due() <= soon! && soon! <= late!).toBe(true);
      }),
    );
  });
});
