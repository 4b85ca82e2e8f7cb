/* How cases move: the time each stage takes, extensions, returned files, where the cases of a year stay behind and how old what still runs is. Over the cases in the seats of our own
 * office; each number opens its list, and each picture stands as a table too. */
import type { ReactNode } from 'react';
import { formatInstant } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { useWide } from '../../../web/wide.ts';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { type Count, type Flow, type Group, leastTold, type StageFlow, type YearFlow } from '../flow.ts';
import { FlowCurve } from './flow-curve.tsx';
import { Behind, daysText, useFlow } from './flow-parts.tsx';
import { YearPicture } from './flow-years.tsx';
import './flow.css';

export default function FlowPage(_props: ScreenProps) {
  const t = useText();
  const { data, error, refetch } = useFlow();
  const isEmpty = data?.stages.length === 0;
  return (
    <Page
      title={t('flow.title')}
      lead={t('flow.lead')}
      actions={data && !isEmpty && <ExportMade list="flow" />}
    >
      {error && !data ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={6} />
      ) : isEmpty ? (
        <EmptyState icon="chart" title={t('flow.none')}>
          {t('flow.none_text')}
        </EmptyState>
      ) : (
        <>
          <Figures flow={data} />
          <p className="soft small">{t('board.at', { at: formatInstant(data.at, t.lang) })}</p>
        </>
      )}
    </Page>
  );
}

function Figures({ flow }: { flow: Flow }) {
  const t = useText();
  return (
    <>
      <Part name="stages" lead={t('flow.method', { least: leastTold })}>
        {flow.stages.map(one => (
          <Stage key={one.stage} of={one} />
        ))}
      </Part>
      <Part name="extensions" lead={t('flow.extensions.lead')}>
        <Times
          caption={t('flow.extensions.title')}
          head={t('flow.class')}
          rows={flow.extensions.map(one => ({ ...one, name: codeLabel(t, 'severity', one.key) }))}
        />
      </Part>
      <Part name="returns" lead={t('flow.returns.lead')}>
        <Times
          caption={t('flow.returns.title')}
          head={t('flow.group')}
          rows={flow.returns.map(one => ({ ...one, name: t(`flow.by.${one.key}`) }))}
        />
      </Part>
      <Part name="way" lead={t('flow.way.lead')}>
        {flow.years.map(one => (
          <Year key={one.year} of={one} />
        ))}
      </Part>
      <Part name="age" lead={t('flow.age.lead')}>
        <Ages ages={flow.ages} />
      </Part>
    </>
  );
}

function Part({ name, lead, children }: { name: string; lead: string; children: ReactNode }) {
  const t = useText();
  return (
    <section className="card part" aria-labelledby={`flow-${name}`}>
      <h2 id={`flow-${name}`}>{t(`flow.${name}.title`)}</h2>
      <p className="soft small">{lead}</p>
      {children}
    </section>
  );
}

const counted = <R,>(
  name: string,
  title: string,
  of: (row: R) => Count,
  share?: (row: R) => number,
): Column<R> => ({
  name,
  title,
  align: 'end',
  cell: row => <Behind of={of(row)} share={share?.(row)} />,
});

/** One stage or year; folded where the screen is narrow and everything stands one under the other. */
function Folded({ title, said, children }: { title: string; said: string; children: ReactNode }) {
  const isWide = useWide();
  return (
    <section aria-label={title}>
      <details className="flow-stage" open={isWide}>
        <summary>
          <h3>{title}</h3> <span className="soft small">{said}</span>
        </summary>
        <div className="flow-inside">{children}</div>
      </details>
    </section>
  );
}

type Line = Group & { readonly name: ReactNode };

