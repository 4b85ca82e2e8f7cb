/* The units of both eras: the counts of the merger resolutions, the lineage, and the traps that a match by name would fall into. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getDay } from '../../kernel/day.ts';
import { buildUnits, oneRowALine } from './build/units.ts';
import {
  childUnits,
  formerDistrict,
  getUnit,
  getUnitByCode,
  LINEAGE,
  MERGER,
  predecessorUnits,
  successorUnits,
  UNITS,
} from './units.ts';

const before = getDay('2025-06-30');
const communes = UNITS.filter(unit => unit.level === 'commune');
const oldCommunes = communes.filter(unit => unit.valid_to !== null);

describe('refused', () => {
  test('a code outside its era is not found', () => {
    expect(() => getUnitByCode('10', MERGER)).toThrow();
    expect(() => getUnitByCode('082', MERGER)).toThrow();
    expect(() => getUnitByCode('02641', MERGER)).toThrow();
    expect(() => getUnit('00000000-0000-5000-8000-000000000000')).toThrow();
  });

  test('there is no finding by name: the name "Phường Cam Đường" would lead to another unit than its code', () => {
    const now = getUnitByCode('02671', MERGER);
    const then = getUnitByCode('02671', before);
    expect([now.full_name, then.full_name]).toEqual(['Phường Cam Đường', 'Phường Nam Cường']);
    expect(now.id).not.toBe(then.id);
    const namesake = getUnitByCode('02674', before);
    expect(namesake.name).toBe('Cam Đường');
    expect(namesake.id).not.toBe(now.id);
    const elsewhere = communes.filter(unit => unit.valid_from === MERGER && unit.name === 'Nam Cường');
    expect(elsewhere.map(unit => [unit.code, formerDistrict(unit).code])).toEqual([['04273', '132']]);
  });
});

describe('counts', () => {
  test('151 + 168 communes, 9 + 9 districts, two provinces before; 99 communes in one province after', () => {
    const count = (code: string) => childUnits(getUnitByCode(code, before).id);
    expect(count('10').length).toBe(9);
    expect(count('15').length).toBe(9);
    const inside = (code: string) => count(code).flatMap(district => childUnits(district.id)).length;
    expect([inside('10'), inside('15'), oldCommunes.length]).toEqual([151, 168, 319]);
    const after = childUnits(getUnitByCode('15', MERGER).id);
    expect(after.length).toBe(99);
    expect(after.filter(unit => unit.unit_type === 'Phường').length).toBe(10);
    expect(UNITS.length).toBe(2 + 18 + 319 + 1 + 99);
  });

  test('five pilot areas with 78 communes, and 22 successor communes', () => {
    const pilots = UNITS.filter(unit => unit.pilot);
    expect(pilots.filter(unit => unit.level === 'district').map(unit => unit.code)).toEqual([
      '080',
      '082',
      '083',
      '084',
      '086',
    ]);
    expect(pilots.filter(unit => unit.level === 'commune').length).toBe(78);
    expect(UNITS.filter(unit => unit.pilot_successor).length).toBe(22);
    expect(UNITS.filter(unit => unit.pilot_successor && unit.pilot)).toEqual([]);
  });

  test('ids and keys are unique although 99 codes are used in both eras', () => {
    expect(new Set(UNITS.map(unit => unit.id)).size).toBe(UNITS.length);
    expect(new Set(UNITS.map(unit => unit.key)).size).toBe(UNITS.length);
    expect(UNITS.length - new Set(UNITS.map(unit => unit.code)).size).toBe(100);
  });

  test('every point lies in the two provinces, longitude first', () => {
    for (const { key, point } of UNITS) {
      expect(point[0] > 103.4 && point[0] < 105.2 && point[1] > 21.3 && point[1] < 22.9, key).toBe(true);
    }
  });
});

describe('lineage', () => {
  test('every old commune has exactly one successor, whole, on the day it ends', () => {
    for (const commune of oldCommunes) {
      const rows = successorUnits(commune.id);
      expect(rows.length, commune.key).toBe(1);
      expect(rows[0]!.share).toBe(1);
      expect(rows[0]!.on).toBe(commune.valid_to);
      expect(getUnit(rows[0]!.successor).valid_from).toBe(MERGER);
    }
  });

  test('every new commune has predecessors, and keeps the code of one of them', () => {
    for (const commune of childUnits(getUnitByCode('15', MERGER).id)) {
      const from = predecessorUnits(commune.id).map(row => getUnit(row.predecessor));
      expect(from.filter(unit => unit.level === 'commune').map(unit => unit.code)).toContain(commune.code);
    }
  });

  test('a district dissolves into the successors of its communes, shares adding up to one', () => {
    for (const district of UNITS.filter(unit => unit.level === 'district')) {
      const rows = successorUnits(district.id);
      const viaCommunes = childUnits(district.id).map(commune => successorUnits(commune.id)[0]!.successor);
      expect(new Set(rows.map(row => row.successor))).toEqual(new Set(viaCommunes));
      expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 2);
      expect(new Set(rows.map(row => row.kind))).toEqual(new Set(['dissolve']));
    }
  });

  test('by lineage 23 communes hold pilot ground: the 22, and Lùng Phình that took in one commune of Si Ma Cai', () => {
    const pilotCommunes = oldCommunes.filter(unit => unit.pilot);
    const holders = new Set(pilotCommunes.map(unit => successorUnits(unit.id)[0]!.successor));
    const beyond = [...holders].map(getUnit).filter(unit => !unit.pilot_successor);
    expect([holders.size, beyond.map(unit => unit.code)]).toEqual([23, ['02848']]);
  });

  test('both provinces merged into the new one; only communes that stayed alone moved or were renamed', () => {
    const province = getUnitByCode('15', MERGER);
    const provinces = predecessorUnits(province.id).map(row => getUnit(row.predecessor).key);
    expect(provinces).toEqual(['10@old', '15@old']);
    const alone = LINEAGE.filter(row => row.kind === 'move' || row.kind === 'rename');
    expect(alone.length).toBe(8);
    expect(alone.filter(row => row.kind === 'rename').map(row => getUnit(row.successor).code)).toEqual([
      '04603',
    ]);
  });
});

test('the committed files are what the sources make', () => {
  const { units, lineage } = buildUnits();
  const committed = (name: string) =>
    readFileSync(new URL(`../../data/units/${name}`, import.meta.url), 'utf8');
  expect(committed('units.json')).toBe(oneRowALine(units));
  expect(committed('lineage.json')).toBe(oneRowALine(lineage));
});
