/*
 * Where invented people come from, who lives there, and which desk is nearest. The shares are guesses shaped by the published figures: more
 * than nine in ten are of ethnic minorities, mostly from the border districts; after the merger the former Yên Bái counts too.
 */
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { findOfficeOn, type Office } from '../agencies.ts';
import { type Chance, happens, pick, pickWeighted } from '../chance.ts';
import { childUnits, formerDistrict, getUnit, getUnitByCode, MERGER, UNITS, type UnitRow } from '../units.ts';

type Weights = [string, number][];

const FORMER_DISTRICTS: {
  code: string;
  before: number;
  after: number;
  groups: Weights;
  stations: Weights;
}[] = [
  district('083', 17, 14, { '08': 46, '07': 28, '25': 8, '09': 6, '40': 4, '49': 4, '01': 4 }, [
    'pha-long',
    'muong-khuong',
    'ban-lau',
  ]),
  district('082', 16, 13, { '09': 30, '08': 36, '25': 18, '35': 10, '01': 6 }, [
    'bat-xat',
    'trinh-tuong',
    'a-mu-sung',
    'y-ty',
  ]),
  district('084', 14, 11, { '08': 82, '07': 10, '38': 3, '01': 5 }, ['si-ma-cai']),
  district('085', 14, 11, { '08': 58, '02': 12, '09': 10, '40': 8, '07': 6, '01': 6 }, [
    'si-ma-cai',
    'muong-khuong',
  ]),
  district('088', 13, 10, { '08': 60, '09': 28, '25': 4, '02': 3, '01': 5 }, ['ck-lao-cai']),
  district('089', 8, 6, { '02': 50, '09': 20, '08': 18, '03': 5, '01': 7 }, ['ck-lao-cai']),
  district('086', 6, 5, { '09': 30, '02': 15, '08': 25, '07': 10, '01': 20 }, ['ban-lau', 'ck-lao-cai']),
  district('087', 6, 5, { '02': 45, '09': 30, '08': 15, '01': 10 }, ['ck-lao-cai']),
  district('080', 5, 4, { '25': 25, '02': 20, '09': 15, '01': 40 }, ['ck-lao-cai']),
  district('137', 1, 6, { '08': 94, '03': 4, '01': 2 }, ['ck-lao-cai']),
  district('139', 1, 4, { '08': 78, '03': 18, '01': 4 }, ['ck-lao-cai']),
  district('140', 1, 4, { '09': 30, '02': 25, '03': 25, '08': 12, '01': 8 }, ['ck-lao-cai']),
  district('135', 1, 3, { '02': 50, '09': 35, '07': 7, '01': 8 }, ['ck-lao-cai']),
  district('136', 1, 4, { '09': 45, '02': 25, '08': 18, '01': 12 }, ['ck-lao-cai']),
];

/** What people of a group speak first, ISO 639-3. */
const MOTHER_TONGUE: Record<string, Weights> = {
  '01': [['vie', 1]],
  '02': [['tyz', 1]],
  '03': [
    ['blt', 3],
    ['twh', 1],
  ],
  '07': [['nut', 1]],
  '08': [
    ['hmn', 5],
    ['mww', 3],
    ['hnj', 2],
  ],
  '09': [
    ['ium', 3],
    ['mji', 2],
  ],
  '25': [['pcc', 1]],
  '35': [['hni', 1]],
  '38': [['lbt', 1]],
  '40': [
    ['phh', 2],
    ['lgh', 1],
  ],
  '49': [
    ['zho', 2],
    ['pcc', 1],
  ],
};

const ELSEWHERE = [
  'tỉnh Lai Châu',
  'tỉnh Hà Giang cũ',
  'tỉnh Điện Biên',
  'tỉnh Sơn La',
  'tỉnh Nghệ An',
  'tỉnh Thanh Hóa',
];

/** Communes by former district and era, so that an origin is one draw. */
const communesOf = {
  old: new Map(FORMER_DISTRICTS.map(({ code }) => [code, childUnits(oldDistrict(code).id)])),
  now: new Map(
    FORMER_DISTRICTS.map(({ code }) => [
      code,
      UNITS.filter(u => u.level === 'commune' && u.valid_from !== null && formerDistrict(u).code === code),
    ]),
  ),
};

export type Origin = {
  unit: UnitRow | null;
  elsewhere: string | null;
  districtCode: string | null;
  ethnicity: string;
  motherTongue: string;
};

/** A place of origin in force on that day; one in twenty comes from outside the two provinces. */
export function inventOrigin(chance: Chance, day: Day): Origin {
  const from = pickWeighted(
    chance,
    FORMER_DISTRICTS.map(row => [row, day < MERGER ? row.before : row.after] as const),
  );
  const ethnicity = pickWeighted(chance, from.groups);
  const motherTongue = pickWeighted(chance, MOTHER_TONGUE[ethnicity]!);
  if (happens(chance, 0.05)) {
    return { unit: null, elsewhere: pick(chance, ELSEWHERE), districtCode: null, ethnicity, motherTongue };
  }
  const communes = (day < MERGER ? communesOf.old : communesOf.now).get(from.code)!;
  const commune = pick(chance, communes);
  // Some know no more than their district, or, now that there is none, their province.
  const known = happens(chance, 0.06) ? getUnit(commune.parent!) : commune;
  return { unit: known, elsewhere: null, districtCode: from.code, ethnicity, motherTongue };
}

/** A border station she may walk to; every second person comes over the bridge at Lào Cai. */
export function nearestStation(chance: Chance, districtCode: string | null, day: Day): Office {
  const row = FORMER_DISTRICTS.find(candidate => candidate.code === districtCode);
  const slug = row && happens(chance, 0.55) ? pickWeighted(chance, row.stations) : 'ck-lao-cai';
  return officeOn('bien-phong', slug, day);
}

/** The office of that agency on that day, which must be there: a missing one is a mistake in the seed. */
export function officeOn(agency: string, slug: string, day: Day): Office {
  const office = findOfficeOn(agency, slug, day);
  if (!office) throw new Error(`no ${agency}/${slug} on ${day}`);
  return office;
}

/** The district office while there were districts, otherwise the fallback. */
export function districtOffice(agency: string, districtCode: string | null, day: Day): Office | null {
  if (districtCode === null) return null;
  return findOfficeOn(`${agency}${districtCode >= '132' ? '-yb' : ''}`, `huyen-${districtCode}`, day);
}

export function communeOffice(
  agency: string,
  unit: UnitRow | null,
  districtCode: string | null,
  day: Day,
): Office | null {
  if (unit?.level !== 'commune' || districtCode === null) return null;
  const suffix = day < MERGER && districtCode >= '132' ? '-yb' : '';
  return findOfficeOn(`${agency}${suffix}`, `xa-${unit.code}`, day);
}

/** Who leads victim support for the province on that day: social affairs, then health. */
export function supportLead(day: Day): Office {
  return findOfficeOn('ldtbxh', 'so', day) ?? officeOn('y-te', 'so', day);
}

/** The court of first instance for somebody from there. */
export function courtOf(districtCode: string | null, day: Day): Id {
  return (districtOffice('toa-an', districtCode, day) ?? officeOn('toa-an', 'tinh', day)).id;
}

function oldDistrict(code: string): UnitRow {
  return getUnitByCode(code, '2025-06-30' as Day);
}

function district(
  code: string,
  before: number,
  after: number,
  groups: Record<string, number>,
  stations: string[],
) {
  return {
    code,
    before,
    after,
    groups: Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1)),
    stations: stations.map((slug): [string, number] => [slug, 1]),
  };
}
