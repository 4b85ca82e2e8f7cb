/* Bringing a file in: what it is, that it holds no state secret (the one thing this system must never hold), and whatever is asked of it besides. */
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { issuesByField } from '../problems.ts';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { Tick } from './choices.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileDrop } from './file-drop.tsx';

export function AttachDialog({
  title,
  verb,
  lead,
  file,
  accept,
  most,
  notSecret,
  notSecretHint,
  labelOf,
  onSend,
  onClose,
  children,
}: {
  title: string;
  verb: string;
  lead: string;
  /** What the file is called. */
  file: string;
  accept?: string;
  /** Bytes. */
  most: number;
  notSecret: string;
  notSecretHint?: string;
  labelOf: (field: string) => string;
  /** @throws Refusal, which is shown. */
  onSend: (file: File, notSecret: boolean) => Promise<void>;
  onClose: () => void;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const t = useText();
  const [files, setFiles] = useState<File[]>([]);
  const [isSaid, say] = useState(false);
  const sending = useMutation({ mutationFn: () => onSend(files[0]!, isSaid) });
  const errors = issuesByField(t, sending.error);
  return (
    <Dialog
      open
      firm
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={files.length === 0 || !isSaid}
            isPending={sending.isPending}
            onPress={() => sending.mutate()}
          >
            {verb}
          </Button>
        </>
      }
    >
      <ErrorSummary
        error={sending.error}
        labelOf={field => (field === 'notSecret' ? notSecret : labelOf(field))}
      />
      <p>{lead}</p>
      <FileDrop
        name="content"
        label={file}
        required
        accept={accept}
        most={most}
        files={files}
        error={errors.content}
        onChange={setFiles}
      />
      {children(errors)}
      <Tick name="notSecret" label={notSecret} hint={notSecretHint} value={isSaid} onChange={say} />
    </Dialog>
  );
}
