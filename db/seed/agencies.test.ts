/* Offices through two re-organisations: nobody is succeeded by nothing, nothing lies in an area that was not there. */
import { describe, expect, test } from 'vitest';
import { getDay } from '../../kernel/day.ts';
import {
  AGENCIES,
  answerableOn,
  findOfficeOn,
  getOffice,
  getOfficeById,
  isOpenOn,
  OFFICES,
  type Office,
} from './agencies.ts';
import { getUnit, MERGER, UNITS } from './units.ts';

const pilotTime = getDay('2021-09-15');
const today = getDay('2026-11-24');
const within = (
  inner: Pick<Office, 'valid_from' | 'valid_to'>,
  outer: { valid_from: string | null; valid_to: string | null },
) =>
  (outer.valid_from ?? '') <= (inner.valid_from ?? '') &&
  (inner.valid_to ?? '9999') <= (outer.valid_to ?? '9999');

describe('refused', () => {
  test('an office that ended is not there any more', () => {
    expect(findOfficeOn('cong-an', 'huyen-083', getDay('2025-02-28'))?.short.vi).toBe('CA Mường Khương');
    expect(findOfficeOn('cong-an', 'huyen-083', getDay('2025-03-01'))).toBeNull();
    expect(findOfficeOn('ldtbxh', 'so', today)).toBeNull();
    expect(findOfficeOn('vks', 'huyen-083', MERGER)).toBeNull();
    expect(() => getOffice('cong-an/xa-02641@2025')).toThrow();
  });

  test('the Border Guard has no office in former Yên Bái', () => {
    const far = OFFICES.filter(o => o.agency === 'bien-phong' && getUnit(o.unit).key.startsWith('15@old'));
    expect(far).toEqual([]);
  });
});

test('an office never outlives its area or its parent', () => {
  for (const office of OFFICES) {
    expect(within(office, getUnit(office.unit)), `${office.key} and its area`).toBe(true);
    for (const commune of office.covers) expect(within(office, getUnit(commune)), office.key).toBe(true);
    if (office.parent)
      expect(within(office, getOfficeById(office.parent)), `${office.key} and its parent`).toBe(true);
  }
});

test('keys and ids are unique, and agencies known', () => {
  expect(new Set(OFFICES.map(office => office.key)).size).toBe(OFFICES.length);
  expect(new Set(OFFICES.map(office => office.id)).size).toBe(OFFICES.length);
  const keys = new Set(AGENCIES.map(agency => agency.key));
  expect(OFFICES.filter(office => !keys.has(office.agency))).toEqual([]);
});

test('somebody answers today for every office that ended', () => {
  for (const office of OFFICES) {
    // The committees and unions of districts have no successor of their kind; what they held is found through the lineage of their area.
    if (/^(ubnd|phu-nu)(-yb)?\/huyen/.test(office.key)) continue;
    expect(answerableOn(office, today).length, office.key).toBeGreaterThan(0);
  }
});

test('each successor begins where the other ended, or was there already', () => {
  for (const office of OFFICES) {
    for (const id of office.successor_of) {
      const before = getOfficeById(id);
      expect(before.valid_to, before.key).not.toBeNull();
      expect(isOpenOn(office, before.valid_to!), `${before.key} → ${office.key}`).toBe(true);
    }
  }
});

test('victim support: district social affairs in the pilot, the Department of Health now', () => {
  const then = findOfficeOn('ldtbxh', 'huyen-083', pilotTime)!;
  expect(then.competences).toContain('support');
  expect(answerableOn(then, today).map(office => office.key)).toEqual(['y-te/so@2025']);
  expect(answerableOn(then, getDay('2025-05-01')).map(office => office.key)).toEqual(['y-te/so@2025-03']);
});

test('identification: district and provincial police in the pilot, provincial police alone now', () => {
  const may = (day: typeof today) =>
    OFFICES.filter(o => isOpenOn(o, day) && o.competences.includes('identify'));
  expect(new Set(may(pilotTime).map(office => office.level))).toEqual(new Set(['province', 'district']));
  expect(may(today).map(office => office.key)).toEqual(['cong-an/tinh@2025', 'cong-an/pc02@2025']);
});

test('each of the 99 new communes has its police and its committee, succeeding those of all its predecessors', () => {
  for (const commune of UNITS.filter(unit => unit.level === 'commune' && unit.valid_from === MERGER)) {
    for (const agency of ['cong-an', 'ubnd']) {
      const office = getOffice(`${agency}/xa-${commune.code}@2025`);
      expect(office.unit).toBe(commune.id);
      expect(office.successor_of.length).toBeGreaterThan(0);
    }
  }
  const succeeded = OFFICES.filter(o => /^cong-an\/xa.*@2025$/.test(o.key)).flatMap(o => o.successor_of);
  expect([succeeded.length, new Set(succeeded).size]).toEqual([319, 319]);
});

test('every new commune has exactly one regional court and one regional procuracy', () => {
  for (const agency of ['vks', 'toa-an']) {
    const covered = OFFICES.filter(o => o.agency === agency && o.key.includes('/khu-vuc-')).flatMap(
      o => o.covers,
    );
    expect([covered.length, new Set(covered).size]).toEqual([99, 99]);
  }
});

test('what is invented says so', () => {
  expect(getOffice('nhan-ai/nha@2025').invented).toContain('giả định');
  expect(OFFICES.filter(office => office.key.includes('/khu-vuc-') && !office.invented)).toEqual([]);
  expect(getOffice('bien-phong/pha-long@old').invented).toBeNull();
});
