/* Telling an investigator that a statement may be available: the number of the file, whether she is willing, from when, and whom to contact. Nothing of the
 * file travels with it, and the dialog says so. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldInput, FieldInputs } from '../../../web/ui/inputs.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { statementNotice } from '../index.ts';

export function StatementDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({});
  return (
    <ActDialog
      path={path}
      act="statementNotice.send"
      title={t('path.act.statementNotice.send')}
      verb={t('victims.statement.send')}
      input={{ person: path.person.id, ...values }}
      labelOf={field => fieldLabel(t, 'statementNotice', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('victims.statement.what_goes', { number: path.person.number as string })}</p>
          <FieldInput
            name="toOffice"
            field={statementNotice.fields.toOffice}
            label={fieldLabel(t, 'statementNotice', 'toOffice')}
            required
            error={errors.toOffice}
            competence="investigate"
            on={path.today}
            value={values.toOffice}
            onChange={value => setValues({ ...values, toOffice: value })}
          />
          <FieldInputs
            record={statementNotice}
            names={['available', 'fromDay', 'withSupportPerson']}
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
