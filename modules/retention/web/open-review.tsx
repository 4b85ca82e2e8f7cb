/* Opening a review by hand: the file's number, why, and where that is written. */
import { useState } from 'react';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import { withFreshFactor } from '../../../web/shell/step-up.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { reviewGrounds } from '../index.ts';

export function OpenReview({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [fileNumber, setNumber] = useState('');
  const [reviewGround, setGround] = useState<string | null>(null);
  const [groundArticle, setArticle] = useState('');
  const { mutateAsync, error, isPending } = useAct('retention.open');
  const errors = issuesByField(t, error);
  const label = (field: string) => fieldLabel(t, 'retentionReview', field);
  const run = async () => {
    const input = { fileNumber: fileNumber.trim(), reviewGround, groundArticle: groundArticle || null };
    await withFreshFactor(() => mutateAsync({ input }));
    toast(t('retention.opened'));
    onClose();
  };
  return (
    <Dialog
      open
      firm
      title={t('retention.open')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={() => void run().catch(() => undefined)}>
            {t('retention.open')}
          </Button>
        </>
      }
    >
      <ErrorSummary error={error} labelOf={label} />
      <TextInput
        name="fileNumber"
        label={label('fileNumber')}
        hint={t('retention.number_hint')}
        required
        maxLength={40}
        error={errors.fileNumber}
        value={fileNumber}
        onChange={setNumber}
      />
      <ChoiceList
        name="reviewGround"
        label={label('reviewGround')}
        required
        error={errors.reviewGround}
        value={reviewGround}
        onChange={setGround}
        options={reviewGrounds.map(code => ({ code, label: codeLabel(t, 'reviewGround', code) }))}
      />
      <TextInput
        name="groundArticle"
        label={label('groundArticle')}
        hint={t('retention.article_hint')}
        maxLength={120}
        error={errors.groundArticle}
        value={groundArticle}
        onChange={setArticle}
      />
    </Dialog>
  );
}
