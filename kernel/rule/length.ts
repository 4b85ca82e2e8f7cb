/**
 * How long a term may be: the length of a line for the kind at hand, with the extensions that were granted, none beyond what the line allows. Months and
 * days are summed apart and added to the start at once, so that a term cut in two and put together again ends on the same day.
 */
import type { Day } from '../day.ts';
import type { Extension, Length, Lengths, Parameter } from './parameter.ts';
import type { Reason } from './reason.ts';

/** A lengthening somebody decided: by so much, or (for `to_total`) to so much. */
export type Granted = { number: string; day: Day; length: Length };

export type Sum = { months: number; days: number; hours: number };

export const sumOf = (lengths: readonly Length[]): Sum => {
  const of = (unit: Length['unit']) =>
    lengths.reduce((sum, each) => (each.unit === unit ? sum + each.value : sum), 0);
  return { months: of('month'), days: of('day') + of('working_day'), hours: of('hour') };
};

/** A month of detention, as article 134 counts it. */
export const daysInMonth = 30;

/** Which part of a length holds for this person, with its article; `unread` where there is one and nobody has read it. */
export type Part = { of: number; from: number; article: string } | 'unread';

/**
 * Days of a term counted without a break: `whole` with each month as thirty days, `held` the part that holds for this person, `left` of it after what was
 * served, never less than none.
 */
export function spanDays({ months, days }: Sum, served = 0, part: Part | null = null) {
  const whole = daysInMonth * months + days;
  const held = part && part !== 'unread' ? Math.floor((whole * part.of) / part.from) : whole;
  return { whole, held, left: Math.max(0, held - served) };
}

const ofKind = (lengths: Lengths | undefined, kind: string | null): Length | null =>
  (kind !== null ? lengths?.[kind] : undefined) ?? lengths?.any ?? null;

/** The length before anything is extended; null when there is none, or when it differs by a kind nobody has named. */
export function baseLength(line: Parameter, kind: string | null): Length | null {
  if (line.unit !== null && line.value !== null) return { unit: line.unit, value: line.value };
  return ofKind(line.lengths, kind);
}

/** What each extension may still give, in turn. @param from how many were granted already. */
export function extensionsFor(
  line: Parameter,
  kind: string | null,
  from = 0,
): { extension: Extension; most: Length; isTotal: boolean }[] {
  return (line.extensions ?? []).slice(from).flatMap(extension => {
    const most = ofKind(extension.add ?? extension.to_total, kind);
    return most ? [{ extension, most, isTotal: extension.to_total !== undefined }] : [];
  });
}

/** The base and every ordinary extension at its longest. */
export function fullLengths(line: Parameter, kind: string): Length[] {
  const base = baseLength(line, kind);
  let lengths = base ? [base] : [];
  for (const { extension, most, isTotal } of extensionsFor(line, kind))
    if (!extension.special) lengths = isTotal ? [most] : lengths.concat(most);
  return lengths;
}

/** In days: of a month as many as it may have, or as few. */
const inDays = ({ unit, value }: Length, month: number): number =>
  unit === 'month' ? month * value : unit === 'hour' ? value / 24 : value;

/** Whether a length is more than a line gives, also where one is told in months and the other in days. */
export function isLonger(length: Length, most: Length, { counting }: Pick<Parameter, 'counting'>): boolean {
  if (length.unit === most.unit) return length.value > most.value;
  const [longest, shortest] = counting.month_as_30_days ? [daysInMonth, daysInMonth] : [31, 28];
  return inDays(length, longest) > inDays(most, shortest);
}

/**
 * The lengths that make up a term, and why. What was granted beyond the line (because the class became lighter, or wrongly) counts only as far as the line
 * goes, and says so.
 */
export function lengthsOf(
  line: Parameter,
  kind: string | null,
  granted: readonly Granted[],
): { lengths: Length[]; steps: Reason[] } {
  const base = baseLength(line, kind);
  if (!base) return { lengths: [], steps: [] };
  const allowed = extensionsFor(line, kind);
  let lengths = [base];
  const steps: Reason[] = [];
  for (const [index, { number, day, length }] of granted.entries()) {
    const of = allowed[index];
    const params = { number, day, value: length.value, unit: length.unit };
    if (!of) {
      steps.push({ code: 'extension_not_allowed', params, article: line.article });
      continue;
    }
    const isMore = isLonger(length, of.most, line);
    const counted = isMore ? of.most : length;
    lengths = of.isTotal ? [counted] : [...lengths, counted];
    steps.push({ code: of.isTotal ? 'extended_to' : 'extended_by', params, article: line.article });
    if (isMore)
      steps.push({
        code: 'extension_cut',
        params: { number, value: of.most.value, unit: of.most.unit },
        article: line.article,
      });
  }
  return { lengths, steps };
}
