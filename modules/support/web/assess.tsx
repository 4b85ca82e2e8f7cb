/* Assessing how she is, one domain at a time: what was asked, her own words, how much support is needed. At the end a named worker judges the risk and gives
 * reasons. The page counts nothing and suggests nothing; a question nobody asked stays a question nobody asked. */
import { useEffect, useRef, useState } from 'react';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import type { AssessmentSet, FactorLevel, Rules } from '../../../rules/schema.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { AnswerButtons, ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState, RefusedState } from '../../../web/ui/states.tsx';
import { Progress } from '../../../web/ui/steps.tsx';
import { may, type Path } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine } from '../../people/web/path-words.tsx';
import { InMyName } from '../../victims/web/presume.tsx';
import { useStep } from '../../victims/web/step-page.tsx';
import { needDomains, needLevels, riskLevels } from '../index.ts';
import { assessmentsOf, needTones } from './how-she-is.tsx';
import './support.css';

const levels: readonly FactorLevel[] = ['individual', 'household', 'community', 'structural'];
type Values = Record<string, unknown>;

export default function Assess({ params }: ScreenProps) {
  const { data: rules, error } = useRules();
  if (error) return <ProblemState error={error} />;
  if (!rules) return <LoadingState rows={8} />;
  return <OfPerson id={params.id ?? ''}>{path => <Screen path={path} rules={rules} />}</OfPerson>;
}

/** The newest set of questions. */
const newest = (rules: Rules): AssessmentSet =>
  rules.assessments.toSorted((a, b) => b.version - a.version)[0]!;

