/* What happened, newest or oldest first as the caller orders it, grouped under days. Each entry says who did it in words. */
import type { ReactNode } from 'react';
import { type Day, dayIn, formatAt, formatDay, type Instant } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { Icon, type IconName } from './icons.tsx';

export interface Moment {
  id: string;
  /** A moment, or a day where the hour is not known. */
  at: Instant | Day;
  title: ReactNode;
  /** The office or officer. */
  by?: ReactNode;
  body?: ReactNode;
  icon?: IconName;
  /** Not happened yet: shown hollow, with the word. */
  expected?: boolean;
}

export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  const t = useText();
  return (
    <ol className="timeline" aria-label={label}>
      {moments.map((moment, index) => {
        const day = dayIn(moment.at);
        const opensDay = index === 0 || dayIn(moments[index - 1]!.at) !== day;
        return (
          <li key={moment.id} className="moment" data-expected={moment.expected ? '' : undefined}>
            {opensDay && <p className="moment-day">{formatDay(day, t.lang)}</p>}
            <span className="moment-sign">
              <Icon name={moment.icon ?? 'check'} size={16} />
            </span>
            <div className="moment-body">
              <p className="moment-title">
                {moment.title}
                {moment.expected && <span className="badge badge-neutral">{t('ui.timeline.expected')}</span>}
              </p>
              <p className="soft small">
                <time dateTime={moment.at}>{formatAt(moment.at, t.lang)}</time>
                {moment.by && <span>{moment.by}</span>}
              </p>
              {moment.body}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
