/* One office: what it may do, from when to when, whom it took over from and who took over, and who works there now. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { list, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName, UnitName } from '../../../web/names.tsx';
import { useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import './agencies.css';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { presenceOn } from './day-choice.tsx';
import { Card, Facts, validity } from './facts.tsx';
import { inLang } from './found.ts';

export default function OfficePage({ params }: ScreenProps) {
  const t = useText();
  const id = params.id!;
  const { data: office, error, refetch } = useRecord('office', id);
  const back = (
    <LinkButton href="/administration" icon="left">
      {t('agencies.back_offices')}
    </LinkButton>
  );
  if (!office)
    return (
      <Page title={t('agencies.office.title')} actions={back}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={5} />}
      </Page>
    );
  const days = { validFrom: office.validFrom as Day | null, validTo: office.validTo as Day | null };
  const isThere = presenceOn(dayOf(readClock()), days) === 'there';
  return (
    <Page
      title={inLang(t.lang, office.name as string, office.nameEn as string)}
      lead={
        <StateMark tone={isThere ? 'good' : 'neutral'}>{validity(t, days.validFrom, days.validTo)}</StateMark>
      }
      actions={back}
    >
      <Card id="office-facts" title={t('agencies.office.facts')}>
        <Facts
          facts={[
            [
              fieldLabel(t, 'office', 'shortName'),
              inLang(t.lang, office.shortName as string, office.shortNameEn as string | null),
            ],
            [
              fieldLabel(t, 'office', 'parent'),
              Boolean(office.parent) && <OfficeLink id={office.parent as string} />,
            ],
            [fieldLabel(t, 'office', 'level'), codeLabel(t, 'unitLevel', office.level as string)],
            [
              fieldLabel(t, 'office', 'area'),
              Boolean(office.area) && (
                <Link href={`/units/${office.area}`}>
                  <UnitName id={office.area as string} />
                </Link>
              ),
            ],
            [
              fieldLabel(t, 'office', 'competence'),
              ((office.competence as string[] | null) ?? [])
                .map(code => codeLabel(t, 'competence', code))
                .join(', '),
            ],
          ]}
        />
      </Card>
      <Lineage id={id} successors={(office.successors as string[] | null) ?? []} />
      <People office={id} />
    </Page>
  );
}

const OfficeLink = ({ id }: { id: string }) => (
  <Link href={`/offices/${id}`}>
    <OfficeName id={id} />
  </Link>
);

function Lineage({ id, successors }: { id: string; successors: readonly string[] }) {
  const t = useText();
  const { data: before } = useQuery({
    queryKey: ['list', 'office', 'before', id],
    queryFn: async ({ signal }) =>
      (await list('office', { filter: { successors: { has: id } }, limit: 100 }, signal)).rows,
  });
  const parts = [
    ['agencies.office.predecessors', (before ?? []).map(row => row.id)],
    ['agencies.office.successors', successors],
  ] as const;
  return parts.map(([key, ids]) =>
    ids.length === 0 ? null : (
      <Card key={key} id={key} title={t(key)}>
        <ul className="plain-list">
          {ids.map(other => (
            <li key={other}>
              <OfficeLink id={other} />
            </li>
          ))}
        </ul>
      </Card>
    ),
  );
}

function People({ office }: { office: string }) {
  const t = useText();
  const today = dayOf(readClock());
  const { data } = useQuery({
    queryKey: ['list', 'post', 'office', office],
    queryFn: async ({ signal }) =>
      (await list('post', { filter: { office: { is: office } }, limit: 100 }, signal)).rows,
  });
  const now = (data ?? []).filter(
    (row: Row) =>
      presenceOn(today, { validFrom: row.validFrom as Day, validTo: row.validTo as Day | null }) === 'there',
  );
  return (
    <Card id="office-people" title={t('agencies.office.people')}>
      {!data ? (
        <LoadingState rows={2} />
      ) : now.length === 0 ? (
        <p className="soft">{t('agencies.office.nobody')}</p>
      ) : (
        <ul className="plain-list">
          {now.map(row => (
            <li key={row.id}>
              <Link href={`/officers/${row.officer}`}>
                <OfficerName id={row.officer as string} titled />
              </Link>
              <span className="soft">{codeLabel(t, 'role', row.role as string)}</span>
            </li>
          ))}
        </ul>
      )}
      <ExportList record="post" ids={now.map(row => row.id)} />
    </Card>
  );
}
