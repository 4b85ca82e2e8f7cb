/**
 * Vietnamese surnames: how common each is, which spellings are one word, and which Chinese characters and pinyin a woman taken
 * across the border may carry instead. What is surprising: agreeing on Nguyễn proves almost nothing (1.7 bits), agreeing on Hảng
 * proves much, and one pinyin form (Wu, Li, Pan) stands for several Vietnamese families.
 *
 * Sources: shares of the big families from national counts (see linkage facts §3.1); the others rounded from a public count of
 * 115,000 names (github.com/toanluu/vietname); for families of the hills the larger of the national and the Lào Cai share, an
 * estimate until the register has its own counts. The rows marked with * are drift lists from domain knowledge, H'Mông,
 * Dao, Giáy, Tày and Cantonese forms above all: they AWAIT A NATIVE READER.
 */
import { foldName, foldWord, stripMarks } from './fold.ts';

// spellings (first is the usual one) | share in % | Han characters, simplified and traditional | pinyin and other Latin forms
const TABLE = `
Nguyễn|31.5|阮|ruan yuen nguyenn
Trần|10.9|陈陳|chen chan tran
Lê|8.9|黎|li lai
Phạm|5.9|范|fan
Hoàng,Huỳnh|5.1|黄黃|huang wong
Phan|2.7|潘|pan
Vũ,Võ|4.9|武|wu
Đặng|2.4|邓鄧|deng tang
Bùi|3.0|裴|pei
Đỗ|2.2|杜|du
Hồ|1.5|胡|hu
Ngô|1.9|吴吳|wu ng
Dương|1.8|杨楊|yang yeung
Lý|2.0|李|li lee
Đinh|1.6|丁|ding
Trương|2.0|张張|zhang cheung
Đoàn|1.2|段|duan
Đào|1.1|陶|tao
Trịnh|1.1|郑鄭|zheng cheng
Hà|1.3|何|he ha
Mai|1.0|梅|mei
Lương|1.2|梁|liang leung
Cao|0.9|高|gao
Phùng|0.9|冯馮|feng fung
Lưu|0.9|刘劉|liu lau
Lâm|0.7|林|lin lam
Tạ|0.7|谢謝|xie
Chu,Châu|0.9|周朱|zhou zhu chow
Vương|0.6|王|wang wong
Thái,Sái|0.5|蔡|cai tsai
Quách|0.4|郭|guo kwok
Triệu|1.2|赵趙|zhao
Tô|0.5|苏蘇|su
Kiều|0.4|乔喬|qiao
Nông|1.2|农農|nong
Lại|0.4|赖賴|lai
Đàm|0.4|谭譚|tan tam
Văn|0.3|文|wen
Hứa|0.3|许許|xu hui
Tăng|0.3|曾|zeng tsang
Tống|0.3|宋|song
Bạch|0.2|白|bai
Nghiêm|0.2|严嚴|yan
Giang|0.2|江|jiang
Từ|0.2|徐|xu
Diệp|0.2|叶葉|ye yip
Tôn|0.1|孙孫|sun
Hồng|0.1|洪|hong hung
Kim|0.1|金|jin
Thạch|0.1|石|shi
Trang|0.1|庄莊|zhuang
Quan|0.1|关關|guan
Lục|0.6|陆陸|lu
Khương|0.05|姜|jiang
Mạc|0.1|莫|mo mok
Tiêu|0.05|萧蕭|xiao
Khổng|0.05|孔|kong
Bành|0.05|彭|peng
Hàn|0.05|韩韓|han
Đổng,Đồng|0.2|董童|dong tong
Ninh|0.1|宁寧|ning
Âu|0.1|区歐|ou
Chung|0.1|钟鍾|zhong
Thân|0.1|申|shen
Viên|0.05|袁|yuan
Phó|0.05|傅|fu
Mông,Mong|0.1|蒙|meng
Vi|0.3|韦韋|wei
Bế|0.1|闭閉|bi
Hoa|0.05|华華|hua
Thi|0.05|施|shi
Nhan|0.05|颜顏|yan
La,Lã|0.8|罗羅|luo lo
Lò,Lo,Loọc|1.2|罗羅|luo lo *
Lù,Lữ,Lự,Lừ|0.8|卢盧吕呂|lu lv lyu *
Lộc|0.1||lu *
Quàng|0.4||guang *
Cầm|0.2||qin *
Cà|0.2||ka *
Tòng,Toòng|0.2||tong *
Lường|0.4|梁|liang *
Vàng,Vang|2.0|王|wang vaj vang vue *
Giàng,Dàng,Zàng|2.4|杨楊|yang zang dzang yaj zhang *
Sùng,Xùng|1.6|宋熊|song xiong sung xyooj *
Thào,Thao|1.5|陶|tao thao thor thoj *
Lầu,Lâu,Lau|0.5|刘劉|liu lau lor lauj *
Má,Mã,Ma|1.6|马馬麻|ma *
Hảng,Háng,Hạng|0.9|项項|xiang hang ham *
Cư,Cứ,Cử|0.8|朱|zhu ku chue *
Mùa,Mua|0.4||mu mua moua muas *
Vừ,Vù,Vư|0.4|吴吳|wu vu vue *
Hầu,Hấu,Hờ|0.4|侯|hou hawj her heu *
Ly,Lỳ|1.4|李|li ly lee lis *
Chang,Tráng,Chảng|0.4|张張|zhang chang tsab cha *
Thền|0.1||then *
Sình|0.1||xin shen *
Sèn|0.1|沈|shen *
Ký,Kí|0.05||ji *
Cháng,Tráng|0.2||zhang *
Tẩn,Tần,Tấn|1.3|秦邓|qin deng tan *
Chảo,Chảu,Triệu|0.8|赵趙|zhao chao *
Phàn,Phản|0.9|潘盘盤|pan fan *
Bàn,Bản|1.0|盘盤|pan ban *
Chúc,Trúc|0.1|祝|zhu *
Lồ,Lô|0.5|卢盧|lu lo *
Tải,Tái|0.1|戴|dai *
Ngải|0.1|艾|ai *
Lèng|0.1||leng *
Nùng,Nồng|0.1|农農|nong *
Sần,Sầm,Xầm|0.2|岑|cen sam *
Then,Thèn|0.1||then *
Lùng|0.1|龙龍|long *
Pờ|0.1|白|bo *
Chu,Chú|0.2|朱|zhu *
Phu,Phù|0.1|傅符|fu *
Cồ,Cổ|0.1|古|gu *
Hù|0.1|胡|hu *
Sầu|0.05||*
Seo|0.05||*
Niê,Nie|0.3||*
Kpă,Kpa|0.05||*
Ksor,Ksơr|0.05||*
Êban,Eban|0.1||*
Mlô,Mlo|0.1||*
`;

