/* What endangers her and what holds her, side by side, on four levels that are kept apart. What is new since the time before is said; nothing is weighed. */
import { codeLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { Badge } from '../../../web/ui/marks.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { factorsBeside, type Standing } from './factors.ts';

export function Beside({ now, before }: { now: PartRow; before?: PartRow }) {
  const t = useText();
  const { data: rules } = useRules();
  const set = rules?.assessments.find(one => `${one.id}.v${one.version}` === now.factorSet);
  if (!set) return null;
  const levels = factorsBeside(set, now, before);
  if (levels.length === 0) return null;
  return (
    <details>
      <summary>{t('support.beside.title')}</summary>
      <div className="beside">
        {levels.map(({ level, risk, protective, gone }) => (
          <section key={level} aria-labelledby={`beside-${level}`}>
            <h3 id={`beside-${level}`}>{t(`support.level.${level}`)}</h3>
            <div className="beside-sides">
              <Side side="risk" standing={risk} />
              <Side side="protective" standing={protective} />
            </div>
            {gone.length > 0 && (
              <p className="soft small">
                {t('support.beside.gone', { what: gone.map(one => one.title[t.lang]).join('; ') })}
              </p>
            )}
          </section>
        ))}
      </div>
    </details>
  );
}

function Side({ side, standing }: { side: 'risk' | 'protective'; standing: readonly Standing[] }) {
  const t = useText();
  return (
    <div data-side={side}>
      <p>
        <Badge tone={side === 'risk' ? 'warn' : 'good'}>{t(`support.side.${side}`)}</Badge>
      </p>
      {standing.length === 0 && <p className="soft small">{t('support.beside.nothing')}</p>}
      <ul>
        {standing.map(({ factor, isNew }) => (
          <li key={factor.code}>
            {factor.title[t.lang]}{' '}
            <span className="soft small">
              {codeLabel(t, 'needDomain', factor.domain)}
              {isNew && ` · ${t('support.beside.new')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
