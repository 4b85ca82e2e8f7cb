/*
 * Makes `data/units/units.json` and `data/units/lineage.json` from the two published lists in `data/units/source/`.
 * Units are matched by code inside one era and never by name: "Phường Cam Đường" of today carries the code that Phường Nam Cường had.
 * Run it with `node db/seed/build/units.ts`; a test fails when the committed files differ from what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { nameId } from '../ids.ts';

/** From this day the districts are gone and the two provinces are one (NQ 202/2025/QH15, NQ 1673/NQ-UBTVQH15). */
export const MERGER_DAY = '2025-07-01';

/** One unit in one era, as `units.json` holds it. `point` is [longitude, latitude], WGS 84. */
export type UnitRow = {
  key: string;
  id: string;
  level: 'province' | 'district' | 'commune';
  code: string;
  name: string;
  full_name: string;
  name_en: string;
  unit_type: string;
  also: string[];
  parent: string | null;
  valid_from: string | null;
  valid_to: string | null;
  pilot: boolean;
  pilot_successor: boolean;
  point: [number, number];
};

/** `share` is the part of the predecessor's communes that went to this successor (1 for a commune: none was divided). */
export type LineageRow = {
  predecessor: string;
  successor: string;
  kind: 'merge' | 'rename' | 'move' | 'dissolve';
  on: string;
  share: number;
};

type Official = {
  level: string;
  code: string;
  full_name: string;
  unit_type: string;
  parent_code: string;
  province_code: string;
  valid_from: string;
  pilot_2021: string;
};
type Move = Record<
  | 'old_province_code'
  | 'old_province'
  | 'district_code'
  | 'district'
  | 'old_code'
  | 'old_name'
  | 'old_lat'
  | 'old_lon'
  | 'new_code'
  | 'new_name'
  | 'new_lat'
  | 'new_lon',
  string
>;

const FOLDER = new URL('../../../data/units/', import.meta.url);

export function buildUnits(): { units: UnitRow[]; lineage: LineageRow[] } {
  const official = readCsv<Official>('source/lao_cai_units.csv');
  const moves = readCsv<Move>('source/communes_old_to_new.csv').sort((a, b) =>
    a.old_code < b.old_code ? -1 : 1,
  );
  const pilotDistricts = new Set(
    official.filter(row => row.level === 'district' && row.pilot_2021 === '1').map(row => row.code),
  );
  const listed = (code: string, old: boolean) =>
    official.find(row => row.code === code && (row.valid_from === '') === old) ??
    fail(`${code} is in no list`);
  const byOldCode = new Map(moves.map(move => [move.old_code, move]));
  const units: UnitRow[] = [];

  for (const provinceCode of ['10', '15']) {
    const inProvince = moves.filter(move => move.old_province_code === provinceCode);
    const province = unit(
      listed(provinceCode, true),
      inProvince[0]!.old_province,
      null,
      oldPoint(inProvince),
    );
    units.push(province);
    for (const [districtCode, inDistrict] of groups(inProvince, move => move.district_code)) {
      const pilot = pilotDistricts.has(districtCode);
      const district = unit(
        listed(districtCode, true),
        inDistrict[0]!.district,
        province,
        oldPoint(inDistrict),
      );
      units.push({ ...district, pilot });
      for (const move of inDistrict) {
        units.push({
          ...unit(listed(move.old_code, true), move.old_name, district, oldPoint([move])),
          pilot,
        });
      }
    }
  }
  const newProvince = unit(listed('15', false), 'Tỉnh Lào Cai', null, newPoint(moves));
  units.push(newProvince);
  const successors = groups(moves, move => move.new_code);
  for (const [code, predecessors] of successors) {
    const row = unit(listed(code, false), predecessors[0]!.new_name, newProvince, newPoint(predecessors));
    // The 22 of the facts: the successor whose code belonged to a pilot commune. Lùng Phình also took in one pilot commune, and is not among them.
    units.push({ ...row, pilot_successor: pilotDistricts.has(byOldCode.get(code)!.district_code) });
  }
  return { units, lineage: lineageOf(moves, successors, units) };
}

