/*
 * Small marks beside a text. Each meaning has a shape and a word besides its colour, so that nothing is lost in print, in bright sun or to an eye that
 * does not see red. DueMark opens the reason of a deadline: the rule, the article, and how the date was reached.
 */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { dayIn, formatAt, formatDay } from '../../kernel/day.ts';
import { type Reason, reasonText } from '../../kernel/rule/reason.ts';
import { useNow } from '../clock.ts';
import { type Translate, useText } from '../text.ts';
import { type Due, timeLeft } from './due.ts';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad';

/** A short word in a frame. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

const shapes: Record<Tone, string> = {
  neutral: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  active: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.5v7a3.5 3.5 0 0 1 0-7Z',
  good: 'M1 6.5 2.5 5l2 2L9.5 2 11 3.5l-6.5 6Z',
  warn: 'M6 1 11.5 11H.5Z',
  bad: 'M1.5 1.5h9v9h-9Z',
};

/** The state of a record: shape and word. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state state-${tone}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={shapes[tone]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {children}
    </span>
  );
}

export interface DueReason {
  /** The rule in a few words: "Verification within three days". */
  title: string;
  /** As a Vietnamese lawyer cites it; null for advice without an article. */
  article: string | null;
  /** How the date was reached, as the rule gave it. */
  steps: readonly Reason[];
}
export interface DueMarkProps {
  due: Due;
  /** `met` and `stopped` do not count any more; advice has a date and is never late. */
  state?: 'running' | 'met' | 'stopped' | 'advisory';
  reason?: DueReason;
}

export function DueMark({ due, state = 'running', reason }: DueMarkProps) {
  const t = useText();
  const now = useNow();
  const left = timeLeft(due, now);
  const urgency = state === 'running' ? (left.late ? 'late' : left.unit === 'days' ? 'calm' : 'soon') : state;
  const signs: Record<typeof urgency, IconName> = {
    late: 'alert',
    soon: 'clock',
    calm: 'clock',
    met: 'check',
    stopped: 'stop',
    advisory: 'info',
  };
  const face = (
    <>
      <Icon name={signs[urgency]} size={18} />
      <span>
        {state === 'running'
          ? dueText(t, due, now)
          : t(`ui.due.${state}`, { day: formatDay(dayIn(due), t.lang) })}
      </span>
    </>
  );
  if (!reason) return <span className={`due due-${urgency}`}>{face}</span>;
  return (
    <DialogTrigger>
      <Button className={`due due-button due-${urgency}`}>
        {face}
        <span className="unseen">{t('ui.due.why')}</span>
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom end" aria-label={reason.title}>
        <div className="reason">
          <h2>{reason.title}</h2>
          <p className="reason-date">{t('ui.due.until', { at: formatAt(due, t.lang) })}</p>
          {reason.steps.length > 0 && (
            <ol className="reason-steps">
              {reason.steps.map(step => (
                <li key={reasonText(step, t)}>{reasonText(step, t)}</li>
              ))}
            </ol>
          )}
          <p className="reason-article">{reason.article ?? t('ui.due.no_article')}</p>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

/** "3 days left", "2 hours over", "due today". */
export function dueText(t: Translate, due: Due, now: Parameters<typeof timeLeft>[1]): string {
  const { late, unit, amount } = timeLeft(due, now);
  return t(`ui.due.${late ? 'over' : 'left'}.${unit}`, { amount });
}
