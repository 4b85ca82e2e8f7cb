/* Small parts the pages of offices, units and officers share. */
import type { ReactNode } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Translate } from '../../../web/text.ts';

export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value === null || value === undefined || value === '' || value === false ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** "1.7.2025 – now"; the end is the first day on which it no longer is, shown as it stands in the law. */
export function validity(t: Translate, from: Day | null, to: Day | null): string {
  return t('agencies.validity', {
    from: from ? formatDay(from, t.lang) : t('agencies.since_ever'),
    to: to ? formatDay(to, t.lang) : t('agencies.still'),
  });
}

export function Card({
  id,
  title,
  text,
  actions,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h2 id={id}>{title}</h2>
          {text && <p className="soft small">{text}</p>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export function Refused({ sentence }: { sentence: string | null }) {
  return (
    <p className="refusal" role="alert" hidden={sentence === null}>
      {sentence}
    </p>
  );
}
