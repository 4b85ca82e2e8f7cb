/* Takes what a list shows out as a spreadsheet, with the rights of whoever asks. For lists without people: files of people leave by the page for that, with a purpose. */
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { type Exported, save } from '../../exchange/web/asked.ts';

export function TakeOut({
  record,
  filter,
  ids,
}: {
  record: string;
  filter?: Readonly<Record<string, unknown>>;
  ids?: readonly string[];
}) {
  const t = useText();
  const taking = useMutation({
    mutationFn: () => api<Exported>('export', { record, profile: 'list', format: 'xlsx', filter, ids }),
    onSuccess: ({ files }) => {
      for (const file of files.slice(0, 1)) save(file);
    },
    onError: error => toast(problemText(t, error), 'warn'),
  });
  if (ids?.length === 0) return null;
  return (
    <div className="no-print">
      <Button kind="quiet" icon="file" isPending={taking.isPending} onPress={() => taking.mutate()}>
        {t('facilities.take_out')}
      </Button>
    </div>
  );
}
