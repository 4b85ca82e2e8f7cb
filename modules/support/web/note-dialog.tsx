/* Writing a note of support. The first sentence says who will read it: only colleagues of the same office. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { note } from '../index.ts';

export function NoteDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({ onDay: path.today });
  return (
    <ActDialog
      path={path}
      act="note.write"
      title={t('path.act.note.write')}
      verb={t('support.notes.save')}
      input={{ person: path.person.id, ...values }}
      labelOf={field => fieldLabel(t, 'note', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('support.notes.only_us')}</p>
          <FieldInputs
            record={note}
            names={['noteKind', 'onDay', 'text']}
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
