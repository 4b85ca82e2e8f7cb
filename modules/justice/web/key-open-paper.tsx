/* Opening a joint record: its text is shown to be read, its files go to the downloads. */
import { useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { useText } from '../../../web/text.ts';
import { PurposeDialog } from '../../../web/ui/purpose-dialog.tsx';
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
  const [shown, show] = useState<Paper | null>(null);
  const open = async (purpose: string, field: string) => {
    const asked = { record: 'keyCasePaper', id: paper.id, field, purpose };
    const { value } = await api<{ value: string | null }>('open', asked);
    if (value === null) return;
    if (field === 'blocks') return show(JSON.parse(value) as Paper);
    const ending = files.find(([name]) => name === field)![1];
    save({
      name: `${number}-BB-${paper.turn as number}${field.startsWith('signed') ? '-da-ky' : ''}.${ending}`,
      type: types[ending],
      base64: value,
    });
  };
  const offered = files.filter(
    ([field]) => !field.startsWith('signed') || typeof paper.signedPdfHash === 'string',
  );
  return (
    <PurposeDialog
      wide
      title={t('justice.key.open')}
      lead={t('justice.key.open_text')}
      leave={t('ui.close')}
      ways={[
        ...offered.map(([code, , words]) => ({ code, verb: t(words) })),
        { code: 'blocks', verb: t('justice.key.open_read') },
      ]}
      onOpen={open}
      onClose={onClose}
    >
      {shown && <PaperView blocks={shown.blocks} />}
    </PurposeDialog>
  );
}
