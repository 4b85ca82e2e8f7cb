/* The sources a finding rests on, in the order and with the letters of the law in force on its day. Nothing is counted: a finding may rest on one of them. */
import type { Day } from '../../../kernel/day.ts';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { AnswerButtons } from '../../../web/ui/choices.tsx';

export function Evidence({
  on,
  value,
  onChange,
}: {
  on: Day | null;
  value: Answers;
  onChange: (value: Answers) => void;
}) {
  const t = useText();
  const { data: rules } = useRules();
  if (!rules || !on) return null;
  const set = rules.evidence.find(each => isInForce(each, on));
  return (
    <section className="signs" aria-labelledby="evidence">
      <h2 id="evidence">{t('victims.evidence.title')}</h2>
      {!set && <p className="soft">{t('victims.evidence.none')}</p>}
      {set && (
        <p className="soft">
          {t('victims.evidence.lead')} <span className="small">{set.article}</span>
        </p>
      )}
      {set?.points.map(point => (
        <div key={point.code} className="sign">
          <AnswerButtons
            name={`evidence.${point.code}`}
            label={`${point.point}) ${point.title[t.lang]}`}
            codes={['yes', 'no', 'unknown']}
            value={value[point.code] ?? null}
            onChange={(next: Answer) => onChange({ ...value, [point.code]: next })}
          />
        </div>
      ))}
    </section>
  );
}

/** Which sources a finding named, in words. */
export function EvidenceNamed({ value }: { value: Answers }) {
  const t = useText();
  const { data: rules } = useRules();
  const named = rules?.evidence
    .flatMap(set => set.points)
    .filter(point => value[point.code] === 'yes')
    .map(point => point.title[t.lang]);
  if (!named || named.length === 0) return null;
  return (
    <p className="soft small">
      {t('victims.evidence.named')} {named.join('; ')}
    </p>
  );
}
