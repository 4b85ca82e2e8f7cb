/*
 * Invents names as the peoples of Lào Cai carry them: clan name, middle name by sex or generation, given name. Few clan names carry most
 * people, so different persons share names often; that is true of the place and hard for a search, and meant to be.
 */
import { between, type Chance, happens, pick, pickWeighted } from './chance.ts';

export type Sex = 'female' | 'male';
type Stock = {
  family: readonly (readonly [string, number])[];
  middle: Record<Sex, readonly string[]>;
  given: Record<Sex, readonly string[]>;
};

const KINH_GIVEN = {
  female: words(
    'Hoa Lan Hương Thu Hà Nga Linh Trang Mai Yến Hằng Thảo Ngọc Loan Huyền Nhung Phượng Dung Quỳnh Vân',
  ),
  male: words('Hùng Dũng Nam Tuấn Sơn Cường Long Thành Hải Minh Quân Đức Thắng Kiên Hiếu Tiến Bình Trung'),
};
const KINH_MIDDLE = {
  female: words('Thị Thị Thị Thu Ngọc Thanh'),
  male: words('Văn Văn Đức Minh Quang Hữu Đình'),
};
const PLAIN_MIDDLE = { female: words('Thị'), male: words('Văn') };
const TAY_GIVEN = {
  female: words('Hoan Chuyên Nhài Đào Thoa Lả Nhình Thơm Diệp Bưởi Sen Tuyết Hiên Duyên Liễu Én'),
  male: words('Tuyến Thịnh Khoa Chung Viện Đoàn Toản Thiết Huấn Bằng Quyền Chức'),
};

/** Keyed by the codes of QĐ 121-TCTK/PPCĐ. */
const STOCKS: Record<string, Stock> = {
  '01': {
    family: weights(
      'Nguyễn 30, Trần 11, Lê 9, Phạm 7, Hoàng 5, Vũ 5, Đỗ 4, Bùi 3, Đặng 3, Ngô 2, Dương 2, Đào 1',
    ),
    middle: KINH_MIDDLE,
    given: KINH_GIVEN,
  },
  '02': {
    family: weights('Hoàng 22, Nông 14, Lương 10, Hà 9, Ma 7, La 6, Lự 5, Hứa 4, Vi 3, Bế 2'),
    middle: PLAIN_MIDDLE,
    given: TAY_GIVEN,
  },
  '03': {
    family: weights('Lò 24, Hà 14, Lường 10, Hoàng 8, Vì 5, Cầm 4, Sầm 3, Điêu 2'),
    middle: PLAIN_MIDDLE,
    given: TAY_GIVEN,
  },
  '06': { family: weights('Đinh 12, Bùi 10, Hà 8, Quách 3'), middle: PLAIN_MIDDLE, given: TAY_GIVEN },
  '07': {
    family: weights('Lù 12, Vàng 11, Nông 9, Sền 8, Thền 7, Hoàng 6, Lèng 5, Lìn 4, Pờ 3, Tải 3'),
    middle: { female: words('Thị'), male: words('Văn Seo Phà') },
    given: TAY_GIVEN,
  },
  '08': {
    family: weights(
      'Giàng 18, Vàng 14, Sùng 13, Thào 12, Lý 10, Ma 6, Tráng 5, Cư 4, Hảng 4, Lầu 3, Hầu 3, Má 3, Mùa 2, Vừ 2',
    ),
    middle: { female: ['Thị', 'Thị', 'Thị', ''], male: words('A A Seo Seo') },
    given: {
      female: words('Sua Mỷ Dở Chở Pàng Súng Dí Máy Xoa Chá Dua Sú Mảy Sáy Pla Say Ca Sình Dợ Vá'),
      male: words('Dình Páo Sình Chứ Tủa Sáng Lử Giống Vảng Phừa Chẩn Phủ Củ Lềnh Của Dơ Chu Sểnh'),
    },
  },
  '09': {
    family: weights('Tẩn 18, Chảo 15, Lý 14, Phàn 12, Triệu 9, Đặng 6, Bàn 6, Phùng 4, Vàng 3'),
    middle: { female: words('Tả Sử Lở Láo Mùi Phẩy Mẩy'), male: words('Láo Phù Chỉn Ông Dào Kim') },
    given: {
      female: words('Mẩy Mẩy Mẩy Chẳn Liều Pham Nái Sếnh'),
      male: words('San Lở Tả Sử Chiềm Quẩy Phấu Vảng Khé Siệu'),
    },
  },
  '25': {
    family: weights('Vàng 15, Lù 12, Lò 9, Nùng 7, Hoàng 7, Lý 5, Cháng 4, Sần 3, Vi 2'),
    middle: PLAIN_MIDDLE,
    given: TAY_GIVEN,
  },
  '35': {
    family: weights('Ly 14, Phà 10, Chu 9, Sần 6, Sờ 4'),
    middle: { female: words('Thó Xá Suy Gạ Mờ'), male: words('Giờ Có Xá Suy Mờ') },
    given: { female: words('Mơ Mé Pứ Xe Gó Nu Bơ'), male: words('Xó Có Suy Cà Sơ Hừ') },
  },
  '38': { family: weights('Vương 8, Long 6, Lùng 5, Ly 4'), middle: PLAIN_MIDDLE, given: TAY_GIVEN },
  '40': { family: weights('Sùng 6, Giàng 5, Phùng 5, Lý 5, Vù 3'), middle: PLAIN_MIDDLE, given: TAY_GIVEN },
  '49': { family: weights('Lồ 8, Vàng 6, Ngũ 4, Dương 3'), middle: PLAIN_MIDDLE, given: TAY_GIVEN },
};

