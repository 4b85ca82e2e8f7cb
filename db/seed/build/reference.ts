/*
 * Makes the reference lists in `data/reference/`: ethnic groups, languages, countries. Country names come from the Unicode CLDR inside
 * Node (`Intl.DisplayNames`) at the moment of making, and are committed, so that no machine shows other names because it has another Node.
 * Run it with `node db/seed/build/reference.ts`. Foreign areas are written by hand in `foreign-areas.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { oneRowALine } from './units.ts';

const FOLDER = new URL('../../../data/reference/', import.meta.url);

/** What the list of 1979 does not say: the English name where dropping the marks is not enough, other names in use, sub-groups, languages. */
const ABOUT_GROUPS: Record<
  string,
  { en?: string; also?: string[]; subgroups?: string[]; languages: string[] }
> = {
  '01': { en: 'Kinh (Viet)', also: ['Việt'], languages: ['vie'] },
  '02': { languages: ['tyz'] },
  '03': { en: 'Thai', subgroups: ['Thái Đen', 'Thái Trắng'], languages: ['blt', 'twh'] },
  '04': { en: 'Hoa (Chinese)', also: ['Hán'], languages: ['yue', 'zho'] },
  '05': { en: 'Khmer', also: ['Khmer'], languages: ['khm'] },
  '06': { en: 'Muong', languages: ['mtq'] },
  '07': { en: 'Nung', subgroups: ['Nùng Dín'], languages: ['nut'] },
  '08': {
    en: 'Hmong',
    also: ["H'Mông", 'Mông'],
    subgroups: ['Hmông Trắng', 'Hmông Hoa', 'Hmông Đen', 'Hmông Xanh'],
    languages: ['hmn', 'mww', 'hnj'],
  },
  '09': { subgroups: ['Dao Đỏ', 'Dao Tuyển', 'Dao Họ'], languages: ['ium', 'mji'] },
  '10': { en: 'Jarai', languages: [] },
  '12': { en: 'Ede', languages: [] },
  '13': { en: 'Bahnar', languages: [] },
  '25': { languages: ['pcc'] },
  '35': { languages: ['hni'] },
  '37': { en: 'Lao', languages: ['lao'] },
  '38': { languages: ['lbt'] },
  '40': { subgroups: ['Xá Phó'], languages: ['phh', 'lgh'] },
  '43': { languages: ['nty'] },
  '49': { subgroups: ['Tu Dí'], languages: ['pcc', 'zho'] },
  '55': { en: 'Foreign national', languages: [] },
};

/** ISO 639-3, with the two-letter code where there is one. Names of minority languages are those the speakers' neighbours use. */
const LANGUAGES: [code: string, alpha2: string | null, vi: string, en: string, note?: string][] = [
  ['vie', 'vi', 'Tiếng Việt', 'Vietnamese'],
  ['hmn', null, "Tiếng H'Mông", 'Hmong', 'Macrolanguage: use it when the kind of Hmong is not known.'],
  ['mww', null, "Tiếng H'Mông Trắng", 'White Hmong (Hmong Daw)'],
  ['hnj', null, "Tiếng H'Mông Xanh", 'Green Hmong (Hmong Njua)'],
  ['ium', null, 'Tiếng Dao Đỏ (Iu Miền)', 'Iu Mien (Red Dao)'],
  ['mji', null, 'Tiếng Dao Tuyển (Kim Mùn)', 'Kim Mun (Dao Tuyen)'],
  ['tyz', null, 'Tiếng Tày', 'Tay'],
  ['nut', null, 'Tiếng Nùng', 'Nung'],
  [
    'pcc',
    null,
    'Tiếng Giáy',
    'Giay (Bouyei)',
    'ISO 639-3 has no code of its own for Giáy and counts it to Bouyei.',
  ],
  ['blt', null, 'Tiếng Thái Đen', 'Black Tai (Tai Dam)'],
  ['twh', null, 'Tiếng Thái Trắng', 'White Tai (Tai Don)'],
  ['mtq', null, 'Tiếng Mường', 'Muong'],
  ['hni', null, 'Tiếng Hà Nhì', 'Hani (Ha Nhi)'],
  ['phh', null, 'Tiếng Phù Lá', 'Phu La (Phukha)'],
  ['lgh', null, 'Tiếng Xá Phó', 'Xa Pho (Laghuu)'],
  ['lbt', null, 'Tiếng La Chí', 'La Chi'],
  ['nty', null, 'Tiếng Lô Lô', 'Lo Lo (Mantsi)'],
  [
    'zho',
    'zh',
    'Tiếng Trung',
    'Chinese',
    'Macrolanguage; along this border nearly always Mandarin of Yunnan.',
  ],
  ['yue', null, 'Tiếng Quảng Đông', 'Cantonese'],
  ['eng', 'en', 'Tiếng Anh', 'English'],
  ['lao', 'lo', 'Tiếng Lào', 'Lao'],
  ['mya', 'my', 'Tiếng Miến Điện', 'Burmese'],
  ['khm', 'km', 'Tiếng Khmer', 'Khmer'],
  ['tha', 'th', 'Tiếng Thái Lan', 'Thai'],
  ['hab', null, 'Ngôn ngữ ký hiệu Hà Nội', 'Hanoi Sign Language'],
];

type ListedGroup = { code: string; name: string; lao_cai_present: boolean | null };

export function buildEthnicGroups() {
  const list = JSON.parse(read('source/ethnic_groups_121_1979.json')) as {
    list_id: string;
    items: ListedGroup[];
  };
  return list.items.map(({ code, name, lao_cai_present }) => {
    const about = ABOUT_GROUPS[code];
    return {
      list_id: list.list_id,
      code,
      vi: name,
      en: about?.en ?? name.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D').replace(/đ/g, 'd'),
      also: about?.also ?? [],
      subgroups: about?.subgroups ?? [],
      languages: about?.languages ?? [],
      in_lao_cai: lao_cai_present,
    };
  });
}

export function buildLanguages() {
  return LANGUAGES.map(([code, alpha2, vi, en, note]) => ({
    code,
    alpha2,
    vi,
    en,
    ...(note ? { note } : {}),
  }));
}

export function buildCountries() {
  const vi = new Intl.DisplayNames(['vi'], { type: 'region' });
  const en = new Intl.DisplayNames(['en'], { type: 'region' });
  return read('source/iso-3166-1.txt')
    .trim()
    .split('\n')
    .map(line => line.split(' ') as [string, string])
    .map(([alpha2, alpha3]) => ({ alpha2, alpha3, vi: vi.of(alpha2)!, en: en.of(alpha2)! }));
}

function read(path: string): string {
  return readFileSync(new URL(path, FOLDER), 'utf8');
}

if (import.meta.main) {
  writeFileSync(new URL('ethnic-groups.json', FOLDER), oneRowALine(buildEthnicGroups()));
  writeFileSync(new URL('languages.json', FOLDER), oneRowALine(buildLanguages()));
  writeFileSync(new URL('countries.json', FOLDER), oneRowALine(buildCountries()));
}
