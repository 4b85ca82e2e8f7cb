/* A dialog over one act of a report or a case: some fields of a record, and whatever the act asks beside them. Doing it asks again for everything that is shown. */
import { type ReactNode, useState } from 'react';
import { dayOf } from '../../../kernel/day.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { useNow } from '../../../web/clock.ts';
import type { Outcome } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { DoDialog, type Values } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { FieldInputs } from '../../../web/ui/inputs.tsx';

export function Do({
  act,
  record,
  names,
  subject,
  fixed = {},
  begin = {},
  lead,
  onClose,
  onDone,
  children,
}: {
  act: string;
  record: RecordDeclaration;
  /** The fields of the record that are asked for, in order. */
  names: readonly string[];
  subject?: { record: string; id: string };
  /** Sent as it is. */
  fixed?: Values;
  begin?: Values;
  lead?: ReactNode;
  onClose: () => void;
  onDone?: (outcome: Outcome) => void;
  /** What is asked before the fields. */
  children?: (
    values: Values,
    change: (more: Values) => void,
    errors: Readonly<Record<string, string>>,
  ) => ReactNode;
}) {
  const t = useText();
  const today = dayOf(useNow());
  const [values, setValues] = useState<Values>(begin);
  return (
    <DoDialog
      wide
      act={act}
      subject={subject}
      input={{ ...values, ...fixed }}
      title={t(`act.${act}`)}
      verb={t('path.save')}
      labelOf={field => fieldLabel(t, record.name, field)}
      onClose={onClose}
      onDone={onDone}
    >
      {errors => (
        <>
          {lead && <p>{lead}</p>}
          {children?.(values, more => setValues({ ...values, ...more }), errors)}
          <FieldInputs
            record={record}
            names={names}
            values={values}
            errors={errors}
            onChange={setValues}
            on={today}
          />
        </>
      )}
    </DoDialog>
  );
}
