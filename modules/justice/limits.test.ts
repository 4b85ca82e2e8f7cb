/* What must hold of every limit of criminal procedure, whatever the day, the class and what was granted: tried on the lines as shipped. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, daysBetween, getDay } from '../../kernel/day.ts';
import { findDayOff } from '../../kernel/rule/calendar.ts';
import { extensionsFor, fullLengths, type Granted, sumOf } from '../../kernel/rule/length.ts';
import { computeTerm } from '../../kernel/rule/term.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import { grantorOf, limitOf, partOf } from './limits.ts';
import { heaviest, joined, severityOf } from './severity.ts';

const days = fc.integer({ min: 0, max: 3600 }).map(offset => addDays(getDay('2018-03-01'), offset));
const classes = fc.constantFrom(...SEVERITIES);
const bySeverity = rules.parameters.filter(
  line => line.differs_by === 'severity' && !line.counting.month_as_30_days,
);
const families = fc.constantFrom(...new Set(bySeverity.map(line => line.family)));

/** Extensions as somebody might decide them: too many, too long, or none. */
const decisions = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 6 });
const granted = (family: string, kind: string, lengths: readonly number[], start: Day): Granted[] => {
  const line = bySeverity.find(each => each.family === family)!;
  const unit = extensionsFor(line, kind)[0]?.most.unit ?? 'month';
  return line.extensions
    ? lengths.map((value, turn) => ({ number: `${turn + 1}`, day: start, length: { unit, value } }))
    : [];
};

describe('what was granted in another unit than the line gives', () => {
  const extended = rules.parameters.flatMap(line =>
    [...SEVERITIES, 'any'].flatMap(kind => {
      const most = extensionsFor(line, kind)[0];
      return most ? [{ line, kind, most: most.most }] : [];
    }),
  );
  it('never comes out later than the longest the line gives', () => {
    expect(extended.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...extended),
        fc.constantFrom('day' as const, 'month' as const),
        fc.integer({ min: 1, max: 90 }),
        (start, { line, kind, most }, unit, value) => {
          const dueWith = (length: Granted['length']) =>
            computeTerm(line, start, rules.calendar, { kind, granted: [{ number: '1', day: start, length }] })
              .due;
          const [due, latest] = [dueWith({ unit, value }), dueWith(most)];
          return due === null || latest === null || due <= latest;
        },
      ),
    );
  });
});

describe('every limit that goes by the class of the offence', () => {
  it('is there: the lines were read', () => expect(bySeverity.length).toBeGreaterThan(4));

  it('never goes beyond what the law gives in all, whatever was decided', () => {
    fc.assert(
      fc.property(days, classes, families, decisions, (start, kind, family, lengths) => {
        const limit = limitOf(rules, family, start, {
          kind,
          granted: granted(family, kind, lengths, start),
        })!;
        const special = extensionsFor(limit.line, kind).filter(({ extension }) => extension.special);
        const { months, days: extra } = sumOf([
          ...fullLengths(limit.line, kind),
          ...special.map(({ most }) => most),
        ]);
        const raw = addDays(addMonths(start, months), extra);
        // A rolled end may lie some days off beyond; Tết with its weekends is the longest run.
        expect(daysBetween(raw, limit.term.due as Day)).toBeLessThanOrEqual(12);
        if (daysBetween(raw, limit.term.due as Day) > 0)
          expect(findDayOff(raw, rules.calendar)).not.toBeNull();
      }),
    );
  });

  it('never ends on a day off, never before its start, and every extension ends later than what was before', () => {
    fc.assert(
      fc.property(days, classes, families, decisions, (start, kind, family, lengths) => {
        const limit = limitOf(rules, family, start, {
          kind,
          granted: granted(family, kind, lengths, start),
        })!;
        const ends = limit.ends as Day[];
        for (const end of ends) expect(findDayOff(end, rules.calendar)).toBeNull();
        expect(ends[0]! >= start).toBe(true);
        for (const [turn, end] of ends.entries()) if (turn > 0) expect(end >= ends[turn - 1]!).toBe(true);
        expect((limit.last as Day) >= limit.ends[0]!).toBe(true);
      }),
    );
  });

  it('started later never ends earlier', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 200 }),
        classes,
        families,
        decisions,
        (start, later, kind, family, lengths) => {
          const on = (day: Day) =>
            limitOf(rules, family, day, { kind, granted: granted(family, kind, lengths, day) })!.term
              .due as Day;
          expect(on(addDays(start, later)) >= on(start)).toBe(true);
        },
      ),
    );
  });

  it('cut in two and put together again ends on the same day', () => {
    const line = bySeverity.find(each => each.family === 'investigation.limit')!;
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (start, one, other) => {
          const added = (values: readonly number[]) =>
            computeTerm({ ...line, lengths: { DBNT: { unit: 'month', value: 4 } } }, start, rules.calendar, {
              kind: 'DBNT',
              granted: values.map(value => ({ number: '1', day: start, length: { unit: 'month', value } })),
            }).due;
          const whole = computeTerm(
            { ...line, lengths: { DBNT: { unit: 'month', value: 4 + one + other } } },
            start,
            rules.calendar,
            { kind: 'DBNT' },
          ).due;
          expect(added([one, other])).toBe(whole);
        },
      ),
    );
  });

  it('says that the class is missing instead of guessing a day', () => {
    const limit = limitOf(rules, 'investigation.limit', getDay('2021-06-15'))!;
    expect(limit.term).toMatchObject({ due: null, advisory: true });
    expect(limit.term.steps[0]).toMatchObject({ code: 'kind_not_known' });
  });
});

