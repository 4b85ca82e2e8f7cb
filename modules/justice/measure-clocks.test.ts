/* Measures without a length of their own: no clock where no stage runs, none beyond the stage, and the order's own end where that is earlier. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayIn, getDay, type Instant, startOfDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { type CaseRows, caseClocks } from './case-clocks.ts';
import { orderEnd } from './measure-clocks.ts';

const opened = getDay('2024-03-04');
const step = (stepKind: string, onDay: Day) => ({ id: `${stepKind} ${onDay}`, stepKind, onDay });
const bail = (more: object = {}) => ({
  id: 'm',
  accused: 'a',
  measureKind: 'bail',
  fromAt: '2024-03-10T02:00:00Z' as Instant,
  endedOn: null,
  orderedMonths: null,
  orderedDays: null,
  ...more,
});
const rows = (
  steps: CaseRows['steps'],
  measure: ReturnType<typeof bail>,
  extensions: CaseRows['extensions'] = [],
) => ({
  severity: 'RNT' as const,
  steps,
  accused: [{ id: 'a', born: null }],
  charges: [],
  measures: [measure],
  extensions,
});
const renewal = (of: CaseRows) => caseClocks(rules, of).filter(one => one.family === 'measure.renew');
const first = [step('initiated', opened)];

describe('a measure without a length of its own', () => {
  it('has no clock where no stage runs beside it', () => {
    const suspended = [...first, step('investigation_suspended', getDay('2024-04-01'))];
    expect(renewal(rows(suspended, bail()))).toEqual([]);
    expect(renewal(rows([], bail()))).toEqual([]);
    // Before the circular was in force nobody said by when.
    const early = [step('initiated', getDay('2018-03-05'))];
    expect(renewal(rows(early, bail({ fromAt: '2018-03-06T02:00:00Z' })))).toEqual([]);
  });

  it.each(['bail', 'surety', 'residence_ban', 'exit_ban'])(
    '%s is renewed five days before the stage ends',
    measureKind => {
      const [clock] = renewal(rows(first, bail({ measureKind })));
      expect(clock).toMatchObject({ accused: 'a', doneOn: null, start: '2024-03-10T02:00:00Z' });
      expect(clock!.limit.term).toMatchObject({ due: '2024-06-29', advisory: false });
      expect(clock!.limit.term.steps[0]).toEqual({
        code: 'measure_with_stage',
        params: { day: '2024-07-04' },
        article: 'Điều 172 BLTTHS 2015',
      });
    },
  );

  it('goes with the stage: an extension moves it on, the next stage takes it over', () => {
    const granted = {
      id: 'e',
      accused: null,
      limitFamily: 'investigation.limit',
      turn: 1,
      lengthUnit: 'month',
      lengthValue: 4,
      decidedOn: '2024-06-20',
      decisionNumber: '31/QĐ',
    };
    expect(renewal(rows(first, bail(), [granted]))[0]!.limit.term.due).toBe('2024-10-30');
    const concluded = [...first, step('concluded', getDay('2024-05-06'))];
    expect(renewal(rows(concluded, bail()))[0]!.limit.term.due).toBe('2024-05-31');
  });

  it('ends as ordered where that is earlier, and when it was ended', () => {
    const [clock] = renewal(rows(first, bail({ orderedMonths: 2 })));
    expect(clock!.limit.term).toMatchObject({ due: '2024-05-03' });
    expect(clock!.limit.term.steps[0]).toMatchObject({
      code: 'measure_as_ordered',
      params: { day: '2024-05-08' },
    });
    expect(renewal(rows(first, bail({ endedOn: '2024-04-01' })))[0]).toMatchObject({ doneOn: '2024-04-01' });
  });

  it('never outlasts its stage, nor its order', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.option(fc.integer({ min: 1, max: 8 })),
        fc.array(fc.constantFrom('concluded', 'indicted', 'court_accepted'), { maxLength: 3 }),
        (after, orderedMonths, kinds) => {
          const way = kinds.toSorted().map((kind, index) => step(kind, addDays(opened, 60 + 10 * index)));
          const one = bail({ fromAt: startOfDay(addDays(opened, after)), orderedMonths });
          const all = caseClocks(rules, rows([...first, ...way], one));
          for (const clock of all.filter(each => each.family === 'measure.renew')) {
            const end = addDays(dayIn(clock.limit.term.due!), 5);
            const ordered = orderEnd(one);
            if (ordered) expect(end <= ordered).toBe(true);
            const stages = all.filter(each => each.accused === null && each.doneOn === null);
            expect(stages.some(each => end <= dayIn(each.limit.term.due!))).toBe(true);
          }
        },
      ),
    );
  });
});
