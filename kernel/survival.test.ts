/* The estimate against the examples it is taught with, and what must hold of it whatever the days are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, type Stretch, survival } from './survival.ts';

/** `6+` lasted six days and still goes on. */
const read = (text: string): Stretch[] =>
  text.split(' ').map(each => ({ days: Number.parseInt(each, 10), isOver: !each.endsWith('+') }));
const rounded = (text: string) => survival(read(text)).map(({ day, left }) => [day, Number(left.toFixed(3))]);

describe('published examples', () => {
  it('remission under 6-mercaptopurine: Freireich and others, Blood 21 (1963)', () => {
    const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
    expect(rounded(treated)).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(quantile(survival(read(treated)), 0.5)).toBe(23);
    expect(quantile(survival(read(treated)), 0.9)).toBeNull();
    const untreated = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';
    expect(quantile(survival(read(untreated)), 0.5)).toBe(8);
    expect(quantile(survival(read(untreated)), 0.9)).toBe(17);
  });

  it('maintenance in acute myelogenous leukaemia: Miller, Survival Analysis (1981), medians 31 and 23', () => {
    const maintained = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
    expect(rounded(maintained)).toEqual([
      [9, 0.909],
      [13, 0.818],
      [18, 0.716],
      [23, 0.614],
      [31, 0.491],
      [34, 0.368],
      [48, 0.184],
    ]);
    expect(quantile(survival(read(maintained)), 0.5)).toBe(31);
    expect(quantile(survival(read('5 5 8 8 12 16+ 23 27 30 33 43 45')), 0.5)).toBe(23);
  });
});

const stretches = fc.array(fc.record({ days: fc.nat(400), isOver: fc.boolean() }), { maxLength: 60 });

describe('whatever the days are', () => {
  it('of nothing, and where nothing is over, nothing is said', () => {
    expect(survival([])).toEqual([]);
    expect(quantile(survival(read('4+ 9+')), 0.5)).toBeNull();
  });

  it('the share that is left only falls, and never below nothing', () => {
    fc.assert(
      fc.property(stretches, all => {
        let before = { day: -1, left: 1 };
        for (const point of survival(all)) {
          expect(point.day > before.day && point.left < before.left && point.left >= -1e-12).toBe(true);
          before = point;
        }
      }),
    );
  });

  it('where everything is over it is the plain share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), days => {
        const points = survival(days.map(each => ({ days: each, isOver: true })));
        for (const { day, left } of points)
          expect(left).toBeCloseTo(days.filter(each => each > day).length / days.length, 9);
        const half = days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1];
        expect(quantile(points, 0.5)).toBe(half);
      }),
    );
  });

  it('what goes on longer never makes a quantile come earlier', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 1, max: 99 }), (all, percent) => {
        const [now, later] = [all, all.map(one => (one.isOver ? one : { ...one, days: one.days + 30 }))].map(
          each => quantile(survival(each), percent / 100) ?? Number.POSITIVE_INFINITY,
        );
        expect(later! >= now!).toBe(true);
      }),
    );
  });
});
