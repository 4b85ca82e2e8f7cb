/* Any list as a spreadsheet: what the reader may see of it, and no more. Of people's files a purpose is asked for, and the ledger keeps it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardFilter } from '../../../kernel/record/board.ts';
import { isProtected } from '../../../kernel/record/record.ts';
import { api } from '../../../web/datasource.ts';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { getRecord } from '../../index.ts';
import { type Exported, save } from './asked.ts';

export function ExportList({
  record,
  filter,
  ids,
}: {
  record: string;
  filter?: BoardFilter | Readonly<Record<string, unknown>>;
  /** These rows alone, where the list is not one of the server's. */
  ids?: readonly string[];
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const asks = isProtected(getRecord(record));
  const taking = useMutation({
    mutationFn: () =>
      api<Exported>('export', {
        record,
        profile: 'list',
        format: 'xlsx',
        filter,
        ids,
        purpose: asks ? purpose : null,
      }),
    onSuccess: ({ files, rows }) => {
      const [table] = files;
      if (rows > 0 && table) save(table);
      toast(t('exchange.export.done', { rows }));
      setOpen(false);
    },
    onError: error => !asks && toast(problemText(t, error), 'warn'),
  });
  if (ids?.length === 0) return null;
  return (
    <div className="no-print">
      <Button
        kind="quiet"
        icon="file"
        isPending={taking.isPending && !open}
        onPress={() => (asks ? setOpen(true) : taking.mutate())}
      >
        {t('exchange.export.list')}
      </Button>
      {open && (
        <Dialog
          open
          firm
          title={t('exchange.export.list')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onPress={() => setOpen(false)}>{t('ui.cancel')}</Button>
              <Button kind="primary" isPending={taking.isPending} onPress={() => taking.mutate()}>
                {t('exchange.export.do')}
              </Button>
            </>
          }
        >
          <ErrorSummary error={taking.error} labelOf={() => t('exchange.export.purpose')} />
          <p>{t('exchange.export.list_text')}</p>
          <TextInput
            name="purpose"
            label={t('exchange.export.purpose')}
            hint={t('exchange.export.purpose_hint')}
            required
            maxLength={300}
            value={purpose}
            error={issuesByField(t, taking.error).purpose}
            onChange={setPurpose}
          />
        </Dialog>
      )}
    </div>
  );
}
