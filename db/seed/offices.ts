/*
 * Writes down the offices before they get ids: those of the province from a list, and those of stations, districts, regions and communes
 * generated from the units, so that 99 new commune police and 99 new People's Committees know whom they succeed. Offices are named here
 * by key: `agency/slug@era`, era being `old`, `2025-03` (departments reformed) or `2025` (provinces merged).
 */
import provincialRows from '../../data/agencies/provincial-offices.json' with { type: 'json' };
import stationRows from '../../data/agencies/stations.json' with { type: 'json' };
import { type Day, getDay } from '../../kernel/day.ts';
import type { Competence, Office } from './agencies.ts';
import {
  formerDistrict,
  getUnit,
  getUnitByCode,
  MERGER,
  predecessorUnits,
  UNITS,
  type UnitRow,
} from './units.ts';

export type OfficeDraft = Omit<Office, 'id' | 'agency' | 'parent' | 'unit' | 'covers' | 'successor_of'> & {
  parent: string | null;
  unit: UnitRow;
  covers: UnitRow[];
  after: string[];
};

/** District police and the departments of labour, invalids and social affairs are gone from this day: 28 February was their last. */
export const DEPARTMENTS_REFORMED: Day = getDay('2025-03-01');

const BEFORE_MERGER = getDay('2025-06-30');
const OLD = { valid_from: null, valid_to: MERGER };
const UNTIL_REFORM = { valid_from: null, valid_to: DEPARTMENTS_REFORMED };
const NEW = { valid_from: MERGER, valid_to: null };

const yenBai = getUnitByCode('15', BEFORE_MERGER);
const newLaoCai = getUnitByCode('15', MERGER);
const districts = UNITS.filter(unit => unit.level === 'district');
const communes = UNITS.filter(unit => unit.level === 'commune');

/** Regional courts and procuracies by former districts. The real list was not found (law.md L 7): number and areas are invented. */
const REGIONS = [
  ['080', '082'],
  ['086', '087'],
  ['083', '084', '085'],
  ['088', '089'],
  ['132', '138', '141'],
  ['135', '136'],
  ['133', '137', '139', '140'],
];

export function draftOffices(): OfficeDraft[] {
  return [
    ...provincialOffices(),
    ...stationOffices(),
    ...districts.flatMap(districtOffices),
    ...REGIONS.flatMap(regionalOffices),
    ...communes.flatMap(communeOffices),
  ];
}

function provincialOffices(): OfficeDraft[] {
  return provincialRows.map(row => ({
    ...named(row.key, row.vi, row.en, row.short_vi, row.short_en, row.competences as Competence[]),
    level: 'province' as const,
    parent: row.parent,
    unit: getUnitByCode(row.province, row.from === MERGER ? MERGER : BEFORE_MERGER),
    valid_from: row.from as Day | null,
    valid_to: row.to as Day | null,
    after: row.successor_of,
    invented: row.invented,
  }));
}

function stationOffices(): OfficeDraft[] {
  return stationRows.flatMap(row => {
    const draft = (era: 'old' | '2025'): OfficeDraft => {
      const codes = era === 'old' ? row.old : row.now;
      const watched = codes.map(code => getUnitByCode(code, era === 'old' ? BEFORE_MERGER : MERGER));
      const key = `bien-phong/${row.slug}@${era}`;
      return {
        ...named(key, row.vi, row.en, row.short_vi, row.short_en, ['receive', 'verify', 'rescue']),
        ...(era === 'old' ? OLD : NEW),
        level: 'commune',
        parent: `bien-phong/tinh@${era}`,
        unit: watched[0]!,
        covers: watched,
        after: era === 'old' ? [] : [`bien-phong/${row.slug}@old`],
        invented: row.invented ? 'Đồn và địa bàn phụ trách chưa được xác minh.' : null,
      };
    };
    return [draft('old'), draft('2025')];
  });
}

function districtOffices(district: UnitRow): OfficeDraft[] {
  const where = lowerFirst(district.full_name);
  const whereEn = `${district.name} ${ENGLISH_KIND[district.unit_type]}`;
  const draft = (
    agency: string,
    vi: string,
    en: string,
    short: string,
    competences: Competence[],
    validity: typeof OLD | typeof UNTIL_REFORM = OLD,
  ): OfficeDraft => ({
    ...named(
      `${agency}${suffix(district)}/huyen-${district.code}@old`,
      `${vi} ${where}`,
      `${en}, ${whereEn}`,
      `${short} ${district.name}`,
      `${en}, ${district.name}`,
      competences,
    ),
    ...validity,
    level: 'district',
    parent: `${agency}${suffix(district)}/${agency === 'ldtbxh' ? 'so' : 'tinh'}@old`,
    unit: district,
  });
  return [
    draft(
      'cong-an',
      'Công an',
      'Police',
      'CA',
      ['receive', 'verify', 'identify', 'investigate'],
      UNTIL_REFORM,
    ),
    draft(
      'ldtbxh',
      'Phòng Lao động – Thương binh và Xã hội',
      'Social Affairs',
      'Phòng LĐTBXH',
      ['receive', 'support'],
      UNTIL_REFORM,
    ),
    draft('phu-nu', 'Hội Liên hiệp Phụ nữ', "Women's Union", 'Hội LHPN', [
      'support',
      'reintegrate',
      'prevent',
    ]),
    draft('vks', 'Viện kiểm sát nhân dân', 'Procuracy', 'VKSND', ['prosecute']),
    draft('toa-an', 'Tòa án nhân dân', 'Court', 'TAND', ['try']),
    draft('ubnd', 'Ủy ban nhân dân', "People's Committee", 'UBND', ['coordinate']),
  ];
}

