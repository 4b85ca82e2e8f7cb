/* The invented facilities fit what they refer to: offices and communes of today, lines of the checklist, and improvements only of what was not met. */
import { expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { checklistFamily, facility, facilityReview, improvement } from '../../modules/facilities/index.ts';
import { findChecklist } from '../../server/terms.ts';
import { getOffice } from './agencies.ts';
import { FACILITIES } from './facilities.ts';
import { getUnitByCode, MERGER } from './units.ts';
import { peakOf } from './write-facilities.ts';

const codesOf = (field: { options: { codes?: readonly string[] } }) => field.options.codes ?? [];

test('every facility is run by an office of today, lies in a commune of today and speaks in declared codes', () => {
  for (const one of FACILITIES) {
    expect([one.key, getOffice(one.office).valid_to, getOffice(one.contact).valid_to]).toEqual([
      one.key,
      null,
      null,
    ]);
    expect(getUnitByCode(one.unit, MERGER).level).toBe('commune');
    expect(codesOf(facility.fields.facilityKind)).toContain(one.kind);
    for (const code of one.services) expect(codesOf(facility.fields.services)).toContain(code);
    for (const code of one.languages) expect(codesOf(facility.fields.languages)).toContain(code);
    // A secret place is told nowhere but in the sealed line.
    if (one.secret) expect([one.key, one.place]).toEqual([one.key, undefined]);
  }
  expect(new Set(FACILITIES.map(one => one.key)).size).toBe(FACILITIES.length);
});

test('what a visit found are lines of its checklist; an improvement belongs to something that was not met, and what is done has its evidence', () => {
  let seen = 0;
  for (const one of FACILITIES)
    for (const visit of one.visits) {
      const list = findChecklist(checklistFamily(one.kind), '2026-01-01' as Day);
      const codes = list?.items.map(item => item.code) ?? [];
      for (const code of [...Object.keys(visit.unmet), ...(visit.notSeen ?? [])])
        expect(codes).toContain(code);
      expect(codesOf(facilityReview.fields.reviewKind)).toContain(visit.kind);
      for (const asked of visit.improvements) {
        expect(Object.keys(visit.unmet)).toContain(asked.item);
        expect(codesOf(improvement.fields.state)).toContain(asked.state);
        expect([asked.item, asked.state === 'open']).toEqual([asked.item, asked.evidence === undefined]);
        seen++;
      }
    }
  expect(seen).toBeGreaterThan(4);
});

test('the most places taken on one day: who leaves makes room on the same day', () => {
  const stay = (from: string, to: string | null, places = 1) => ({
    from: from as Day,
    to: to as Day | null,
    places,
  });
  expect(peakOf([])).toBe(0);
  expect(peakOf([stay('2026-01-01', '2026-01-05'), stay('2026-01-05', null)])).toBe(1);
  expect(
    peakOf([stay('2026-01-01', '2026-01-06', 2), stay('2026-01-05', null), stay('2026-03-01', null)]),
  ).toBe(3);
});
