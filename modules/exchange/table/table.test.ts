import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refused } from '../refusal.ts';
import { writeCsv } from './csv.ts';
import { protectCell, protectTypedCell, unprotectCell } from './formula.ts';
import { readTable } from './read.ts';
import { limits, type Table } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const template = readFileSync(
  new URL('../../../data/htcds/templates/HTCDS Excel Spreadsheet v2.0.xlsx', import.meta.url),
);

async function refusal(bytes: Uint8Array, name = 'a.csv'): Promise<string | undefined> {
  return (await readTable(bytes, name)).refused?.code;
}

function isTable(result: Table | Refused): asserts result is Table {
  expect(result.refused).toBeUndefined();
}

async function rowsOf(bytes: Uint8Array, name = 'a.csv'): Promise<string[][]> {
  const table = await readTable(bytes, name);
  isTable(table);
  return table.sheets[0]!.rows;
}

type Part = { name: string; content: Uint8Array; declared?: number; localSize?: number };

/** A ZIP written by hand, so that it can lie. */
function zip(parts: Part[], flags = 0): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    chunks.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

function workbook(sheet: string, more: Part[] = [], styles = ''): Uint8Array {
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip([
    {
      name: 'xl/workbook.xml',
      content: utf8(
        `<workbook xmlns="${ns}" xmlns:r="${rel}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: utf8(
        `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    ...(styles ? [{ name: 'xl/styles.xml', content: utf8(styles) }] : []),
    { name: 'xl/worksheets/sheet1.xml', content: utf8(`<worksheet xmlns="${ns}">${sheet}</worksheet>`) },
    ...more,
  ]);
}

/** The 256 code points from `i * 256` on that stand for characters. */
function block(i: number): number[] {
  return Array.from({ length: 256 }, (_, k) => i * 256 + k).filter(
    point => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(String.fromCodePoint(point)),
  );
}

const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;

describe('refusals of files', () => {
  it('refuses nothing at all, and blanks only', async () => {
    expect(await refusal(new Uint8Array())).toBe('file_empty');
    expect(await refusal(utf8('\n,,\n'))).toBe('file_empty');
  });

  it('refuses a file over the limit without looking into it', async () => {
    expect(await refusal(new Uint8Array(limits.fileBytes + 1))).toBe('file_too_large');
  });

  it.each([
    ['old Excel or a password', [0xd0, 0xcf, 0x11, 0xe0, 1], 'old_excel_or_password'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 1], 'not_a_table'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], 'not_a_table'],
    ['half an archive', [0x50, 0x4b, 3, 4, 9, 9], 'xlsx_damaged'],
    ['broken UTF-8 that says it is UTF-8', [0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x41], 'text_damaged'],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await refusal(new Uint8Array(bytes as number[]))).toBe(code);
  });

  it('refuses archives that are no workbook', async () => {
    expect(await refusal(zip([{ name: 'readme.xml', content: utf8('<a/>') }]))).toBe('not_a_table');
    expect(await refusal(zip([{ name: 'content.xml', content: utf8('<a/>') }]))).toBe('opendocument');
    expect(await refusal(zip([{ name: 'EncryptedPackage', content: utf8('x') }]))).toBe('xlsx_encrypted');
    expect(await refusal(zip([{ name: 'xl/workbook.xml', content: utf8('<a/>') }], 1))).toBe(
      'xlsx_encrypted',
    );
  });

  it('refuses by the declared size, before unpacking', async () => {
    const huge = { name: 'xl/media/a.png', content: utf8('x'), declared: limits.unpackedBytes + 1 };
    expect(await refusal(workbook(sheetData(''), [huge]), 'a.xlsx')).toBe('zip_bomb');
  });

  it('refuses a bomb that declares less than it holds', async () => {
    const liar = { name: 'xl/comments.xml', content: new Uint8Array(5_000_000), declared: 10 };
    expect(await refusal(workbook(sheetData(''), [liar]), 'a.xlsx')).toBe('zip_bomb');
  });

  it.each([
    ['a row numbered a billion', '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>', 'xlsx_damaged'],
    ['a cell at the far corner', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too_many_columns'],
    ['a column no Excel has', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', 'xlsx_damaged'],
    ['a row past the limit', '<row r="100001"><c r="A100001"><v>1</v></c></row>', 'too_many_rows'],
    [
      'a sparse grid past the limit',
      '<row r="1"><c r="ALL1"><v>1</v></c></row><row r="99999"><c r="A99999"><v>1</v></c></row>',
      'too_many_cells',
    ],
    ['an address hidden in an entity', '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>', 'xlsx_damaged'],
    [
      'an address behind a quoted bracket',
      '<row r="1"><c x=">" r="XFD1"><v>1</v></c></row>',
      'too_many_columns',
    ],
    ['an address given twice', '<row r="1"><c r="A1" x:r="XFD1"><v>1</v></c></row>', 'xlsx_damaged'],
    ['a cell without an address', '<row r="1"><c><v>1</v></c></row>', 'xlsx_damaged'],
    ['an overlong tag', `<row r="1"><c x="${'y'.repeat(300)}" r="XFD1"><v>1</v></c></row>`, 'xlsx_damaged'],
    ['tags without an end', '<row <c '.repeat(200_000), 'xlsx_damaged'],
    [
      'a comment that could hide tags',
      '<!-- <c " --><row r="1"><c r="XFD1"><v>1</v></c></row>',
      'xlsx_damaged',
    ],
  ])('refuses %s', async (_what, rows, code) => {
    expect(await refusal(workbook(sheetData(rows)), 'a.xlsx')).toBe(code);
  });

  it('refuses an open quote, with its line', async () => {
    const result = await readTable(utf8('a,b\n1,"two\n3,4\n'), 'a.csv');
    expect(result.refused).toMatchObject({ code: 'csv_quote_open' });
  });

  it('refuses too many rows, columns and characters', async () => {
    expect(await refusal(utf8('a\n'.repeat(limits.rows + 1)))).toBe('too_many_rows');
    expect(await refusal(utf8('a,'.repeat(limits.columns + 1)))).toBe('too_many_columns');
    expect(await refusal(utf8(`a,b\n1,${'x'.repeat(limits.cellCharacters + 1)}\n`))).toBe('cell_too_long');
    expect(await refusal(utf8(`a,b\n1,${'x'.repeat(limits.rowCharacters + 1)}\n`))).toBe('row_too_long');
  });

  it('refuses to write what Excel cannot hold', async () => {
    const long = 'x'.repeat(limits.cellCharacters + 1);
    await expect(writeXlsx([{ name: 'S', rows: [[long]] }])).rejects.toThrow(RangeError);
  });
});

describe('CSV', () => {
  it.each([
    ['comma', 'họ,tên\nVàng,Mai\n'],
    ['semicolon', 'họ;tên\nVàng;Mai\n'],
    ['tab', 'họ\ttên\nVàng\tMai\n'],
    ['a byte order mark', '\ufeffhọ,tên\r\nVàng,Mai\r\n'],
    ['sep=', 'sep=;\r\nhọ;tên\r\nVàng;Mai\r\n'],
    ['old Mac lines', 'họ,tên\rVàng,Mai\r'],
  ])('reads %s', async (_what, text) => {
    expect(await rowsOf(utf8(text))).toEqual([
      ['họ', 'tên'],
      ['Vàng', 'Mai'],
    ]);
  });

  it('takes the comma although cells hold many semicolons', async () => {
    const text = 'prs_FirstName,vic_MethodsOfControl\nMai,A;B;C;D\nLan,A;B;C;D\n';
    expect(await rowsOf(utf8(text))).toHaveLength(3);
    expect((await rowsOf(utf8(text)))[1]).toEqual(['Mai', 'A;B;C;D']);
  });

  it('keeps quoted newlines, empty lines between rows and leading zeros', async () => {
    expect(await rowsOf(utf8('a,b\n\n"x\ny",0912\n'))).toEqual([['a', 'b'], [''], ['x\ny', '0912']]);
  });

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without its mark', async encoding => {
    const le = Buffer.from('ho,ten\nVàng,Mai xinh\n', 'utf16le');
    const bytes = encoding === 'utf-16le' ? le : Buffer.from(le).swap16();
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    expect((await rowsOf(new Uint8Array(bytes)))[1]).toEqual(['Vàng', 'Mai xinh']);
    expect((await rowsOf(new Uint8Array([...mark, ...bytes])))[1]).toEqual(['Vàng', 'Mai xinh']);
  });

  it('falls back to windows-1258, composed, and says so', async () => {
    const bytes = new Uint8Array([...utf8('ten\nNguy'), 0xea, 0xde, 0x6e, 0x0a]);
    const table = await readTable(bytes, 'a.csv');
    isTable(table);
    expect(table.sheets[0]!.rows[1]).toEqual(['Nguyễn']);
    expect(table.warnings).toEqual([{ code: 'encoding_guessed', params: { encoding: 'windows-1258' } }]);
  });

  it('warns when the name says something else', async () => {
    const table = await readTable(utf8('a,b\n1,2\n'), 'list.xlsx');
    isTable(table);
    expect(table.warnings[0]).toMatchObject({ code: 'name_says_other' });
  });

  it('writes what comes back the same', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '=1+1',
        '+84912345678',
        '-5',
        '@x',
        '\tx',
        '\rx',
        "'=x",
        "''+",
        "'plain",
        ' x ',
        'a;b',
        'a\nb',
        '"',
      ),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map(cells => ['x', ...cells]);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async rows => {
        expect(await rowsOf(writeCsv(rows))).toEqual(rows);
      }),
    );
  });

  it('disarms formulas', () => {
    const text = new TextDecoder().decode(
      writeCsv([['=HYPERLINK("x")', '+84', '-1', '@a', '\tb', '\rc', 'ok']]),
    );
    expect(text).toBe(`"'=HYPERLINK(""x"")",+84,-1,"'@a","'\tb","'\rc",ok\r\n`);
  });
});

