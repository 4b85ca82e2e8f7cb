/** What answers may and may not be made to say: silence is never "no", age changes the means, and nothing is ever decided. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDay } from '../../kernel/day.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import { rules } from '../index.ts';
import type { LegalElements, SupportIndicators } from '../schema.ts';
import { type Answer, type Answers, readElements, readSupport } from './evaluate.ts';

const elements = rules.indicators.find(each => each.kind === 'legal_elements') as LegalElements;
const support = rules.indicators.find(each => each.kind === 'support') as SupportIndicators;
const ageRuleOn = (day: string) => rules.age_rules.find(each => isInForce(each, getDay(day)))!;
const [before, after] = [ageRuleOn('2021-06-01'), ageRuleOn('2025-07-01')];
const aged = (years: number) => ({ least: years, most: years });
const actAndPurpose: Answers = { 'act.transport': 'yes', 'purpose.forced_marriage': 'yes' };
const allOf = (answer: Answer, element?: string): Answers =>
  Object.fromEntries(
    elements.items.filter(each => !element || each.element === element).map(each => [each.code, answer]),
  );
const stateOf = (reading: ReturnType<typeof readElements>) =>
  Object.fromEntries(reading.elements.map(each => [each.element, each.state]));

describe('the three elements', () => {
  it('stay open, not refuted, while a question was declined, unknown or not asked', () => {
    for (const answer of ['declined', 'unknown', 'not_asked'] as const) {
      const reading = readElements(elements, after, { ...allOf('no'), 'means.force': answer }, aged(30));
      expect(stateOf(reading)).toEqual({ act: 'not_seen', means: 'open', purpose: 'not_seen' });
      expect(reading.elements[1]![answer]).toEqual(['means.force']);
    }
  });
  it('are all open when nothing was asked', () => {
    expect(readElements(elements, after, {}, null).missing).toEqual(['act', 'means', 'purpose']);
  });
  it('never amount to a decision', () => {
    const reading = readElements(elements, after, allOf('yes'), aged(30));
    expect(reading.missing).toEqual([]);
    expect(Object.keys(reading).sort()).toEqual(['elements', 'means_needed', 'missing', 'reasons', 'set']);
    expect(reading.reasons.at(-1)!.code).toBe('indicators_decide_nothing');
  });
  it('ask an adult for the means, under either law', () => {
    for (const rule of [before, after])
      expect(readElements(elements, rule, actAndPurpose, aged(18)).missing).toEqual(['means']);
  });
  it('ask a girl of 17 for no means under the law of 2024, and say that the Penal Code does', () => {
    const reading = readElements(elements, after, actAndPurpose, aged(17));
    expect(reading.missing).toEqual([]);
    expect(stateOf(reading).means).toBe('not_required');
    expect(reading.reasons.map(each => each.code)).toContain('means_needed_in_penal_code');
  });
  it('asked a girl of 17 for the means before 1 July 2025, and one of 15 for none', () => {
    expect(readElements(elements, before, actAndPurpose, aged(17)).missing).toEqual(['means']);
    expect(readElements(elements, before, actAndPurpose, aged(15)).missing).toEqual([]);
  });
  it('do not mention the Penal Code where both laws agree on the age', () => {
    for (const years of [15, 18])
      expect(readElements(elements, after, {}, aged(years)).reasons.map(each => each.code)).not.toContain(
        'means_needed_in_penal_code',
      );
  });
  it('leave the means open when the year of birth allows both ages', () => {
    const reading = readElements(elements, after, actAndPurpose, { least: 17, most: 18 });
    expect(reading.means_needed).toBe('depends_on_age');
    expect(reading.missing).toEqual(['means']);
    expect(reading.reasons.map(each => each.code)).toContain('means_depend_on_age');
  });
  it('show the means of a child too when somebody names them', () => {
    const reading = readElements(elements, after, { ...actAndPurpose, 'means.deceit': 'yes' }, aged(12));
    expect(stateOf(reading).means).toBe('present');
  });
  it('sort every question into exactly one pile', () => {
    const answers = fc.dictionary(
      fc.constantFrom(...elements.items.map(each => each.code)),
      fc.constantFrom<Answer>('yes', 'no', 'unknown', 'declined', 'not_asked'),
    );
    fc.assert(
      fc.property(answers, given => {
        const reading = readElements(elements, after, given, aged(20));
        const piles = reading.elements.flatMap(each => [
          each.yes,
          each.unknown,
          each.declined,
          each.not_asked,
        ]);
        const no = elements.items.filter(each => given[each.code] === 'no').length;
        expect(piles.flat().length + no).toBe(elements.items.length);
        expect(new Set(piles.flat()).size).toBe(piles.flat().length);
      }),
    );
  });
});

describe('the supporting indicators', () => {
  const items = support.items.filter(each => each.dimension === 'coercion_at_destination');
  const adult = (strength: string) => items.filter(each => each.adult === strength).map(each => each.code);
  const reading = (yes: string[], rest: Answer = 'no') => {
    const answers = Object.fromEntries(
      items.map(each => [each.code, yes.includes(each.code) ? 'yes' : rest]),
    );
    return readSupport(support, answers as Answers, aged(30)).dimensions.find(
      each => each.dimension === 'coercion_at_destination',
    )!;
  };
  const [strong, medium, weak] = [adult('strong'), adult('medium'), adult('weak')];
  it.each([
    ['one strong alone', strong.slice(0, 1), 'not_positive'],
    ['two medium alone', medium.slice(0, 2), 'not_positive'],
    ['one medium and one weak', [...medium.slice(0, 1), ...weak.slice(0, 1)], 'not_positive'],
    ['two strong', strong.slice(0, 2), 'positive'],
    ['one strong and one weak', [...strong.slice(0, 1), ...weak.slice(0, 1)], 'positive'],
    ['three medium', medium.slice(0, 3), 'positive'],
    ['two medium and one weak', [...medium.slice(0, 2), ...weak.slice(0, 1)], 'positive'],
  ])('%s', (_, yes, state) => expect(reading(yes).state).toBe(state));
  it('are open, not negative, while answers are missing', () => {
    expect(reading([], 'declined').state).toBe('open');
    expect(reading(strong.slice(0, 1), 'not_asked').state).toBe('open');
  });
  it('read who may be a child by the list for children', () => {
    expect(readSupport(support, {}, null).tier).toBe('child');
    expect(readSupport(support, {}, { least: 17, most: 18 }).tier).toBe('child');
    expect(readSupport(support, {}, aged(18)).tier).toBe('adult');
  });
  it('always name their secondary source and decide nothing', () => {
    const codes = readSupport(support, {}, null).reasons.map(each => each.code);
    expect(codes).toEqual(['support_tier_child', 'support_secondary_source', 'indicators_decide_nothing']);
  });
});
