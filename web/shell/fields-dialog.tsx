/* A dialog over one act whose input is fields of one record, as they stand in its declaration, with whatever the act asks beside them. The caller brings the act as for `DoingDialog`. */
import { type ReactNode, useState } from 'react';
import { dayOf } from '../../kernel/day.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { useNow } from '../clock.ts';
import { fieldLabel } from '../labels.ts';
import { useText } from '../text.ts';
import { FieldInputs } from '../ui/inputs.tsx';
import { type ActDialogProps, type Doing, DoingDialog } from './act-dialog.tsx';

export type Values = Record<string, unknown>;

export interface FieldsDialogProps
  extends Pick<ActDialogProps, 'title' | 'verb' | 'subject' | 'wide' | 'onClose' | 'onDone'> {
  record: RecordDeclaration;
  /** The fields of the record that are asked for, in order. */
  names: readonly string[];
  /** Sent as it is. */
  fixed?: Values;
  begin?: Values;
  lead?: ReactNode;
  /** What is asked before the fields. */
  children?: (
    values: Values,
    change: (more: Values) => void,
    errors: Readonly<Record<string, string>>,
  ) => ReactNode;
}

export function FieldsDialog({
  record,
  names,
  fixed = {},
  begin = {},
  lead,
  children,
  ...rest
}: FieldsDialogProps & { doing: Doing; done: string }) {
  const t = useText();
  const today = dayOf(useNow());
  const [values, setValues] = useState<Values>(begin);
  return (
    <DoingDialog
      {...rest}
      input={{ ...values, ...fixed }}
      labelOf={field => fieldLabel(t, record.name, field.split('.')[0]!)}
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
    </DoingDialog>
  );
}
