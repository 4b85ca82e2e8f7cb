/* Opening a joint record: its text is shown to be read, its files go to the downloads. The purpose is in the ledger before anything leaves the server. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import type { Paper } from '../../documents/index.ts';
import { PaperView } from '../../documents/web/paper-view.tsx';
import { save } from '../../exchange/web/asked.ts';
import type { PartRow } from '../../people/web/path-data.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The fields that can be opened; a file's name is the number of the key case. */
const files = [
  ['docx', 'docx', 'justice.key.open_docx'],
  ['pdf', 'pdf', 'justice.key.open_pdf'],
  ['signedDocx', 'docx', 'justice.key.open_signed_docx'],
  ['signedPdf', 'pdf', 'justice.key.open_signed'],
] as const;

export function OpenPaper({
  number,
  paper,
  onClose,
}: {
  number: string;
  paper: PartRow;
  onClose: () => void;
}) {
  const t = useText();
  const [purpose, setPurpose] = useState('');
  const [shown, show] = useState<Paper | null>(null);
  const opening = useMutation({
    mutationFn: async (field: string) => {
      const { value } = await api<{ value: string | null }>('open', {
        record: 'keyCasePaper',
        id: paper.id,
        field,
        purpose: purpose.trim(),
      });
      return { field, value };
    },
    onSuccess: ({ field, value }) => {
      if (value === null) return;
      if (field === 'blocks') return show(JSON.parse(value) as Paper);
      const ending = files.find(([name]) => name === field)![1];
      save({
        name: `${number}-BB-${paper.turn as number}${field.startsWith('signed') ? '-da-ky' : ''}.${ending}`,
        type: types[ending],
        base64: value,
      });
    },
  });
  const ready = purpose.trim().length >= 3;
  const offered = files.filter(
    ([field]) => !field.startsWith('signed') || typeof paper.signedPdfHash === 'string',
  );
  return (
    <Dialog
      open
      wide
      title={t('justice.key.open')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {offered.map(([field, , words]) => (
            <Button
              key={field}
              isDisabled={!ready}
              isPending={opening.isPending && opening.variables === field}
              onPress={() => opening.mutate(field)}
            >
              {t(words)}
            </Button>
          ))}
          <Button
            kind="primary"
            isDisabled={!ready}
            isPending={opening.isPending && opening.variables === 'blocks'}
            onPress={() => opening.mutate('blocks')}
          >
            {t('justice.key.open_read')}
          </Button>
        </>
      }
    >
      <ErrorSummary error={opening.error} labelOf={() => t('justice.key.purpose')} />
      <p>{t('justice.key.open_text')}</p>
      <TextInput
        name="purpose"
        label={t('justice.key.purpose')}
        hint={t('justice.key.purpose_hint')}
        required
        maxLength={300}
        autoComplete="off"
        value={purpose}
        onChange={setPurpose}
      />
      {shown && <PaperView blocks={shown.blocks} />}
    </Dialog>
  );
}
