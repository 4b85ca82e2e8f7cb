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

/** What of an answer is shown; a list of several records leaves nobody out. */
type Taken = Pick<Exported, 'rows' | 'files'> & Partial<Pick<Exported, 'leftOut'>>;

/** The rows of a record. */
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
  const asks = isProtected(getRecord(record));
  if (ids?.length === 0) return null;
  return (
    <TakeOut
      label={t('exchange.export.list')}
      text={asks ? t('exchange.export.list_text') : null}
      take={purpose =>
        api<Exported>('export', { record, profile: 'list', format: 'xlsx', filter, ids, purpose })
      }
    />
  );
}

/** A list the server makes of several records (server/http/lists.ts). `names`: it names people's files, so that a purpose is asked for. */
export function ExportMade({
  list,
  asked = {},
  names = false,
}: {
  list: string;
  asked?: Readonly<Record<string, unknown>>;
  names?: boolean;
}) {
  const t = useText();
  const whole = list === 'path';
  return (
    <TakeOut
      label={t(whole ? 'exchange.export.path' : 'exchange.export.list')}
      text={names ? t(whole ? 'exchange.export.path_text' : 'exchange.export.made_text') : null}
      take={purpose => api<Taken>('export/list', { list, asked, purpose })}
    />
  );
}

/** Something taken out as a file, after a word on what for. */
export function TakeOut({
  label,
  text,
  take,
}: {
  label: string;
  /** What is said before a purpose is asked for; without it none is. */
  text: string | null;
  take: (purpose: string | null) => Promise<Taken>;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const asks = text !== null;
  const taking = useMutation({
    mutationFn: () => take(asks ? purpose : null),
    onSuccess: ({ files, rows, leftOut }) => {
      const [table] = files;
      if (rows > 0 && table) save(table);
      toast(
        [
          t('exchange.export.list_done', { rows }),
          leftOut?.glass ? t('exchange.export.glass', { count: leftOut.glass }) : '',
        ]
          .filter(Boolean)
          .join(' '),
      );
      setOpen(false);
    },
    onError: error => !asks && toast(problemText(t, error), 'warn'),
  });
  return (
    <div className="no-print">
      <Button
        kind="quiet"
        icon="file"
        isPending={taking.isPending && !open}
        onPress={() => (asks ? setOpen(true) : taking.mutate())}
      >
        {label}
      </Button>
      {open && (
        <Dialog
          open
          firm
          title={label}
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
          <ErrorSummary
            error={taking.error}
            labelOf={field => (field === 'purpose' ? t('exchange.export.purpose') : label)}
          />
          <p>{text}</p>
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
