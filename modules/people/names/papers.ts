/**
 * Reads numbers of identity papers and phones: brings them to one form and warns where the digits contradict what else is known.
 * What is surprising: nothing here refuses. A number with a wrong province or year may stand exactly so on a real, forged or
 * mistyped card, and a victim's number must be recordable as it was shown.
 *
 * Sources: Decree 137/2015 art. 13 (personal number), the change of mobile prefixes from eleven to
 * ten digits (15 Sep 2018 – 30 Jun 2019), GB 11643-1999 (Chinese resident number); see linkage facts §3.3, law facts §I.2.
 */
import provinces from '../../../data/reference/cccd_provinces.json' with { type: 'json' };
import type { PaperWarningCode } from './reasons.ts';

export type PaperKind = 'cccd' | 'cmnd' | 'passport' | 'cn-id' | 'border-pass' | 'phone';
export type PaperWarning = { code: PaperWarningCode; params: Record<string, string | number> };
export type CheckedPaper = { normalised: string; warnings: PaperWarning[] };
export type KnownPerson = { born?: string | null | undefined; sex?: string | undefined; today: string };
export type NumberSays = { year: number; sex: 'female' | 'male'; province?: string | undefined };

const PROVINCES: Record<string, string> = provinces.codes;
const CN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CN_CHECK = '10X98765432';

/** Checks a number as typed against its kind and against what is known of the person. `today` is a `Day`. */
export function checkPaper(kind: PaperKind, typed: string, known: KnownPerson): CheckedPaper {
  if (kind === 'phone') return normalisePhone(typed);
  if (kind === 'border-pass') return { normalised: compact(typed), warnings: [] };
  const normalised = compact(typed);
  if (kind === 'passport')
    return {
      normalised,
      warnings: /^[A-Z]\d{7,8}$/.test(normalised) ? [] : [{ code: 'paper.format', params: {} }],
    };
  if (kind === 'cmnd') return { normalised, warnings: cmndWarnings(normalised, known.today) };
  const shape = kind === 'cccd' ? digitsWarning(normalised, 12) : cnShape(normalised);
  if (shape !== null) return { normalised, warnings: [shape] };
  return {
    normalised,
    warnings: kind === 'cccd' ? cccdWarnings(normalised, known) : cnWarnings(normalised, known),
  };
}

