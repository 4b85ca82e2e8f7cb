/* A short act of support as a dialog: what is asked comes from the act's own input, the words from its record. One dialog for all of them, so that they look and
 * refuse alike. */
import { type ReactNode, useState } from 'react';
import type { Act } from '../../../kernel/act/act.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';

/** The record with the act's own input in the place of its fields, for inputs that look up what is asked. */
export const asked = (record: RecordDeclaration, act: Pick<Act, 'input'>): RecordDeclaration => ({
  ...record,
  fields: act.input,
});

export interface InputDialogProps {
  readonly path: Path;
  // biome-ignore lint/suspicious/noExplicitAny: any act, whatever its input
  readonly act: Act<any, any>;
  /** Whose words the fields carry. */
  readonly record: RecordDeclaration;
  readonly names: readonly string[];
  readonly subject?: string;
  readonly first?: Readonly<Record<string, unknown>>;
  readonly lead?: ReactNode;
  /** What must be known before it is done. */
  readonly warned?: ReactNode;
  readonly verb?: string;
  readonly onClose: () => void;
}

export function InputDialog({
  path,
  act,
  record,
  names,
  subject,
  first,
  lead,
  warned,
  verb,
  onClose,
}: InputDialogProps) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({ ...first });
  return (
    <ActDialog
      path={path}
      act={act.name}
      title={t(`path.act.${act.name}`)}
      verb={verb ?? t('path.save')}
      input={act.creates ? { person: path.person.id, ...values } : values}
      subject={subject ? { record: act.record, id: subject } : undefined}
      labelOf={field => fieldLabel(t, record.name, field.split('.')[0]!)}
      onClose={onClose}
    >
      {errors => (
        <>
          {lead && <p>{lead}</p>}
          {warned}
          <FieldInputs
            record={asked(record, act)}
            names={names}
            values={values}
            errors={errors}
            onChange={setValues}
            on={path.today}
          />
        </>
      )}
    </ActDialog>
  );
}
