/*
 * Lets `giang thi mai` find `Giàng Thị Mai`: marks are dropped, đ counts as d, case is ignored. Only for lists already on the screen; the server
 * has its own normalised search keys.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
}

/** Every word of the question begins, or stands within, some part of the text. */
export function foldedMatch(text: string, asked: string): boolean {
  const folded = fold(text);
  return fold(asked)
    .split(/\s+/)
    .every(word => folded.includes(word));
}
