/* A paper as DOCX, by the library of that name. It asks for "Times New Roman", as the decree does, and for the Vietnamese language, so that no spelling
 * checker underlines a name. The letters of Tinos go along under that name: a machine without the font, as most with LibreOffice are, shows them instead. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Block,
  type Line,
  type Paper,
  page,
  type Run,
  textOf,
  textWidth,
} from '../../modules/documents/index.ts';
import { embeddedFaces, embeddedHan } from './fonts.ts';

const name = 'Times New Roman';
const hanName = 'Noto Sans SC';
const font = { ascii: name, hAnsi: name, cs: name, eastAsia: hanName } as const;
/** Word counts in twentieths of a point; 1 mm is 56.69 of them. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

const runs = (all: readonly Run[], more: IRunOptions = {}): TextRun[] =>
  all.map(run => new TextRun({ ...more, text: run.text, bold: run.bold, italics: run.italic }));

/** A line, and under it a thin paragraph whose upper border is the rule; `width` of its column in millimetres. */
function linesOf(line: Line, width: number): Paragraph[] {
  const alignment = line.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER;
  const text = new Paragraph({
    alignment,
    keepNext: true,
    spacing: {
      before: (line.before ?? 0) * 20,
      after: line.rule ? 0 : (line.after ?? 0) * 20,
      line: 264,
      lineRule: LineRuleType.AUTO,
    },
    children: runs(line.runs, { size: line.size * 2 }),
  });
  if (!line.rule) return [text];
  const side = twips((width * (1 - line.rule)) / 2);
  return [
    text,
    new Paragraph({
      keepNext: true,
      indent: { left: side, right: side },
      spacing: { before: 20, after: (line.after ?? 2) * 20, line: 60, lineRule: LineRuleType.EXACT },
      border: { top: { ...thin, space: 0 } },
      children: [],
    }),
  ];
}

const cellOf = (children: Paragraph[], width: number): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: none, bottom: none, left: none, right: none },
    // A cell without a paragraph is not a valid file.
    children: children.length > 0 ? children : [new Paragraph({ children: [] })],
  });

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'columns': {
      const left = (textWidth * block.leftWidth) / 100;
      const right = textWidth - left;
      return [
        new Table({
          layout: TableLayoutType.FIXED,
          width: { size: twips(textWidth), type: WidthType.DXA },
          columnWidths: [twips(left), twips(right)],
          borders: {
            top: none,
            bottom: none,
            left: none,
            right: none,
            insideHorizontal: none,
            insideVertical: none,
          },
          rows: [
            new TableRow({
              cantSplit: true,
              children: [
                cellOf(
                  block.left.flatMap(line => linesOf(line, left)),
                  left,
                ),
                cellOf(
                  block.right.flatMap(line => linesOf(line, right)),
                  right,
                ),
              ],
            }),
          ],
        }),
      ];
    }
    case 'line':
      return linesOf(block.line, textWidth);
    case 'text':
      return [
        new Paragraph({
          alignment: block.align === 'justify' ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
          keepNext: block.keep,
          keepLines: block.keep,
          indent: block.indent ? { firstLine: twips(page.firstLine) } : {},
          spacing: {
            after: page.after * 20,
            line: Math.round(240 * page.lineHeight),
            lineRule: LineRuleType.AUTO,
          },
          children: runs(block.runs),
        }),
      ];
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: { after: 0, line: 120 }, children: [] })];
  }
}

function tableOf({ titles, widths, rows }: Extract<Block, { kind: 'table' }>): Table {
  const columns = widths.map(width => twips((textWidth * width) / 100));
  const cell = (text: string, index: number, bold?: true) =>
    new TableCell({
      width: { size: columns[index]!, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, bold })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({ tableHeader: true, children: titles.map((title, index) => cell(title, index, true)) }),
      ...rows.map(
        row => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index)) }),
      ),
    ],
  });
}

export async function writeDocx(paper: Paper): Promise<Buffer> {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: page.pageNumber * 2 })],
  });
  const faces = await embeddedFaces();
  const chinese = await embeddedHan(textOf(paper).join(' '));
  return Packer.toBuffer(
    new Document({
      fonts: [
        { name, data: faces.normal, bold: faces.bold, italic: faces.italics, boldItalic: faces.bolditalics },
        ...(chinese ? [{ name: hanName, data: chinese }] : []),
      ],
      title: paper.title,
      creator: 'Chung Tay',
      lastModifiedBy: 'Chung Tay',
      styles: { default: { document: { run: { font, size: page.body * 2, language: { value: 'vi-VN' } } } } },
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: twips(page.width), height: twips(page.height) },
              margin: {
                top: twips(page.top),
                bottom: twips(page.bottom),
                left: twips(page.left),
                right: twips(page.right),
                header: twips(10),
                footer: twips(10),
              },
            },
          },
          headers: { default: new Header({ children: [number] }), first: new Header({ children: [] }) },
          children: paper.blocks.flatMap(blockOf),
        },
      ],
    }),
  );
}
