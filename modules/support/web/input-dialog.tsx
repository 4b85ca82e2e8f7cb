/* A short act of support as a dialog: what is asked comes from the act's own input, the words from its record. One dialog for all of them, so that they look and
 * refuse alike. */
import type { ReactNode } from 'react';
import type { Act } from '../../../kernel/act/act.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { FieldsDialog } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { type Path, usePathAct } from '../../people/web/path-data.ts';

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
  readonly first?: Record<string, unknown>;
  readonly lead?: ReactNode;
  /** What must be known before it is done. */
  readonly warned?: ReactNode;
  readonly verb?: string;
  readonly onClose: () => void;
}

export function InputDialog({ path, act, record, subject, first, warned, verb, ...rest }: InputDialogProps) {
  const t = useText();
  return (
    <FieldsDialog
      {...rest}
      record={asked(record, act)}
      fixed={act.creates ? { person: path.person.id } : {}}
      begin={first}
      subject={subject ? { record: act.record, id: subject } : undefined}
      title={t(`path.act.${act.name}`)}
      verb={verb ?? t('path.save')}
      doing={usePathAct(act.name, path.person.id)}
      done={t('path.done')}
    >
      {() => warned}
    </FieldsDialog>
  );
}
