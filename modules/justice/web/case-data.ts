/* The rows of one case and its limits, as this officer may see them. */
import { useMemo } from 'react';
import type { Row } from '../../../web/datasource.ts';
import { useRecords } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { type CaseRows, caseClocks } from '../case-clocks.ts';

type CasePart = 'caseStep' | 'accused' | 'charge' | 'measure' | 'limitExtension';

function usePart(record: CasePart, id: string) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(record, {
    filter: { criminalCase: { is: id } },
    limit: 100,
  });
  // A limit reckoned from half of the steps would be a wrong one.
  if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  return { rows: data && !hasNextPage ? (data.pages.flatMap(page => page.rows) as PartRow[]) : null, error };
}

export function useCase(file: Row) {
  const { data: rules } = useRules();
  const [steps, accused, charges, measures, extensions] = [
    usePart('caseStep', file.id),
    usePart('accused', file.id),
    usePart('charge', file.id),
    usePart('measure', file.id),
    usePart('limitExtension', file.id),
  ];
  const all = [steps, accused, charges, measures, extensions];
  const error = all.find(one => one.error)?.error ?? null;
  const parts = all.every(one => one.rows)
    ? {
        steps: steps.rows!,
        accused: accused.rows!,
        charges: charges.rows!,
        measures: measures.rows!,
        extensions: extensions.rows!,
      }
    : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows decide
  const clocks = useMemo(
    () =>
      rules && parts ? caseClocks(rules, { ...parts, severity: file.severity } as unknown as CaseRows) : null,
    [rules, steps.rows, accused.rows, charges.rows, measures.rows, extensions.rows, file],
  );
  return { parts, clocks, error };
}
export type Parts = NonNullable<ReturnType<typeof useCase>['parts']>;
