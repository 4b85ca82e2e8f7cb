/**
 * Measures the comparator: recall per kind of change at a fixed rate of false alarms, recall of the keys, and pairs per second. For
 * `npm run bench -- names`. People are invented from the tables with a fixed seed; the kinds of change are those of linkage facts
 * §3.4. What is surprising: it is a feasibility test on made-up names, so two digits are more than it can promise.
 */
import { comparePrepared, preparePerson, THRESHOLDS } from './compare.ts';
import { isMarkedSyllable, stripMarks, stripTone, toneOf } from './fold.ts';
import { nameTables, twinGiven } from './givens.ts';
import { nameKeys } from './keys.ts';
import { surnameTable } from './surnames.ts';

export type KindResult = {
  kind: string;
  tried: number;
  /** At one false alarm in a thousand, threshold on likeness: bits as a share of what the names give against themselves. */
  alike: number;
  /** The same with the threshold on bits, where common names have little to give. */
  recall: number;
  /** At least level "possible". */
  possible: number;
  /** At least one key in common, the name alone; `keysBorn` with the birth year known on both sides. `w:` keys not counted. */
  keys: number;
  keysBorn: number;
};
export type NamesBench = {
  threshold: number;
  alike: number;
  falsePossible: number;
  kinds: KindResult[];
  pairsPerSecond: number;
  preparedPerSecond: number;
  keysPerSecond: number;
};

/** A small seeded generator (mulberry32); numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draw = () => number;

function pick<T>(list: readonly T[], draw: Draw): T {
  return list[Math.floor(draw() * list.length)]!;
}

function weighted(table: [string, number][]): (draw: Draw) => string {
  const total = table.reduce((sum, [, share]) => sum + share, 0);
  return draw => {
    let left = draw() * total;
    for (const [name, share] of table) {
      left -= share;
      if (left <= 0) return name;
    }
    return table[0]![0];
  };
}

// Marks for the folded words of the tables, so that invented names carry the usual tone; one usual form for each is enough here.
const MARKED =
  'ánh anh linh phương phượng thanh thành nhi trang hùng hưng dung dũng minh thúy thủy thùy huy ngọc vy tiến tiên thảo thu an hà hạ hương hường nguyên hoa hòa ngân hiếu hiệu duy vân văn khánh mỹ my tuấn hiền hiển nam đức uyên sơn tú hoàng quỳnh đạt long dương giang phúc cường hải như trinh tâm huyền nhân thắng trung quyên quyền yến lâm quang tuyên tuyền bình mai chi trâm phong hảo quân vinh hằng ly bảo toàn vũ trường duyên thiện nga hạnh châu khoa hân nghĩa trúc tùng lan trân sang tài thịnh thuận nhung khang tân thương hồng lộc phát loan phú hậu oanh việt thái hiệp nhật trí huệ kiên thông xuân khôi quý phước đăng đào liên định thơ đông phụng mạnh luân chính tính tình diệp chiến vương nghi nguyệt lượng tuyết công khải kiệt đại hoàn diễm lợi quốc tường trọng phi đan hoài mẫn tín chung kim trà ninh kiều danh đoan diệu huân triệu thắm bằng điền du kỳ chương bách thục khương bích sương khiêm cúc thoa lực sinh xuyên nhựt quyết cảnh liễu páo mỷ dơ chư súa pà vảng sáng sính cháng dí tủa lử chá lìn sáy vừ giáo máng mua dúa sài páng chía và xay phìn chiếu mẩy pham tình tả phù khé thị hữu đình cẩm khắc tiên huyên gia ba seo'
    .split(' ')
    .map(word => word.normalize('NFC'));

const MIDDLES = weighted([...nameTables().middle].map(([name, share]) => [name, share]));
const FAMILIES = weighted(surnameTable().map(row => [row.spelling, row.share]));
const GIVENS = weighted([...nameTables().given].map(([name, share]) => [name, share]));
const BY_FOLD = new Map<string, string[]>();
for (const word of MARKED) {
  const folded = /^(qu|[bcdghklmnprstvx]*)y$/.test(stripMarks(word))
    ? `${stripMarks(word).slice(0, -1)}i`
    : stripMarks(word);
  BY_FOLD.set(folded, [...(BY_FOLD.get(folded) ?? []), word]);
}

function marked(folded: string, draw: Draw): string {
  const forms = BY_FOLD.get(folded);
  return forms === undefined ? folded : pick(forms, draw);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Distinct invented full names, family first, with marks. */
export function inventNames(count: number, seed: number): string[] {
  const draw = seeded(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const middles = draw() < 0.07 ? [] : draw() < 0.2 ? [MIDDLES(draw), GIVENS(draw)] : [MIDDLES(draw)];
    const rest = [...middles, GIVENS(draw)].map(word => capital(marked(word, draw)));
    names.add([FAMILIES(draw), ...rest].map(capital).join(' '));
  }
  return [...names];
}

