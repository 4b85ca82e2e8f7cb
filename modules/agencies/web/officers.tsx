/* Everybody who may use the system, with the posts held today. Administrators register new officers here; what else concerns an officer is on her own page. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { api, list, type Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, type OfficerFound, titleOf } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import './agencies.css';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { Register } from './officer-forms.tsx';
import { isHeld } from './posts.ts';

type Listed = OfficerFound & { readonly ended: boolean };

export default function Officers() {
  const t = useText();
  const isAdministrator = usePost()?.role === 'administrator';
  const [text, setText] = useState('');
  const [registering, setRegistering] = useState(false);
  const asked = useDeferredValue(text.trim());
  const {
    data: officers,
    error,
    refetch,
  } = useQuery({
    queryKey: ['list', 'officer', 'search', asked],
    queryFn: async ({ signal }) =>
      (await api<{ officers: Listed[] }>('officers', { text: asked, most: 200, ended: true }, signal))
        .officers,
    placeholderData: previous => previous,
  });
  const posts = usePostsOf((officers ?? []).map(officer => officer.id));
  return (
    <Page
      title={t('agencies.officers.title')}
      lead={t('agencies.officers.lead')}
      actions={
        isAdministrator && (
          <Button kind="primary" icon="plus" onPress={() => setRegistering(true)}>
            {t('agencies.officers.register')}
          </Button>
        )
      }
    >
      <TextInput
        name="officer-search"
        type="search"
        label={t('agencies.officers.search')}
        width={40}
        autoComplete="off"
        spellCheck={false}
        before={<Icon name="search" />}
        value={text}
        onChange={setText}
      />
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          caption={t('agencies.officers.table')}
          rows={officers ?? []}
          loading={!officers}
          empty={officers && <EmptyState icon="people" title={t('agencies.officers.none')} />}
          keyOf={officer => officer.id}
          hrefOf={officer => `/officers/${officer.id}`}
          total={officers?.length}
          foot={<ExportMade list="officers" asked={{ text: asked }} />}
          columns={[
            { name: 'name', title: t('agencies.officer.title'), lead: true, cell: officer => officer.name },
            { name: 'title', title: t('field.officer.title'), cell: officer => titleOf(officer, t.lang) },
            {
              name: 'posts',
              title: t('agencies.officers.posts'),
              cell: officer =>
                officer.ended ? (
                  <StateMark tone="neutral">{t('agencies.officer.ended')}</StateMark>
                ) : (
                  <Held posts={posts.get(officer.id) ?? []} />
                ),
            },
          ]}
        />
      )}
      {registering && <Register onClose={() => setRegistering(false)} />}
    </Page>
  );
}

function Held({ posts }: { posts: readonly Row[] }) {
  const t = useText();
  const held = posts.filter(post => isHeld(post, dayOf(readClock())));
  if (held.length === 0) return <span className="soft">{t('agencies.officers.no_post')}</span>;
  return (
    <span className="two-lines">
      {held.map(post => (
        <span key={post.id}>
          {codeLabel(t, 'role', post.role as string)} ·{' '}
          <span className="soft">
            <OfficeName id={post.office as string} short />
          </span>
        </span>
      ))}
    </span>
  );
}

function usePostsOf(ids: readonly string[]): ReadonlyMap<string, Row[]> {
  const { data } = useQuery({
    queryKey: ['list', 'post', 'officers', ids],
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let after: string | null = null;
      do {
        const page = await list('post', { filter: { officer: { in: ids } }, limit: 100, after }, signal);
        rows.push(...page.rows);
        after = page.next;
      } while (after && rows.length < 1000);
      return rows;
    },
    enabled: ids.length > 0,
    placeholderData: previous => previous,
  });
  return Map.groupBy(data ?? [], row => row.officer as string);
}
