/* Dialogs over one act on a record that is not a person's file. An act may change rows beside its subject (the lines of a group, the plans of an operation), so
 * everything that was listed or opened is asked for again before the dialog goes. */
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../queries.ts';
import { useText } from '../text.ts';
import { type ActDialogProps, type Doing, DoingDialog } from './act-dialog.tsx';
import { FieldsDialog, type FieldsDialogProps } from './fields-dialog.tsx';

function useDoing(act: string): Doing {
  const renew = useRenew();
  const { mutateAsync, error, isPending } = useAct(act);
  return {
    error,
    isPending,
    async act(input, subject) {
      const outcome = await mutateAsync({ input, subject });
      await renew();
      return outcome;
    },
  };
}

/** Asks again for everything that was listed or opened. */
export function useRenew(): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ['list', 'get'].includes(String(queryKey[0])),
    });
}

export function DoDialog({ act, ...props }: ActDialogProps & { act: string }) {
  const t = useText();
  return <DoingDialog {...props} doing={useDoing(act)} done={t('path.done')} />;
}

/** An act that asks for fields of a record, called by its own name and saved unless something else is said. */
export function Do({
  act,
  title,
  verb,
  ...props
}: Omit<FieldsDialogProps, 'title' | 'verb'> & { act: string; title?: string; verb?: string }) {
  const t = useText();
  return (
    <FieldsDialog
      wide
      {...props}
      title={title ?? t(`act.${act}`)}
      verb={verb ?? t('path.save')}
      doing={useDoing(act)}
      done={t('path.done')}
    />
  );
}
