/**
 * Reads answers against a list of indicators and says which elements of trafficking may be there, what has not been asked and
 * why the age matters. It never says that somebody is or is not a victim: only a competent body does. An answer a person
 * declined to give, did not know, or was never asked for is never taken for "no". Pure; the browser may use it too.
 */
import type { Reason } from '../../kernel/rule/reason.ts';
import type { AgeRule, Element, LegalElements, Strength, SupportIndicators } from '../schema.ts';

export type Answer = 'yes' | 'no' | 'unknown' | 'declined' | 'not_asked';
/** By indicator code; a code that is missing was not asked. */
export type Answers = Readonly<Record<string, Answer>>;
/** Whole years, as `ageOn` gives them; null when nothing is known. */
export type AgeRange = { least: number; most: number } | null;

export type ElementFinding = {
  element: Element;
  /** `not_required`: nobody said yes and the person's age makes the element unnecessary. */
  state: 'present' | 'not_seen' | 'open' | 'not_required';
  yes: string[];
  unknown: string[];
  declined: string[];
  not_asked: string[];
};

export type LegalReading = {
  set: { id: string; version: number };
  means_needed: 'yes' | 'no' | 'depends_on_age';
  elements: ElementFinding[];
  /** Elements for which no "yes" was given and which the age does not excuse: what to ask about next. */
  missing: Element[];
  reasons: Reason[];
};

/**
 * The three elements under the age rule of the era (chosen by day with `valid_from` and `valid_to`).
 * `age` is the age at the time of the acts.
 */
export function readElements(
  set: LegalElements,
  rule: AgeRule,
  answers: Answers,
  age: AgeRange,
): LegalReading {
  const needed = meansNeeded(rule, age);
  const elements = (['act', 'means', 'purpose'] as const).map(element => {
    const codes = set.items.filter(each => each.element === element).map(each => each.code);
    return findElement(element, codes, answers, element === 'means' && needed === 'no');
  });
  const missing = elements
    .filter(({ state }) => state === 'open' || state === 'not_seen')
    .map(({ element }) => element);
  return {
    set: { id: set.id, version: set.version },
    means_needed: needed,
    elements,
    missing,
    reasons: [
      ...elements.map(sayElement),
      ...sayAge(rule, age, needed),
      { code: 'indicators_decide_nothing', params: {}, article: set.article },
    ],
  };
}

export type DimensionReading = {
  dimension: string;
  /** `open`: answers still missing could make it positive. */
  state: 'positive' | 'open' | 'not_positive';
  strong: number;
  medium: number;
  weak: number;
};

export type SupportReading = {
  set: { id: string; version: number };
  tier: 'adult' | 'child';
  dimensions: DimensionReading[];
  reasons: Reason[];
};

/**
 * The operational indicators, dimension by dimension: positive with two strong, or one strong and one other, or three medium, or
 * two medium and one weak. A person who may be under 18 is read by the children's list. Support only; a secondary source.
 */
export function readSupport(set: SupportIndicators, answers: Answers, age: AgeRange): SupportReading {
  const tier = age !== null && age.least >= 18 ? 'adult' : 'child';
  const dimensions = set.dimensions.map(({ code }): DimensionReading => {
    const items = set.items.filter(each => each.dimension === code && each[tier] !== null);
    const strengths = (wanted: (answer: Answer) => boolean) =>
      items.filter(each => wanted(answers[each.code] ?? 'not_asked')).map(each => each[tier] as Strength);
    const seen = strengths(answer => answer === 'yes');
    const possible = strengths(answer => answer !== 'no');
    const state = isPositive(seen) ? 'positive' : isPositive(possible) ? 'open' : 'not_positive';
    const count = (strength: Strength) => seen.filter(each => each === strength).length;
    return { dimension: code, state, strong: count('strong'), medium: count('medium'), weak: count('weak') };
  });
  return {
    set: { id: set.id, version: set.version },
    tier,
    dimensions,
    reasons: [
      { code: `support_tier_${tier}`, params: {} },
      ...dimensions
        .filter(each => each.state === 'positive')
        .map(
          (each): Reason => ({
            code: 'support_dimension_positive',
            params: {
              dimension: each.dimension,
              strong: each.strong,
              medium: each.medium,
              weak: each.weak,
            },
          }),
        ),
      { code: 'support_secondary_source', params: {}, article: set.article },
      { code: 'indicators_decide_nothing', params: {} },
    ],
  };
}

function isPositive(strengths: readonly Strength[]): boolean {
  const count = (strength: Strength) => strengths.filter(each => each === strength).length;
  const [strong, medium, weak] = [count('strong'), count('medium'), count('weak')];
  return strong >= 2 || (strong === 1 && medium + weak >= 1) || medium >= 3 || (medium === 2 && weak >= 1);
}

function meansNeeded(rule: AgeRule, age: AgeRange): LegalReading['means_needed'] {
  if (age === null) return 'depends_on_age';
  if (age.most < rule.limit) return 'no';
  return age.least >= rule.limit ? 'yes' : 'depends_on_age';
}

function findElement(element: Element, codes: string[], answers: Answers, excused: boolean): ElementFinding {
  const having = (answer: Answer) => codes.filter(code => (answers[code] ?? 'not_asked') === answer);
  const [yes, unknown, declined, notAsked] = [
    having('yes'),
    having('unknown'),
    having('declined'),
    having('not_asked'),
  ];
  const open = unknown.length + declined.length + notAsked.length > 0;
  const state = yes.length > 0 ? 'present' : excused ? 'not_required' : open ? 'open' : 'not_seen';
  return { element, state, yes, unknown, declined, not_asked: notAsked };
}

function sayElement({ element, state, yes, unknown, declined, not_asked }: ElementFinding): Reason {
  if (state === 'present') return { code: 'element_present', params: { element, count: yes.length } };
  if (state !== 'open') return { code: `element_${state}`, params: { element } };
  return {
    code: 'element_open',
    params: {
      element,
      unknown: unknown.length,
      declined: declined.length,
      not_asked: not_asked.length,
    },
  };
}

/** Says what the age does to the means, and where the Penal Code draws another line than the law that protects. */
function sayAge(rule: AgeRule, age: AgeRange, needed: LegalReading['means_needed']): Reason[] {
  const { limit, criminal_limit, article } = rule;
  const code = { yes: 'means_needed', no: 'means_not_needed', depends_on_age: 'means_depend_on_age' }[needed];
  const reasons: Reason[] = [{ code, params: { limit }, article }];
  const between = age === null || (age.least < limit && age.most >= criminal_limit);
  if (criminal_limit < limit && between)
    reasons.push({
      code: 'means_needed_in_penal_code',
      params: { limit, criminal_limit },
      article: 'Điều 150, Điều 151 BLHS 2015',
    });
  return reasons;
}
