/* The fonts of papers. Tinos has the widths of Times New Roman and every Vietnamese letter (Liberation Serif of most Linux machines has not: there a paper
 * would change its face in the middle of a word). Chinese names, which it cannot write, are set in Noto Sans; that font is read only when one occurs. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const find = createRequire(import.meta.url);
const folder = dirname(find.resolve('@expo-google-fonts/tinos/package.json'));
const face = (name: string): string => join(folder, name, `Tinos_${name}.ttf`);

export const tinos = {
  normal: face('400Regular'),
  bold: face('700Bold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('700Bold_Italic'),
} as const;

export const han = join(
  dirname(find.resolve('@embedpdf/fonts-sc')),
  '..',
  'fonts',
  'NotoSansHans-Regular.otf',
);

/** Text cut where it changes between Chinese and other writing. */
export const byWriting = (text: string): { text: string; han: boolean }[] =>
  [...text.matchAll(/([\p{Script=Han}\u3000-\u303f]+)|[^\p{Script=Han}\u3000-\u303f]+/gu)].map(found => ({
    text: found[0],
    han: found[1] !== undefined,
  }));

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/** What somebody may still write into a DOCX: Latin with all its Vietnamese letters, loose marks, dashes, quotes, dots and a few signs. */
const letters = [
  range(0x20, 0x7e),
  range(0xa0, 0x17f),
  'ƠơƯư',
  range(0x300, 0x303),
  '\u0306\u0309\u031b\u0323',
  range(0x1ea0, 0x1ef9),
  '–—‘’“”„•…‰₫№™−',
].join('');

let embedded: Promise<Record<keyof typeof tinos, Buffer>> | null = null;

/** The four faces cut down to those letters, to go into a DOCX: a tenth of their size. Made once. */
export function embeddedFaces(): Promise<Record<keyof typeof tinos, Buffer>> {
  embedded ??= (async () => {
    const cut = async (path: string) =>
      subsetFont(await readFile(path), letters, { targetFormat: 'truetype' });
    return {
      normal: await cut(tinos.normal),
      bold: await cut(tinos.bold),
      italics: await cut(tinos.italics),
      bolditalics: await cut(tinos.bolditalics),
    };
  })();
  return embedded;
}

/** Just the Chinese letters of a text, to go into a DOCX beside the Latin ones; null when it has none. */
export async function embeddedHan(text: string): Promise<Buffer | null> {
  const used = byWriting(text).flatMap(part => (part.han ? [part.text] : []));
  if (used.length === 0) return null;
  return subsetFont(await readFile(han), used.join(''), { targetFormat: 'truetype' });
}
