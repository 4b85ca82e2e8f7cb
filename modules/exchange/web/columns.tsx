/* Which column is which field: suggested, with examples from the file, and changeable; then the few questions the file leaves open, in plain words. */
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { NumberInput } from '../../../web/ui/field.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { Table, type Column as TableColumn } from '../../../web/ui/table.tsx';
import { arrival } from '../../intake/record.ts';
import {
  type Column,
  keepPlan,
  type Plan,
  type Question,
  type ReadFile,
  type Understanding,
} from './asked.ts';
import { Fault } from './job.tsx';
import { targetWord } from './words.ts';

type Known = ReadFile & { readonly understanding: Understanding };

export function Columns({
  read,
  onKept,
  onNext,
}: {
  read: Known;
  onKept: (next: ReadFile) => void;
  onNext: () => void;
}) {
  const t = useText();
  const { understanding, job } = read;
  // What was pressed shows at once; the server's reading of the whole file follows. One answer after the other, or the second would undo the first.
  const [pressed, setPressed] = useState<Partial<Plan>>({});
  const keeping = useMutation({
    scope: { id: `plan ${job.id}` },
    mutationFn: (plan: Partial<Plan>) => keepPlan(job.id, plan),
    onSuccess: onKept,
    onSettled: () => setPressed({}),
  });
  const answer = (part: Partial<Plan>) => {
    setPressed(before => ({ ...before, ...part }));
    keeping.mutate(part);
  };
  const plan = { ...read.plan, ...pressed } as Plan;
  const open = understanding.questions.filter(question => question.answer === null);
  const nothing = understanding.columns.every(column => column.target === null);
  return (
    <>
      <section className="card stack">
        <p>
          {understanding.profile === 'htcds'
            ? t('exchange.understood.htcds', {
                how: t(`exchange.how.${understanding.recognised}`),
                rows: understanding.rows,
              })
            : t('exchange.understood.table', { rows: understanding.rows, line: understanding.headerRow + 1 })}
        </p>
        <div className="row">
          {understanding.profile === 'table' && understanding.sheets.length > 1 && (
            <SelectInput
              name="sheet"
              label={t('exchange.sheet')}
              value={understanding.sheet}
              onChange={sheet => sheet && keeping.mutate({ sheet })}
              options={understanding.sheets.map(sheet => ({ code: sheet, label: sheet }))}
            />
          )}
          {understanding.profile === 'table' && (
            <HeaderLine
              key={understanding.headerRow}
              line={understanding.headerRow + 1}
              onChange={line => keeping.mutate({ headerRow: line - 1 })}
            />
          )}
          {understanding.couldBeHtcds && (
            <Button
              kind="quiet"
              isPending={keeping.isPending}
              onPress={() =>
                keeping.mutate({ profile: understanding.profile === 'htcds' ? 'table' : 'htcds' })
              }
            >
              {t(
                understanding.profile === 'htcds' ? 'exchange.profile.to_table' : 'exchange.profile.to_htcds',
              )}
            </Button>
          )}
        </div>
        <Noticed understanding={understanding} />
      </section>
      {understanding.questions.length > 0 && (
        <section className="card stack" aria-labelledby="questions">
          <h2 id="questions">{t('exchange.question.title')}</h2>
          {understanding.questions.map(question => (
            <Asked key={question.id} question={question} plan={plan} onAnswer={answer} />
          ))}
        </section>
      )}
      <Mapping understanding={understanding} onChange={columns => keeping.mutate({ columns })} />
      {keeping.error && <Fault error={keeping.error} />}
      <div className="row">
        <Button
          kind="primary"
          icon="right"
          isDisabled={open.length > 0 || nothing}
          isPending={keeping.isPending}
          onPress={onNext}
        >
          {t('exchange.next')}
        </Button>
        {(open.length > 0 || nothing) && (
          <p className="soft small">
            {t(nothing ? 'reason.import_no_column' : 'reason.import_question_open')}
          </p>
        )}
      </div>
    </>
  );
}

function HeaderLine({ line, onChange }: { line: number; onChange: (line: number) => void }) {
  const t = useText();
  const [typed, setTyped] = useState<number | null>(line);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field is the moment its value counts
    <div onBlur={() => typed && typed !== line && onChange(typed)}>
      <NumberInput name="headerRow" label={t('exchange.header_row')} value={typed} onChange={setTyped} />
    </div>
  );
}

