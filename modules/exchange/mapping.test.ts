import { describe, expect, it } from 'vitest';
import { applyMapping, findHeaderRow, type MappingTarget, suggestMapping } from './mapping.ts';

const targets: MappingTarget[] = [
  { key: 'names', labels: ['Họ và tên', 'Họ tên', 'Full name'] },
  { key: 'born', labels: ['Ngày sinh', 'Năm sinh', 'Date of birth'] },
  { key: 'household', labels: ['Hộ'] },
  { key: 'family', labels: ['Họ', 'Family name'] },
  { key: 'rescued', labels: ['Ngày giải cứu', 'Date of rescue'] },
];
const found = (headers: string[]): (string | null)[] =>
  suggestMapping(headers, targets).columns.map(c => c.target);

describe('suggestMapping', () => {
  it('leaves aside what it does not know, and says what is missing', () => {
    const mapping = suggestMapping(['STT', '', 'Ghi chú'], targets);
    expect(mapping.columns.map(c => c.certainty)).toEqual(['none', 'none', 'none']);
    expect(mapping.missing).toEqual(targets.map(t => t.key));
  });

  it('does not feed one target from two columns', () => {
    expect(found(['Ngày sinh', 'Năm sinh'])).toEqual(['born', null]);
  });

  it('does not take a word in common for a match', () => {
    expect(found(['Ngày'])).toEqual([null]);
  });

  it('knows headers in both languages, in capitals, without accents, with remarks', () => {
    expect(found(['HỌ VÀ TÊN (*)', 'ngay sinh', 'Date of rescue'])).toEqual(['names', 'born', 'rescued']);
  });

  it('tells Hộ from Họ where accents are written', () => {
    expect(found(['Họ', 'Hộ'])).toEqual(['family', 'household']);
  });

  it('calls a near match similar', () => {
    const [column] = suggestMapping(['Ngày tháng năm sinh'], targets).columns;
    expect(column).toMatchObject({ target: 'born', certainty: 'similar' });
  });
});

describe('applyMapping', () => {
  const rows = [
    ['DANH SÁCH TIẾP NHẬN', '', ''],
    ['Họ và tên', 'Ngày sinh', 'Ghi chú'],
    ['\u00a0Vàng Thị Mai ', '1998', 'xin giữ kín'],
    ['', ' ', ''],
    ['Lò Văn Nam', '', ''],
  ];

  it('finds the header below a title and keeps line numbers across empty rows', () => {
    const headerRow = findHeaderRow(rows, targets);
    expect(headerRow).toBe(1);
    expect(applyMapping(rows, suggestMapping(rows[headerRow]!, targets, headerRow))).toEqual([
      { line: 3, values: { names: 'Vàng Thị Mai', born: '1998' }, rest: { 'Ghi chú': 'xin giữ kín' } },
      { line: 5, values: { names: 'Lò Văn Nam' }, rest: {} },
    ]);
  });
});
