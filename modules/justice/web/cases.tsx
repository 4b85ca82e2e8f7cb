/* The cases our office has a seat in: those it investigates, supervises or tries. Nobody else has this list. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { criminalCase } from '../record.ts';
import { ChargeInputs } from './charge-inputs.tsx';

export const caseTones: Readonly<Record<string, Tone>> = {
  investigation: 'active',
  prosecution: 'active',
  trial: 'active',
  trial_preparing: 'active',
  hearing: 'active',
  appeal: 'active',
  judged: 'warn',
  investigation_suspended: 'neutral',
  trial_suspended: 'neutral',
  in_force: 'good',
  ended: 'neutral',
  joined: 'neutral',
};

export default function Cases(_props: ScreenProps) {
  const t = useText();
  const post = usePost();
  const [opening, open] = useState(false);
  const query = useRecords('criminalCase', { sort: { by: 'openedOn', descending: true }, limit: 25 });
  const title = (name: string) => fieldLabel(t, 'criminalCase', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: title('number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    { name: 'title', title: title('title'), cell: row => row.title as string },
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <StateMark tone={caseTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'caseState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: 'severity',
      title: title('severity'),
      cell: row => codeLabel(t, 'severity', row.severity as string),
    },
    { name: 'openedOn', title: title('openedOn'), cell: row => formatDay(row.openedOn as Day, t.lang) },
    {
      name: 'handler',
      title: title('handler'),
      cell: row => <OfficeName id={row.handler as string} short />,
    },
  ];
  return (
    <Page
      title={t('justice.cases.title')}
      lead={t('justice.cases.lead')}
      actions={
        post?.role === 'investigator' && (
          <Button kind="primary" icon="plus" onPress={() => open(true)}>
            {t('act.criminalCase.open')}
          </Button>
        )
      }
    >
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('justice.cases.title')}
          columns={columns}
          rows={query.data?.pages.flatMap(page => page.rows) ?? []}
          keyOf={row => row.id}
          hrefOf={row => `/cases/${row.id}`}
          loading={query.isPending}
          empty={
            <EmptyState icon="folder" title={t('justice.cases.none')}>
              {t('justice.cases.none_text')}
            </EmptyState>
          }
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="criminalCase" />}
        />
      )}
      {opening && <OpenCase onClose={() => open(false)} />}
    </Page>
  );
}

/** Opening a case, from a report that was resolved so or without one. */
export function OpenCase({ report, onClose }: { report?: string; onClose: () => void }) {
  const t = useText();
  const today = dayOf(useNow());
  const [, go] = useLocation();
  return (
    <Do
      act="criminalCase.open"
      record={criminalCase}
      names={['title', 'caseLevel', 'openedOn', 'openedDecision', 'procuracy', 'inCharge']}
      fixed={{ crimeReport: report ?? null }}
      lead={t('justice.case.no_victims')}
      onClose={onClose}
      onDone={outcome => go(`/cases/${outcome.subject.id}`)}
    >
      {(values, change, errors) => (
        <ChargeInputs
          values={values}
          change={change}
          errors={errors}
          on={(values.openedOn as Day | null | undefined) ?? today}
        />
      )}
    </Do>
  );
}
