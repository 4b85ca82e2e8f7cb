/* What the law, or good practice, asks of somebody now, the nearest day first, with the office it waits for. Every date opens the steps that lead to it; what is
 * advice stays advice, also when its day has passed. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Day, dayIn, formatDay, type Instant } from '../../../kernel/day.ts';
import { parameterById } from '../../../kernel/rule/parameter.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { DueMark, StateMark } from '../../../web/ui/marks.tsx';
import { RuleSteps, TermMark } from '../../../web/ui/steps-of-rule.tsx';
import { NextDue } from '../../support/web/next-due.tsx';
import { type Due, duesOf } from './dues.ts';
import { type Clock, clocksOf, type Path } from './path-data.ts';
import { Part } from './path-part.tsx';

export function DueNow({ path }: { path: Path }) {
  const t = useText();
  const dues = duesOf(path);
  return (
    <Part name="due" title={t('path.due.title')} count={dues.length}>
      {dues.length === 0 && <p className="soft">{t(path.shared ? 'path.none_shared' : 'path.due.none')}</p>}
      {dues.map(due => (
        <div key={`${due.kind} ${due.row.id}`} className="due-line">
          <DueLine due={due} path={path} />
          {due.kind === 'verification' && <Clocks clocks={clocksOf(path, 'verification', due.row.id)} />}
        </div>
      ))}
    </Part>
  );
}

/** One thing that waits: what, for whom, until when; `short` leaves out why that day. */
export function DueLine({ due, path, short }: { due: Due; path: Path; short?: boolean }) {
  const t = useText();
  return (
    <p className="row">
      <Link href={hrefOf(due, path.person.id)}>
        <b>{wordsOf(t, due)}</b>
      </Link>
      <span className="soft">
        <OfficeName id={due.office} short />
      </span>
      {due.rule && !short ? (
        <NextDue due={due.on} rule={due.rule} from={due.from} />
      ) : (
        due.on && <DueMark due={due.on} state={due.binds ? 'running' : 'advisory'} />
      )}
    </p>
  );
}

function wordsOf(t: Translate, { kind, row }: Due): string {
  if (kind === 'action' && typeof row.what === 'string') return row.what;
  if (kind === 'grant')
    return t('path.due.kind.grant', { regime: codeLabel(t, 'regime', row.regime as string).toLowerCase() });
  return t(`path.due.kind.${kind}`, { number: (row.number as string | undefined) ?? '' });
}

const records: Partial<Record<Due['kind'], string>> = {
  verification: 'verification',
  referral: 'referral',
  application: 'supportApplication',
  action: 'planAction',
  follow_up: 'followUp',
  settlement: 'settlement',
  neither_stands: 'settlement',
  closing: 'fileDecision',
  reopening: 'fileDecision',
};

function hrefOf({ kind, row }: Due, person: string): string {
  const record = records[kind];
  if (record) return subjectHref({ record, id: row.id });
  if (kind === 'grant') return subjectHref({ record: 'supportApplication', id: row.application as string });
  if (kind === 'assessment') return `/people/${person}/assess`;
  return kind === 'plan_review' ? `/people/${person}/plan` : '#part-interests';
}

/** The clocks of one row, each with its article, its holder and the way to its date. */
export function Clocks({ clocks }: { clocks: readonly Omit<Clock, 'record' | 'row'>[] }) {
  const t = useText();
  const { data: rules } = useRules();
  return (
    <ul className="clocks">
      {clocks.map(clock => {
        const rule = rules && parameterById(rules.parameters, clock.parameter);
        return (
          <ClockLine
            key={clock.parameter}
            clock={clock}
            title={rule?.title[t.lang] ?? clock.article}
            holder={rule?.holder[t.lang]}
            note={rule?.note?.[t.lang]}
          />
        );
      })}
    </ul>
  );
}

/** One clock: what is owed by whom, where it stands, and every step of the way to its date. */
export function ClockLine({
  clock: { due, advisory, met, late, article, steps },
  title,
  holder,
  note,
  mark,
  children,
}: {
  clock: Pick<Clock, 'due' | 'advisory' | 'met' | 'late' | 'article' | 'steps'>;
  title: ReactNode;
  holder?: string;
  note?: string;
  /** Where it stands, of a time that is not kept by anybody. */
  mark?: ReactNode;
  /** What is said between the date and its reasons. */
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <li className="clock">
      <div className="clock-head">
        <span>
          {title}
          {holder && <span className="soft small"> · {holder}</span>}
        </span>
        {mark ??
          (late ? (
            <StateMark tone="warn">
              {t('path.due.done_late', { day: formatDay(dayIn(due as Day | Instant), t.lang) })}
            </StateMark>
          ) : (
            <TermMark due={due} advisory={advisory} met={met} />
          ))}
      </div>
      {children}
      <details className="small">
        <summary>
          {article} · {t('ui.due.why')}
        </summary>
        <RuleSteps steps={steps} />
        {note && <p>{note}</p>}
      </details>
    </li>
  );
}
