/** Folding: what must not be repaired first, then every way of typing one name, then properties for any text at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, foldName, foldText, isSyllable, repairTyping, stripTone, withTone, words } from './fold.ts';

describe('typing repair', () => {
  it.each([
    'wang',
    'zhao',
    'yang',
    'ruan',
    'fang',
    'vaj',
    'hoa',
    'xuan',
    'dodat',
    'dosang',
    'john',
    'abc123',
  ])('leaves %s alone', word => {
    expect(repairTyping(word)).toBe(word);
  });

  it.each([
    ['nguyeenx', 'nguyễn'],
    ['nguye64n', 'nguyễn'],
    ['nguyeexn', 'nguyễn'],
    ['nguyênx', 'nguyễn'],
    ['ddawngj', 'đặng'],
    ['phuongw', 'phương'],
    ['phuowngj', 'phượng'],
    ['phu7o7ng5', 'phượng'],
    ['phuo7ng5', 'phượng'],
    ['hoaf', 'hòa'],
    ['noong', 'nông'],
    ['thuyr', 'thủy'],
    ['quys', 'quý'],
    ['giangf', 'giàng'],
  ])('reads %s as %s', (typed, meant) => {
    expect(repairTyping(typed)).toBe(meant);
  });
});

describe('syllables by table', () => {
  it.each(['nguyen', 'giang', 'quynh', 'pao', 'seo', 'thuy', 'gi', 'yen', 'nghia', 'quoc'])(
    '%s is one',
    word => {
      expect(isSyllable(word)).toBe(true);
    },
  );
  it.each(['', 'wang', 'nguyenvan', 'ngi', 'ce', 'str', 'oo', 'xs', 'guyn', 'fan', 'nguyenx', 'bcd'])(
    '"%s" is none',
    word => {
      expect(isSyllable(word)).toBe(false);
    },
  );
});

describe('fold', () => {
  it('keeps thúy and thúi, hồng and hông apart where marks are kept', () => {
    expect(foldText('Thúy')).not.toBe(foldText('Thúi'));
    expect(stripTone('Hồng')).not.toBe(stripTone('Hong'));
  });
  it.each([
    'Nguyễn Thị Thuỷ',
    'NGUYỄN THỊ THỦY',
    'Nguyễn  Thị\u00a0Thủy ',
    'Nguyễn\u200b Thị Thủy',
    'Nguyễn Thị Thủy'.normalize('NFD'),
    'Nguyeenx Thij Thuyr',
    'Nguye64n Thi5 Thu3y',
    'nguyen thy thuy',
  ])('brings %s to nguyen thi thuy', typed => {
    expect(foldName(typed)).toEqual(['nguyen', 'thi', 'thuy']);
  });
  it('merges i and y only as the whole rime', () => {
    expect(foldName('Lý Mỹ Quý Y')).toEqual(['li', 'mi', 'qui', 'i']);
    expect(foldName('Yến Huy Tây')).toEqual(['yen', 'huy', 'tay']);
  });
  it("parts H', initials and Han characters", () => {
    expect(words("H'Lan Niê")).toEqual(["h'", 'lan', 'niê']);
    expect(foldName('N.V.A')).toEqual(['n', 'v', 'a']);
    expect(foldName('阮氏芳')).toEqual(['阮', '氏', '芳']);
  });
  it('puts the tone mark where the school spelling has it', () => {
    expect(
      ['hoa', 'toan', 'quy', 'gia', 'nguyên', 'mua', 'khuya', 'hoai'].map(word => withTone(word, 1)),
    ).toEqual(
      ['hóa', 'toán', 'quý', 'giá', 'nguyến', 'múa', 'khuýa', 'hoái'].map(word => word.normalize('NFC')),
    );
  });
});

const letters = fc.string({ unit: fc.constantFrom(..."aăâeêioôơuưyáàạễnghtkcđmvdsxfrjzw0123456789 .'-") });

describe('for any text', () => {
  it.each([
    ['any', fc.string({ unit: 'binary' })],
    ['Vietnamese-looking', letters],
  ])('%s: folding again changes nothing, NFC and NFD fold alike', (_, text) => {
    fc.assert(
      fc.property(text, typed => {
        const folded = foldText(typed);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(typed.normalize('NFC'))).toBe(foldText(typed.normalize('NFD')));
        expect(clean(clean(typed))).toBe(clean(typed));
        expect(stripTone(stripTone(typed))).toBe(stripTone(typed));
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
