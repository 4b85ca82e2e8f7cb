/* What is done with a paper, each a dialog that says first what it means: downloading (with a purpose), issuing (with what stays blank), voiding, attaching
 * a scan, removing one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { ConfirmDialog, Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { FileDrop } from '../../../web/ui/file-drop.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { type PartRow, type Path, pathKey, usePathAct } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { formCodes, mostScanBytes, scan as scanRecord } from '../index.ts';
import { download, factLabel, sendScan } from './asked.ts';

export type Doing =
  | { readonly what: 'open' | 'issue' | 'void' | 'sign' | 'remove'; readonly row: PartRow }
  | { readonly what: 'receive' };

interface Props {
  row: PartRow;
  path: Path;
  onClose: () => void;
}

/** A paper in one of its two shapes, or a scan; the purpose is in the ledger before the bytes leave the server. */
export function Open({ row, onClose }: { row: PartRow; onClose: () => void }) {
  const t = useText();
  const [purpose, setPurpose] = useState('');
  const isScan = row.scanKind !== undefined;
  const opening = useMutation({
    mutationFn: (format: string) =>
      download(isScan ? { scan: row.id } : { document: row.id, format }, purpose.trim()),
    onSuccess: onClose,
  });
  const ready = purpose.trim().length >= 3;
  return (
    <Dialog
      open
      title={t('documents.open_title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          {(isScan ? ['scan'] : ['docx', 'pdf']).map((format, index, all) => (
            <Button
              key={format}
              kind={index === all.length - 1 ? 'primary' : 'plain'}
              isDisabled={!ready}
              isPending={opening.isPending && opening.variables === format}
              onPress={() => opening.mutate(format)}
            >
              {t(`documents.download.${format}`)}
            </Button>
          ))}
        </>
      }
    >
      <ErrorSummary error={opening.error} labelOf={() => t('documents.purpose')} />
      <p>{t('documents.open_text')}</p>
      <TextInput
        name="purpose"
        label={t('documents.purpose')}
        hint={t('documents.purpose_hint')}
        required
        maxLength={300}
        autoComplete="off"
        value={purpose}
        onChange={setPurpose}
      />
    </Dialog>
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
  const [files, setFiles] = useState<File[]>([]);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [notSecret, setNotSecret] = useState(false);
  const sending = useMutation({
    mutationFn: () =>
      sendScan(files[0]!, {
        ...values,
        notSecret,
        person: path.person.id,
        scanKind: paper ? 'signed' : 'received',
        document: paper?.id ?? null,
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: pathKey(path.person.id) });
      toast(t('documents.attached'));
      onClose();
    },
  });
  const errors = issuesByField(t, sending.error);
  const most = Math.round(mostScanBytes / 1_000_000);
  return (
    <Dialog
      open
      firm
      title={t(paper ? 'documents.sign_title' : 'documents.received_title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={files.length === 0 || !notSecret}
            isPending={sending.isPending}
            onPress={() => sending.mutate()}
          >
            {t('documents.attach')}
          </Button>
        </>
      }
    >
      <ErrorSummary
        error={sending.error}
        labelOf={field => (field === 'notSecret' ? t('documents.not_secret') : fieldLabel(t, 'scan', field))}
      />
      <p>
        {paper
          ? t('documents.sign_lead', { number: paper.paperNumber as string, most })
          : t('documents.received_lead', { most })}
      </p>
      <FileDrop
        name="content"
        label={t('documents.file')}
        required
        accept=".pdf,.jpg,.jpeg,.png"
        most={mostScanBytes}
        files={files}
        error={errors.content}
        onChange={setFiles}
      />
      <Tick
        name="notSecret"
        label={t('documents.not_secret')}
        hint={t('documents.not_secret_hint')}
        value={notSecret}
        onChange={setNotSecret}
      />
      {!paper && (
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
      )}
    </Dialog>
  );
}
