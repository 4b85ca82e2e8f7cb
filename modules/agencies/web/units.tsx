/* Administrative units on a day: a province with districts and communes before 1 July 2025, with communes alone after. The pilot areas are marked. */
import { useDeferredValue, useState } from 'react';
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { TextInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import './agencies.css';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { ChooseDay, type DayChoice } from './day-choice.tsx';
import { inLang, type UnitNode, useUnitsBelow } from './found.ts';
import { type Node, Nodes } from './tree.tsx';

export default function Units() {
  const t = useText();
  const today = dayOf(readClock());
  const [choice, setChoice] = useState<DayChoice>({ on: today, showEnded: false });
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const isSearch = asked.length >= 2;
  const { data, error, refetch } = useUnitsBelow(null, isSearch ? asked : '');
  return (
    <Page title={t('agencies.units.title')} lead={t('agencies.units.lead')}>
      <ChooseDay value={choice} today={today} onChange={setChoice} />
      <TextInput
        name="unit-search"
        type="search"
        label={t('agencies.units.search')}
        hint={t('agencies.offices.search_hint')}
        width={40}
        autoComplete="off"
        spellCheck={false}
        before={<Icon name="search" />}
        value={text}
        onChange={setText}
      />
      <section className="card" aria-label={t('agencies.units.tree')} aria-live="polite">
        {error ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState rows={4} />
        ) : isSearch && data.length === 0 ? (
          <EmptyState icon="search" title={t('agencies.units.none')} />
        ) : (
          <UnitNodes units={data} choice={choice} found={isSearch} />
        )}
      </section>
      <ExportList record="unit" ids={isSearch ? (data ?? []).map(unit => unit.id) : undefined} />
    </Page>
  );
}

function UnitNodes({
  units,
  choice,
  found,
}: {
  units: readonly UnitNode[];
  choice: DayChoice;
  found?: boolean;
}) {
  const t = useText();
  const nodes = units.map(
    (unit): Node => ({
      id: unit.id,
      name: inLang(t.lang, unit.name, unit.nameEn),
      href: `/units/${unit.id}`,
      below: unit.level !== 'commune',
      validFrom: unit.validFrom,
      validTo: unit.validTo,
      marks: (
        <>
          <small className="soft number">{unit.code}</small>
          {unit.pilot && <Badge tone="active">{t('agencies.pilot')}</Badge>}
          {unit.pilotSuccessor && <Badge>{t('agencies.pilot_successor')}</Badge>}
        </>
      ),
    }),
  );
  return (
    <Nodes
      nodes={nodes}
      choice={choice}
      found={found}
      branch={id => <Below parent={id} choice={choice} />}
      empty={t('agencies.offices.none_on_day')}
    />
  );
}

function Below({ parent, choice }: { parent: string; choice: DayChoice }) {
  const { data, error, refetch } = useUnitsBelow(parent);
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return data ? <UnitNodes units={data} choice={choice} /> : <LoadingState rows={2} />;
}
