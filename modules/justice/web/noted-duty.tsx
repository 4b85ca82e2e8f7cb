/* What was noted of a duty of a case or a report: set right by whoever noted it, or taken back where it was not done at all. */
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { useText } from '../../../web/text.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { CorrectPart, Was } from './correct.tsx';

export function NotedDuty({
  record,
  duties,
  duty,
  sends = ['doneOn', 'decisionNumber'],
  names = sends,
  what,
}: {
  record: RecordDeclaration;
  /** All that was noted; here stands what is of `duty`. */
  duties: readonly PartRow[];
  duty: { readonly family: string; readonly of: string };
  sends?: readonly string[];
  names?: readonly string[];
  what: string;
}) {
  const t = useText();
  return duties
    .filter(one => one.limitFamily === duty.family && one.ofRow === duty.of)
    .map(one => (
      <div key={one.id} className="corrected">
        <Was record={record} row={one} />
        {one.takenBack !== true && (
          <p className="row small">
            <CorrectPart
              act={`${record.name}.correct`}
              record={record}
              row={one}
              sends={sends}
              names={names}
              of={what}
            />
            <CorrectPart
              act={`${record.name}.takeBack`}
              record={record}
              row={one}
              sends={[]}
              of={what}
              verb={t('justice.correct.take_back')}
              lead={t('justice.correct.take_back_text')}
            />
          </p>
        )}
      </div>
    ));
}
