/* How she is, on her page: the risk as a worker judged it and why, what she needs now with her own words, when to look again and why then, and how it changed. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { needDomains } from '../index.ts';
import { Beside } from './beside.tsx';
import { NeedsPicture } from './needs-picture.tsx';
import { NextDue } from './next-due.tsx';

export const riskTones: Readonly<Record<string, Tone>> = { high: 'bad', medium: 'warn', low: 'good' };
export const needTones: Readonly<Record<string, Tone>> = {
  urgent: 'warn',
  some: 'active',
  none: 'good',
  not_known: 'neutral',
};
const rank = ['urgent', 'some', 'not_known', 'none'];

/** Assessments in the order of their days. */
export const assessmentsOf = (path: Path): readonly PartRow[] =>
  part(path, 'assessment').toSorted((a, b) => String(a.onDay).localeCompare(String(b.onDay)));

export function HowSheIs({ path }: { path: Path }) {
  const t = useText();
  const rows = assessmentsOf(path);
  const last = rows.at(-1);
  const mayAssess = may(path.person, 'assessment.record') && path.person.state !== 'closed';
  if (!path.parts.assessment || (!last && !mayAssess)) return null;
  const known = last
    ? needDomains
        .filter(domain => typeof last[`${domain}Need`] === 'string')
        .toSorted(
          (a, b) => rank.indexOf(last[`${a}Need`] as string) - rank.indexOf(last[`${b}Need`] as string),
        )
    : [];
  const needed = known.filter(domain => ['urgent', 'some'].includes(last![`${domain}Need`] as string));
  return (
    <Part name="how-she-is" title={t('support.how.title')} count={rows.length}>
      {!last && <p className="soft">{t('support.how.none')}</p>}
      {last && (
        <>
          <p className="row">
            {typeof last.riskLevel === 'string' && (
              <StateMark tone={riskTones[last.riskLevel] ?? 'neutral'}>
                {t('support.how.risk', { level: codeLabel(t, 'riskLevel', last.riskLevel).toLowerCase() })}
              </StateMark>
            )}
            <span className="soft small">
              {formatDay(last.onDay as Day, t.lang)} · <OfficerName id={last.madeBy} /> ·{' '}
              <OfficeName id={last.office} short />
            </span>
          </p>
          {typeof last.riskReasons === 'string' && <p className="long-text">{last.riskReasons}</p>}
          <ul className="plain-list needs">
            {needed.map(domain => (
              <li key={domain}>
                <span>
                  {codeLabel(t, 'needDomain', domain)}
                  {typeof last[`${domain}Words`] === 'string' && (
                    <q className="her-words">{last[`${domain}Words`] as string}</q>
                  )}
                </span>
                <StateMark tone={needTones[last[`${domain}Need`] as string]!}>
                  {codeLabel(t, 'needLevel', last[`${domain}Need`] as string)}
                </StateMark>
              </li>
            ))}
          </ul>
          {needed.length === 0 && <p className="soft">{t('support.how.nothing')}</p>}
          {typeof last.nextDue === 'string' && (
            <p className="row">
              <span>{t('field.assessment.nextDue')}</span>
              <NextDue due={last.nextDue} rule={last.rule} from={last.nextFrom} />
            </p>
          )}
          <Beside now={last} before={rows.at(-2)} />
          <NeedsPicture rows={rows} />
        </>
      )}
      {mayAssess && (
        <div className="no-print">
          <LinkButton href={`/people/${path.person.id}/assess`} icon="check">
            {t(last ? 'support.how.again' : 'path.act.assessment.record')}
          </LinkButton>
        </div>
      )}
    </Part>
  );
}