type Family = {
  id: string;
  spellings: string[];
  folded: string[];
  han: string;
  latin: string[];
  share: number;
};

const RESIDUAL_SHARE = 0.0006;

const FAMILIES: Family[] = TABLE.trim()
  .split('\n')
  .map((row, index) => {
    const [names, share, han, latin] = row.split('|');
    const spellings = names!.split(',').map(name => name.toLowerCase().normalize('NFC'));
    const foreign = latin!.split(' ').filter(form => form !== '' && form !== '*');
    const folded = [...new Set(spellings.map(foldWord))];
    return {
      id: `${folded[0]}${index}`,
      spellings,
      folded,
      han: han!,
      latin: foreign,
      share: Number(share) / 100,
    };
  });

type Tie = { family: number; as: 'marked' | 'folded' | 'latin' | 'han' };
const TIES = new Map<string, Tie[]>();
const SHARES = new Map<string, number>();
// Chinese surnames are few and common too (Wang, Li, Zhang 7% each in China), so none counts as rare.
const FOREIGN_SHARES = new Map<string, number>();
const CLASS_OF = new Map<string, string>();

function tie(form: string, family: number, as: Tie['as']): void {
  const known = TIES.get(form) ?? [];
  if (!known.some(entry => entry.family === family)) TIES.set(form, [...known, { family, as }]);
}

for (const [at, family] of FAMILIES.entries()) {
  for (const spelling of family.spellings) if (stripMarks(spelling) !== spelling) tie(spelling, at, 'marked');
  for (const folded of family.folded) {
    tie(folded, at, 'folded');
    SHARES.set(folded, (SHARES.get(folded) ?? 0) + family.share);
    if (!CLASS_OF.has(folded)) CLASS_OF.set(folded, CLASS_OF.get(family.folded[0]!) ?? family.folded[0]!);
  }
  for (const form of [...family.latin, ...family.han]) {
    tie(form, at, family.han.includes(form) ? 'han' : 'latin');
    FOREIGN_SHARES.set(form, Math.min(0.08, (FOREIGN_SHARES.get(form) ?? 0.01) + family.share));
  }
}

/** Share of people (0–1) with this surname, by folded spelling; unknown surnames get the share of a rare one. */
export function surnameShare(folded: string): number {
  return SHARES.get(folded) ?? FOREIGN_SHARES.get(folded) ?? RESIDUAL_SHARE;
}

/** Whether the folded word is a surname written the Vietnamese way (`nguyen`, `giang`); pinyin forms are not. */
export function isSurname(folded: string): boolean {
  return SHARES.has(folded);
}

