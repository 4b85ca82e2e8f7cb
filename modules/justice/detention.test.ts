/* Custody and detention: the worked examples of the joint circular 04/2018 (articles 14 and 17), and what must hold for every order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, getDay, getInstant, millisOf } from '../../kernel/day.ts';
import { baseLength } from '../../kernel/rule/length.ts';
import { parameterOn } from '../../kernel/rule/parameter.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';

const line = parameterOn(rules.parameters, 'detention.investigation', getDay('2018-03-04'))!;
const custody = parameterOn(rules.parameters, 'custody.tam_giu', getDay('2021-07-02'))!;
const days = fc.integer({ min: 0, max: 3600 }).map(offset => addDays(getDay('2018-01-01'), offset));
const classes = fc.constantFrom(...SEVERITIES);

describe('the worked examples', () => {
  it('three days of custody, then two months: 57 days, to 29 April 2018', () => {
    const order = detentionOrder(line, rules.calendar, { start: getDay('2018-03-04'), months: 2, served: 3 });
    expect(order).toMatchObject({ days: 57, end: '2018-04-29', written: { months: 1, days: 27 } });
  });
  it('six days of custody, set free, detained a month later: 54 days, to 3 June 2018', () => {
    const order = detentionOrder(line, rules.calendar, { start: getDay('2018-04-11'), months: 2, served: 6 });
    expect(order).toMatchObject({ days: 54, end: '2018-06-03', written: { months: 1, days: 24 } });
  });
  it('serious, found very serious after thirty days: three of four months are left', () => {
    const done = reclassify(line, {
      from: 'NT',
      to: 'RNT',
      start: getDay('2018-01-01'),
      change: getDay('2018-01-30'),
    });
    expect(done).toMatchObject({ used: 30, days: 90, written: { months: 3, days: 0 } });
  });
});

describe('every order of detention', () => {
  it('is never moved for a day off, never ends before nothing is left, and takes off what was served day for day', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 200 }),
        (start, months, served) => {
          const order = detentionOrder(line, rules.calendar, { start, months, served });
          expect(order.days).toBe(Math.max(0, 30 * months - served));
          if (order.days === 0) expect(order.end).toBeNull();
          else expect(daysBetween(start, order.end!)).toBe(order.days - 1);
          expect(30 * order.written.months + order.written.days).toBe(order.days);
        },
      ),
    );
  });
  it('of whoever is under 18 is two thirds as long', () => {
    const part = { of: 2, from: 3, article: 'Điều 419.1 BLTTHS 2015' };
    const order = detentionOrder(line, rules.calendar, {
      start: getDay('2021-06-01'),
      months: 4,
      served: 3,
      part,
    });
    expect(order).toMatchObject({ days: 77, end: '2021-08-16' });
    expect(order.steps.map(step => step.code)).toContain('part_of_length');
  });
});

describe('a class that changes', () => {
  it('leaves never less than nothing, and never more than the new limit', () => {
    fc.assert(
      fc.property(days, classes, classes, fc.integer({ min: 0, max: 400 }), (start, from, to, after) => {
        const change = addDays(start, after);
        const done = reclassify(line, { from, to, start, change });
        const whole = 30 * baseLength(line, to)!.value;
        expect(done.used).toBe(servedUntil(start, change));
        expect(done.days).toBe(Math.max(0, whole - done.used));
        expect(done.days).toBeLessThan(whole);
        expect(done.end === null).toBe(done.days === 0);
      }),
    );
  });
});

describe('custody', () => {
  it('keeps its hour through both extensions, over a weekend', () => {
    const at = getInstant('2021-07-02T22:15:00+07:00');
    expect(
      custodyEnds(custody, rules.calendar, at).map(
        end => (millisOf(end as never) - millisOf(at)) / 86_400_000,
      ),
    ).toEqual([3, 6, 9]);
  });
  it('counts from midnight where the hour is not known', () => {
    expect(custodyEnds(custody, rules.calendar, getDay('2021-07-02'))[0]).toBe(
      getInstant('2021-07-05T00:00:00+07:00'),
    );
  });
});