function regionalOffices(districtCodes: string[], index: number): OfficeDraft[] {
  const inRegion = (commune: UnitRow) =>
    commune.valid_from === MERGER && districtCodes.includes(formerDistrict(commune).code);
  const draft = (
    agency: string,
    vi: string,
    en: string,
    short: string,
    competence: Competence,
  ): OfficeDraft => ({
    ...named(
      `${agency}/khu-vuc-${index + 1}@2025`,
      `${vi} khu vực ${index + 1} – Lào Cai`,
      `${en}, Region ${index + 1} – Lào Cai`,
      `${short} KV ${index + 1}`,
      `${en}, Region ${index + 1}`,
      [competence],
    ),
    ...NEW,
    level: 'district',
    parent: `${agency}/tinh@2025`,
    unit: newLaoCai,
    covers: communes.filter(inRegion),
    after: districts
      .filter(district => districtCodes.includes(district.code))
      .map(district => `${agency}${suffix(district)}/huyen-${district.code}@old`),
    invented: 'Số thứ tự và địa bàn khu vực là giả định, chưa có danh sách chính thức.',
  });
  return [
    draft('vks', 'Viện kiểm sát nhân dân', 'Procuracy', 'VKSND', 'prosecute'),
    draft('toa-an', 'Tòa án nhân dân', 'Court', 'TAND', 'try'),
  ];
}

function communeOffices(commune: UnitRow): OfficeDraft[] {
  const isOld = commune.valid_from === null;
  const where = lowerFirst(commune.full_name);
  const whereEn = `${commune.name} ${ENGLISH_KIND[commune.unit_type]}`;
  const before = predecessorUnits(commune.id)
    .map(row => getUnit(row.predecessor))
    .filter(unit => unit.level === 'commune');
  const keyOf = (agency: string, unit: UnitRow) =>
    unit.valid_from === null
      ? `${agency}${suffix(formerDistrict(unit))}/xa-${unit.code}@old`
      : `${agency}/xa-${unit.code}@2025`;
  const draft = (
    agency: string,
    vi: string,
    en: string,
    short: string,
    competences: Competence[],
  ): OfficeDraft => ({
    ...named(
      keyOf(agency, commune),
      `${vi} ${where}`,
      `${en}, ${whereEn}`,
      `${short} ${where}`,
      `${en}, ${commune.name}`,
      competences,
    ),
    ...(isOld ? OLD : NEW),
    level: 'commune',
    parent: `${agency}${isOld ? suffix(formerDistrict(commune)) : ''}/tinh@${isOld ? 'old' : '2025'}`,
    unit: commune,
    after: before.map(unit => keyOf(agency, unit)),
  });
  return [
    draft('cong-an', 'Công an', 'Police', 'CA', isOld ? ['receive'] : ['receive', 'verify']),
    draft('ubnd', 'Ủy ban nhân dân', "People's Committee", 'UBND', ['receive', 'support', 'reintegrate']),
    draft('phu-nu', 'Hội Liên hiệp Phụ nữ', "Women's Union", 'Hội LHPN', ['reintegrate', 'prevent']),
  ];
}

const ENGLISH_KIND: Record<string, string> = {
  Xã: 'commune',
  Phường: 'ward',
  'Thị trấn': 'township',
  Huyện: 'district',
  'Thị xã': 'town',
  'Thành phố thuộc tỉnh': 'city',
};

function named(
  key: string,
  vi: string,
  en: string,
  shortVi: string,
  shortEn: string,
  competences: Competence[],
) {
  const name = { vi, en };
  const short = { vi: shortVi, en: shortEn };
  return { key, name, short, competences, covers: [], after: [], invented: null };
}

/** Offices of former Yên Bái belong to agencies of their own, which ended with the merger. */
function suffix(district: UnitRow): '-yb' | '' {
  return district.parent === yenBai.id ? '-yb' : '';
}

/** `Xã Pha Long` inside a sentence: `xã Pha Long`. */
function lowerFirst(fullName: string): string {
  return fullName[0]!.toLowerCase() + fullName.slice(1);
}
