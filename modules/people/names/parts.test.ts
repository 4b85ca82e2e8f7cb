/** Parting names: what stays whole first, then họ, đệm, tên in every custom of the province. */
import { describe, expect, it } from 'vitest';
import { nameParts, nameReadings, splitFused } from './parts.ts';
import { isSurname, surnameClasses, surnameLink } from './surnames.ts';

function shown(name: string): string {
  const { family, middle, given } = nameParts(name);
  return [family?.folded ?? '-', middle.map(word => word.folded).join(' ') || '-', given?.folded ?? '-'].join(
    ' / ',
  );
}

describe('fused words', () => {
  it.each(['nguyen', 'phuong', 'xyzabcdef', 'chrysanthemum', 'ana', ''])('%s stays whole', word => {
    expect(splitFused(word)).toBeNull();
  });
  it('does not tear a slip inside a name apart', () => {
    expect(shown('Tran Thi Loinh')).toBe('tran / thi / loinh');
  });
  it.each([
    ['nguyenvanan', 'nguyen / van / an'],
    ['NguyenVanAn', 'nguyen / van / an'],
    ['tranthianh', 'tran / thi / anh'],
    ['giangapao', 'giang / a / pao'],
    ['Nguyen vanan', 'nguyen / van / an'],
    ['nguyễnthịthuỷ', 'nguyen / thi / thuy'],
  ])('parts %s', (typed, parts) => {
    expect(shown(typed)).toBe(parts);
  });
});

describe('name parts', () => {
  it.each([
    ['', '- / - / -'],
    ['Lan', '- / - / lan'],
    ['Lý Mỷ', 'li / - / mi'],
    ['Nguyễn Thị Minh Anh', 'nguyen / thi minh / anh'],
    ['Giàng A Páo', 'giang / a / pao'],
    ['Giàng Seo Páo', 'giang / seo / pao'],
    ['Tẩn Mùi Mẩy', 'tan / mui / may'],
    ['Nguyen V. A', 'nguyen / v / a'],
    ['NVA', 'n / v / a'],
    ['Ng. Thị Lan', 'ng / thi / lan'],
    ["H'Lan Niê", 'nie / - / lan'],
    ['Y Thắng Niê Kdăm', 'nie kdam / - / thang'],
  ])('%s', (name, parts) => {
    expect(shown(name)).toBe(parts);
  });

  it('takes markers as a signal of sex only where the custom has them', () => {
    expect(nameParts('Nguyễn Thị Lan').sexSignal).toBe('female');
    expect(nameParts('Giàng A Páo').sexSignal).toBe('male');
    expect(nameParts('Nguyễn A Páo').sexSignal).toBeNull();
    expect(nameParts('Giàng Seo Páo').custom).toBe('hmong');
    expect(nameParts('Vũ Minh Páo').custom).toBeNull();
    expect(nameParts('Phàn Văn Páo').custom).toBe('dao');
    expect(nameParts('Phan Văn Páo').custom).toBeNull();
  });

  it('offers the given-first reading only where a surname can stand', () => {
    expect(nameReadings('Giàng A Páo')).toHaveLength(1);
    expect(nameReadings('Phuong Thi Nguyen').map(parts => parts.family?.folded)).toContain('nguyen');
  });
});

describe('surnames', () => {
  it.each([
    ['Lý', 'Lê'],
    ['Bàn', 'Phàn'],
    ['Trần', 'Đặng'],
    ['Wu', 'Lê'],
  ])('%s and %s are two families', (one, other) => {
    expect(surnameLink(one.toLowerCase(), other.toLowerCase())).toBeNull();
  });
  it.each([
    ['Hoàng', 'Huỳnh', 'twin'],
    ['Vũ', 'Võ', 'twin'],
    ['Má', 'Mã', 'twin'],
    ['Giàng', 'Zàng', 'twin'],
    ['Vũ', 'Vu', 'same'],
    ['Lý', 'Lí', 'same'],
    ['Nguyễn', 'Ruan', 'foreign'],
    ['Nguyễn', '阮', 'foreign'],
    ['Huang', '黄', 'foreign'],
    ['Vàng', 'Wang', 'foreign'],
    ['Vương', '王', 'foreign'],
    ['Thào', 'Tao', 'foreign'],
    ['Bàn', 'Pan', 'foreign'],
    ['Phan', 'Pan', 'foreign'],
  ])('%s and %s: %s', (one, other, link) => {
    expect(surnameLink(one.toLowerCase(), other.toLowerCase())).toBe(link);
    expect(surnameLink(other.toLowerCase(), one.toLowerCase())).toBe(link);
  });
  it('gives an ambiguous pinyin form all its families and a marked one its own', () => {
    expect(surnameClasses('wu')).toEqual(expect.arrayContaining(['vu', 'ngo']));
    expect(surnameClasses('lý')).toEqual(['li']);
    expect(surnameClasses('huỳnh')).toEqual(['hoang']);
    expect(isSurname('ruan')).toBe(false);
  });
});
