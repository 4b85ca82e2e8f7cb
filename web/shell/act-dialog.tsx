/* A dialog over one act: its fields, what the server refused, a word when it is done, and what it warns of. The caller brings the act as a hook does it, so that whatever
 * has to be asked again afterwards is asked again. */
import type { ReactNode } from 'react';
import type { Outcome } from '../datasource.ts';
import { issuesByField, reasonText } from '../problems.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { toast } from '../ui/toast.tsx';

export interface Doing {
  readonly error: unknown;
  readonly isPending: boolean;
  /** @throws Refusal, which is also in `error`. */
  act(input: object, subject?: { record: string; id: string }): Promise<Outcome>;
}

export interface ActDialogProps {
  title: string;
  verb: string;
  input: object;
  subject?: { record: string; id: string };
  danger?: boolean;
  wide?: boolean;
  labelOf: (field: string) => string;
  onClose: () => void;
  /** After it was done and the dialog is closed. */
  onDone?: (outcome: Outcome) => void;
  children?: (errors: Record<string, string>) => ReactNode;
}

export function DoingDialog({
  doing,
  done,
  title,
  verb,
  input,
  subject,
  danger,
  wide,
  labelOf,
  onClose,
  onDone,
  children,
}: ActDialogProps & { doing: Doing; done: string }) {
  const t = useText();
  const run = async () => {
    const outcome = await doing.act(input, subject);
    toast(done);
    for (const warning of outcome.warnings) toast(reasonText(t, warning), 'warn');
    onClose();
    onDone?.(outcome);
  };
  return (
    <Dialog
      open
      firm
      wide={wide}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            isPending={doing.isPending}
            onPress={() => void run().catch(() => undefined)}
          >
            {verb}
          </Button>
        </>
      }
    >
      <ErrorSummary error={doing.error} labelOf={labelOf} />
      {children?.(issuesByField(t, doing.error))}
    </Dialog>
  );
}
