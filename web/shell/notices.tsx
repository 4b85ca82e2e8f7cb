/* What the system told me. A notice names no person: it says what kind of thing waits and leads to it, and the screen behind it decides what may be seen. */
import { Link } from 'wouter';
import { formatInstant } from '../../kernel/day.ts';
import { type Notice, perform } from '../datasource.ts';
import { queryClient, useNotices } from '../queries.ts';
import { subjectHref } from '../routes.tsx';
import { type Translate, useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Badge } from '../ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';
import { TakeList } from './take-list.tsx';

export default function Notices() {
  const t = useText();
  const { data: items, error, refetch } = useNotices();
  const unread = items?.filter(item => !item.read) ?? [];
  return (
    <Page
      title={t('shell.notices.title')}
      lead={t('shell.notices.lead')}
      actions={
        unread.length > 0 && (
          <Button icon="check" onPress={() => void markRead(unread)}>
            {t('shell.notices.all_read')}
          </Button>
        )
      }
    >
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !items ? (
        <LoadingState rows={6} />
      ) : items.length === 0 ? (
        <EmptyState icon="bell" title={t('shell.notices.empty')} />
      ) : (
        <>
          <ul className="work-list">
            {items.map(item => (
              <li key={item.id} className="work-item" data-unread={item.read ? undefined : ''}>
                <div className="work-words">
                  <Link
                    href={subjectHref(item.subject)}
                    className="work-link"
                    onClick={() => void markRead([item])}
                  >
                    <b>{kindText(t, item.kind)}</b>
                    {item.number && <span className="number">{item.number}</span>}
                  </Link>
                  <p className="work-facts soft small">
                    <time dateTime={item.at}>{formatInstant(item.at, t.lang)}</time>
                  </p>
                </div>
                {!item.read && <Badge tone="active">{t('shell.notices.new')}</Badge>}
              </li>
            ))}
          </ul>
          <TakeList list="notices" />
        </>
      )}
    </Page>
  );
}

function kindText(t: Translate, kind: string): string {
  const key = `shell.notices.kind.${kind}`;
  return t.has(key) ? t(key) : kind;
}

async function markRead(items: readonly Notice[]): Promise<void> {
  const unread = items.filter(item => !item.read);
  if (unread.length === 0) return;
  await Promise.allSettled(
    unread.map(({ id }) => perform('notice.read', {}, { subject: { record: 'notice', id } })),
  );
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['notifications'] }),
    queryClient.invalidateQueries({ queryKey: ['session'] }),
  ]);
}
