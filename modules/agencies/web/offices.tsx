/* Agencies and their offices on a day: the picture of who is there, with those that have ended and who took over. A search looks in both eras. */
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { officeName, useOffices } from '../../../web/names.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { TextInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import './agencies.css';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { ChooseDay, type DayChoice } from './day-choice.tsx';
import { inLang, type OfficeNode, useOfficesBelow } from './found.ts';
import { type Node, Nodes } from './tree.tsx';

export default function Offices() {
  const t = useText();
  const today = dayOf(readClock());
  const [choice, setChoice] = useState<DayChoice>({ on: today, showEnded: true });
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const isSearch = asked.length >= 2;
  const { data, error, refetch } = useOfficesBelow(null, isSearch ? asked : '');
  return (
    <Page title={t('agencies.offices.title')} lead={t('agencies.offices.lead')}>
      <ChooseDay value={choice} today={today} onChange={setChoice} />
      <TextInput
        name="office-search"
        type="search"
        label={t('agencies.offices.search')}
        hint={t('agencies.offices.search_hint')}
        width={40}
        autoComplete="off"
        spellCheck={false}
        before={<Icon name="search" />}
        value={text}
        onChange={setText}
      />
      <section className="card" aria-label={t('agencies.offices.tree')} aria-live="polite">
        {error ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState rows={8} />
        ) : isSearch ? (
          data.length === 0 ? (
            <EmptyState icon="search" title={t('agencies.offices.none')} />
          ) : (
            <OfficeNodes offices={data} choice={choice} found />
          )
        ) : (
          <OfficeNodes offices={data} choice={choice} />
        )}
      </section>
      <ExportList record="office" ids={isSearch ? (data ?? []).map(office => office.id) : undefined} />
    </Page>
  );
}

function OfficeNodes({
  offices,
  choice,
  found,
}: {
  offices: readonly OfficeNode[];
  choice: DayChoice;
  found?: boolean;
}) {
  const t = useText();
  const nodes = offices.map(
    (office): Node => ({
      id: office.id,
      name: inLang(t.lang, office.name, office.nameEn),
      href: `/offices/${office.id}`,
      below: office.below > 0,
      validFrom: office.validFrom,
      validTo: office.validTo,
      successors: <Successors ids={office.successors ?? []} />,
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
  const { data, error, refetch } = useOfficesBelow(parent);
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return data ? <OfficeNodes offices={data} choice={choice} /> : <LoadingState rows={2} />;
}

/** The offices that took over, the first three by name. */
export function Successors({ ids }: { ids: readonly string[] }) {
  const t = useText();
  const shown = ids.slice(0, 3);
  const offices = useOffices(shown);
  if (ids.length === 0) return <span>· {t('agencies.node.no_successor')}</span>;
  return (
    <span className="successors">
      <Icon name="right" size={14} />
      <span className="unseen">{t('agencies.node.successor')}</span>
      {shown.map((id, index) => {
        const office = offices.get(id);
        return (
          <span key={id}>
            {index > 0 && ', '}
            <Link href={`/offices/${id}`}>{office ? officeName(office, t.lang) : '…'}</Link>
          </span>
        );
      })}
      {ids.length > 3 && <span> {t('agencies.node.more', { count: ids.length - 3 })}</span>}
    </span>
  );
}
