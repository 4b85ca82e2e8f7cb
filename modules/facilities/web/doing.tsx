/* A dialog over one act on a facility: its fields, what the server refused, what it warns of when it is done. */
import type { ReactNode } from 'react';
import { issuesByField, reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { useFacilityAct } from './use-board.ts';

export function DoingDialog({
  act,
  input,
  subject,
  wide,
  labelOf,
  onClose,
  children,
}: {
  act: string;
  input: object;
  subject?: { record: string; id: string };
  wide?: boolean;
  labelOf: (field: string) => string;
  onClose: () => void;
  children: (errors: Record<string, string>) => ReactNode;
}) {
  const t = useText();
  const doing = useFacilityAct(act);
  const title = t(`act.${act}`);
  const run = async () => {
    const { warnings } = await doing.act(input, subject);
    toast(t('facilities.done'));
    for (const warning of warnings) toast(reasonText(t, warning), 'warn');
    onClose();
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
            kind="primary"
            isPending={doing.isPending}
            onPress={() => void run().catch(() => undefined)}
          >
            {title}
          </Button>
        </>
      }
    >
      <ErrorSummary error={doing.error} labelOf={labelOf} />
      {children(issuesByField(t, doing.error))}
    </Dialog>
  );
}
