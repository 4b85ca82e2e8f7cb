/* Telling an investigator that a statement may be available: the number of the file, whether she is willing, from when, and whom to contact. Nothing of the
 * file travels with it, and the dialog says so. */
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { RecordDialog } from '../../people/web/path-dialogs.tsx';
import { statementNotice } from '../index.ts';

export function StatementDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const t = useText();
  return (
    <RecordDialog
      path={path}
      act="statementNotice.send"
      record={statementNotice}
      names={['available', 'fromDay', 'withSupportPerson']}
      verb={t('victims.statement.send')}
      lead={t('victims.statement.what_goes', { number: path.person.number as string })}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <FieldInput
          name="toOffice"
          field={statementNotice.fields.toOffice}
          label={fieldLabel(t, 'statementNotice', 'toOffice')}
          required
          error={errors.toOffice}
          competence="investigate"
          on={path.today}
          value={values.toOffice}
          onChange={toOffice => change({ toOffice })}
        />
      )}
    </RecordDialog>
  );
}
