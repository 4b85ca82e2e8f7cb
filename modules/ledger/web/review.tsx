/* The finding on one broken glass: justified or not, in the reviewer's name. */
import { useState } from 'react';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { problemText } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { toast } from '../../../web/ui/toast.tsx';

export function Review({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useText();
  const [finding, setFinding] = useState<string | null>(null);
  const { mutate, error, isPending } = useAct('exceptionAccess.review');
  const save = () =>
    mutate(
      { input: { reviewedFinding: finding }, subject: { record: 'exceptionAccess', id: row.id } },
      {
        onSuccess: () => {
          toast(t('ledger.exceptions.saved'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('ledger.exceptions.review_title')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} isDisabled={!finding} onPress={save}>
            {t('ledger.exceptions.save')}
          </Button>
        </>
      }
    >
      <blockquote className="note">{row.reason as string}</blockquote>
      <p className="soft">{t('ledger.exceptions.review_text')}</p>
      <ChoiceList
        name="finding"
        label={t('ledger.exceptions.finding')}
        value={finding}
        onChange={setFinding}
        options={['justified', 'not_justified'].map(code => ({
          code,
          label: codeLabel(t, 'exceptionFinding', code),
        }))}
      />
      {error && (
        <p className="refusal" role="alert">
          {problemText(t, error)}
        </p>
      )}
    </Dialog>
  );
}
