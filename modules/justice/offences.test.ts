/* Which clauses and points an offence has, and what happens to a point the clause does not have. */
import { describe, expect, it } from 'vitest';
import { getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { OFFENCE_POINTS } from '../../rules/schema-justice.ts';
import { clauseOf, clausesOf, clauseWarnings, pointIssue, pointsOf } from './offences.ts';

const on = getDay('2026-03-01');
const clause = (article: number, number: number) => clauseOf(rules, `blhs2015.${article}`, number, on)!;

describe('a point of a clause', () => {
  it('the clause does not have is refused with those it has', () => {
    expect(pointIssue(clause(150, 2), 'g')).toEqual({
      issue: { field: 'point', reason: 'no_such_point', params: { clause: 2, points: 'a, b, c, d, đ, e' } },
      isKnown: true,
    });
    // Struck out in 2017: what follows it kept its letter.
    expect(pointIssue(clause(174, 3), 'b')?.issue.params).toMatchObject({ points: 'a, c' });
  });
  it('of a clause without points is refused', () => {
    expect(pointIssue(clause(347, 1), 'a')).toMatchObject({
      issue: { reason: 'clause_without_points' },
      isKnown: true,
    });
  });
  it('is only warned of where nobody has read the points', () => {
    expect(pointIssue(clause(153, 2), 'a')).toEqual({
      issue: { field: 'point', reason: 'points_unread' },
      isKnown: false,
    });
  });
  it('is only warned of where its points were written from memory, and so is the class of such a clause', () => {
    expect(pointIssue(clause(141, 2), 'k')).toMatchObject({
      issue: { reason: 'points_unread' },
      isKnown: false,
    });
    expect(pointIssue(clause(141, 2), 'a')).toBeNull();
    expect(clauseWarnings(clause(141, 4))).toEqual([{ field: 'clause', reason: 'clause_unread' }]);
    expect(clauseWarnings(clause(150, 2))).toEqual([]);
  });
  it('that the clause has, or none, is taken', () => {
    expect(pointIssue(clause(150, 2), 'dd')).toBeNull();
    expect(pointIssue(clause(153, 2), null)).toBeNull();
  });
});

describe('the list of offences', () => {
  it('has no clause on a day before the code was in force, and none of an offence it does not know', () => {
    expect(clausesOf(rules, 'blhs2015.150', getDay('2017-12-31'))).toEqual([]);
    expect(clauseOf(rules, 'blhs2015.150', 4, on)).toBeNull();
    expect(clauseOf(rules, 'blhs1999.119', 1, on)).toBeNull();
  });
  it.each([
    [141, ['NT', 'RNT', 'DBNT', 'RNT']],
    [142, ['RNT', 'DBNT', 'DBNT']],
    [147, ['INT', 'NT', 'RNT']],
    [157, ['INT', 'NT', 'RNT']],
    [169, ['NT', 'RNT', 'DBNT', 'DBNT', 'NT']],
    [170, ['NT', 'RNT', 'RNT', 'DBNT']],
    [327, ['NT', 'RNT', 'RNT', 'DBNT']],
    [341, ['INT', 'NT', 'NT']],
  ])('gives each clause of article %d its class', (article, classes) =>
    expect(clausesOf(rules, `blhs2015.${article}`, on).map(one => one.severity)).toEqual(classes),
  );
  it('writes the points of a clause in the order of their letters, each in both languages', () => {
    for (const offence of rules.offences)
      for (const one of offence.clauses) {
        const letters = pointsOf(one);
        expect([offence.id, one.clause, letters]).toEqual([
          offence.id,
          one.clause,
          OFFENCE_POINTS.filter(letter => letters.includes(letter)),
        ]);
      }
  });
  it('has clauses for every offence, so that whoever is charged can be detained by a class', () => {
    expect(rules.offences.filter(one => one.clauses.length === 0)).toEqual([]);
  });
});
