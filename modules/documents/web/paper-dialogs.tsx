/* What is done with a paper, each a dialog that says first what it means: downloading (with a purpose), issuing (with what stays blank), voiding, attaching
 * a scan, removing one. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendFile } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { AttachDialog } from '../../../web/ui/attach-dialog.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { PurposeDialog } from '../../../web/ui/purpose-dialog.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { type PartRow, type Path, pathKey, usePathAct } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { formCodes, mostScanBytes, scan as scanRecord } from '../index.ts';
import { download, factLabel } from './asked.ts';

export type Doing =
  | { readonly what: 'open' | 'issue' | 'void' | 'sign' | 'remove'; readonly row: PartRow }
  | { readonly what: 'receive' };

interface Props {
  row: PartRow;
  path: Path;
  onClose: () => void;
}

/** A paper in one of its two shapes, or a scan. */
export function Open({ row, onClose }: { row: PartRow; onClose: () => void }) {
  const t = useText();
  const isScan = row.scanKind !== undefined;
  return (
    <PurposeDialog
      title={t('documents.open_title')}
      lead={t('documents.open_text')}
      ways={(isScan ? ['scan'] : ['docx', 'pdf']).map(code => ({
        code,
        verb: t(`documents.download.${code}`),
      }))}
      onOpen={async (purpose, format) => {
        await download(isScan ? { scan: row.id } : { document: row.id, format }, purpose);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

export function Issue({ row, path, onClose }: Props) {
  const t = useText();
  const doing = usePathAct('document.issue', path.person.id);
  const blanks = (row.blanks as readonly string[] | null) ?? [];
  const issue = async () => {
    const { paperNumber } = await doing.act({}, { record: 'document', id: row.id });
    toast(t('documents.issued', { number: paperNumber as string }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('documents.issue_title')}
      verb={t('documents.issue')}
      pending={doing.isPending}
      onConfirm={() => void issue().catch(() => undefined)}
      onClose={onClose}
    >
      <ErrorSummary error={doing.error} labelOf={field => fieldLabel(t, 'document', field)} />
      <p>{t('documents.issue_text')}</p>
      <p>{t('documents.issue_blanks', { count: blanks.length })}</p>
      {blanks.length > 0 && (
        <ul className="plain-list">
          {blanks.map(fact => (
            <li key={fact}>{factLabel(t, fact)}</li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}

/** An act that takes a reason and cannot be taken back. */
function WithReason({
  row,
  path,
  onClose,
  act,
  record,
  title,
  verb,
  text,
}: Props & {
  act: string;
  record: string;
  title: string;
  verb: string;
  text: string;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      path={path}
      act={act}
      subject={{ record, id: row.id }}
      title={title}
      verb={verb}
      input={{ reason }}
      labelOf={() => t('documents.reason')}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{text}</p>
          <TextInput
            name="reason"
            label={t('documents.reason')}
            required
            maxLength={300}
            error={errors.reason}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </ActDialog>
  );
}

export function VoidPaper(props: Props) {
  const t = useText();
  return (
    <WithReason
      {...props}
      act="document.void"
      record="document"
      title={t('documents.void_title')}
      verb={t('documents.void')}
      text={t('documents.void_text')}
    />
  );
}

export function RemoveScan(props: Props) {
  const t = useText();
  return (
    <WithReason
      {...props}
      act="scan.remove"
      record="scan"
      title={t('documents.remove_title')}
      verb={t('documents.remove')}
      text={t('documents.remove_text')}
    />
  );
}

/** The signed copy of a paper of ours, or, without one, a paper somebody else made. */
export function AttachScan({
  paper,
  path,
  onClose,
}: {
  paper: PartRow | null;
  path: Path;
  onClose: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const most = Math.round(mostScanBytes / 1_000_000);
  return (
    <AttachDialog
      title={t(paper ? 'documents.sign_title' : 'documents.received_title')}
      verb={t('documents.attach')}
      lead={
        paper
          ? t('documents.sign_lead', { number: paper.paperNumber as string, most })
          : t('documents.received_lead', { most })
      }
      file={t('documents.file')}
      accept=".pdf,.jpg,.jpeg,.png"
      most={mostScanBytes}
      notSecret={t('documents.not_secret')}
      notSecretHint={t('documents.not_secret_hint')}
      labelOf={field => fieldLabel(t, 'scan', field)}
      onSend={async (file, notSecret) => {
        await sendFile('documents/scan', file, {
          ...values,
          notSecret,
          person: path.person.id,
          scanKind: paper ? 'signed' : 'received',
          document: paper?.id ?? null,
        });
        await client.invalidateQueries({ queryKey: pathKey(path.person.id) });
        toast(t('documents.attached'));
        onClose();
      }}
      onClose={onClose}
    >
      {errors =>
        !paper && (
          <>
            <SelectInput
              name="form"
              label={fieldLabel(t, 'scan', 'form')}
              required
              value={(values.form as string | undefined) ?? null}
              none={t('documents.form_choose')}
              error={errors.form}
              onChange={form => setValues(before => ({ ...before, form }))}
              options={formCodes.map(code => ({ code, label: codeLabel(t, 'paperForm', code) }))}
            />
            <FieldInputs
              record={scanRecord}
              names={['receivedFrom', 'theirNumber', 'theirDay', 'legalised', 'note']}
              values={values}
              errors={errors}
              onChange={setValues}
              on={path.today}
            />
          </>
        )
      }
    </AttachDialog>
  );
}
