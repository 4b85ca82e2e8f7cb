/* Four levels apart, risk and what protects beside each other, and no figure anywhere. */
import { expect, it } from 'vitest';
import type { AssessmentSet } from '../../../rules/schema.ts';
import { type Factor, factorsBeside } from './factors.ts';

const factor = (code: string, level: Factor['level'], polarity: Factor['polarity']): Factor => ({
  code,
  domain: code.split('.')[0]!,
  level,
  polarity,
  title: { vi: code, en: code },
});
const set = {
  factors: [
    factor('safety.threatened', 'individual', 'risk'),
    factor('safety.safe_person', 'individual', 'protective'),
    factor('safety.recruiter_near', 'community', 'risk'),
    factor('housing.own_bed', 'household', 'protective'),
  ],
} as unknown as AssessmentSet;

it('says nothing of what was not asked, not said or not there', () => {
  const now = { safetyFactors: { 'safety.threatened': 'declined', 'safety.safe_person': 'no' } };
  expect(factorsBeside(set, now)).toEqual([]);
});

it('keeps the levels apart and says what is new and what is gone since the time before', () => {
  const before = {
    safetyFactors: {
      'safety.recruiter_near': 'yes',
      'safety.threatened': 'not_asked',
      'safety.safe_person': 'no',
    },
  };
  const now = {
    safetyFactors: { 'safety.threatened': 'yes', 'safety.safe_person': 'yes', 'safety.recruiter_near': 'no' },
    housingFactors: { 'housing.own_bed': 'yes' },
  };
  const found = factorsBeside(set, now, before);
  expect(
    found.map(({ level, risk, protective, gone }) => [
      level,
      risk.map(one => [one.factor.code, one.isNew]),
      protective.map(one => [one.factor.code, one.isNew]),
      gone.map(one => one.code),
    ]),
  ).toEqual([
    ['individual', [['safety.threatened', false]], [['safety.safe_person', true]], []],
    ['household', [], [['housing.own_bed', false]], []],
    ['community', [], [], ['safety.recruiter_near']],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/:\d/);
  expect(factorsBeside(set, now)[0]!.protective[0]!.isNew).toBe(false);
});
