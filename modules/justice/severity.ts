/* The class of an offence follows from the longest punishment its clause allows (article 9 of the Penal Code); of several the heaviest counts. */
import { SEVERITIES, type Severity } from '../../rules/schema-justice.ts';

/** @param maxYears the longest imprisonment of the clause. @param isLife whether it allows life imprisonment or death. */
export function severityOf(maxYears: number, isLife: boolean): Severity {
  if (isLife || maxYears > 15) return 'DBNT';
  if (maxYears > 7) return 'RNT';
  return maxYears > 3 ? 'NT' : 'INT';
}

/** The heaviest of the classes at hand; null of none. */
export const heaviest = (classes: readonly Severity[]): Severity | null =>
  SEVERITIES.findLast(each => classes.includes(each)) ?? null;

/** Cases that were joined count from the first of them, in the heaviest of their classes (article 14 of the joint circular 04/2018). */
export function joined<Case extends { readonly start: string; readonly severity: Severity }>(
  cases: readonly [Case, ...Case[]],
): { start: Case['start']; severity: Severity } {
  return {
    start: cases.map(each => each.start).sort()[0]!,
    severity: heaviest(cases.map(each => each.severity))!,
  };
}
