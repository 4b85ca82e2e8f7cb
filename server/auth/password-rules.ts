/* What a new password must be: 12 to 128 characters (15 are recommended), any characters, and not one that guessers try first. There are
 * no rules about capitals or signs and no forced change (ASVS 5.0, 6.2.1 to 6.2.11). A frequent word stays refused with digits and signs
 * around or inside it, because guessing programs do exactly that; a sentence of several words passes. */
import { readFileSync } from 'node:fs';
import type { FieldIssue } from '../../kernel/problem.ts';
import { normalEmail } from '../../modules/agencies/index.ts';

export const LEAST_PASSWORD = 12;
export const RECOMMENDED_PASSWORD = 15;
export const MOST_PASSWORD = 128;

const LISTS = ['common.txt', 'vietnamese.txt'];
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()',
];
const RUNS = [...ROWS, ...ROWS.map(row => [...row].reverse().join(''))];
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Why `password` may not be chosen by the officer with this e-mail; empty when it may. Field `password`. */
export function passwordIssues(password: string, email: string): FieldIssue[] {
  const length = [...password.normalize('NFKC')].length;
  if (length < LEAST_PASSWORD)
    return [issue('password_too_short', { least: LEAST_PASSWORD, recommended: RECOMMENDED_PASSWORD })];
  if (length > MOST_PASSWORD) return [issue('password_too_long', { most: MOST_PASSWORD })];
  const plain = fold(password);
  const name = fold(normalEmail(email).split('@')[0] ?? '');
  if (containsName(plain, name)) return [issue('password_contains_email')];
  if (isGuessable(plain)) return [issue('password_common')];
  return [];
}

function issue(reason: string, params?: FieldIssue['params']): FieldIssue {
  return params ? { field: 'password', reason, params } : { field: 'password', reason };
}

function containsName(plain: string, name: string): boolean {
  const bare = name.replace(/[^a-z0-9]/g, '');
  return bare.length >= 4 && plain.replace(/[^a-z0-9]/g, '').includes(bare);
}

function isGuessable(plain: string): boolean {
  const unit = repeatedUnit(plain);
  if (unit.length <= 6) return true;
  const readings = [plain, undoLookalikes(plain), undoLookalikes(plain.replace(/^[^a-z]+|[^a-z]+$/g, ''))];
  const letters = readings.map(reading => reading.replace(/[^a-z]/g, ''));
  if ([unit, ...readings, ...letters, ...letters.map(repeatedUnit)].some(isListed)) return true;
  // Twelve digits are an identity card, ten and eleven a telephone, eight a birthday: all of them known to somebody.
  return /^[\d\s.+-]+$/.test(plain) || isRuns(plain);
}

/** Lower case without Vietnamese marks: what a guessing list would hold. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
}

function undoLookalikes(text: string): string {
  return [...text].map(letter => LOOKALIKES[letter] ?? letter).join('');
}

/** `abcabcabc` → `abc`; the text itself when nothing repeats. */
function repeatedUnit(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return unit;
  }
  return text;
}

/** True when the text is nothing but walks along the keyboard, the alphabet or the digits, three or more steps each. */
function isRuns(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const longest = Math.max(...RUNS.map(row => commonRun(text, at, row)));
    if (longest < 3) return text.length - at <= 2 && at > 0;
    at += longest;
  }
  return true;
}

function commonRun(text: string, at: number, row: string): number {
  let best = 0;
  for (let start = row.indexOf(text[at]!); start !== -1; start = row.indexOf(text[at]!, start + 1)) {
    let length = 0;
    while (at + length < text.length && row[start + length] === text[at + length]) length += 1;
    best = Math.max(best, length);
  }
  return best;
}

let listed: ReadonlySet<string> | null = null;

function isListed(word: string): boolean {
  listed ??= new Set(LISTS.flatMap(file => readList(file)));
  return word.length >= 4 && listed.has(word);
}

function readList(file: string): string[] {
  const path = new URL(`../../data/passwords/${file}`, import.meta.url);
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}