/** A full name, in Unicode NFC, family name first. A group without a stock of its own is named as its neighbours are. */
export function inventName(chance: Chance, ethnicity: string, sex: Sex): string {
  const stock = STOCKS[ethnicity] ?? STOCKS['01']!;
  const family = pickWeighted(chance, stock.family);
  const middle = pick(chance, stock.middle[sex]);
  let given = pick(chance, stock.given[sex]);
  // Two thirds of Kinh and Tày women have a second middle name; it keeps whole names apart.
  if (middle === 'Thị' && (ethnicity === '01' || ethnicity === '02') && happens(chance, 0.6)) {
    given = `${pick(chance, KINH_GIVEN.female)} ${given}`;
  }
  return [family, middle, given].filter(Boolean).join(' ');
}

export type NameChange = 'tone' | 'no_marks' | 'spelling' | 'middle_left_out';

/**
 * The same name as another desk might write it: one tone wrong, all marks left out, another spelling of a clan name, no middle name.
 * Always differs from the name given in.
 */
export function alterName(chance: Chance, name: string): { name: string; change: NameChange } {
  const change = pickWeighted<NameChange>(chance, [
    ['tone', 55],
    ['no_marks', 15],
    ['spelling', 20],
    ['middle_left_out', 10],
  ]);
  const altered = CHANGES[change](chance, name);
  if (altered !== name) return { name: altered, change };
  return { name: wrongTone(chance, name), change: 'tone' };
}

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const OTHER_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^Giàng/, 'Dàng'],
  [/^Thào/, 'Thao'],
  [/^Sùng/, 'Xùng'],
  [/^Vàng/, 'Vàn'],
  [/^Lý/, 'Lí'],
  [/^Ly/, 'Li'],
  [/^Tẩn/, 'Tấn'],
  [/^Chảo/, 'Trảo'],
  [/^Hoàng/, 'Huỳnh'],
  [/^Phàn/, 'Phàng'],
  [/ Mẩy/, ' Mảy'],
  [/ Mỷ/, ' Mỉ'],
  [/ Páo/, ' Báo'],
];

const CHANGES: Record<NameChange, (chance: Chance, name: string) => string> = {
  tone: wrongTone,
  no_marks: (_, name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D').replace(/đ/g, 'd'),
  spelling: (_, name) => OTHER_SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name),
  middle_left_out: (_, name) => {
    const parts = name.split(' ');
    return parts.length > 2 ? `${parts[0]} ${parts.at(-1)}` : name;
  },
};

/** Another tone on one syllable. */
function wrongTone(chance: Chance, name: string): string {
  const syllables = name.split(' ');
  const at = between(chance, 0, syllables.length - 1);
  const bare = syllables[at]!.normalize('NFD');
  const had = Math.max(
    0,
    TONES.findIndex(tone => tone !== '' && bare.includes(tone)),
  );
  const tone = TONES[(had + between(chance, 1, TONES.length - 1)) % TONES.length]!;
  syllables[at] = withTone(had > 0 ? bare.replace(TONES[had]!, '') : bare, tone).normalize('NFC');
  return syllables.join(' ');
}

/** Where Vietnamese writes the tone: on a vowel with a sign of its own, before a final consonant on the last vowel, otherwise on the first of two. */
function withTone(syllable: string, tone: string): string {
  const [, initial, vowels, final] =
    /^(gi(?=[aeouy])|qu|[^aeiouy]*)((?:[aeiouy][\u0302\u0306\u031b]?)+)(.*)$/i.exec(syllable) ?? [];
  if (!vowels) return syllable;
  const letters = vowels.match(/[aeiouy][\u0302\u0306\u031b]?/gi)!;
  const signed = letters.findLastIndex(letter => letter.length > 1);
  const bears = signed >= 0 ? signed : final ? letters.length - 1 : Math.max(0, letters.length - 2);
  letters[bears] += tone;
  return `${initial}${letters.join('')}${final}`;
}

function words(text: string): string[] {
  return text.normalize('NFC').split(' ');
}

function weights(text: string): [string, number][] {
  return text
    .normalize('NFC')
    .split(', ')
    .map(entry => [entry.slice(0, entry.lastIndexOf(' ')), Number(entry.slice(entry.lastIndexOf(' ') + 1))]);
}
