/* The small readings of a person's file that several screens show: her age as a range, a list of terms, and who is meant, on pages that are not her own. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Day, PartialDay } from '../../../kernel/day.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { ageBetween, type PartRow, type Path, usePath } from './path-data.ts';
import { PathRefused } from './path-refused.tsx';
import './path.css';

/** "25 tuổi", "từ 17 đến 18 tuổi": a half-known birth date never becomes a whole age. */
export function ageText(t: Translate, born: unknown, on: PartialDay): string | null {
  const age = ageBetween(born, on);
  if (!age) return null;
  return age.least === age.most ? t('path.age', { age: age.most }) : t('path.age_range', age);
}

/** Terms and values, side by side. Entries that are false are left out. */
export function Facts({
  children,
}: {
  children: readonly (readonly [ReactNode, ReactNode] | false | null)[];
}) {
  return (
    <dl className="facts">
      {children.map(
        (pair, index) =>
          pair && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pairs stand in the order they are written
            <div key={index}>
              <dt>{pair[0]}</dt>
              <dd>{pair[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Fields of one row as facts; those without a value are left out unless named in `always`. */
export function RowFacts({
  record,
  row,
  names,
  always = [],
}: {
  record: RecordDeclaration;
  row: PartRow;
  names: readonly string[];
  always?: readonly string[];
}) {
  const t = useText();
  const said = namesSaid(record, row, names);
  const shown = names.filter(name => said.includes(name) || always.includes(name));
  if (shown.length === 0) return null;
  return (
    <Facts>
      {shown.map(
        name =>
          [
            fieldLabel(t, record.name, name),
            <FieldCell key={name} record={record} row={row} name={name} />,
          ] as const,
      )}
    </Facts>
  );
}

/** The fields a row says something of: a value, a word why there is none, or that it is withheld. */
export function namesSaid(record: RecordDeclaration, row: PartRow, names: readonly string[]): string[] {
  const states = row.unanswered as Record<string, string> | undefined;
  return names.filter(name => {
    const isEmpty = record.fields[name]?.kind.empty((row[name] ?? null) as never) ?? true;
    return !isEmpty || states?.[name] || row.withheld?.includes(name);
  });
}

/** Opens a page about a person's file: waits, shows the refusal, or hands the file over. */
export function OfPerson({ id, children }: { id: string; children: (path: Path) => ReactNode }) {
  const t = useText();
  const { data: path, error, refetch } = usePath(id);
  if (path) return children(path);
  return (
    <PathRefused person={id} error={error}>
      <Page title={t('path.title')}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={8} />}
      </Page>
    </PathRefused>
  );
}

/** Who a page is about, in one line, with the way to the file: back to it from a step, onward from a paper of its own. */
export function PersonLine({ path, onward }: { path: Path; onward?: boolean }) {
  const t = useText();
  const { person, today } = path;
  const age = ageText(t, person.born, today as Day);
  return (
    <p className="person-line">
      <Link href={`/people/${person.id}`} className="person-back">
        <Icon name={onward ? 'folder' : 'left'} size={16} />
        {person.number as string}
      </Link>
      <b>{nameOf(t, person)}</b>
      {age && <span className="soft">{age}</span>}
    </p>
  );
}

export function nameOf(t: Translate, person: PartRow): string {
  if (person.withheld?.includes('fullName')) return t('path.name_withheld');
  return (person.fullName as string | null) ?? t('path.nameless');
}
