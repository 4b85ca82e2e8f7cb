/* One officer: who she is, the posts she held and holds, and, for administrators, how she signs in. Nobody gives or ends her own posts. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { list, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, type OfficerFound, titleOf } from '../../../web/names.tsx';
import { useRecord, useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import './agencies.css';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { Card, Facts, validity } from './facts.tsx';
import { EndOfficer, EndPost, GivePost } from './officer-forms.tsx';
import { stateOfPost } from './posts.ts';
import { SignInCard } from './sign-in-card.tsx';

export default function OfficerPage({ params }: ScreenProps) {
  const t = useText();
  const me = useSignedIn();
  const { data: officer, error, refetch } = useRecord('officer', params.id!);
  const [ending, setEnding] = useState(false);
  if (!officer)
    return (
      <Page title={t('agencies.officer.title')}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={5} />}
      </Page>
    );
  const isMe = me?.officer.id === officer.id;
  const isAdministrator = me?.post.role === 'administrator';
  const mayChange = isAdministrator && !isMe && officer.ended !== true;
  return (
    <Page
      title={officer.name as string}
      lead={
        <span className="row">
          {titleOf(officer as unknown as OfficerFound, t.lang)}
          <StateMark tone={officer.ended ? 'neutral' : 'good'}>
            {t(officer.ended ? 'agencies.officer.ended' : 'agencies.officer.active')}
          </StateMark>
        </span>
      }
      actions={
        mayChange && (
          <Button kind="danger" onPress={() => setEnding(true)}>
            {t('agencies.officer.end')}
          </Button>
        )
      }
    >
      {isAdministrator && (
        <Card id="officer-facts" title={t('agencies.office.facts')}>
          <Facts
            facts={[
              [fieldLabel(t, 'officer', 'email'), officer.email as string],
              [fieldLabel(t, 'officer', 'lang'), codeLabel(t, 'language', officer.lang as string)],
            ]}
          />
        </Card>
      )}
      <Posts officer={officer.id} mayChange={mayChange} isMe={isMe && isAdministrator} />
      {mayChange && <SignInCard officer={officer.id} />}
      {ending && <EndOfficer officer={officer} onClose={() => setEnding(false)} />}
    </Page>
  );
}

function Posts({ officer, mayChange, isMe }: { officer: string; mayChange: boolean; isMe: boolean }) {
  const t = useText();
  const today = dayOf(readClock());
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Row | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'post', 'officer', officer],
    queryFn: async ({ signal }) =>
      (await list('post', { filter: { officer: { is: officer } }, limit: 100 }, signal)).rows,
  });
  const rows = [...(data ?? [])].sort((a, b) => String(b.validFrom).localeCompare(String(a.validFrom)));
  return (
    <Card
      id="officer-posts"
      title={t('agencies.officer.posts')}
      text={isMe ? t('agencies.own_post') : undefined}
      actions={
        mayChange && (
          <Button icon="plus" onPress={() => setGiving(true)}>
            {t('agencies.officer.give')}
          </Button>
        )
      }
    >
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          caption={t('agencies.post.table')}
          rows={rows}
          loading={!data}
          empty={data && <EmptyState icon="office" title={t('agencies.officer.no_posts')} />}
          keyOf={post => post.id}
          foot={<ExportList record="post" ids={rows.map(post => post.id)} />}
          columns={[
            {
              name: 'role',
              title: fieldLabel(t, 'post', 'role'),
              lead: true,
              cell: post => (
                <>
                  {codeLabel(t, 'role', post.role as string)}{' '}
                  {Boolean(post.delegatedFrom) && <Badge>{t('agencies.post.lent')}</Badge>}
                </>
              ),
            },
            {
              name: 'office',
              title: t('agencies.office.title'),
              cell: post => (
                <Link href={`/offices/${post.office}`}>
                  <OfficeName id={post.office as string} />
                </Link>
              ),
            },
            {
              name: 'extent',
              title: fieldLabel(t, 'post', 'extent'),
              cell: post => codeLabel(t, 'extent', post.extent as string),
            },
            {
              name: 'days',
              title: t('agencies.post.days'),
              cell: post => (
                <span className="nowrap">
                  {validity(t, post.validFrom as Day, post.validTo as Day | null)}
                </span>
              ),
            },
            {
              name: 'state',
              title: t('agencies.post.state'),
              cell: post => <State post={post} on={today} />,
            },
            ...(mayChange
              ? [
                  {
                    name: 'end',
                    title: t('agencies.post.end'),
                    cell: (post: Row) =>
                      stateOfPost(post, today) !== 'over' && post.abilities?.includes('post.end') ? (
                        <Button onPress={() => setEnding(post)}>{t('agencies.post.end')}</Button>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
      {giving && <GivePost officer={officer} onClose={() => setGiving(false)} />}
      {ending && <EndPost post={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function State({ post, on }: { post: Row; on: Day }) {
  const t = useText();
  const state = stateOfPost(post, on);
  return (
    <StateMark tone={state === 'now' ? 'good' : state === 'later' ? 'active' : 'neutral'}>
      {t(`agencies.post.${state}`)}
    </StateMark>
  );
}
