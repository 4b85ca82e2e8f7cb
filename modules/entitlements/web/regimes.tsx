/* One reading of what somebody is entitled to, regime by regime: the state, why, which paper is missing, until when to apply, what was received. What the law does not
 * give is folded away but never left out: the reason for a no is as much owed as a yes. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { reasonText } from '../../../kernel/rule/reason.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { RuleSteps, TermMark } from '../../../web/ui/steps-of-rule.tsx';
import type { Reading, RegimeEntitlement, RegimeState } from '../entitled.ts';
import './entitlements.css';

const tones: Readonly<Record<RegimeState, Tone>> = {
  entitled: 'good',
  in_process: 'active',
  unclear: 'warn',
  not: 'neutral',
};
const order: readonly RegimeState[] = ['entitled', 'in_process', 'unclear'];

export const dong = (t: Translate, amount: number): string => t('entitlements.dong', { amount });

export function Regimes({ reading, day, folded }: { reading: Reading; day: Day; folded?: boolean }) {
  const t = useText();
  const given = order.flatMap(state => reading.regimes.filter(regime => regime.state === state));
  const not = reading.regimes.filter(regime => regime.state === 'not');
  const list = (regimes: readonly RegimeEntitlement[]) => (
    <ul className="regimes">
      {regimes.map(regime => (
        <Regime key={regime.code} regime={regime} day={day} />
      ))}
    </ul>
  );
  return (
    <>
      <details className="small" open={given.length === 0 || undefined}>
        <summary>{t('entitlements.because')}</summary>
        <RuleSteps steps={reading.because} />
      </details>
      {given.length === 0 && <p className="soft">{t('entitlements.nothing')}</p>}
      {given.length > 0 &&
        (folded ? (
          <details>
            <summary>{t('entitlements.given', { count: given.length })}</summary>
            {list(given)}
          </details>
        ) : (
          list(given)
        ))}
      {not.length > 0 && (
        <details>
          <summary>{t('entitlements.not_given', { count: not.length })}</summary>
          {list(not)}
        </details>
      )}
    </>
  );
}

function Regime({ regime, day }: { regime: RegimeEntitlement; day: Day }) {
  const t = useText();
  const { state, applyBy, applyPart, longest, received } = regime;
  const open = state === 'unclear' ? regime.why.at(-1) : undefined;
  const lines = [
    open && t('entitlements.unclear_why', { why: reasonText(open, t) }),
    regime.missing.length > 0 &&
      t('entitlements.missing', {
        papers: regime.missing.map(one => t(`entitlements.proof.${one}`)).join('; '),
      }),
    received.times > 0 &&
      t('entitlements.received', {
        times: received.times,
        sum: received.sum,
        last: formatDay(received.last as Day, t.lang),
      }),
  ].filter(Boolean);
  return (
    <li className="regime">
      <div className="regime-head">
        <b>
          {regime.title[t.lang]}
          {regime.point && (
            <span className="soft"> ({t('entitlements.point', { point: regime.point })})</span>
          )}
        </b>
        <StateMark tone={tones[state]}>{t(`entitlements.state.${state}`)}</StateMark>
      </div>
      {lines.map(line => (
        <p key={String(line)} className="small">
          {line}
        </p>
      ))}
      {/* Whoever applied in time keeps the right after the day, which then calls nobody late. */}
      {applyBy && state !== 'not' && (applyBy.due === null || applyBy.due >= day) && (
        <p className="small row">
          {applyPart ? t('entitlements.apply_part_by', { part: applyPart }) : t('entitlements.apply_by')}{' '}
          <TermMark due={applyBy.due} advisory={applyBy.advisory} />
        </p>
      )}
      <details className="small">
        <summary>{t('entitlements.why')}</summary>
        <RuleSteps steps={regime.why} />
        {longest && (
          <p>
            {t(`entitlements.longest.${longest.unit}`, { value: longest.value })} ({longest.article}){' '}
            {longest.confidence !== 'high' && <Badge>{t('rule.clock.advisory')}</Badge>}
          </p>
        )}
        {regime.form && <p>{t('entitlements.form', { form: regime.form[t.lang] })}</p>}
        {regime.note && <p>{regime.note[t.lang]}</p>}
        <p className="soft">
          {t('entitlements.confidence', { word: t(`rule.confidence.${regime.confidence}`).toLowerCase() })}
        </p>
      </details>
    </li>
  );
}