function Stage({ of: { stage, whole, bySeverity, byUnit } }: { of: StageFlow }) {
  const t = useText();
  const title = t(`flow.stage.${stage}`);
  const rows: Line[] = [
    { ...whole, name: t('flow.whole') },
    ...bySeverity.map(one => ({ ...one, name: codeLabel(t, 'severity', one.key!) })),
    ...byUnit.map(one => ({ ...one, name: <OfficeName id={one.key} short /> })),
  ];
  const columns: Column<Line>[] = [
    { name: 'group', title: t('flow.group'), lead: true, cell: row => row.name },
    counted('n', t('flow.n'), row => row.all),
    counted('done', t('flow.done'), row => row.done),
    counted('running', t('flow.running'), row => row.running),
    counted('paused', t('flow.paused'), row => row.paused),
    { name: 'median', title: t('flow.median'), cell: row => daysText(t, row, row.median) },
    { name: 'ninetieth', title: t('flow.ninetieth'), cell: row => daysText(t, row, row.ninetieth) },
  ];
  return (
    <Folded title={title} said={whole.median === null ? '' : daysText(t, whole, whole.median)}>
      {whole.curve.length > 0 && (
        <figure>
          <FlowCurve title={title} group={whole} />
          <figcaption className="soft small">{t('flow.curve.marks')}</figcaption>
        </figure>
      )}
      <Table caption={title} columns={columns} rows={rows} keyOf={row => String(row.key)} />
    </Folded>
  );
}

type TimesLine = { readonly name: string; readonly all: Count; readonly times: readonly Count[] };

function Times({ caption, head, rows }: { caption: string; head: string; rows: readonly TimesLine[] }) {
  const t = useText();
  const columns: Column<TimesLine>[] = [
    { name: 'name', title: head, lead: true, cell: row => row.name },
    counted('n', t('flow.n'), row => row.all),
    ...[0, 1, 2, 3].map(times =>
      counted<TimesLine>(
        `times-${times}`,
        t('flow.times', { times }),
        row => row.times[times]!,
        row => row.all.n,
      ),
    ),
  ];
  return <Table caption={caption} columns={columns} rows={rows} keyOf={row => row.name} />;
}

function Year({ of }: { of: YearFlow }) {
  const t = useText();
  const columns: Column<YearFlow['steps'][number]>[] = [
    { name: 'step', title: t('flow.step'), lead: true, cell: row => t(`flow.step.${row.step}`) },
    counted(
      'reached',
      t('flow.way.reached'),
      row => row.reached,
      () => of.steps[0]!.reached.n,
    ),
    counted('waiting', t('flow.fate.waiting'), row => row.waiting),
    counted('stopped', t('flow.fate.stopped'), row => row.stopped),
  ];
  const beside = [
    ['flow.reports', of.reports],
    ['flow.prosecuted', of.prosecuted],
    ['flow.open_reports', of.openReports],
    ['flow.way.people', of.charged],
  ] as const;
  return (
    <Folded title={of.year} said={t('flow.year_said', { opened: of.steps[0]!.reached.n })}>
      <dl className="facts">
        {beside
          .filter(([, count]) => count.n > 0)
          .map(([key, count]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <Behind of={count} />
              </dd>
            </div>
          ))}
      </dl>
      <div className="flow-year">
        <YearPicture of={of} />
        <Table caption={of.year} columns={columns} rows={of.steps} keyOf={row => row.step} />
      </div>
    </Folded>
  );
}

function Ages({ ages }: Pick<Flow, 'ages'>) {
  const t = useText();
  const columns: Column<Flow['ages'][number]>[] = [
    { name: 'months', title: t('flow.age.months'), lead: true, cell: row => t(`flow.age.${row.months}`) },
    counted('all', t('flow.age.all'), row => row.all),
    ...ages[0]!.stages.map(({ where }, index) =>
      counted<Flow['ages'][number]>(
        where.stage!,
        t(`flow.age_stage.${where.stage}`),
        row => row.stages[index]!,
      ),
    ),
  ];
  return (
    <Table caption={t('flow.age.title')} columns={columns} rows={ages} keyOf={row => String(row.months)} />
  );
}
