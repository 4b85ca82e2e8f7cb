/**
 * Brings a typed Vietnamese name to one form: `words` keeps the marks and repairs slips of the typing method (Telex, VNI),
 * `foldName` drops every mark. What is surprising: whether something is a Vietnamese syllable is decided from tables of onsets
 * and rimes, never from a word list, so a rare H'Mông or Dao name counts as much as a common Kinh one.
 */

import { remembered } from './remembered.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
// Characters that show nothing: soft hyphen, joiners, direction marks, Hangul fillers, variation selectors, byte order mark.
const INVISIBLE =
  /\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff/g;
const APOSTROPHE = /['’‘`´ʼʹ′]/g;
const TONE_SIGN = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;

// Rimes as they are written without a tone. `oong`, `ooc` (loan words) are left out: "Noong" is Nông with the Telex ô unfinished.
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uâc uân uâng uât uây uê uêch uên uênh uơ uôc uôi uôm uôn uông uôt
  uy uya uych uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`
    .trim()
    .split(/\s+/),
);
const ALONE = new Set(['y', 'yêm', 'yên', 'yêng', 'yêt', 'yêu']);
// After q the glide u is part of the onset: qu + these.
const AFTER_QU = new Set(
  `a ac ach ai an ang anh ao au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê êch ên ênh êt êu i in ich inh it iêt y ych yên yêt
  ynh yt yu ơ ơi ôc`
    .trim()
    .split(/\s+/),
);
const ONSETS = ['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr', ...'bcdđghklmnprstvx'];
const FRONT = /^[eêiy]/;
const foldLetters = (text: string): string => stripMarks(text);
const FOLDED_RIMES = new Set([...RIMES].map(foldLetters));
const FOLDED_ALONE = new Set([...ALONE].map(foldLetters));
const FOLDED_QU = new Set([...AFTER_QU].map(foldLetters));

/** Drops tone and letter marks alike: `Đặng` → `Dang`. Case stays. */
export function stripMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .normalize('NFC');
}

/** Drops the tone marks only and keeps â ă ê ô ơ ư đ: `Nguyễn Thị Thuỷ` → `Nguyên Thi Thuy`. Two names equal here differ by tone. */
export function stripTone(text: string): string {
  return text.normalize('NFD').replace(TONES, '').normalize('NFC');
}

/** NFC, no invisible characters, one kind of space, Icelandic ð made đ, trimmed. Case and marks stay; this is the form worth storing. */
export function clean(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replaceAll('ð', 'đ')
    .replaceAll('Ð', 'Đ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Whether letters without any mark can be one Vietnamese syllable (`nguyen`, `thuy`, `pao`), by onset and rime tables. */
export function isSyllable(folded: string): boolean {
  return matches(folded, FOLDED_RIMES, FOLDED_ALONE, FOLDED_QU);
}

/** The same with letter marks (â ê ư đ) but no tone: `nguyên` is one, `nguyểnx` and `hoâng` are not. */
export function isMarkedSyllable(toneless: string): boolean {
  return matches(toneless, RIMES, ALONE, AFTER_QU);
}

function matches(word: string, rimes: Set<string>, alone: Set<string>, afterQu: Set<string>): boolean {
  if (rimes.has(word) || alone.has(word)) return true;
  for (const onset of ONSETS) {
    if (!word.startsWith(onset)) continue;
    const rime = word.slice(onset.length);
    if (onset === 'qu') return afterQu.has(rime);
    if (rimeFits(onset, rime, rimes, alone)) return true;
  }
  return false;
}

function rimeFits(onset: string, rime: string, rimes: Set<string>, alone: Set<string>): boolean {
  if (onset === 'gi')
    return rime === '' || ((rimes.has(rime) || alone.has(rime)) && !rime.startsWith('i') && rime !== 'y');
  if (onset === 'g' && rime.startsWith('i')) return rimes.has(rime);
  if (onset === 'c' || onset === 'g' || onset === 'ng') return rimes.has(rime) && !FRONT.test(rime);
  if (onset === 'gh' || onset === 'ngh') return rimes.has(rime) && FRONT.test(rime);
  // k before a, o, u is not native spelling, but "Kan", "Ka" and "Kon" are registered names in the hills.
  return rimes.has(rime) || rime === 'y';
}

const TELEX_TONE: Record<string, number> = { s: 1, f: 2, r: 3, x: 4, j: 5, z: 0 };
const VNI_LETTER: Record<string, Record<string, string>> = {
  '6': { a: 'â', e: 'ê', o: 'ô' },
  '7': { o: 'ơ', u: 'ư' },
  '8': { a: 'ă' },
  '9': { d: 'đ' },
};
const VOWEL = /[aăâeêioôơuưy]/;
// H'Mông spellings in the Romanised Popular Alphabet end in a tone letter; to Telex they look like a slip.
const NOT_TELEX = new Set(['vaj', 'thoj', 'hawj', 'yaj', 'xyooj']);

// `nghie6ng1` and a spare key or two; a longer word is not one syllable, and the repair is not meant for pages of text.
const LONGEST_TYPED = 14;

/**
 * Repairs one lower-case word in which Telex or VNI keys stayed behind (`nguyeenx`, `nguye64n` → `nguyễn`), only where the word
 * as typed is no Vietnamese syllable and the repaired one is. Anything else comes back as it was.
 */
export function repairTyping(word: string): string {
  if (word.length < 2 || word.length > LONGEST_TYPED || NOT_TELEX.has(word) || isSyllable(stripMarks(word)))
    return word;
  return vni(word) ?? telex(word) ?? word;
}

function vni(word: string): string | null {
  if (!/^\p{L}+\d[\p{L}\d]*$/u.test(word)) return null;
  let letters = '';
  let tone = -1;
  for (const sign of word) {
    if (sign >= '0' && sign <= '5') tone = Number(sign);
    else if (sign >= '6' && sign <= '9') {
      const changed = applyLast(letters, VNI_LETTER[sign]!);
      if (changed === null) return null;
      letters = changed;
    } else letters += sign;
  }
  return asSyllable(letters, tone);
}

function telex(word: string): string | null {
  if (!/^\p{L}+$/u.test(word)) return null;
  let letters = '';
  let tone = -1;
  for (let at = 0; at < word.length; at++) {
    const sign = word[at]!;
    const before = letters.at(-1) ?? '';
    const sounded = VOWEL.test(stripTone(letters));
    if (sounded && sign in TELEX_TONE && !VOWEL.test(word[at + 1] ?? '') && tone < 0)
      tone = TELEX_TONE[sign]!;
    else if (sign === 'w' && sounded) {
      const changed = applyLast(letters, before === 'a' ? { a: 'ă' } : { o: 'ơ', u: 'ư', a: 'ă' });
      if (changed === null) return null;
      letters = changed;
    } else if (sign === 'w' && /^[bcdđghklmnprstvx]+$/.test(letters)) letters += 'ư';
    else if (sign === before && 'aeo'.includes(sign))
      letters = letters.slice(0, -1) + { a: 'â', e: 'ê', o: 'ô' }[sign]!;
    else if (sign === 'd' && letters === 'd') letters = 'đ';
    else if (sign === 'd' && sounded && at === word.length - 1 && letters.startsWith('d'))
      letters = `đ${letters.slice(1)}`;
    else letters += sign;
  }
  return asSyllable(letters, tone);
}

/** Marks the last letter of `letters` that has an entry; `uo` with a horn becomes `ươ` whole, as both typing methods do. */
function applyLast(letters: string, table: Record<string, string>): string | null {
  for (let at = letters.length - 1; at >= 0; at--) {
    const marked = table[letters[at]!];
    if (marked === undefined) continue;
    const head = letters.slice(0, at);
    if (marked === 'ơ' && head.endsWith('u') && !head.endsWith('qu'))
      return `${head.slice(0, -1)}ươ${letters.slice(at + 1)}`;
    if (marked === 'ơ' && head.endsWith('ư')) return `${head}ơ${letters.slice(at + 1)}`;
    if (marked === 'ư' && letters[at + 1] === 'o') return `${head}ươ${letters.slice(at + 2)}`;
    return head + marked + letters.slice(at + 1);
  }
  // "Phuo7ng" marks o first; a second 7 finds ơ already there and changes nothing.
  return /[ăâđêôơư]/.test(letters) ? letters : null;
}

function asSyllable(letters: string, tone: number): string | null {
  const bare = stripTone(letters);
  if (!isMarkedSyllable(bare)) return null;
  return tone < 0 ? letters : withTone(bare, tone);
}

/** Puts tone 0–5 (none, sắc, huyền, hỏi, ngã, nặng) on a toneless syllable where the school spelling puts it: `hoa`, 2 → `hòa`. */
export function withTone(toneless: string, tone: number): string {
  if (tone === 0) return toneless;
  const start = /^(qu|gi(?=[aăâeêoôơuư]))/.exec(toneless)?.[0].length ?? 0;
  const vowels = [...toneless.matchAll(/[aăâeêioôơuưy]/g)]
    .map(found => found.index)
    .filter(at => at >= start);
  if (vowels.length === 0) return toneless;
  const special = vowels.findLast(at => 'ăâêôơư'.includes(toneless[at]!));
  const closed = vowels.at(-1)! < toneless.length - 1;
  const at = special ?? (vowels.length === 1 ? vowels[0]! : closed ? vowels.at(-1)! : vowels.at(-2)!);
  return (toneless.slice(0, at + 1) + TONE_SIGN[tone]! + toneless.slice(at + 1)).normalize('NFC');
}

/** The tone of a word, 0–5, wherever its mark stands; `hoà` and `hòa` both give 2. */
export function toneOf(word: string): number {
  const sign = /[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize('NFD'))?.[0];
  return sign === undefined ? 0 : TONE_SIGN.indexOf(sign as (typeof TONE_SIGN)[number]);
}

/** i and y are one letter where they are the whole rime: ly = li, quý = quí, Y = I; but thúy and thúi stay apart. */
function mergeY(folded: string): string {
  return /^(qu|[bcdghklmnprstvx]*)y$/.test(folded) ? `${folded.slice(0, -1)}i` : folded;
}

/** One word without marks, i/y merged. Repeats until nothing changes, since dropping a mark can uncover a typing slip. */
export const foldWord = remembered(word => {
  let now = word.toLowerCase();
  for (;;) {
    const next = mergeY(stripMarks(repairTyping(now)));
    if (next === now) return now;
    now = next;
  }
});

/** `hoà` and `hòa`, `thuỷ` and `thủy` become one: the tone mark is set anew where the word is a syllable. */
export function settleTone(word: string): string {
  const bare = stripTone(word);
  return bare !== word && isMarkedSyllable(bare) ? withTone(bare, toneOf(word)) : word;
}

const HAN = /\p{Script=Han}/u;
const repairedWord = remembered(word => settleTone(repairTyping(word)));

/**
 * Lower-case words with their marks, typing slips repaired, punctuation gone; each Han character is a word. `H'Lan` gives
 * `h'`, `lan`; `N.V.A` gives `n`, `v`, `a`; a full stop, hyphen or comma parts words.
 */
export function words(text: string): string[] {
  const separated = clean(text)
    .replace(APOSTROPHE, "'")
    .replace(/(?<=\p{L}\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .normalize('NFC')
    .replace(/(^|[\s.-])h'(?=\p{L})/gu, "$1h' ")
    .replace(/\p{Script=Han}/gu, ' $& ');
  const found: string[] = [];
  for (const part of separated.split(/[^\p{L}\p{M}\p{N}']+/u)) {
    const word = part === "h'" ? part : part.replaceAll("'", '');
    if (word !== '') found.push(HAN.test(word) ? word : repairedWord(word));
  }
  return found;
}

/** Folded syllables in the order written: `Nguyễn Thị Thuỷ` → `['nguyen', 'thi', 'thuy']`. Folding a folded name changes nothing. */
export function foldName(text: string): string[] {
  return words(text)
    .map(word => foldWord(word.replaceAll("'", '')))
    .filter(word => word !== '');
}

/** `foldName` as one text with single spaces, the form for a column or a comparison by eye. */
export const foldText = remembered(text => foldName(text).join(' '));
