/* The rows of one case and its limits, as this officer may see them. */
import { useEffect, useMemo } from 'react';
import type { Severity } from '../../../rules/schema-justice.ts';
import type { Row } from '../../../web/datasource.ts';
import { useRecords } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { caseClocks } from '../case-clocks.ts';

/** All rows of one part of a case; null while they are being read. */
export function usePart(
  record: string,
  id: string,
): { rows: readonly PartRow[] | null; error: Error | null } {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(record, {
    filter: { criminalCase: { is: id } },
    limit: 100,
  });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  // A limit reckoned from half of the steps would be a wrong one.
  const rows = useMemo(
    () => (data && !hasNextPage ? (data.pages.flatMap(page => page.rows) as PartRow[]) : null),
    [data, hasNextPage],
  );
  return { rows, error };
}

export interface Parts {
  readonly steps: readonly PartRow[];
  readonly accused: readonly PartRow[];
  readonly charges: readonly PartRow[];
  readonly measures: readonly PartRow[];
  readonly extensions: readonly PartRow[];
}

export function useCase({ id, severity }: Row) {
  const { data: rules } = useRules();
  const { rows: steps, error: first } = usePart('caseStep', id);
  const { rows: accused, error: second } = usePart('accused', id);
  const { rows: charges, error: third } = usePart('charge', id);
  const { rows: measures, error: fourth } = usePart('measure', id);
  const { rows: extensions, error: fifth } = usePart('limitExtension', id);
  const parts = useMemo<Parts | null>(
    () =>
      steps && accused && charges && measures && extensions
        ? { steps, accused, charges, measures, extensions }
        : null,
    [steps, accused, charges, measures, extensions],
  );
  const clocks = useMemo(
    () => (rules && parts ? caseClocks(rules, { ...parts, severity: severity as Severity }) : null),
    [rules, parts, severity],
  );
  return { parts, clocks, error: first ?? second ?? third ?? fourth ?? fifth };
}
