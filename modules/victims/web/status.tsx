/* The legal status of today in one line, with the article of the rights that come with it and how it came about. It is worked out from the assertions beside it and kept nowhere. */
import { formatDay } from '../../../kernel/day.ts';
import { reasonText } from '../../../kernel/rule/reason.ts';
import { useText } from '../../../web/text.ts';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { type Path, part } from '../../people/web/path-data.ts';
import { type LegalStatus, statusOf } from '../status.ts';

const tones: Readonly<Record<LegalStatus['status'], Tone>> = {
  none: 'neutral',
  in_process: 'active',
  identified: 'good',
  not_victim: 'neutral',
  contradicted: 'warn',
};

export function StatusOf({ path }: { path: Path }) {
  const t = useText();
  if (!path.parts.assertion) return null;
  const { status, since, law, article, reasons } = statusOf({
    assertions: part(path, 'assertion'),
    verifications: part(path, 'verification'),
    settlements: part(path, 'settlement'),
    onDay: path.today,
  });
  return (
    <section className="legal part" aria-labelledby="legal-status">
      <h2 id="legal-status" className="unseen">
        {t('victims.status.title')}
      </h2>
      <p className="row">
        <StateMark tone={tones[status]}>
          <b>{t(`victims.status.${status}`)}</b>
        </StateMark>
        {since && <span>{t('victims.status.since', { day: formatDay(since, t.lang) })}</span>}
        <span className="soft small">{article ?? t('victims.status.law', { law })}</span>
      </p>
      <details className="small">
        <summary>{t('victims.status.why')}</summary>
        <ol className="reason-steps">
          {reasons.map(reason => (
            <li key={reason.code}>
              {reasonText(reason, t)}
              {reason.article && <span className="soft"> · {reason.article}</span>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
