/* A paper as PDF, by pdfmake. The font is Tinos, which has the widths of Times New Roman and every Vietnamese letter; it is embedded as a subset, so that the
 * paper looks the same on a machine that has neither. Nothing is fetched and nothing is read but the four fonts. */
import pdfmake from 'pdfmake';
import {
  type Block,
  type Line,
  type Paper,
  page,
  type Run,
  textWidth,
} from '../../modules/documents/index.ts';
import { byWriting, han, tinos } from './fonts.ts';

pdfmake.setFonts({
  Tinos: tinos,
  Han: { normal: han, bold: han, italics: han, bolditalics: han },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(path => path === han || (Object.values(tinos) as string[]).includes(path));

const points = (millimetres: number): number => (millimetres * 72) / 25.4;

const inlines = (text: string, more: object = {}): object[] =>
  byWriting(text).map(part => ({ text: part.text, ...more, ...(part.han ? { font: 'Han' } : {}) }));

const runs = (all: readonly Run[]): object[] =>
  all.flatMap(run => inlines(run.text, { bold: run.bold, italics: run.italic }));

/** A line with its rule; `width` of its column in millimetres. */
function lineOf(line: Line, width: number): object[] {
  const align = line.align ?? 'center';
  const text = {
    text: runs(line.runs),
    fontSize: line.size,
    alignment: align,
    lineHeight: 1.1,
    margin: [0, line.before ?? 0, 0, line.rule ? 0 : (line.after ?? 0)],
  };
  if (!line.rule) return [text];
  const long = points(width * line.rule);
  const rule = { type: 'line', x1: 0, y1: 0, x2: long, y2: 0, lineWidth: 0.7 };
  return [text, { canvas: [rule], alignment: align, margin: [0, 1, 0, line.after ?? 3] }];
}

/** About six lines. */
const shortText = 450;

function contentOf(block: Block): object {
  switch (block.kind) {
    case 'columns': {
      const left = (textWidth * block.leftWidth) / 100;
      return {
        unbreakable: true,
        columns: [
          { width: points(left), stack: block.left.flatMap(line => lineOf(line, left)) },
          { width: '*', stack: block.right.flatMap(line => lineOf(line, textWidth - left)) },
        ],
        margin: [0, 0, 0, 8],
      };
    }
    case 'line':
      return { stack: lineOf(block.line, textWidth) };
    case 'text':
      return {
        text: runs(block.runs),
        // No last word of a paragraph alone on a page; one too long to be kept whole may break.
        unbreakable: block.runs.reduce((sum, run) => sum + run.text.length, 0) < shortText,
        alignment: block.align,
        leadingIndent: block.indent ? points(page.firstLine) : 0,
        lineHeight: page.lineHeight,
        margin: [0, 0, 0, page.after],
      };
    case 'table':
      return {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: block.widths.map(width => `${width}%`),
          body: [
            block.titles.map(text => ({ text, bold: true, alignment: 'center' })),
            ...block.rows.map(row => row.map(text => ({ text: inlines(text) }))),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
        margin: [0, 0, 0, page.after],
      };
  }
}

/** A block that is kept, and what it is kept with, as one that does not break. */
function contents(blocks: readonly Block[]): object[] {
  const at = blocks.findIndex(block => block.kind === 'text' && block.keep);
  if (at < 0) return blocks.map(contentOf);
  return [
    ...blocks.slice(0, at).map(contentOf),
    { unbreakable: true, stack: blocks.slice(at, at + 2).map(contentOf) },
    ...blocks.slice(at + 2).map(contentOf),
  ];
}

export async function writePdf(paper: Paper): Promise<Buffer> {
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [points(page.left), points(page.top), points(page.right), points(page.bottom)],
      info: { title: paper.title, creator: 'Chung Tay', producer: 'Chung Tay' },
      language: 'vi-VN',
      displayTitle: true,
      defaultStyle: { font: 'Tinos', fontSize: page.body },
      // The number of the page stands in the top margin, from the second page on.
      header: (current: number) =>
        current > 1
          ? {
              text: String(current),
              alignment: 'center',
              fontSize: page.pageNumber,
              margin: [points(page.left), points(10), points(page.right), 0],
            }
          : null,
      content: contents(paper.blocks),
    })
    .getBuffer();
}