describe('formula marks', () => {
  it('leave numbers alone, and are taken off where an older export put one', () => {
    for (const text of ['+84912345678', '-103.85', '+1'])
      expect([text, protectCell(text)]).toEqual([text, text]);
    for (const text of ['+84912345678+1', '+84 912', '-1-1', '+1.', '=1', "'+84912345678"])
      expect(protectCell(text)).toBe(`'${text}`);
    expect(unprotectCell("'+84912345678")).toBe('+84912345678');
  });

  it('take away exactly what they put on', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') }), text => {
        expect(unprotectCell(protectCell(text))).toBe(text);
        expect(unprotectCell(protectTypedCell(text))).toBe(text);
        expect(/^[=+\-@\t\r](?!\d+(\.\d+)?$)/.test(protectCell(text))).toBe(false);
      }),
    );
  });
});

describe('XLSX', () => {
  it('reads the official template: hidden row 1, empty column A, rows numbered in column A', async () => {
    const rows = await rowsOf(new Uint8Array(template), 'template.xlsx');
    expect(rows[0]!.slice(0, 3)).toEqual(['', 'cas_CaseOwner', 'prs_Salutation']);
    expect(rows[1]!.slice(0, 3)).toEqual(['', 'Case Owner', 'Salutation']);
    expect(rows[2]!.slice(0, 2)).toEqual(['1', '']);
  });

  it('makes days ISO, keeps text zeros and shows numbers as Excel does', async () => {
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';
    const cells = [
      '<c r="B1" s="1"><v>45413</v></c>',
      '<c r="C1" s="2"><v>45413.5</v></c>',
      '<c r="D1" t="inlineStr"><is><t>0912</t></is></c>',
      '<c r="E1"><v>0.30000000000000004</v></c>',
      '<c r="F1"><v>8.4912345678E10</v></c>',
      '<c r="G1" t="b"><v>1</v></c>',
      '<c r="H1" t="e"><v>#REF!</v></c>',
      '<c r="I1" t="inlineStr"><is><t> x </t></is></c>',
    ];
    const rows = await rowsOf(
      workbook(sheetData(`<row r="1">${cells.join('')}</row>`), [], styles),
      'a.xlsx',
    );
    expect(rows).toEqual([
      ['', '2024-05-01', '2024-05-01T12:00:00', '0912', '0.3', '84912345678', 'TRUE', '', ' x '],
    ]);
  });

  it('lets pass a sheet whose formatting runs to the last row', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>';
    expect(await rowsOf(workbook(sheetData(rows)), 'a.xlsx')).toEqual([['1']]);
  });

  it('writes what comes back the same, on several sheets', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '0912',
        'a\nb',
        ' x ',
        '<&>',
        '_x0041_',
        '__proto__',
        'constructor',
        '2024-05-01',
      ),
    );
    const rows = fc
      .array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 })
      .map(some => some.map(cells => [...cells, 'x']));
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const bytes = await writeXlsx([
          { name: 'Một', rows: first },
          { name: 'Hai', rows: second },
        ]);
        const table = await readTable(bytes, 'a.xlsx');
        isTable(table);
        expect(table.sheets).toEqual([
          { name: 'Một', rows: first },
          { name: 'Hai', rows: second },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every character that is one, the mark of damaged text included', async () => {
    const blocks = Array.from({ length: 0x1100 }, (_, i) => String.fromCodePoint(...block(i)));
    const rows = blocks.filter(text => text !== '').map(text => ['x', `${text}\ufffd`]);
    expect(rows.length).toBeGreaterThan(4000);
    expect(await rowsOf(await writeXlsx([{ name: 'S', rows }]), 'a.xlsx')).toEqual(rows);
  });

  it('reads a long sheet whole, across the parser’s chunks', async () => {
    const rows = Array.from({ length: 8000 }, (_, i) => [
      `dòng ${i} & <${i}>`,
      'ghi chú dài '.repeat(8).trim(),
      '0912',
    ]);
    expect(await rowsOf(await writeXlsx([{ name: 'S', rows }]), 'a.xlsx')).toEqual(rows);
  });
});
