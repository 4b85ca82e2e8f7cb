/* Both writers, every form, somebody of whom everything is known and somebody of whom nothing is: the bytes are read back with other people's readers, and the
 * same words stand in both, in composed Vietnamese letters, in fonts that go along. */
import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { compose, forms, type Paper, textOf } from '../../modules/documents/index.ts';
import { empty, full } from '../../modules/documents/sample.ts';
import { composeKeyPaper, withSignatures } from '../../modules/justice/index.ts';
import { sampleKeyPaper, sampleSignature } from '../../modules/justice/key-sample.ts';
import { codeName } from '../exchange/in-words.ts';
import { writeDocx } from './docx.ts';
import { byWriting } from './fonts.ts';
import { writePdf } from './pdf.ts';

/** Without spaces: a PDF keeps words where they stand, not the gaps between them. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** Parses strictly. @throws when a part is not well-formed. */
function readXml(xml: string): { text: string; names: Set<string> } {
  let text = '';
  const names = new Set<string>();
  const parser = sax.parser(true);
  parser.onerror = error => {
    throw error;
  };
  parser.onopentag = ({ name }) => void names.add(name);
  parser.ontext = one => {
    text += one;
  };
  parser.write(xml).close();
  return { text, names };
}

const ofKeyCase = withSignatures(
  composeKeyPaper(sampleKeyPaper, {
    place: 'Lào Cai',
    codeOf: (list, code) => codeName(list, code, 'vi'),
  }),
  '0123456789abcdef'.repeat(4),
  [sampleSignature],
);

const papers: [string, Paper][] = forms.flatMap(form => [
  [
    `${form.code} of somebody`,
    compose(form, full(form), { number: `12/${form.symbol ?? 'PC02'}`, day: '2026-02-05' as Day }),
  ],
  [`${form.code} of nobody`, compose(form, empty(form), null)],
]);

papers.push(['the signed record of a key case', ofKeyCase]);

describe.each(papers)('%s', (_what, paper) => {
  test('as DOCX: well-formed parts, the words, the font by name and with its faces, A4, no number on the first page', async () => {
    const parts = unzipSync(await writeDocx(paper));
    for (const [name, bytes] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(name)) readXml(strFromU8(bytes));
    const xml = strFromU8(parts['word/document.xml']!);
    const { text, names } = readXml(xml);
    for (const words of textOf(paper)) expect(bare(text)).toContain(bare(words));
    expect(text).toBe(text.normalize('NFC'));
    expect(names.has('w:titlePg')).toBe(true);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(strFromU8(parts['word/styles.xml']!)).toContain('Times New Roman');
    const table = strFromU8(parts['word/fontTable.xml']!);
    for (const face of ['embedRegular', 'embedBold', 'embedItalic', 'embedBoldItalic'])
      expect(table).toContain(face);
  });

  test('as PDF: the same words, every font embedded, one size of page', async () => {
    const bytes = await writePdf(paper);
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(document, { mergePages: true });
    for (const words of textOf(paper)) expect(bare(text)).toContain(bare(words));
    const raw = bytes.toString('latin1');
    const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(1);
    expect(raw.match(/\/FontFile[23] /g)?.length).toBe(fonts);
    const [, , width, height] = (await document.getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
  });
});

test('nobody signs a page that says nothing: the last paragraph goes over with the signatures', async () => {
  const form = forms.find(one => one.code === 'TK-TN')!;
  const whole = compose(form, full(form), { number: '12/TK-PC02', day: '2026-02-05' as Day });
  const at = whole.blocks.findIndex(block => block.kind === 'text' && block.keep);
  const line = whole.blocks.find(block => block.kind === 'text')!;
  const over = (lines: number): Paper => ({
    ...whole,
    blocks: [...whole.blocks.slice(0, at), ...Array(lines).fill(line), ...whole.blocks.slice(at)],
  });
  for (const lines of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    const document = await getDocumentProxy(new Uint8Array(await writePdf(over(lines))));
    const { text } = await extractText(document, { mergePages: false });
    const page = text.find(one => one.includes('NGƯỜI KHAI'))!;
    expect([lines, bare(page).includes(bare('Tôi xin cam đoan'))]).toEqual([lines, true]);
  }
  const xml = strFromU8(unzipSync(await writeDocx(whole))['word/document.xml']!);
  const last = xml.split('<w:p>').find(part => part.includes('Tôi xin cam đoan'))!;
  expect(last).toContain('<w:keepNext/>');
});

test('the number of a page stands at its head from the second on', async () => {
  const long = papers.find(([what]) => what.startsWith('M01-119 of somebody'))![1];
  const document = await getDocumentProxy(new Uint8Array(await writePdf(long)));
  const { text } = await extractText(document, { mergePages: false });
  expect(text.length).toBeGreaterThan(1);
  // The reader names what stands in the margin last.
  expect(text[0]).not.toMatch(/\b1\s*$/);
  expect(text[1]).toMatch(/\s2\s*$/);
});

test('Chinese writing is cut out, and nothing is lost', () => {
  const text = 'Ntxhw Mos; 王小梅 (Mại)';
  expect(byWriting(text).filter(part => part.han)).toEqual([{ text: '王小梅', han: true }]);
  expect(
    byWriting(text)
      .map(part => part.text)
      .join(''),
  ).toBe(text);
  expect(byWriting('')).toEqual([]);
});
