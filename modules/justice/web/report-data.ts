/* What is known of a report beside itself: the decisions about its time and what was noted as done. */
import { usePost } from '../../../web/queries.ts';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { seesDecisions } from '../report-duties.ts';
import { useAll } from './case-data.ts';

export interface ReportParts {
  readonly decisions: readonly PartRow[];
  readonly duties: readonly PartRow[];
}

/** Before it is taken up nothing is decided. */
const notTakenUp = ['taken', 'handed_over'];

/**
 * Both, for whom the report lies with and who supervises; whoever took it sees what became of it, and no more.
 * @returns null while they are being read; `told` false for whom they are not.
 */
export function useReportParts(row: PartRow): {
  readonly told: boolean;
  readonly parts: ReportParts | null;
  readonly error: Error | null;
} {
  const decides = seesDecisions(usePost()?.role ?? '');
  const told = may(row, 'crimeReport.noteDuty') && (decides || notTakenUp.includes(row.state as string));
  const of = { crimeReport: { is: row.id } };
  const { rows: decisions, error: first } = useAll('reportDecision', of, { enabled: told && decides });
  const { rows: duties, error: second } = useAll('reportDutyDone', of, { enabled: told });
  const known = decides ? decisions : [];
  return { told, parts: known && duties ? { decisions: known, duties } : null, error: first ?? second };
}
