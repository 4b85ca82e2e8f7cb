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

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed here
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A cell as it is kept: NFC, `\n` line ends, no invisible characters, no blanks (of any kind, U+00A0 too) at either end. */
export function tidy(text: string): string {
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