const TELEX_KEY = ['', 's', 'f', 'r', 'x', 'j'];
const TELEX: Record<string, string> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const VNI: Record<string, string> = { ă: 'a8', â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' };

function eachWord(name: string, change: (word: string) => string): string {
  return name.split(' ').map(change).join(' ');
}

function typed(name: string, letters: Record<string, string>, key: (tone: number) => string): string {
  return eachWord(name, word =>
    capital(
      [...stripTone(word.toLowerCase())].map(letter => letters[letter] ?? letter).join('') +
        key(toneOf(word)),
    ),
  );
}

function oldTonePlace(word: string): string {
  const bare = stripTone(word.toLowerCase());
  const tone = toneOf(word);
  const place = /(oa|oe|uy)$/.exec(bare);
  if (tone === 0 || place === null || bare.startsWith('qu') || !isMarkedSyllable(bare)) return word;
  return capital((bare + ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'][tone]!).normalize('NFC'));
}

const ALPHABET = 'abcdeghiklmnopqrstuvxy';

/** The kinds of change of linkage facts §3.4 and a few more. Null where a name cannot be changed that way. */
export const CHANGES: Record<string, (name: string, draw: Draw) => string | null> = {
  'marks off': name => stripMarks(name),
  'tone off': name => stripTone(name),
  'tone place': name => eachWord(name, oldTonePlace),
  'i/y': name => {
    const swap = (word: string) => {
      const plain = word.normalize('NFD');
      if (!/^(qu|[bcdghklmnprstvx]*)[iy]$/.test(stripMarks(word).toLowerCase())) return word;
      return (/y/.test(plain) ? plain.replace(/y/, 'i') : plain.replace(/i(?=\p{M}*$)/u, 'y')).normalize(
        'NFC',
      );
    };
    return eachWord(name, swap);
  },
  Telex: name => typed(name, TELEX, tone => TELEX_KEY[tone]!),
  VNI: name => typed(name, VNI, tone => (tone === 0 ? '' : String(tone))),
  NFD: name => name.normalize('NFD'),
  '1 typo': (name, draw) => {
    const letters = [...stripMarks(name)];
    const at = Math.floor(draw() * letters.length);
    if (letters[at] === ' ') return null;
    const way = Math.floor(draw() * 4);
    if (way === 0) letters[at] = pick([...ALPHABET], draw);
    else if (way === 1) letters.splice(at, 1);
    else if (way === 2) letters.splice(at, 0, pick([...ALPHABET], draw));
    else if (letters[at + 1] === undefined || letters[at + 1] === ' ') return null;
    else [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
    return eachWord(letters.join('').toLowerCase(), capital);
  },
  'tone wrong': (name, draw) => {
    const list = name.split(' ');
    const at = Math.floor(draw() * list.length);
    const bare = stripTone(list[at]!);
    const spot = bare.toLowerCase().search(/[aăâeêioôơuưy](?![aăâeêioôơuưy])/);
    if (spot < 0) return null;
    const sign = pick(['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'], draw);
    list[at] = (bare.slice(0, spot + 1) + sign + bare.slice(spot + 1)).normalize('NFC');
    return list.join(' ');
  },
  'middle dropped': name => {
    const list = name.split(' ');
    return list.length < 3 ? null : [list[0], list.at(-1)].join(' ');
  },
  'given first': name => {
    const list = stripMarks(name).split(' ');
    return [list.at(-1), ...list.slice(1, -1), list[0]].join(' ');
  },
  fused: name => stripMarks(name).toLowerCase().replaceAll(' ', ''),
  'pinyin surname': (name, draw) => {
    const list = stripMarks(name).split(' ');
    const row = surnameTable().find(one => one.spelling === name.split(' ')[0]!.toLowerCase());
    if (row === undefined || row.latin.length === 0) return null;
    return [capital(pick(row.latin, draw)), ...list.slice(1)].join(' ');
  },
  'pinyin whole': (name, draw) => {
    const list = name.split(' ');
    const row = surnameTable().find(one => one.spelling === list[0]!.toLowerCase());
    const spoken = list.slice(1).map(word => PINYIN_OF.get(stripMarks(word).toLowerCase()));
    if (row === undefined || row.latin.length === 0 || spoken.includes(undefined)) return null;
    return [capital(row.latin[0]!), ...spoken.map(forms => capital(pick(forms!, draw)))].join(' ');
  },
  'spelling twin': name => {
    const [first, ...rest] = name.split(' ');
    const row = surnameTable().find(one => one.spelling === first!.toLowerCase());
    if (row?.twins[0] !== undefined) return [capital(row.twins[0]), ...rest].join(' ');
    const last = twinGiven(stripMarks(rest.at(-1) ?? '').toLowerCase());
    return last === undefined ? null : stripMarks([first, ...rest.slice(0, -1), capital(last)].join(' '));
  },
  initials: name => {
    const list = stripMarks(name).split(' ');
    return list.length < 3
      ? null
      : [list[0], ...list.slice(1, -1).map(word => `${word[0]}.`), list.at(-1)].join(' ');
  },
  'initial given': name => {
    const list = stripMarks(name).split(' ');
    return list.length < 3 ? null : [...list.slice(0, -1), `${list.at(-1)![0]}.`].join(' ');
  },
};

const PINYIN_OF = new Map<string, string[]>();
for (const [pinyin, folded] of nameTables().readings)
  for (const one of folded) PINYIN_OF.set(one, [...(PINYIN_OF.get(one) ?? []), pinyin]);

function official(text: string) {
  return preparePerson({ names: [{ text, kind: 'official' }], born: null });
}

type Person = ReturnType<typeof official>;
type Score = { bits: number; alike: number };

function score(one: Person, other: Person, own: Map<Person, number>): Score {
  const self = (person: Person) => {
    const known = own.get(person) ?? comparePrepared(person, person).bits;
    own.set(person, known);
    return known;
  };
  const { bits } = comparePrepared(one, other);
  return { bits, alike: bits / Math.max(1, Math.min(self(one), self(other))) };
}

/** Scores of pairs of different people with the same surname, from which false alarms are counted. */
export function strangers(names: string[], pairs: number, seed: number): Score[] {
  const draw = seeded(seed);
  const byFamily = new Map<string, Person[]>();
  const people = names.map(name => ({ name, person: official(name), family: name.split(' ')[0]! }));
  for (const { family, person } of people) byFamily.set(family, [...(byFamily.get(family) ?? []), person]);
  const own = new Map<Person, number>();
  const scores: Score[] = [];
  while (scores.length < pairs) {
    const one = pick(people, draw);
    const other = pick(byFamily.get(one.family)!, draw);
    if (one.person !== other) scores.push(score(one.person, other, own));
  }
  return scores;
}

/** The value that only the given share of the numbers exceeds. */
export function exceededBy(numbers: number[], rate: number): number {
  return numbers.toSorted((left, right) => right - left)[Math.floor(numbers.length * rate)]!;
}

/** Recall of every kind of change, the name alone, no birth date, which is the hardest case. */
export function measureRecall(
  names: string[],
  limits: { bits: number; alike: number },
  seed: number,
): KindResult[] {
  return Object.entries(CHANGES).map(([kind, change]) => {
    const draw = seeded(seed);
    const own = new Map<Person, number>();
    const hits = { alike: 0, recall: 0, possible: 0, keys: 0, keysBorn: 0 };
    let tried = 0;
    for (const name of names) {
      const changed = change(name, draw);
      if (changed === null || changed === name) continue;
      tried++;
      const { bits, alike } = score(official(name), official(changed), own);
      if (bits > limits.bits) hits.recall++;
      if (alike > limits.alike) hits.alike++;
      if (bits >= THRESHOLDS.possible) hits.possible++;
      if (shareKey(name, changed, null)) hits.keys++;
      if (shareKey(name, changed, '1998')) hits.keysBorn++;
    }
    const share = (count: number) => (tried === 0 ? 0 : count / tried);
    const { alike, recall, possible, keys, keysBorn } = hits;
    return {
      kind,
      tried,
      alike: share(alike),
      recall: share(recall),
      possible: share(possible),
      keys: share(keys),
      keysBorn: share(keysBorn),
    };
  });
}

function shareKey(name: string, changed: string, born: string | null): boolean {
  const stored = new Set(nameKeys([name], born));
  return nameKeys([changed], born).some(key => !key.startsWith('w:') && stored.has(key));
}

function perSecond(count: number, work: () => void): number {
  const start = performance.now();
  work();
  return Math.round((count / (performance.now() - start)) * 1000);
}

/** The whole measurement; about ten seconds with the default size. */
export function benchNames(count = 7_500): NamesBench {
  const names = inventNames(count, 1);
  const scores = strangers(names, 100_000, 2);
  const threshold = exceededBy(
    scores.map(one => one.bits),
    0.001,
  );
  const alike = exceededBy(
    scores.map(one => one.alike),
    0.001,
  );
  const kinds = measureRecall(names.slice(0, 3_000), { bits: threshold, alike }, 3);
  const people = names.slice(0, 2_000).map(official);
  const draw = seeded(4);
  const pairs = Array.from({ length: 200_000 }, () => [pick(people, draw), pick(people, draw)] as const);
  return {
    threshold,
    alike,
    falsePossible: scores.filter(one => one.bits >= THRESHOLDS.possible).length / scores.length,
    kinds,
    pairsPerSecond: perSecond(pairs.length, () => {
      for (const [one, other] of pairs) comparePrepared(one, other);
    }),
    preparedPerSecond: perSecond(people.length, () => {
      for (const name of names.slice(0, 2_000)) official(name);
    }),
    keysPerSecond: perSecond(people.length, () => {
      for (const name of names.slice(0, 2_000)) nameKeys([name], '1998');
    }),
  };
}
