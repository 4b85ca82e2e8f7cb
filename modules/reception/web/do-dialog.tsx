/* A dialog over one act on a record that is not a person's file: what is asked, what the server refused, and its warnings when it is done. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Outcome, Subject } from '../../../web/datasource.ts';
import { issuesByField, reasonText } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { toast } from '../../../web/ui/toast.tsx';

export type Values = Record<string, unknown>;

export function DoDialog({
  act,
  subject,
  input,
  title,
  verb,
  danger,
  wide,
  labelOf,
  onClose,
  onDone,
  children,
}: {
  act: string;
  subject?: Subject;
  input: object;
  title: string;
  verb: string;
  danger?: boolean;
  wide?: boolean;
  labelOf: (field: string) => string;
  onClose: () => void;
  onDone?: (outcome: Outcome) => void;
  children?: (errors: Record<string, string>) => ReactNode;
}) {
  const t = useText();
  const client = useQueryClient();
  const { mutateAsync, error, isPending } = useAct(act);
  const run = async () => {
    const outcome = await mutateAsync({ input, subject });
    // An act may change rows beside its subject: the lines of a group, the plans of an operation.
    await client.invalidateQueries({
      predicate: ({ queryKey }) => ['list', 'get'].includes(String(queryKey[0])),
    });
    toast(t('path.done'));
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
            isPending={isPending}
            onPress={() => void run().catch(() => undefined)}
          >
            {verb}
          </Button>
        </>
      }
    >
      <ErrorSummary error={error} labelOf={labelOf} />
      {children?.(issuesByField(t, error))}
    </Dialog>
  );
}
