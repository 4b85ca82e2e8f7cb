/** Keys and search: what must not be a key first, then which spellings meet, then what a typed search looks up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_KEYS, nameKeys, searchPrefix } from './keys.ts';

function meet(one: string, other: string, born: string | null = null): string[] {
  const stored = new Set(nameKeys([one], born));
  return nameKeys([other], born).filter(key => stored.has(key) && !key.startsWith('w:'));
}

describe('keys', () => {
  it('never a family name alone, nothing for nothing', () => {
    expect(nameKeys([''], '1998')).toEqual([]);
    expect(nameKeys([], null)).toEqual([]);
    expect(nameKeys(['Nguyễn Thị Phương'], null)).not.toContain('m:thi|phuong');
    expect(searchPrefix('')).toEqual({ keys: [], ranges: [], year: null });
  });
  it('keeps strangers apart', () => {
    expect(meet('Nguyễn Thị Phương', 'Nguyễn Văn An')).toEqual([]);
    expect(meet('Lý Thị Mẩy', 'Lê Thị Hoa', '1998')).not.toContain('g:li|hoa');
  });
  it('holds to twelve, and a fifth alias does not crowd out the official name', () => {
    const keys = nameKeys(
      ['Nguyễn Thị Minh Phương', 'Ruan Fang', 'Lan', 'Hoa Huỳnh', 'Trần Thị Thu Hà', '阮氏芳'],
      '1998-07-03',
    );
    expect(keys).toHaveLength(MOST_KEYS);
    expect(keys[0]).toBe('n:minh nguyen phuong thi');
    expect(keys).toContain('w:lan');
  });
  it.each([
    ['Nguyễn Thị Phương', 'phuong thi nguyen'],
    ['Nguyễn Thị Phương', 'nguyenthiphuong'],
    ['Nguyễn Thị Phương', 'Nguyeenx Thij Phuwowng'],
    ['Nguyễn Thị Phương', 'Nguyễn Phương'],
    ['Nguyễn Thị Phương', 'Ngyen Thi Phuong'],
    ['Nguyễn Thị Phương', 'Nguyen T. P'],
    ['Nguyễn Thị Phương', 'Ruan Shi Fang'],
    ['Nguyễn Thị Phương', '阮氏芳'],
    ['Huỳnh Văn Phúc', 'Hoang Van Phuoc'],
    ['Giàng A Páo', 'Zàng Nhìa Páo'],
    ['Vàng Thị Mỷ', 'Wang Mi'],
  ])('%s and %s meet', (one, other) => {
    expect(meet(one, other)).not.toEqual([]);
  });
  it('of two with nothing but a given name in common, only those of one birth year meet', () => {
    expect(meet('Trần Thu Hà', 'Lý Hà', '1998')).toEqual(['y:ha|1998']);
    const stored = nameKeys(['Trần Thu Hà'], '1998');
    expect(nameKeys(['Lý Hà'], '1999').filter(key => stored.includes(key))).toEqual(['w:ha']);
  });
});

describe('search', () => {
  /** Whether what was typed leads to one of the keys a file is kept under. */
  const finds = ({ keys, ranges }: ReturnType<typeof searchPrefix>, stored: readonly string[]): boolean =>
    stored.some(key => keys.includes(key) || ranges.some(range => key >= range.from && key < range.below));

  it.each([
    'Phương',
    'Thị Phương',
    'nguyen phuong',
    'Nguyễn Thị Phương',
    'nguyenthiphuong',
    'Phương 1998',
    'nguyeenx phuwowng',
  ])('%s finds her', typed => {
    const stored = nameKeys(['Nguyễn Thị Phương'], '1998-07-03');
    expect(finds(searchPrefix(typed), stored)).toBe(true);
  });
  it('finds her while the last word is being typed', () => {
    const stored = nameKeys(['Nguyễn Thị Phương'], null);
    expect(finds(searchPrefix('nguyen phu'), stored)).toBe(true);
    expect(finds(searchPrefix('nguyen phu '), stored)).toBe(false);
    expect(finds(searchPrefix('nguyen kha'), stored)).toBe(false);
  });
  it('looks by the given name alone only when nothing else is typed', () => {
    expect(searchPrefix('Phương ').keys).toEqual(['w:phuong']);
    expect(searchPrefix('Phương').ranges.map(range => range.from)).toEqual(['w:phuong']);
    const { keys, ranges } = searchPrefix('Nguyễn Phương');
    expect([...keys, ...ranges.map(range => range.from)].some(key => key.startsWith('w:'))).toBe(false);
  });
  it('looks nothing up twice', () => {
    const { keys, ranges } = searchPrefix('Nguyễn Thị Phương');
    expect(ranges.length).toBeGreaterThan(0);
    expect(keys.filter(key => ranges.some(range => key >= range.from && key < range.below))).toEqual([]);
  });
  it('narrows by year', () => {
    const stored = nameKeys(['Nguyễn Thị Phương'], '1985');
    const { keys, ranges, year } = searchPrefix('Nguyễn Thị Phương 1998');
    expect(year).toBe(1998);
    expect(ranges).toEqual([]);
    expect(keys.some(key => stored.includes(key))).toBe(false);
  });
});

it('never throws and never makes an empty or unbounded key', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), typed => {
      const keys = nameKeys(typed, '1998');
      expect(keys.length).toBeLessThanOrEqual(MOST_KEYS);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[ngyimszw]:./u);
      searchPrefix(typed.join(' '));
    }),
    { numRuns: 1_000, seed: 9 },
  );
});
