/* One administrative unit with its lineage: from which it was made and what it became, with the kind of change and its day. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { list, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, UnitName } from '../../../web/names.tsx';
import { useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import './agencies.css';
import { presenceOn } from './day-choice.tsx';
import { Card, Facts, validity } from './facts.tsx';
import { inLang, useUnitsBelow } from './found.ts';

export default function UnitPage({ params }: ScreenProps) {
  const t = useText();
  const id = params.id!;
  const { data: unit, error, refetch } = useRecord('unit', id);
  const back = (
    <LinkButton href="/units" icon="left">
      {t('agencies.back_units')}
    </LinkButton>
  );
  if (!unit)
    return (
      <Page title={t('agencies.unit.title')} actions={back}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={5} />}
      </Page>
    );
  const days = { validFrom: unit.validFrom as Day | null, validTo: unit.validTo as Day | null };
  const isThere = presenceOn(dayOf(readClock()), days) === 'there';
  return (
    <Page
      title={inLang(t.lang, unit.fullName as string, unit.nameEn as string | null)}
      lead={
        <span className="row">
          <StateMark tone={isThere ? 'good' : 'neutral'}>
            {validity(t, days.validFrom, days.validTo)}
          </StateMark>
          {unit.pilot === true && <Badge tone="active">{t('agencies.pilot')}</Badge>}
          {unit.pilotSuccessor === true && <Badge tone="active">{t('agencies.pilot_successor')}</Badge>}
        </span>
      }
      actions={back}
    >
      <Card id="unit-facts" title={t('agencies.office.facts')}>
        <Facts
          facts={[
            [fieldLabel(t, 'unit', 'code'), unit.code as string],
            [fieldLabel(t, 'unit', 'level'), codeLabel(t, 'unitLevel', unit.level as string)],
            [
              fieldLabel(t, 'unit', 'parent'),
              Boolean(unit.parent) && (
                <Link href={`/units/${unit.parent}`}>
                  <UnitName id={unit.parent as string} />
                </Link>
              ),
            ],
          ]}
        />
      </Card>
      <Lineage id={id} isThere={isThere} />
      {unit.level !== 'commune' && <Inside id={id} />}
      <OfficesHere id={id} />
    </Page>
  );
}

function useLineage(field: 'predecessor' | 'successor', id: string) {
  return useQuery({
    queryKey: ['list', 'unitLineage', field, id],
    queryFn: async ({ signal }) =>
      (await list('unitLineage', { filter: { [field]: { is: id } }, limit: 100 }, signal)).rows,
  });
}

function Lineage({ id, isThere }: { id: string; isThere: boolean }) {
  const t = useText();
  const before = useLineage('successor', id).data;
  const after = useLineage('predecessor', id).data;
  return (
    <Card id="unit-lineage" title={t('agencies.unit.lineage')}>
      <div className="lineage">
        <Moves
          title={t('agencies.unit.before')}
          rows={before}
          other="predecessor"
          none={t('agencies.unit.no_before')}
        />
        <Moves
          title={t('agencies.unit.after')}
          rows={after}
          other="successor"
          none={isThere ? t('agencies.unit.no_after') : t('agencies.node.no_successor')}
        />
      </div>
    </Card>
  );
}

function Moves({
  title,
  rows,
  other,
  none,
}: {
  title: string;
  rows: readonly Row[] | undefined;
  other: 'predecessor' | 'successor';
  none: string;
}) {
  const t = useText();
  return (
    <div>
      <h3>{title}</h3>
      {!rows ? (
        <LoadingState rows={1} />
      ) : rows.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="plain-list">
          {rows.map(row => (
            <li key={row.id}>
              <Link href={`/units/${row[other]}`}>
                <UnitName id={row[other] as string} />
              </Link>
              <small className="soft">
                {t('agencies.unit.change', {
                  change: codeLabel(t, 'unitChange', row.change as string),
                  day: formatDay(row.onDay as Day, t.lang),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Inside({ id }: { id: string }) {
  const t = useText();
  const { data } = useUnitsBelow(id);
  if (!data || data.length === 0) return null;
  return (
    <Card id="unit-inside" title={t('agencies.unit.below')}>
      <ul className="names">
        {data.map(unit => (
          <li key={unit.id} data-ended={unit.validTo ? '' : undefined}>
            <Link href={`/units/${unit.id}`}>{inLang(t.lang, unit.name, unit.nameEn)}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OfficesHere({ id }: { id: string }) {
  const t = useText();
  const { data } = useQuery({
    queryKey: ['list', 'office', 'area', id],
    queryFn: async ({ signal }) =>
      (await list('office', { filter: { area: { is: id } }, limit: 100 }, signal)).rows,
  });
  if (!data || data.length === 0) return null;
  return (
    <Card id="unit-offices" title={t('agencies.unit.offices')}>
      <ul className="names">
        {data.map(row => (
          <li key={row.id} data-ended={row.validTo ? '' : undefined}>
            <Link href={`/offices/${row.id}`}>
              <OfficeName id={row.id} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
