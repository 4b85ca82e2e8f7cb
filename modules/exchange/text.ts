/* Comparing what people write: headers and labels come with and without accents, in capitals, with stars, brackets and non-breaking blanks. */

/** `Họ và tên (*)` → `ho va ten`: no accents, no case, no marks, one blank between words. Words in brackets are left out. */
export function foldWords(text: string): string {
  return text
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As typed but for case, blanks and marks: tells `Hộ` from `Họ`, which `foldWords` does not. */
export function foldCase(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `Follow up`, `FollowUp`, `follow-up ` → `followup`; American spelling counts as British. For codes and their labels. */
export function foldCode(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('labor', 'labour')
    .replaceAll('organiz', 'organis');
}

/** Control characters but tab and line ends, what has no width or turns the direction of writing, and what is no character at all. */
const invisible =
  /[^\P{Cc}\t\n\r]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Noncharacter_Code_Point}]/gu;

const plain = /^[\x20-\x7e]*$/;

/** A cell as it is kept: NFC, `\n` line ends, no invisible characters, no blanks (of any kind, U+00A0 too) at either end. */
export function tidy(text: string): string {
  if (plain.test(text)) return text.trim();
  return text.toWellFormed().normalize('NFC').replace(invisible, '').replace(/\r\n?/g, '\n').trim();
}

/** `0` → `A`, `26` → `AA`: a column as the person sees it. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
