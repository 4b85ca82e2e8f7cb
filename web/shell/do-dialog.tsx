/* A dialog over one act on a record that is not a person's file. An act may change rows beside its subject (the lines of a group, the plans of an operation), so
 * everything that was listed or opened is asked for again before the dialog goes. */
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../queries.ts';
import { useText } from '../text.ts';
import { type ActDialogProps, DoingDialog } from './act-dialog.tsx';

export type Values = Record<string, unknown>;

export function DoDialog({ act, ...props }: ActDialogProps & { act: string }) {
  const t = useText();
  const client = useQueryClient();
  const { mutateAsync, error, isPending } = useAct(act);
  const doing = {
    error,
    isPending,
    async act(input: object, subject?: ActDialogProps['subject']) {
      const outcome = await mutateAsync({ input, subject });
      await client.invalidateQueries({
        predicate: ({ queryKey }) => ['list', 'get'].includes(String(queryKey[0])),
      });
      return outcome;
    },
  };
  return <DoingDialog {...props} doing={doing} done={t('path.done')} />;
}
