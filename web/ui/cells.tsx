/*
 * How a value of each kind is read on a screen: one component for each widget a field kind may name as its cell, so that lists, pages and timelines say the
 * same thing the same way. What is not there says why it is not there: not asked, declined, withheld, or not written down.
 */
import type { ReactNode } from 'react';
import { type Day, formatDay, formatInstant, type Instant, type PartialDay } from '../../kernel/day.ts';
import type { Field, Widget } from '../../kernel/fields/kind.ts';
import { type Answer, answerCodes, type Correction, type PersonName } from '../../kernel/fields/kinds.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import type { Row } from '../datasource.ts';
import { codeLabel } from '../labels.ts';
import { OfficeName, OfficerName, UnitName } from '../names.tsx';
import { type Translate, useText } from '../text.ts';
import './cells.css';
import { Icon } from './icons.tsx';

type CellOf = (value: never, field: Field, t: Translate) => ReactNode;

const cells: Readonly<Record<Widget, CellOf>> = {
  text: (value: string) => value,
  longText: (value: string) => <span className="long-text">{value}</span>,
  names: (value: readonly PersonName[], _field, t) =>
    value.map(name => `${name.text} (${codeLabel(t, 'nameKind', name.kind).toLowerCase()})`).join('; '),
  choice: (value: string, field, t) => codeLabel(t, field.options.labels, value),
  choices: (value: readonly string[], field, t) =>
    value.map(code => codeLabel(t, field.options.labels, code)).join(', '),
  answer: (value: Answer, _field, t) => t(`ui.answer.${value}`),
  answers: (value: Readonly<Record<string, Answer>>, _field, t) =>
    answerCodes
      .map(code => [code, Object.values(value).filter(one => one === code).length] as const)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => `${t(`ui.answer.${code}`)}: ${count}`)
      .join(' · '),
  flag: (value: boolean, _field, t) => t(`ui.answer.${value ? 'yes' : 'no'}`),
  whole: (value: number) => String(value),
  partialDay: (value: PartialDay, _field, t) => formatDay(value, t.lang),
  day: (value: Day, _field, t) => formatDay(value, t.lang),
  instant: (value: Instant, _field, t) => formatInstant(value, t.lang),
  unit: (value: string) => <UnitName id={value} />,
  office: (value: string) => <OfficeName id={value} />,
  offices: (value: readonly string[]) => (
    <span className="stack-tight">
      {value.map(id => (
        <OfficeName key={id} id={id} />
      ))}
    </span>
  ),
  officer: (value: string) => <OfficerName id={value} />,
  record: () => '…',
  corrections: (value: readonly Correction[]) => value.map(({ why }) => why).join('; '),
  sealed: (_value: object, _field, t) => (
    <span className="sealed">
      <Icon name="lock" size={16} />
      {t('cell.sealed')}
    </span>
  ),
};

/** The value of one field, known not to be missing. */
export function Cell({ field, value }: { field: Field; value: unknown }) {
  const t = useText();
  return <>{cells[field.kind.cell](value as never, field, t)}</>;
}

/** One field of a row, or why there is nothing: withheld from us, an interview answer left open, or not written down. */
export function FieldCell({ record, row, name }: { record: RecordDeclaration; row: Row; name: string }) {
  const t = useText();
  const field = record.fields[name];
  if (!field) return null;
  if ((row.withheld as readonly string[] | undefined)?.includes(name))
    return (
      <span className="withheld">
        <Icon name="hide" size={16} />
        {t('cell.withheld')}
      </span>
    );
  const value = row[name];
  if (!field.kind.empty((value ?? null) as never)) return <Cell field={field} value={value} />;
  const state = (row.unanswered as Readonly<Record<string, string>> | undefined)?.[name];
  return <span className="soft">{t(state ? `ui.answer.${state}` : 'cell.empty')}</span>;
}