function Noticed({ understanding }: { understanding: Understanding }) {
  const t = useText();
  const said = new Map<string, { code: string; column: string | null; count: number }>();
  for (const { code, column, row, params } of understanding.issues) {
    const key = `${code} ${column}`;
    const before = said.get(key);
    const count = (before?.count ?? 0) + (row === null && !params.count ? 0 : Number(params.count ?? 1));
    said.set(key, { code, column, count });
  }
  if (said.size === 0) return null;
  return (
    <details className="noticed">
      <summary>
        {t('exchange.issues.title')} <span className="count">{said.size}</span>
      </summary>
      <ul>
        {[...said].map(([key, { code, column, count }]) => (
          <li key={key}>
            {column && <b>{column}: </b>}
            {t(`reason.import_${code}`)}
            {count > 0 && <span className="soft"> ({t('exchange.issues.count', { count })})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Asked({
  question,
  plan,
  onAnswer,
}: {
  question: Question;
  plan: Plan | null;
  onAnswer: (plan: Partial<Plan>) => void;
}) {
  const t = useText();
  if (question.id === 'arrival') return <AskedArrival question={question} plan={plan} onAnswer={onAnswer} />;
  const answers = plan?.answers ?? {};
  const name = question.id === 'day_order' ? 'dayOrder' : 'disputedColumns';
  return (
    <div className="stack">
      <ChoiceList
        name={question.id}
        label={t(`exchange.question.${question.id}`)}
        value={answers[name] ?? question.answer}
        onChange={code => onAnswer({ answers: { ...answers, [name]: code } })}
        options={question.options.map(code => ({
          code,
          label: t(`exchange.question.${question.id}.${code}`),
        }))}
      />
      {question.columns.length > 0 && (
        <ul className="soft small">
          {question.columns.map(column => (
            <li key={column.letters}>
              {t('exchange.question.disputed_columns.column', {
                letters: column.letters,
                labelled: column.labelled,
                named: column.named,
              })}
              {column.examples.length > 0 && ` — ${column.examples.join(' · ')}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AskedArrival({
  question,
  plan,
  onAnswer,
}: {
  question: Question;
  plan: Plan | null;
  onAnswer: (plan: Partial<Plan>) => void;
}) {
  const t = useText();
  const [day, setDay] = useState<Day | null>((plan?.arrival?.day as Day | undefined) ?? dayOf(readClock()));
  const route =
    plan?.arrival === null ? 'none' : (plan?.arrival?.route ?? (question.answer === 'none' ? 'none' : null));
  const answer = (code: string, on: Day | null) =>
    onAnswer({ arrival: code === 'none' || !on ? null : { route: code, day: on } });
  return (
    <div className="stack">
      <ChoiceList
        name="arrival"
        label={t('exchange.question.arrival')}
        value={route}
        onChange={code => answer(code, day)}
        options={[
          { code: 'none', label: t('exchange.question.arrival.none') },
          ...(arrival.fields.route.options.codes ?? []).map(code => ({
            code,
            label: codeLabel(t, 'route', code),
          })),
        ]}
        inline
      />
      {route && route !== 'none' && (
        <DayInput
          name="arrival.day"
          label={t('exchange.question.arrival.day')}
          value={day}
          most={dayOf(readClock())}
          onChange={on => {
            setDay(on);
            if (on) answer(route, on);
          }}
        />
      )}
    </div>
  );
}

function Mapping({
  understanding,
  onChange,
}: {
  understanding: Understanding;
  onChange: (columns: Record<string, string | null>) => void;
}) {
  const t = useText();
  const label = useId();
  const fixed = understanding.profile === 'htcds';
  const choose = (column: Column, target: string | null) =>
    onChange(
      Object.fromEntries(
        understanding.columns.map(one => [
          one.column,
          one.column === column.column
            ? target
            : one.target !== null && one.target === target
              ? null
              : one.target,
        ]),
      ),
    );
  const columns: TableColumn<Column>[] = [
    {
      name: 'column',
      title: t('exchange.columns.column'),
      lead: true,
      cell: column => (
        <>
          <span className="column-letters">{column.letters}</span>{' '}
          {column.header || <span className="soft">{t('exchange.columns.empty')}</span>}
        </>
      ),
    },
    {
      name: 'examples',
      title: t('exchange.columns.examples'),
      cell: column => <span className="examples">{column.examples.join(' · ')}</span>,
    },
    {
      name: 'field',
      title: t('exchange.columns.field'),
      cell: column =>
        fixed ? (
          (column.target ?? <span className="soft">{t('exchange.columns.aside')}</span>)
        ) : (
          <select
            className="input select mapping-select"
            aria-label={`${t('exchange.columns.field')}: ${column.header || column.letters}`}
            value={column.target ?? ''}
            onChange={event => choose(column, event.target.value || null)}
          >
            <option value="">{t('exchange.columns.aside')}</option>
            {understanding.targets.map(target => (
              <option key={target} value={target}>
                {targetWord(t, target)}
              </option>
            ))}
          </select>
        ),
    },
    {
      name: 'certainty',
      title: t('exchange.columns.sure'),
      cell: column => (
        <Badge tone={tones[column.certainty] ?? 'neutral'}>
          {t(`exchange.certainty.${column.certainty}`)}
        </Badge>
      ),
    },
  ];
  return (
    <section className="stack" aria-labelledby={label}>
      <h2 id={label}>{t('exchange.columns.title')}</h2>
      <Table
        caption={t('exchange.columns.title')}
        columns={columns}
        rows={understanding.columns}
        keyOf={column => String(column.column)}
      />
    </section>
  );
}

const tones: Readonly<Record<string, 'good' | 'warn' | 'active' | 'neutral'>> = {
  exact: 'good',
  name: 'good',
  folded: 'active',
  alias: 'active',
  label: 'active',
  chosen: 'active',
  similar: 'warn',
  disputed: 'warn',
};
