/* The rows of one case and its limits, as this officer may see them. */
import { useEffect, useMemo } from 'react';
import type { Severity } from '../../../rules/schema-justice.ts';
import type { Row } from '../../../web/datasource.ts';
import { useOffice } from '../../../web/names.tsx';
import { type usePost, useRecords } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { caseClocks } from '../case-clocks.ts';
import { type ActingSeat, actingSeats, type BodySeat, seatOfRole } from '../seats.ts';
import { dutyClocks } from '../side-duties.ts';

/** All rows a filter leaves, page after page; null until the last has come. */
export function useAll(
  record: string,
  filter: Readonly<Record<string, unknown>>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): { rows: readonly PartRow[] | null; error: Error | null } {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(
    record,
    { filter, limit: 100 },
    { enabled },
  );
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

/** All rows of one part of a case; null while they are being read. */
export const usePart = (record: string, id: string) => useAll(record, { criminalCase: { is: id } });

/** Whose seat a role sits in. */
export const seatOf = (post: ReturnType<typeof usePost>): BodySeat | null =>
  post && ((seatOfRole as Readonly<Record<string, BodySeat>>)[post.role] ?? null);

/** The seat an officer looks at a case from: where her office sits, else the one of her role. */
export const sittingSeat = (row: Row, post: ReturnType<typeof usePost>): ActingSeat =>
  actingSeats.find(seat => row[seat] === post?.office) ?? seatOf(post) ?? 'handler';

export interface Parts {
  readonly steps: readonly PartRow[];
  readonly accused: readonly PartRow[];
  readonly charges: readonly PartRow[];
  readonly measures: readonly PartRow[];
  readonly extensions: readonly PartRow[];
  readonly duties: readonly PartRow[];
}

export function useCase(file: Row) {
  const { id, severity, caseLevel, handler, appealProcuracy, appealCourt } = file;
  const handlerKind = useOffice(handler as string)?.kind;
  const { data: rules } = useRules();
  const { rows: steps, error: first } = usePart('caseStep', id);
  const { rows: accused, error: second } = usePart('accused', id);
  const { rows: charges, error: third } = usePart('charge', id);
  const { rows: measures, error: fourth } = usePart('measure', id);
  const { rows: extensions, error: fifth } = usePart('limitExtension', id);
  const { rows: done, error: sixth } = usePart('dutyDone', id);
  const parts = useMemo<Parts | null>(
    () =>
      steps && accused && charges && measures && extensions && done
        ? { steps, accused, charges, measures, extensions, duties: done }
        : null,
    [steps, accused, charges, measures, extensions, done],
  );
  const clocks = useMemo(
    () =>
      rules && parts ? caseClocks(rules, { ...parts, severity: severity as Severity, caseLevel }) : null,
    [rules, parts, severity, caseLevel],
  );
  const duties = useMemo(
    () =>
      rules && parts && handlerKind
        ? dutyClocks(rules, { caseLevel, severity, handlerKind, appealProcuracy, appealCourt }, parts)
        : null,
    [rules, parts, caseLevel, severity, handlerKind, appealProcuracy, appealCourt],
  );
  return { parts, clocks, duties, error: first ?? second ?? third ?? fourth ?? fifth ?? sixth };
}
