/* What is decided without a database: the words for what was counted, for whom a place is, how far it is, and what a sender is warned of. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { concernsOf } from './concerns.ts';
import { freeOf, standingOf } from './counts.ts';
import { kilometresBetween, pointOf } from './distance.ts';
import { checklistFamily } from './reviews.ts';
import { unfitFor } from './serves.ts';

const today = '2026-03-01' as Day;
const none = {
  reviewedOn: today,
  unmetEssential: 0,
  unmet: 0,
  openImprovements: 0,
  overdueImprovements: 0,
};
const forWomen = {
  servedSex: ['female'],
  ageFrom: 16,
  ageTo: null,
  withChildren: 'no',
  servedNationality: 'vietnamese',
  languages: ['vie', 'hmn'],
};

describe('the word for a facility', () => {
  test('nobody has looked: not even open improvements make a finding of it', () => {
    expect(standingOf({ ...none, reviewedOn: null, openImprovements: 2 })).toBe('not_reviewed');
  });
  test('something essential missing is below, whatever else is well', () => {
    expect(standingOf({ ...none, unmetEssential: 1, unmet: 1 })).toBe('below');
  });
  test('anything else unmet, or an improvement not yet verified, is an open finding', () => {
    expect(standingOf({ ...none, unmet: 1 })).toBe('open_findings');
    expect(standingOf({ ...none, openImprovements: 1 })).toBe('open_findings');
    expect(standingOf(none)).toBe('meets');
  });
  test('a house with more people than places has none free, and never less than none', () => {
    expect(freeOf({ places: 4, taken: 6 })).toBe(0);
    expect(freeOf({ places: null, taken: 0 })).toBeNull();
  });
});

describe('for whom it is', () => {
  test('each reason against it is named', () => {
    const asking = { sex: 'male', born: '2012', nationality: 'LA', spoken: ['lao'], children: 1 };
    expect(unfitFor(forWomen, asking, today)).toEqual(['sex', 'age', 'nationality', 'children', 'language']);
    expect(unfitFor(forWomen, { nationality: 'XXA' }, today)).toEqual([]);
  });
  test('a child that came with somebody is for a house that takes women with their children, and for no other', () => {
    const infant = { sex: 'male', born: '2025-11', nationality: 'VN', beside: true };
    expect(unfitFor({ ...forWomen, withChildren: 'yes' }, infant, today)).toEqual([]);
    expect(unfitFor(forWomen, infant, today)).toEqual(['sex', 'age']);
    expect(unfitFor({ ...forWomen, withChildren: 'yes' }, { ...infant, beside: false }, today)).toEqual([
      'sex',
      'age',
    ]);
  });
  test('what is not known is no reason, nor is a year in which she may be old enough', () => {
    expect(unfitFor(forWomen, {}, today)).toEqual([]);
    expect(unfitFor(forWomen, { born: '2010' }, today)).toEqual([]);
    expect(unfitFor(forWomen, { born: '2011' }, today)).toEqual(['age']);
  });
});

describe('what a sender is warned of', () => {
  const house = {
    ...forWomen,
    id: 'a',
    state: 'open',
    services: ['safe_house'],
    free: 2,
    standing: 'meets' as const,
  };
  const reasons = (houses: readonly (typeof house)[], services = ['safe_house']) =>
    concernsOf(houses as never, services, { sex: 'female' }, today).map(issue => issue.reason);
  test('full, paused, below the standard, not offered', () => {
    const worst = { ...house, state: 'paused', free: 0, standing: 'below' as never };
    expect(reasons([worst])).toEqual(['facility_paused', 'no_free_place', 'facility_below']);
    expect(reasons([house], ['legal_aid'])).toEqual(['service_not_offered']);
  });
  test('one house of several that is free and sound is enough; without any facility nothing is said', () => {
    expect(reasons([{ ...house, free: 0 }, house])).toEqual([]);
    expect(reasons([])).toEqual([]);
  });
});

test('from Lào Cai to Y Tý is some forty kilometres in a straight line, and to itself none', () => {
  const laoCai = pointOf('103.9703', '22.4856')!;
  const yTy = pointOf('103.6056', '22.6397')!;
  expect(Math.round(kilometresBetween(laoCai, yTy))).toBe(41);
  expect(kilometresBetween(laoCai, laoCai)).toBe(0);
  expect(pointOf('103.9', null)).toBeNull();
  expect(pointOf('x', '22')).toBeNull();
});

test('the checklists: none without an essential line, none that claims more than its source', () => {
  expect(rules.standards.map(list => list.family).sort()).toEqual([
    'facility.residential',
    'facility.service',
  ]);
  for (const list of rules.standards) {
    expect(list.confidence).toBe('practice');
    expect(list.items.filter(item => item.essential).length).toBeGreaterThan(2);
    for (const item of list.items)
      expect([item.code, item.confidence === 'practice' || /Điều/.test(item.article)]).toEqual([
        item.code,
        true,
      ]);
  }
  expect(checklistFamily('shelter')).toBe('facility.residential');
  expect(checklistFamily('legal_aid_centre')).toBe('facility.service');
});
