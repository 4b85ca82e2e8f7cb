/* Format checks of identity papers as the record names them: they warn and never block, because a number may be mistyped, old, or foreign, and the person
 * is there all the same. */
import {
  checkPaper as checkNumber,
  normalisePhone,
  type PaperKind,
  type PaperWarning,
} from './names/index.ts';

const formats: Readonly<Record<string, PaperKind>> = {
  cccd: 'cccd',
  cmnd: 'cmnd',
  passport: 'passport',
  cn_id: 'cn-id',
  border_pass: 'border-pass',
};

export function checkPaper(
  kind: string | null,
  number: string | null,
  known: { readonly sex: string | null; readonly born: string | null; readonly today: string },
): readonly PaperWarning[] {
  const format = kind ? formats[kind] : undefined;
  if (!format || !number) return [];
  return checkNumber(format, number, { born: known.born, sex: known.sex ?? undefined, today: known.today })
    .warnings;
}

/** The text a sealed field is found again by: spaces, dots and capitals do not matter, a phone number is E.164. */
export function exactSearchText(format: 'identity_number' | 'phone' | 'text', value: string): string {
  if (format === 'phone') return normalisePhone(value).normalised;
  return format === 'identity_number'
    ? value.toUpperCase().replace(/[\s.\-/]/g, '')
    : value.toLowerCase().replace(/\s+/g, '');
}
