/* An address by which a phone's own calendar fetches this officer's limits. It is shown once; a new one ends the one before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { toast } from '../../../web/ui/toast.tsx';

interface Known {
  readonly madeAt: Instant | null;
  readonly usedAt: Instant | null;
}

export function CalendarAddress() {
  const t = useText();
  const client = useQueryClient();
  const { data: known } = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => api<Known>('calendar', {}, signal),
  });
  const again = () => client.invalidateQueries({ queryKey: ['calendar'] });
  const make = useMutation({
    mutationFn: () => api<{ path: string }>('calendar/make', {}),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: () => api('calendar/end', {}),
    onSuccess: () => {
      make.reset();
      toast(t('deadlines.calendar.ended'));
      return again();
    },
  });
  const address = make.data && `${window.location.origin}${make.data.path}`;
  const failed = make.error ?? end.error;
  return (
    <details className="card part no-print">
      <summary>{t('deadlines.calendar')}</summary>
      <p>{t('deadlines.calendar.text')}</p>
      {known?.madeAt && (
        <p className="soft small">
          {t('deadlines.calendar.made', { at: formatInstant(known.madeAt, t.lang) })}{' '}
          {known.usedAt
            ? t('deadlines.calendar.used', { at: formatInstant(known.usedAt, t.lang) })
            : t('deadlines.calendar.never_used')}
        </p>
      )}
      {address && (
        <>
          <p>
            {t('deadlines.calendar.address')}: <output className="number calendar-address">{address}</output>
          </p>
          <p className="small">{t('deadlines.calendar.once')}</p>
        </>
      )}
      {failed && <p role="alert">{problemText(t, failed)}</p>}
      <div className="row">
        {address && (
          <Button
            onPress={() =>
              void navigator.clipboard.writeText(address).then(() => toast(t('deadlines.calendar.copied')))
            }
          >
            {t('deadlines.calendar.copy')}
          </Button>
        )}
        <Button kind={known?.madeAt ? 'quiet' : 'plain'} onPress={() => make.mutate()}>
          {t(known?.madeAt ? 'deadlines.calendar.renew' : 'deadlines.calendar.make')}
        </Button>
        {known?.madeAt && (
          <Button kind="quiet" onPress={() => end.mutate()}>
            {t('deadlines.calendar.end')}
          </Button>
        )}
      </div>
    </details>
  );
}