function Screen({ path, rules }: { path: Path; rules: Rules }) {
  const t = useText();
  const set = newest(rules);
  const [values, setValues] = useState<Values>({ onDay: path.today });
  const [at, setAt] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const step = useStep(path, 'assessment.record', t('support.assess.done'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader is taken to the top of each domain
  useEffect(() => {
    if (moved.current) head.current?.focus();
    moved.current = true;
  }, [at]);
  if (!may(path.person, 'assessment.record') || path.person.state === 'closed')
    return (
      <Page title={t('support.assess.title')}>
        <PersonLine path={path} />
        <RefusedState>
          {t(path.person.state === 'closed' ? 'victims.step.closed' : 'victims.step.not_yours')}
        </RefusedState>
      </Page>
    );
  const change = (more: Values) => setValues({ ...values, ...more });
  const domain = set.domains[at];
  return (
    <Page title={t('support.assess.title')} lead={t('support.assess.lead')}>
      <PersonLine path={path} />
      <ErrorSummary error={step.error} labelOf={field => fieldLabel(t, 'assessment', field)} />
      <nav aria-label={t('support.assess.domains')} className="domain-nav">
        <ol>
          {[...set.domains.map(each => each.title[t.lang]), t('support.assess.risk')].map((title, index) => (
            <li key={title}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                data-said={
                  index < set.domains.length && said(values, set.domains[index]!.code) ? '' : undefined
                }
                onClick={() => setAt(index)}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <Progress label={t('support.assess.progress')} done={at + 1} of={set.domains.length + 1} />
      <section className="card part assess" aria-labelledby="domain-title">
        <h2 id="domain-title" tabIndex={-1} ref={head}>
          {domain ? domain.title[t.lang] : t('support.assess.risk')}
        </h2>
        {domain ? (
          <Domain
            key={domain.code}
            set={set}
            domain={domain.code}
            path={path}
            values={values}
            onChange={change}
          />
        ) : (
          <Judge path={path} values={values} errors={issuesByField(t, step.error)} onChange={change} />
        )}
        <div className="row step-foot">
          {at > 0 && (
            <Button large icon="left" onPress={() => setAt(at - 1)}>
              {t('support.assess.back')}
            </Button>
          )}
          {domain ? (
            <Button large kind="primary" onPress={() => setAt(at + 1)}>
              {t('support.assess.next')}
            </Button>
          ) : (
            <Button
              large
              kind="primary"
              isPending={step.pending}
              onPress={() => step.take({ ...values, factorSet: `${set.id}.v${set.version}` })}
            >
              {t('support.assess.save')}
            </Button>
          )}
        </div>
      </section>
      <p className="soft small">
        {set.title[t.lang]} · {set.article}
      </p>
    </Page>
  );
}

const said = (values: Values, domain: string): boolean =>
  ['Need', 'Words', 'Factors'].some(part => {
    const value = values[`${domain}${part}`];
    return value !== undefined && value !== null && value !== '';
  });

function Domain({
  set,
  domain,
  path,
  values,
  onChange,
}: {
  set: AssessmentSet;
  domain: string;
  path: Path;
  values: Values;
  onChange: (more: Values) => void;
}) {
  const t = useText();
  const answers = (values[`${domain}Factors`] as Answers | undefined) ?? {};
  const before = assessmentsOf(path).at(-1);
  const earlier = before?.[`${domain}Need`];
  return (
    <>
      {typeof earlier === 'string' && (
        <p className="soft small row">
          {t('support.assess.before')}
          <StateMark tone={needTones[earlier] ?? 'neutral'}>{codeLabel(t, 'needLevel', earlier)}</StateMark>
        </p>
      )}
      {levels.map(level => {
        const factors = set.factors.filter(each => each.domain === domain && each.level === level);
        if (factors.length === 0) return null;
        return (
          <section key={level} className="factors" aria-labelledby={`level-${level}`}>
            <h3 id={`level-${level}`}>{t(`support.level.${level}`)}</h3>
            {factors.map(factor => (
              <div key={factor.code} className="factor" data-side={factor.polarity}>
                <AnswerButtons
                  large
                  name={`${domain}Factors.${factor.code}`}
                  label={
                    <>
                      {factor.title[t.lang]}{' '}
                      <Badge tone={factor.polarity === 'risk' ? 'warn' : 'good'}>
                        {t(`support.side.${factor.polarity}`)}
                      </Badge>
                    </>
                  }
                  value={(answers[factor.code] as Answer | undefined) ?? null}
                  onChange={answer =>
                    onChange({ [`${domain}Factors`]: { ...answers, [factor.code]: answer } })
                  }
                />
              </div>
            ))}
          </section>
        );
      })}
      <TextArea
        name={`${domain}Words`}
        label={t('support.assess.words')}
        hint={t('support.assess.words_hint')}
        maxLength={2000}
        value={(values[`${domain}Words`] as string | undefined) ?? ''}
        onChange={words => onChange({ [`${domain}Words`]: words })}
      />
      <ChoiceList
        large
        inline
        name={`${domain}Need`}
        label={t('support.assess.need')}
        hint={t('support.assess.need_hint')}
        value={(values[`${domain}Need`] as string | undefined) ?? null}
        onChange={level => onChange({ [`${domain}Need`]: level })}
        options={needLevels.map(code => ({ code, label: codeLabel(t, 'needLevel', code) }))}
      />
    </>
  );
}

/** The needs side by side once more, and then a judgement: whose it is, and why. */
function Judge({
  path,
  values,
  errors,
  onChange,
}: {
  path: Path;
  values: Values;
  errors: Record<string, string>;
  onChange: (more: Values) => void;
}) {
  const t = useText();
  return (
    <>
      <ul className="plain-list needs">
        {needDomains.map(domain => {
          const level = (values[`${domain}Need`] as string | undefined) ?? 'not_known';
          return (
            <li key={domain}>
              <span>{codeLabel(t, 'needDomain', domain)}</span>
              <StateMark tone={needTones[level] ?? 'neutral'}>{codeLabel(t, 'needLevel', level)}</StateMark>
            </li>
          );
        })}
      </ul>
      <p className="soft small">{t('support.needs.not_summed')}</p>
      <InMyName />
      <ChoiceList
        large
        inline
        name="riskLevel"
        label={fieldLabel(t, 'assessment', 'riskLevel')}
        hint={t('support.assess.risk_hint')}
        required
        error={errors.riskLevel}
        value={(values.riskLevel as string | undefined) ?? null}
        onChange={riskLevel => onChange({ riskLevel })}
        options={riskLevels.map(code => ({
          code,
          label: codeLabel(t, 'riskLevel', code),
          hint: t(`support.assess.risk.${code}`),
        }))}
      />
      <TextArea
        name="riskReasons"
        label={fieldLabel(t, 'assessment', 'riskReasons')}
        required
        error={errors.riskReasons}
        maxLength={2000}
        value={(values.riskReasons as string | undefined) ?? ''}
        onChange={riskReasons => onChange({ riskReasons })}
      />
      <DayInput
        name="onDay"
        label={fieldLabel(t, 'assessment', 'onDay')}
        required
        error={errors.onDay}
        value={(values.onDay as never) ?? path.today}
        onChange={onDay => onChange({ onDay })}
      />
    </>
  );
}
