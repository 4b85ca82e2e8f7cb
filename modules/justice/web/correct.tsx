/* Setting right what was entered wrongly: one button and one dialog for whatever can be, and beside each row what it said before. */
import { Fragment, type ReactNode, useState } from 'react';
import { type Day, formatDay, formatInstant } from '../../../kernel/day.ts';
import type { Correction } from '../../../kernel/fields/kinds.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { OfficerName, useOffice } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import type { Values } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Cell } from '../../../web/ui/cells.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { correctedWhy } from '../correcting.ts';
import { enteredByUs } from '../seats.ts';
import './justice.css';

/** Whether a part of a case is ours to set right. */
function useEnteredByUs(row: PartRow): boolean {
  const post = usePost();
  const writer = useOffice(row.office)?.kind;
  return post !== null && enteredByUs(row, writer, [post.office]);
}

export interface CorrectProps {
  act: string;
  record: RecordDeclaration;
  row: PartRow;
  /** All that is sent, as it stands; `names` of it are asked for. */
  sends: readonly string[];
  names?: readonly string[];
  /** What is meant, for those who do not see where the button stands. */
  of: string;
  verb?: string;
  lead?: string;
  children?: (
    values: Values,
    change: (more: Values) => void,
    errors: Readonly<Record<string, string>>,
  ) => ReactNode;
}

/** Of a row that lies with whoever may act on it, as a report does. */
export function Correct({ act, record, row, sends, names = sends, of, verb, lead, children }: CorrectProps) {
  const t = useText();
  const [isOpen, open] = useState(false);
  if (!may(row, act)) return null;
  return (
    <>
      <Button kind="quiet" onPress={() => open(true)}>
        {verb ?? t('justice.correct')}
        <span className="unseen">: {of}</span>
      </Button>
      {isOpen && (
        <Do
          act={act}
          record={{ ...record, fields: { ...record.fields, correctedWhy } }}
          names={[...names, 'correctedWhy']}
          subject={{ record: record.name, id: row.id }}
          begin={Object.fromEntries(sends.map(name => [name, row[name] ?? null]))}
          lead={lead ?? t('justice.correct.text')}
          onClose={() => open(false)}
        >
          {children}
        </Do>
      )}
    </>
  );
}

/** Of a part of a case: only the body that entered it has the button. */
export function CorrectPart(props: CorrectProps) {
  return useEnteredByUs(props.row) ? <Correct {...props} /> : null;
}

/** What a row said before, the last time first: each value, who set it right, when and why. */
export function Was({ record, row }: { record: RecordDeclaration; row: PartRow }) {
  const corrections = ((row.corrections as readonly Correction[] | null | undefined) ?? []).toReversed();
  return corrections.map(one => (
    <Before key={`${one.at} ${one.why}`} record={record} row={row} correction={one} />
  ));
}

function Before({
  record,
  row,
  correction,
}: {
  record: RecordDeclaration;
  row: PartRow;
  correction: Correction;
}) {
  const t = useText();
  const { at, by, why, was } = correction;
  return (
    <p className="small soft was">
      {Object.entries(was).map(([name, value]) => (
        <Fragment key={name}>
          {name === 'takenBack' ? (
            t('justice.correct.taken_back', { day: formatDay(row.doneOn as Day, t.lang) })
          ) : (
            <>
              {fieldLabel(t, record.name, name)}, {t('justice.correct.was')}:{' '}
              {value === null ? (
                t('justice.correct.empty')
              ) : (
                <s>
                  <Cell field={record.fields[name]!} value={value} />
                </s>
              )}
            </>
          )}
          {' · '}
        </Fragment>
      ))}
      {t('justice.correct.why', { at: formatInstant(at, t.lang), why })}
      {by && (
        <>
          {' ('}
          <OfficerName id={by} />)
        </>
      )}
    </p>
  );
}
