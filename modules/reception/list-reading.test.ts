import { describe, expect, it } from 'vitest';
import { readBirth, readGroupList } from './list-reading.ts';

const only = (raw: string) => {
  const { lines, issues } = readGroupList(raw);
  expect(issues).toEqual([]);
  return lines;
};

describe('what cannot be read is named by its line and the others stand', () => {
  it('a line without a name, a name that is too long, a number that comes twice', () => {
    const { lines, issues } = readGroupList(
      [
        'STT\tHọ và tên\tNăm sinh',
        '1\t\t1999',
        `2\t${'x'.repeat(121)}\t2000`,
        '3\tLò Thị A\t2001',
        '3\tLò Thị B\t',
      ].join('\n'),
    );
    expect(issues).toEqual([
      { line: 2, reason: 'no_name' },
      { line: 3, reason: 'name_too_long' },
      { line: 5, reason: 'number_twice' },
    ]);
    expect(lines.map(line => line.nameWritten)).toEqual(['Lò Thị A']);
  });

  it('more than three hundred people are not one group', () => {
    const { lines, issues } = readGroupList(
      Array.from({ length: 301 }, (_, index) => `${index + 1}\tLò Thị ${index}`).join('\n'),
    );
    expect(lines).toHaveLength(300);
    expect(issues).toEqual([{ line: 301, reason: 'too_many_lines' }]);
  });
});

describe('a list as it comes', () => {
  it('from the Chinese side, with its own head, its dates and its sexes', () => {
    const lines = only(
      '序号\t姓名\t性别\t出生日期\t国籍\t备注\n1\t王氏梅\t女\t1998年7月3日\t越南\t无证件\n2\t黄文山\t男\t1975\t越南\t',
    );
    expect(lines).toEqual([
      { lineNumber: 1, nameWritten: '王氏梅', bornWritten: '1998年7月3日', sex: 'female', remarks: '无证件' },
      { lineNumber: 2, nameWritten: '黄文山', bornWritten: '1975', sex: 'male', remarks: null },
    ]);
  });

  it('without a head, the columns are told by what stands in them', () => {
    expect(only('1. ; WANG SHI MEI ; F ; 03/07/1998 ; no papers\n2. ; HUANG WEN ; M ; ; ')).toEqual([
      {
        lineNumber: 1,
        nameWritten: 'WANG SHI MEI',
        bornWritten: '03/07/1998',
        sex: 'female',
        remarks: 'no papers',
      },
      { lineNumber: 2, nameWritten: 'HUANG WEN', bornWritten: null, sex: 'male', remarks: null },
    ]);
  });

  it('names alone are numbered by their place; empty lines are passed over', () => {
    expect(only('Lò Thị A\n\nLò Thị B\n').map(line => [line.lineNumber, line.nameWritten])).toEqual([
      [1, 'Lò Thị A'],
      [2, 'Lò Thị B'],
    ]);
  });

  it('a sex nobody can read is not lost: it stands with the remarks', () => {
    const [line] = only('Họ tên\tGiới tính\tGhi chú\nLò A\tkhông rõ\tđi cùng mẹ');
    expect(line).toMatchObject({ sex: null, remarks: 'đi cùng mẹ; không rõ' });
  });
});

describe('a birth is read only as far as it can be read for sure', () => {
  it.each([
    ['1998年7月3日', '1998-07-03'],
    ['1998.7.3', '1998-07-03'],
    ['3/7/1998', '1998-07-03'],
    ['7/1998', '1998-07'],
    ['1998', '1998'],
    ['1998年', '1998'],
    ['khoảng 1998', null],
    ['31/02/1998', null],
    ['98', null],
    ['3/7', null],
    [null, null],
  ])('%s', (written, read) => {
    expect(readBirth(written)).toBe(read);
  });
});
