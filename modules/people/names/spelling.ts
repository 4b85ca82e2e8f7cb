/**
 * How near two single words of a name are. What is surprising: one letter of difference means little when one of the words is no
 * Vietnamese syllable (certainly a slip) and much when both are (Lan and Lâm, Hoa and Hòa are different people's names).
 */
import { isSyllable, stripTone } from './fold.ts';
import { areTwins, readings } from './givens.ts';
import type { NameWord } from './parts.ts';
import { isInitial } from './parts.ts';

/** What exactly one of two names lacks in every word. */
export type Bare = 'marks' | 'tones' | null;
export type Nearness =
  | 'same'
  | 'tone'
  | 'letters'
  | 'marks'
  | 'initial'
  | 'twin'
  | 'foreign'
  | 'slip'
  | 'typo'
  | 'far'
  | 'differs';

// Neighbours on the keyboard, each row against itself and the row below; the letters Vietnamese names use.
const NEIGHBOURS = new Set(
  'qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm sz dx fc gv hb jn km es rd tf yg uh ij ok'.split(
    ' ',
  ),
);

function areNeighbours(left: string, right: string): boolean {
  return NEIGHBOURS.has(left + right) || NEIGHBOURS.has(right + left);
}

/**
 * Whether two words are one edit apart: a letter more, less, other, or two adjacent letters swapped. In linear time, since the
 * general distance is far slower. `near` when the edit is a swap, a doubled letter or a neighbouring key.
 */
export function oneEdit(left: string, right: string): 'near' | 'far' | null {
  if (left === right || Math.abs(left.length - right.length) > 1) return null;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const shortCore = short.slice(start, short.length - end);
  const longCore = long.slice(start, long.length - end);
  if (shortCore === '')
    return long[start] === long[start - 1] || long[start] === long[start + 1] ? 'near' : 'far';
  if (shortCore.length === 1 && longCore.length === 1)
    return areNeighbours(shortCore, longCore) ? 'near' : 'far';
  return shortCore.length === 2 && longCore === shortCore[1]! + shortCore[0]! ? 'near' : null;
}

/**
 * How two words belong together. `bare` says what one of the two names lacks throughout (all marks, or only the tones), so that it
 * means nothing here; `foreign` that exactly one of them is in Chinese or pinyin.
 */
export function nearness(left: NameWord, right: NameWord, bare: Bare, foreign: boolean): Nearness {
  if (left.marked === right.marked) return 'same';
  if (left.folded === right.folded) {
    if (bare === 'marks') return 'marks';
    if (stripTone(left.marked) === stripTone(right.marked)) return bare === 'tones' ? 'marks' : 'tone';
    // ly and lí, quý and quí: the same word with i for y.
    return sameButY(left.marked, right.marked) ? 'same' : 'letters';
  }
  if (isInitial(left.folded) && right.folded.startsWith(left.folded)) return 'initial';
  if (isInitial(right.folded) && left.folded.startsWith(right.folded)) return 'initial';
  if (areTwins(left.folded, right.folded)) return 'twin';
  if (
    foreign &&
    (readings(left.folded).includes(right.folded) || readings(right.folded).includes(left.folded))
  )
    return 'foreign';
  const edit = oneEdit(left.folded, right.folded);
  if (edit === null || Math.min(left.folded.length, right.folded.length) < 2) return 'differs';
  if (!isSyllable(left.folded) || !isSyllable(right.folded)) return 'slip';
  const longer = Math.max(left.folded.length, right.folded.length);
  if (edit === 'near' && longer > 2) return 'typo';
  return longer > 3 ? 'far' : 'differs';
}

function sameButY(left: string, right: string): boolean {
  const withI = (word: string) => word.normalize('NFD').replaceAll('y', 'i').normalize('NFC');
  return withI(left) === withI(right);
}
