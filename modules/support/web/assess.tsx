/* Assessing how she is, one domain at a time: what was asked, her own words, how much support is needed. At the end a named worker judges the risk and gives
 * reasons. The page counts nothing and suggests nothing; a question nobody asked stays a question nobody asked. All of it is kept on the server as it is written. */
import { useEffect, useRef, useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import type { AssessmentSet, Rules } from '../../../rules/schema.ts';
import { type DraftState, makeDrafts, useBegun, useDraft } from '../../../web/drafts.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { useAct, useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { OfDraft } from '../../../web/shell/of-draft.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { AnswerButtons, ChoiceList } from '../../../web/ui/choices.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Kept } from '../../../web/ui/kept.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState, RefusedState } from '../../../web/ui/states.tsx';
import { Progress } from '../../../web/ui/steps.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type Path } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine } from '../../people/web/path-words.tsx';
import { InMyName } from '../../victims/web/presume.tsx';
import { useStep } from '../../victims/web/step-page.tsx';
import { needDomains, needLevels, riskLevels } from '../index.ts';
import { factorLevels } from './factors.ts';
import { assessmentsOf, needTones } from './how-she-is.tsx';
import './support.css';

type Values = Record<string, unknown>;

const drafts = makeDrafts<Values>('assessment', kept => JSON.parse(kept ?? '{}') as Values);

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
  const me = useSignedIn();
  const [round, setRound] = useState(0);
  if (!may(path.person, 'assessment.record') || path.person.state === 'closed')
    return (
      <Page title={t('support.assess.title')}>
        <PersonLine path={path} />
        <RefusedState>
          {t(path.person.state === 'closed' ? 'victims.step.closed' : 'victims.step.not_yours')}
        </RefusedState>
      </Page>
    );
  if (!me) return null;
  return (
    <Begun key={round} path={path} rules={rules} officer={me.officer.id} onOver={() => setRound(round + 1)} />
  );
}

interface BegunProps {
  readonly path: Path;
  readonly rules: Rules;
  readonly officer: string;
  /** What was being written is over, here or in another window: begin anew. */
  readonly onOver: () => void;
}

function Begun({ path, rules, officer, onOver }: BegunProps) {
  const t = useText();
  const id = useBegun(drafts, path.person.id, officer);
  const draft = useDraft(drafts, id, officer, path.person.id);
  const isOver = draft === 'used' || draft === 'discarded';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver]);
  return (
    <OfDraft draft={draft} title={t('support.assess.title')} head={<PersonLine path={path} />}>
      {found => <Writing path={path} set={newest(rules)} draft={found} />}
    </OfDraft>
  );
}

const riskStep = 'risk';

function Writing({ path, set, draft }: { path: Path; set: AssessmentSet; draft: DraftState<Values> }) {
  const t = useText();
  const values = draft.answers;
  const keep = (more: Values, at?: string) => drafts.changeDraft(draft.id, more, at);
  const [found] = useState(draft.keptAt);
  const head = useRef<HTMLHeadingElement>(null);
  const nav = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const step = useStep(path, 'assessment.record', t('support.assess.done'), [drafts, draft.id]);
  const steps = [...set.domains.map(domain => domain.code), riskStep];
  const at = Math.max(0, steps.indexOf(draft.step ?? ''));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader is taken to the top of each domain
  useEffect(() => {
    if (moved.current) head.current?.focus();
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
    moved.current = true;
  }, [at]);
  // The day it was begun stays its day, also when it is ended on another.
  const change = (more: Values) => keep({ onDay: values.onDay ?? path.today, ...more });
  const go = (to: number) => keep({}, steps[to]);
  const domain = set.domains[at];
  const take = () => step.take({ onDay: path.today, ...values, factorSet: `${set.id}.v${set.version}` });
  return (
    <Page title={t('support.assess.title')} lead={t('support.assess.lead')} actions={<Kept draft={draft} />}>
      <PersonLine path={path} />
      {found && <Resumed at={found} id={draft.id} />}
      <ErrorSummary error={step.error} labelOf={field => fieldLabel(t, 'assessment', field)} />
      <nav aria-label={t('support.assess.domains')} className="domain-nav" ref={nav}>
        <ol>
          {[...set.domains.map(each => each.title[t.lang]), t('support.assess.risk')].map((title, index) => (
            <li key={title}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                data-said={
                  index < set.domains.length && said(values, set.domains[index]!.code) ? '' : undefined
                }
                onClick={() => go(index)}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <Progress label={t('support.assess.progress')} done={at + 1} of={steps.length} />
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
            <Button large icon="left" onPress={() => go(at - 1)}>
              {t('support.assess.back')}
            </Button>
          )}
          {domain ? (
            <Button large kind="primary" onPress={() => go(at + 1)}>
              {t('support.assess.next')}
            </Button>
          ) : (
            <Button large kind="primary" isPending={step.pending} onPress={take}>
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

/** Says that this was begun before, and lets her begin anew. */
function Resumed({ at, id }: { at: Instant; id: string }) {
  const t = useText();
  const [leaving, leave] = useState(false);
  const discard = useAct('draft.discard');
  const run = async () => {
    await drafts.keepNow(id).catch(() => undefined);
    await discard.mutateAsync({ subject: { record: 'draft', id }, input: { used: 'no' } });
    drafts.forgetDraft(id);
  };
  return (
    <div className="row">
      <p>{t('support.assess.resumed', { at: formatInstant(at, t.lang) })}</p>
      <Button kind="quiet" onPress={() => leave(true)}>
        {t('support.assess.discard')}
      </Button>
      <ConfirmDialog
        title={t('support.assess.discard_title')}
        verb={t('support.assess.discard')}
        danger
        open={leaving}
        pending={discard.isPending}
        onClose={() => leave(false)}
        onConfirm={() => void run().catch(refusal => toast(problemText(t, refusal), 'warn'))}
      >
        {t('support.assess.discard_text')}
      </ConfirmDialog>
    </div>
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
      {factorLevels.map(level => {
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