describe('an investigation of a very serious offence from 15 June 2021', () => {
  const start = getDay('2021-06-15');
  const by = (value: number): Granted => ({ number: '12/QĐ', day: start, length: { unit: 'month', value } });
  it('ends after four, eight and twelve months, each to be asked for ten days before', () => {
    const limit = limitOf(rules, 'investigation.limit', start, { kind: 'RNT', granted: [by(4)] })!;
    expect(limit.ends).toEqual(['2021-10-15', '2022-02-15']);
    expect(limit).toMatchObject({
      askUntil: '2022-02-05',
      next: { unit: 'month', value: 4 },
      last: '2022-06-15',
    });
  });
  it('is extended a third time by nobody, and longer than four months not at all', () => {
    const limit = limitOf(rules, 'investigation.limit', start, {
      kind: 'RNT',
      granted: [by(4), by(6), by(1)],
    })!;
    expect(limit.ends).toEqual(['2021-10-15', '2022-02-15', '2022-06-15', '2022-06-15']);
    expect(limit).toMatchObject({ next: null, askUntil: null, last: '2022-06-15' });
    expect(limit.term.steps.map(step => step.code)).toEqual(
      expect.arrayContaining(['extension_cut', 'extension_not_allowed']),
    );
  });
  it('made heavier on the way keeps its start and what was granted', () => {
    expect(limitOf(rules, 'investigation.limit', start, { kind: 'DBNT', granted: [by(4)] })!.term.due).toBe(
      '2022-02-15',
    );
    expect(limitOf(rules, 'investigation.limit', start, { kind: 'NT', granted: [by(4)] })!.term.due).toBe(
      '2021-12-15',
    );
  });
});

describe('detention of whoever is under 18', () => {
  const ask = (day: string) => {
    const part = partOf(rules, 'detention.investigation', getDay(day));
    return limitOf(rules, 'detention.investigation', getDay(day), { kind: 'RNT', part })!.term;
  };
  it('is two thirds of the limit until the end of 2025', () =>
    expect(ask('2021-06-01')).toMatchObject({ due: '2021-08-19', advisory: false }));
  it('is only advice under the new law, which nobody has read: the limit for adults binds no child', () => {
    const term = ask('2026-06-01');
    expect(term.advisory).toBe(true);
    expect(term.steps.map(step => step.code)).toContain('part_unread');
  });
});

describe('who may extend', () => {
  const ask = (day: string, level: string, kind: string, turn: number) =>
    grantorOf(rules, 'investigation.limit', { day: getDay(day), level, kind, turn });
  it('goes by level, class and turn until 30 June 2025, and binds', () => {
    expect(ask('2021-06-15', 'district', 'RNT', 0)).toMatchObject({
      body: 'procuracy_district',
      binds: true,
    });
    expect(ask('2021-06-15', 'district', 'RNT', 1)).toMatchObject({
      body: 'procuracy_province',
      binds: true,
    });
    expect(ask('2021-06-15', 'province', 'DBNT', 2)).toMatchObject({
      body: 'procuracy_supreme',
      binds: true,
    });
    expect(ask('2021-06-15', 'district', 'INT', 1)).toMatchObject({ body: null });
  });
  it('is only advice from then on: nobody has read the new split', () => {
    expect(ask('2025-07-01', 'region', 'RNT', 0)).toMatchObject({ binds: false });
  });
});

describe('the class of an offence', () => {
  it.each([
    [3, false, 'INT'],
    [7, false, 'NT'],
    [10, false, 'RNT'],
    [15, false, 'RNT'],
    [20, false, 'DBNT'],
    [20, true, 'DBNT'],
  ] as const)('of at most %d years (life: %s) is %s', (years, life, expected) =>
    expect(severityOf(years, life)).toBe(expected),
  );
  it('is what the list of offences says, clause by clause', () => {
    const clauses = rules.offences.flatMap(offence => offence.clauses);
    expect(clauses.length).toBeGreaterThan(25);
    for (const { max_years, life, severity } of clauses) expect(severityOf(max_years, life)).toBe(severity);
  });
  it('of several is the heaviest, and joined cases count from the first', () => {
    expect(heaviest(['NT', 'DBNT', 'INT'])).toBe('DBNT');
    expect(heaviest([])).toBeNull();
    expect(
      joined([
        { start: '2021-05-02', severity: 'NT' },
        { start: '2021-03-01', severity: 'RNT' },
      ]),
    ).toEqual({ start: '2021-03-01', severity: 'RNT' });
  });
});