/** Upper case, only letters and digits: `0102 0100-0123` → `010201000123`. Full-width digits become plain ones. */
function compact(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function digitsWarning(number: string, expected: number): PaperWarning | null {
  if (!/^\d*$/.test(number)) return { code: 'paper.format', params: {} };
  return number.length === expected
    ? null
    : { code: 'paper.length', params: { expected, found: number.length } };
}

/** What a well-formed personal number says: century, sex and year of birth, province of registration. Null for other shapes. */
export function readCccd(number: string): NumberSays | null {
  if (!/^\d{12}$/.test(number)) return null;
  const digit = Number(number[3]);
  return {
    year: 1900 + 100 * Math.floor(digit / 2) + Number(number.slice(4, 6)),
    sex: digit % 2 === 0 ? 'male' : 'female',
    province: PROVINCES[number.slice(0, 3)],
  };
}

/** What a well-formed Chinese resident number says; the checksum is not looked at. */
export function readChineseId(number: string): (NumberSays & { born: string }) | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return null;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return { year: Number(number.slice(6, 10)), sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', born };
}

function cccdWarnings(number: string, known: KnownPerson): PaperWarning[] {
  const says = readCccd(number)!;
  const unknown: PaperWarning[] =
    says.province === undefined ? [{ code: 'paper.province', params: { code: number.slice(0, 3) } }] : [];
  return [...unknown, ...contradictions(says, known)];
}

function contradictions(says: NumberSays, known: KnownPerson): PaperWarning[] {
  const warnings: PaperWarning[] = [];
  const declared = Number(known.born?.slice(0, 4) ?? Number.NaN);
  if (says.year > Number(known.today.slice(0, 4)))
    warnings.push({ code: 'paper.future', params: { number: String(says.year) } });
  else if (!Number.isNaN(declared) && declared !== says.year) {
    warnings.push({ code: 'paper.year', params: { number: String(says.year), declared: String(declared) } });
  }
  if ((known.sex === 'female' || known.sex === 'male') && known.sex !== says.sex) {
    warnings.push({ code: 'paper.sex', params: { number: says.sex } });
  }
  return warnings;
}

function cmndWarnings(number: string, today: string): PaperWarning[] {
  const shape = digitsWarning(number, 9);
  const warnings: PaperWarning[] = shape === null ? [] : [shape];
  // Law 26/2023 on identification, transitional article: not usable after 31 December 2024.
  if (today >= '2025-01-01') warnings.push({ code: 'paper.expiredKind', params: {} });
  return warnings;
}

function cnShape(number: string): PaperWarning | null {
  if (number.length !== 18) return { code: 'paper.length', params: { expected: 18, found: number.length } };
  return /^[1-9]\d{16}[\dX]$/.test(number) ? null : { code: 'paper.format', params: {} };
}

function cnWarnings(number: string, known: KnownPerson): PaperWarning[] {
  const says = readChineseId(number)!;
  const warnings = contradictions(says, known);
  const parsed = new Date(`${says.born}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(says.born);
  if (!real) warnings.push({ code: 'paper.date', params: {} });
  const sum = CN_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  if (CN_CHECK[sum % 11] !== number[17]) warnings.push({ code: 'paper.checksum', params: {} });
  return warnings;
}

// Old eleven-digit mobile prefixes and what they became in 2018; the last seven digits stayed.
const OLD_PREFIX: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
const HOTLINES = new Set(['111', '112', '113', '114', '115', '110', '119', '120', '122']);

/**
 * A Vietnamese or Chinese number in E.164 (`+84912345678`, `+8613800138000`), old eleven-digit mobiles converted. Eleven digits
 * starting with 1 are Chinese, since Vietnamese ones start with 0. What fits neither stays as its digits, with a warning.
 */
export function normalisePhone(typed: string): CheckedPaper {
  const plain = typed.normalize('NFKC').replace(/\(0\)/g, '');
  const digits = plain.replace(/\D/g, '');
  const abroad = /^\s*\+/.test(plain) || digits.startsWith('00');
  const number = digits.replace(/^00/, '');
  if (HOTLINES.has(digits)) return { normalised: digits, warnings: [{ code: 'phone.hotline', params: {} }] };
  if (number.startsWith('86') && /^1[3-9]\d{9}$/.test(number.slice(2)))
    return { normalised: `+${number}`, warnings: [] };
  if (!abroad && /^1[3-9]\d{9}$/.test(number)) return { normalised: `+86${number}`, warnings: [] };
  const local =
    number.startsWith('84') && number.length >= 10
      ? `0${number.slice(2).replace(/^0/, '')}`
      : abroad
        ? ''
        : number;
  const vietnamese = vietnamesePhone(local);
  if (vietnamese !== null) return vietnamese;
  if (abroad && number.length >= 7 && number.length <= 15) {
    return { normalised: `+${number}`, warnings: [{ code: 'phone.format', params: {} }] };
  }
  return { normalised: digits, warnings: [{ code: 'phone.format', params: {} }] };
}

function vietnamesePhone(local: string): CheckedPaper | null {
  if (/^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/.test(local))
    return { normalised: `+84${local.slice(1)}`, warnings: [] };
  const old = local.slice(0, 4);
  const now = OLD_PREFIX[old];
  if (now !== undefined && local.length === 11) {
    return {
      normalised: `+84${now.slice(1)}${local.slice(4)}`,
      warnings: [{ code: 'phone.converted', params: { old, new: now } }],
    };
  }
  if (/^02\d{8,9}$/.test(local))
    return { normalised: `+84${local.slice(1)}`, warnings: [{ code: 'phone.landline', params: {} }] };
  return null;
}