/** Whether the word with its marks is a spelling listed here (`nguyễn`, not `nguyên`). */
export function isListed(marked: string): boolean {
  return TIES.has(marked);
}

/** Whether the word (folded, Latin or a Han character) may be a surname in any of the scripts and spellings known here. */
export function isSurnameAnywhere(word: string): boolean {
  return TIES.has(word);
}

/** One stable word for a surname and its spelling twins, for keys: huynh → hoang, vo → vu, others themselves. */
export function twinClass(folded: string): string {
  return CLASS_OF.get(folded) ?? folded;
}

/**
 * The twin classes a written surname may stand for, most common first: `nguyễn` → [nguyen]; `wu` → [vu, ngo]; `李` → [li]; bare
 * `li` → [li, le], since it may be Lý without its mark or the pinyin of Lê. With marks a word stands for its own class only.
 */
export function surnameClasses(word: string): string[] {
  const classes = tiesOf({ marked: word, folded: foldWord(word) })
    .toSorted((left, right) => FAMILIES[right.family]!.share - FAMILIES[left.family]!.share)
    .map(entry => twinClass(FAMILIES[entry.family]!.folded[0]!));
  if (classes.length === 0) return [twinClass(foldWord(word))];
  const own = twinClass(foldWord(word));
  // A native spelling stands for itself first, so that a bounded set of keys never loses it.
  return [...new Set(classes.includes(own) ? [own, ...classes] : classes)];
}

export type SurnameLink = 'same' | 'tone' | 'twin' | 'foreign';

/**
 * How two written surnames belong together: the same word (marks may be missing on one side), differing in marks on both sides,
 * spelling twins (Hoàng/Huỳnh), or through Chinese (Huang, 黄 and Hoàng). Null when they do not. Symmetric.
 */
export function surnameLink(left: string, right: string): SurnameLink | null {
  return linkFolded({ marked: left, folded: foldWord(left) }, { marked: right, folded: foldWord(right) });
}

/** As `surnameLink`, for words folded already; folding is what costs time. */
export function linkFolded(left: WrittenWord, right: WrittenWord): SurnameLink | null {
  if (left.marked === right.marked) return 'same';
  if (left.folded === right.folded) {
    const bothMarked =
      isMarked(left) &&
      isMarked(right) &&
      left.marked.replaceAll('ý', 'í') !== right.marked.replaceAll('ý', 'í');
    if (!bothMarked) return 'same';
    if (!TIES.has(left.marked) || !TIES.has(right.marked)) return 'tone';
  }
  let best: SurnameLink | null = left.folded === right.folded ? 'tone' : null;
  const theirTies = tiesOf(right);
  for (const mine of tiesOf(left)) {
    for (const theirs of theirTies) {
      if (mine.family !== theirs.family) continue;
      if (isNative(mine.as) && isNative(theirs.as)) return 'twin';
      best ??= 'foreign';
    }
  }
  return best;
}

type WrittenWord = { marked: string; folded: string };
const NO_TIES: Tie[] = [];

function tiesOf(word: WrittenWord): Tie[] {
  return TIES.get(word.marked) ?? TIES.get(word.folded) ?? NO_TIES;
}

/** Near enough without normalising: i for y is no mark, everything else that folds differently carries one. */
function isMarked(word: WrittenWord): boolean {
  return /[^a-z]/.test(word.marked);
}

function isNative(as: Tie['as']): boolean {
  return as === 'marked' || as === 'folded';
}

/** Clans that point to a H'Mông family by themselves, folded. Awaits a native reader. */
export const HMONG_CLANS = new Set(foldName('Giàng Zàng Vàng Sùng Xùng Thào Lầu Cư Mùa Hầu Hảng Chang'));
/** Clans shared with other peoples (Lý, Mã, Vũ): H'Mông only together with a middle "A" or "Seo". Awaits a native reader. */
export const HMONG_SHARED = new Set(foldName('Lý Má Vừ Dàng Hờ Tráng'));
/** Lineages that point to a Dao family by themselves, with marks and as bare words that no Kinh family shares. */
export const DAO_LINEAGES = new Set(
  'tẩn tấn chảo phàn bàn chúc tan chao ban chuc'.split(' ').map(name => name.normalize('NFC')),
);

/** Every row, for the generators of tests and the bench: usual spelling, twins, pinyin and share. */
export function surnameTable(): {
  spelling: string;
  twins: string[];
  latin: string[];
  han: string[];
  share: number;
}[] {
  return FAMILIES.map(({ spellings, latin, han, share }) => ({
    spelling: spellings[0]!,
    twins: spellings.slice(1),
    latin,
    han: [...han],
    share,
  }));
}