function lineageOf(moves: Move[], successors: [string, Move[]][], units: UnitRow[]): LineageRow[] {
  const idOf = new Map(units.map(unit => [`${unit.code}@${unit.valid_from ?? ''}`, unit.id]));
  const old = (code: string) => idOf.get(`${code}@`) ?? fail(code);
  const now = (code: string) => idOf.get(`${code}@${MERGER_DAY}`) ?? fail(code);
  const sizeOf = new Map(successors.map(([code, predecessors]) => [code, predecessors.length]));
  const row = (
    predecessor: string,
    successor: string,
    kind: LineageRow['kind'],
    share: number,
  ): LineageRow => ({
    predecessor: old(predecessor),
    successor: now(successor),
    kind,
    on: MERGER_DAY,
    share: Math.round(share * 1e4) / 1e4,
  });
  return [
    row('10', '15', 'merge', 1),
    row('15', '15', 'merge', 1),
    ...groups(moves, move => move.district_code).flatMap(([district, inDistrict]) =>
      groups(inDistrict, move => move.new_code).map(([code, part]) =>
        row(district, code, 'dissolve', part.length / inDistrict.length),
      ),
    ),
    ...moves.map(move => {
      const alone = sizeOf.get(move.new_code) === 1;
      const kind = !alone ? 'merge' : move.old_name === move.new_name ? 'move' : 'rename';
      return row(move.old_code, move.new_code, kind, 1);
    }),
  ];
}

function unit(listed: Official, fullName: string, parent: UnitRow | null, point: [number, number]): UnitRow {
  const name = fullName.replace(/^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Phường|Xã) /, '');
  return {
    key: `${parent ? `${parent.key.split('@')[0]}/` : ''}${listed.code}@${listed.valid_from.slice(0, 4) || 'old'}`,
    id: nameId('unit', `${listed.code}@${listed.valid_from}`),
    level: listed.level as UnitRow['level'],
    code: listed.code,
    name,
    full_name: fullName,
    name_en: withoutMarks(name),
    unit_type: listed.unit_type,
    also: listed.full_name === fullName ? [] : [listed.full_name],
    parent: parent?.id ?? null,
    valid_from: listed.valid_from || null,
    valid_to: listed.valid_from ? null : MERGER_DAY,
    pilot: false,
    pilot_successor: false,
    point,
  };
}

/** Vietnamese without its marks: `Đ` has no decomposition in Unicode and is replaced by hand. */
function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D').replace(/đ/g, 'd');
}

function oldPoint(moves: Move[]): [number, number] {
  return middle(moves.map(move => [Number(move.old_lon), Number(move.old_lat)]));
}

function newPoint(moves: Move[]): [number, number] {
  const points = new Map(moves.map(move => [move.new_code, [Number(move.new_lon), Number(move.new_lat)]]));
  return middle([...points.values()] as [number, number][]);
}

/** The mean of the communes' points: a place to write a name at, not a centre of area or of people. */
function middle(points: [number, number][]): [number, number] {
  const mean = (axis: 0 | 1) =>
    Math.round((points.reduce((sum, p) => sum + p[axis], 0) / points.length) * 1e4) / 1e4;
  return [mean(0), mean(1)];
}

function groups<T>(rows: T[], keyOf: (row: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function readCsv<T>(path: string): T[] {
  return parse(readFileSync(new URL(path, FOLDER)), { columns: true }) as T[];
}

function fail(reason: string): never {
  throw new Error(reason);
}

/** JSON with one row a line: small, and a change shows as one line in a diff. */
export function oneRowALine(rows: readonly unknown[]): string {
  return `[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]\n`;
}

if (import.meta.main) {
  const { units, lineage } = buildUnits();
  writeFileSync(new URL('units.json', FOLDER), oneRowALine(units));
  writeFileSync(new URL('lineage.json', FOLDER), oneRowALine(lineage));
}
