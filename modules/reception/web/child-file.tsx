/* A child who came with her may have a file of its own, as she wishes: a button beside the child's line, and the way to the file once there is one. */
import { useState } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { fieldLabel } from '../../../web/labels.ts';
import { DoDialog } from '../../../web/shell/do-dialog.tsx';
import type { Values } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { person } from '../../people/index.ts';
import { may, type PartRow, type Path } from '../../people/web/path-data.ts';

export function ChildFile({ path, row }: { path: Path; row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState<Values>({});
  if (typeof row.ownFile === 'string')
    return (
      <p>
        <Link href={`/people/${row.ownFile}`}>{t('reception.child.file')}</Link>
      </p>
    );
  if (!may(row, 'child.openFile') || row.ownFile === undefined) return null;
  return (
    <div className="no-print">
      <Button kind="quiet" icon="folder" onPress={() => setOpen(true)}>
        {t('reception.child.open')}
        <span className="unseen"> {(row.childName as string | null) ?? ''}</span>
      </Button>
      {open && (
        <DoDialog
          act="child.openFile"
          subject={{ record: 'child', id: row.id }}
          input={values}
          title={t('reception.child.open')}
          verb={t('reception.child.do')}
          labelOf={field => fieldLabel(t, 'person', field)}
          onClose={() => setOpen(false)}
          onDone={outcome => navigate(`/people/${outcome.file as string}`)}
        >
          {errors => (
            <>
              <p>{t('reception.child.text')}</p>
              <FieldInputs
                record={person}
                names={['fullName', 'born', 'sex', 'nationality']}
                values={{
                  fullName: row.childName,
                  born: row.born,
                  sex: row.sex,
                  ...values,
                }}
                errors={errors}
                onChange={setValues}
                on={path.today}
              />
            </>
          )}
        </DoDialog>
      )}
    </div>
  );
}
