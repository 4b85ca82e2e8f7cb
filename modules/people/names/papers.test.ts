/** Numbers of papers and phones: warnings first, clean ones after, and that nothing is ever refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPerson, PaperKind } from './papers.ts';
import { checkPaper, normalisePhone, readCccd } from './papers.ts';

const TODAY = '2026-11-24';

function warned(kind: PaperKind, typed: string, known: Partial<KnownPerson> = {}): string[] {
  return checkPaper(kind, typed, { today: TODAY, ...known }).warnings.map(warning => warning.code);
}

describe('warnings', () => {
  it.each<[PaperKind, string, Partial<KnownPerson>, string]>([
    ['cccd', '003201000123', {}, 'paper.province'],
    ['cccd', '01020100012', {}, 'paper.length'],
    ['cccd', '99920100012x', {}, 'paper.format'],
    ['cccd', '010395000001', {}, 'paper.future'],
    ['cccd', '010199000456', { sex: 'male' }, 'paper.sex'],
    ['cccd', '010199000456', { born: '1998-07-03' }, 'paper.year'],
    ['cmnd', '0631234', {}, 'paper.length'],
    ['cmnd', '063123456', {}, 'paper.expiredKind'],
    ['passport', '12345678', {}, 'paper.format'],
    ['cn-id', '532532199001010010', {}, 'paper.checksum'],
    ['cn-id', '532532199013010018', {}, 'paper.date'],
    ['cn-id', '53253219900101001', {}, 'paper.length'],
    ['phone', '12345', {}, 'phone.format'],
    ['phone', '0112345678', {}, 'phone.format'],
    ['phone', '111', {}, 'phone.hotline'],
    ['phone', '0214 3820 123', {}, 'phone.landline'],
  ])('%s %s %o: %s', (kind, typed, known, code) => {
    expect(warned(kind, typed, known)).toContain(code);
  });
  it('does not call an old card expired while it was valid', () => {
    expect(warned('cmnd', '063123456', { today: '2021-06-01' })).toEqual([]);
  });
});

describe('clean numbers', () => {
  it.each<[PaperKind, string, Partial<KnownPerson>]>([
    ['cccd', '010201000123', { born: '2001', sex: 'male' }],
    ['cccd', '010 199 000 456', { born: '1999-02-03', sex: 'female' }],
    ['cccd', '015085004567', { sex: 'other' }],
    ['passport', 'b1234567', {}],
    ['cn-id', '532532199001010011', { sex: 'male', born: '1990-01-01' }],
    ['cn-id', '532624200002290036', {}],
    ['border-pass', 'GTH 01/2026', {}],
  ])('%s %s has no warning', (kind, typed, known) => {
    expect(warned(kind, typed, known)).toEqual([]);
  });
  it('reads what a personal number says', () => {
    expect(readCccd('010201000123')).toEqual({ year: 2001, sex: 'male', province: 'Lào Cai' });
    expect(readCccd('01020100012')).toBeNull();
  });
  it.each([
    ['0912 345 678', '+84912345678'],
    ['+84 912345678', '+84912345678'],
    ['0084(0)912345678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0168.345.6789', '+84383456789'],
    ['+84 168 345 6789', '+84383456789'],
    ['01203456789', '+84703456789'],
    ['138 0013 8000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['０９１２３４５６７８', '+84912345678'],
    ['+1 415 555 0100', '+14155550100'],
  ])('phone %s is %s', (typed, number) => {
    expect(normalisePhone(typed).normalised).toBe(number);
  });
});

it('never throws, and normalises to a fixed point', () => {
  const kinds: PaperKind[] = ['cccd', 'cmnd', 'passport', 'cn-id', 'border-pass', 'phone'];
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+- .X') });
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string({ unit: 'binary' }), digits), (kind, typed) => {
      const { normalised } = checkPaper(kind, typed, { today: TODAY });
      expect(checkPaper(kind, normalised, { today: TODAY }).normalised).toBe(normalised);
    }),
    { numRuns: 1_500, seed: 3 },
  );
});
