/* The set of questions as shipped: every domain the record keeps has its questions, all four levels and both sides are asked about, and nothing can carry a weight. */
import { describe, expect, it } from 'vitest';
import { needDomains } from '../../modules/support/lists.ts';
import { rules } from '../index.ts';
import { assessmentSet, FACTOR_LEVELS } from '../schema.ts';

const set = rules.assessments[0]!;

describe('the set of questions', () => {
  it('is refused with a weight, a stray domain, or a factor that appears twice', () => {
    const [factor, ...others] = set.factors;
    const refused = (first: object) =>
      assessmentSet({ ...set, factors: [first, ...others] }, 'needs').join('; ');
    expect(refused(factor!)).toBe('');
    expect(refused({ ...factor, weight: 3 })).toContain('unknown key weight');
    expect(refused({ ...factor, domain: 'luck' })).toContain('belongs to no domain');
    expect(refused(others[0]!)).toContain('appears twice');
  });
  it('asks about every domain the record keeps, and no other', () => {
    expect(set.domains.map(domain => domain.code)).toEqual([...needDomains]);
    for (const domain of needDomains) {
      const sides = new Set(set.factors.filter(each => each.domain === domain).map(each => each.polarity));
      expect([domain, [...sides].sort()]).toEqual([domain, ['protective', 'risk']]);
    }
  });
  it('keeps four levels apart', () => {
    expect(new Set(set.factors.map(each => each.level))).toEqual(new Set(FACTOR_LEVELS));
  });
});
