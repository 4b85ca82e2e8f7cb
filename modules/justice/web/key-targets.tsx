/* The days the three want a step done by, each beside the limit of the law that runs for it. They are aims and said to be; one past the limit is marked, and the limit stays. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge, DueMark } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { TermMark } from '../../../web/ui/steps-of-rule.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import type { CaseClock } from '../case-clocks.ts';
import { keyCaseTarget } from '../key-record.ts';
import { lastDayOf, limitBeside } from '../key-together.ts';
import { useCase } from './case-data.ts';
import { isWorked, useOurSeat } from './key-data.ts';

interface Props {
  row: PartRow;
  targets: readonly PartRow[] | null;
}

/** Without the file there are no limits to show: a court has them from the indictment on. */
export function Targets({ file, ...props }: Props & { file: PartRow | null }) {
  return file ? <WithFile {...props} file={file} /> : <TargetPart {...props} steps={null} clocks={null} />;
}

function WithFile({ file, ...props }: Props & { file: PartRow }) {
  const { parts, clocks } = useCase(file);
  return <TargetPart {...props} steps={parts?.steps ?? null} clocks={clocks} />;
}

function TargetPart({
  row,
  targets,
  steps,
  clocks,
}: Props & { steps: readonly PartRow[] | null; clocks: readonly CaseClock[] | null }) {
  const t = useText();
  const seat = useOurSeat(row);
  const [open, setOpen] = useState(false);
  const standing = targets?.filter(one => one.state === 'standing') ?? [];
  const older = targets?.filter(one => one.state !== 'standing') ?? [];
  return (
    <section className="card part" aria-labelledby="key-targets">
      <h2 id="key-targets">{t('justice.key.targets')}</h2>
      <p className="soft">{t('justice.key.targets_text')}</p>
      {!targets && <LoadingState rows={2} />}
      {targets && standing.length === 0 && <p className="soft">{t('justice.key.no_target')}</p>}
      {standing.length > 0 && <Standing rows={standing} steps={steps} clocks={clocks} />}
      {older.length > 0 && (
        <details>
          <summary>{t('justice.key.older_targets', { count: older.length })}</summary>
          <ul className="plain-list">
            {older.map(one => (
              <li key={one.id} className="soft">
                <span>
                  {codeLabel(t, 'caseStepKind', one.stepKind as string)}:{' '}
                  {formatDay(one.aimOn as Day, t.lang)}
                </span>
                <span className="small">
                  {codeLabel(t, 'keyCaseTargetState', one.state as string)}
                  {typeof one.note === 'string' && ` · ${one.note}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {seat && isWorked(row) && (
        <div className="row no-print">
          <Button onPress={() => setOpen(true)}>{t('act.keyCaseTarget.set')}</Button>
        </div>
      )}
      {open && (
        <Do
          act="keyCaseTarget.set"
          record={keyCaseTarget}
          names={['stepKind', 'aimOn', 'note']}
          fixed={{ keyCase: row.id }}
          lead={t('justice.key.target_text')}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function Standing({
  rows,
  steps,
  clocks,
}: {
  rows: readonly PartRow[];
  steps: readonly PartRow[] | null;
  clocks: readonly CaseClock[] | null;
}) {
  const t = useText();
  const [dropping, drop] = useState<PartRow | null>(null);
  /** The step itself, taken since the day was set. */
  const stepOf = (target: PartRow) =>
    steps?.find(one => one.stepKind === target.stepKind && String(one.madeAt) >= String(target.madeAt));
  const columns: Column<PartRow>[] = [
    {
      name: 'step',
      title: t('field.keyCaseTarget.stepKind'),
      lead: true,
      cell: one => codeLabel(t, 'caseStepKind', one.stepKind as string),
    },
    {
      name: 'aim',
      title: t('field.keyCaseTarget.aimOn'),
      cell: one => {
        const step = stepOf(one);
        return step ? (
          t('justice.key.step_done', { day: formatDay(step.onDay as Day, t.lang) })
        ) : (
          <DueMark due={one.aimOn as Day} state="advisory" />
        );
      },
    },
    {
      name: 'limit',
      title: t('justice.key.law_limit'),
      cell: one => <Limit target={one} clocks={clocks} isDone={stepOf(one) !== undefined} />,
    },
    {
      name: 'note',
      title: t('field.keyCaseTarget.note'),
      cell: one => (
        <span className="row">
          {typeof one.note === 'string' && <span>{one.note}</span>}
          {may(one, 'keyCaseTarget.drop') && (
            <Button kind="quiet" onPress={() => drop(one)}>
              {t('act.keyCaseTarget.drop')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <Table
        caption={t('justice.key.targets')}
        columns={columns}
        rows={rows.toSorted((a, b) => String(a.aimOn).localeCompare(String(b.aimOn)))}
        keyOf={one => one.id}
        foot={<ExportList record="keyCaseTarget" filter={{ keyCase: { is: rows[0]!.keyCase } }} />}
      />
      {dropping && (
        <Do
          act="keyCaseTarget.drop"
          record={keyCaseTarget}
          names={['note']}
          subject={{ record: 'keyCaseTarget', id: dropping.id }}
          onClose={() => drop(null)}
        />
      )}
    </>
  );
}

function Limit({
  target,
  clocks,
  isDone,
}: {
  target: PartRow;
  clocks: readonly CaseClock[] | null;
  isDone: boolean;
}) {
  const t = useText();
  if (!clocks) return <span className="soft">{t('justice.key.limit_unseen')}</span>;
  const clock = isDone ? null : limitBeside(target.stepKind, clocks);
  if (!clock) return <span className="soft">{t('justice.key.no_limit')}</span>;
  const last = lastDayOf(clock);
  const { line, term } = clock.limit;
  return (
    <span className="row">
      <TermMark due={term.due} advisory={term.advisory} />
      <span className="soft small">{line.article}</span>
      {last && (target.aimOn as Day) > last && <Badge tone="warn">{t('justice.key.past_limit')}</Badge>}
    </span>
  );
}
