/*
 * Screening by the versioned indicator set: act, means, purpose; each sign answered in one of five ways, none of them forced. Beside the questions plain
 * sentences say which elements may be there and what is open. The system finds nothing: the impression is the officer's own, and the finding is another body's.
 */
import { type ReactNode, useState } from 'react';
import { type Day, dayOf, formatDay, type PartialDay } from '../../../kernel/day.ts';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import { type Reason, reasonText } from '../../../kernel/rule/reason.ts';
import { readElements, readSupport } from '../../../rules/indicators/evaluate.ts';
import type { AgeRule, LegalElements, Rules, SupportIndicators } from '../../../rules/schema.ts';
import { useNow } from '../../../web/clock.ts';
import { useBegun, useDraft } from '../../../web/drafts.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { OfDraft } from '../../../web/shell/of-draft.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { InstantInput } from '../../../web/ui/calendar.tsx';
import { AnswerButtons, ChoiceList } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Kept as Where } from '../../../web/ui/kept.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Stepper } from '../../../web/ui/steps.tsx';
import { useWide } from '../../../web/wide.ts';
import { ageBetween, latest, may, type Path } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { screening } from '../index.ts';
import { type Kept as Draft, type Page, pages, screenings } from './screening-kept.ts';
import { Beside, StepPage, useStep } from './step-page.tsx';

export default function Screening({ params }: ScreenProps) {
  const { data: rules, error } = useRules();
  if (error) return <ProblemState error={error} />;
  if (!rules) return <LoadingState rows={8} />;
  return (
    <OfPerson id={params.id ?? ''}>
      {path =>
        may(path.person, 'screening.record') && path.person.state !== 'closed' ? (
          <Begun path={path} rules={rules} />
        ) : (
          <NotHers path={path} />
        )
      }
    </OfPerson>
  );
}

function NotHers({ path }: { path: Path }) {
  const t = useText();
  const step = useStep(path, 'screening.record', t('victims.screen.done'));
  return (
    <StepPage
      path={path}
      step={step}
      input={{}}
      title={t('victims.screen.title')}
      verb={t('victims.screen.save')}
      labelOf={field => fieldLabel(t, 'screening', field)}
    >
      {null}
    </StepPage>
  );
}

function Begun({ path, rules }: { path: Path; rules: Rules }) {
  const t = useText();
  const officer = useSignedIn()?.officer.id ?? '';
  const id = useBegun(screenings, path.person.id, officer);
  const draft = useDraft(screenings, id, officer, path.person.id);
  return (
    <OfDraft
      draft={draft}
      title={t('victims.screen.title')}
      over={() => (
        <EmptyState icon="check" title={t('victims.screen.over')}>
          <LinkButton href={`/people/${path.person.id}`} icon="folder">
            {t('victims.verification.open')}
          </LinkButton>
        </EmptyState>
      )}
    >
      {found => <Screen path={path} rules={rules} draft={found} />}
    </OfDraft>
  );
}

const elements = ['act', 'means', 'purpose'] as const;

const tones: Readonly<Record<string, Tone>> = {
  present: 'warn',
  open: 'active',
  not_seen: 'neutral',
  not_required: 'good',
};

function Screen({ path, rules, draft }: { path: Path; rules: Rules; draft: Draft }) {
  const t = useText();
  const now = useNow();
  const { signs, impression, note, screenedAt = now } = draft.answers;
  const page = pages.find(one => one === draft.step) ?? 'act';
  const change = (part: Partial<Draft['answers']>, step: Page = page) =>
    screenings.changeDraft(draft.id, { screenedAt, ...part }, step);
  const step = useStep(path, 'screening.record', t('victims.screen.done'), [screenings, draft.id]);

  const legal = newest(rules, 'legal_elements') as LegalElements;
  const support = newest(rules, 'support') as SupportIndicators;
  const errors = issuesByField(t, step.error);
  const answer = (code: string, value: Answer) => change({ signs: { ...signs, [code]: value } });
  const at = pages.indexOf(page);
  const go = (to: number) => {
    change({}, pages[to]);
    window.scrollTo(0, 0);
  };
  const asked = Object.values(signs).filter(value => value !== 'not_asked').length;

  return (
    <StepPage
      path={path}
      step={step}
      input={{
        indicatorSet: `${legal.id}.v${legal.version}`,
        signs,
        impression,
        screenedAt,
        note: note || null,
      }}
      title={t('victims.screen.title')}
      lead={t('victims.screen.lead')}
      verb={t(page === 'impression' ? 'victims.screen.save' : 'victims.step.onward')}
      onward={page === 'impression' ? undefined : () => go(at + 1)}
      back={at > 0 ? () => go(at - 1) : undefined}
      labelOf={field => fieldLabel(t, 'screening', field)}
      aside={<Reading path={path} rules={rules} legal={legal} signs={signs} on={dayOf(screenedAt ?? now)} />}
    >
      <Stepper
        label={t('victims.screen.title')}
        steps={pages.map((one, index) => ({
          id: one,
          title: t(one === 'impression' ? 'victims.screen.impression' : `rule.element.${one}`),
          state: one === page ? 'current' : index < at ? 'done' : 'open',
        }))}
        onOpen={one => go(pages.indexOf(one as Page))}
      />
      {elements
        .filter(element => element === page)
        .map(element => (
          <section key={element} className="signs" aria-labelledby={`signs-${element}`}>
            <h2 id={`signs-${element}`}>
              {t(`rule.element.${element}`)} <span className="soft">{t(`victims.screen.${element}`)}</span>
            </h2>
            {legal.items
              .filter(item => item.element === element)
              .map(item => (
                <Sign
                  key={item.code}
                  code={item.code}
                  label={item.title[t.lang]}
                  value={signs[item.code]}
                  onChange={answer}
                />
              ))}
          </section>
        ))}
      {page === 'impression' && (
        <>
          <Support support={support} signs={signs} onChange={answer} age={ageAtActs(path).age} />
          <section className="signs" aria-labelledby="impression">
            <h2 id="impression">{t('victims.screen.impression')}</h2>
            <ChoiceList
              large
              name="impression"
              label={t('victims.screen.impression_label', { count: asked })}
              hint={t('victims.screen.impression_hint')}
              required
              error={errors.impression}
              value={impression}
              onChange={code => change({ impression: code })}
              options={(screening.fields.impression.options.codes ?? []).map(code => ({
                code,
                label: codeLabel(t, 'impression', code),
              }))}
            />
            <InstantInput
              name="screenedAt"
              label={fieldLabel(t, 'screening', 'screenedAt')}
              error={errors.screenedAt}
              value={screenedAt}
              onChange={value => change({ screenedAt: value })}
            />
            <TextArea
              name="note"
              label={t('victims.screen.note')}
              hint={t('victims.screen.note_hint')}
              maxLength={4000}
              value={note}
              onChange={text => change({ note: text })}
            />
          </section>
        </>
      )}
      <Where draft={draft} />
      <p className="soft small">
        {legal.title[t.lang]} · {t('victims.screen.version', { version: legal.version })} · {legal.article}
      </p>
    </StepPage>
  );
}

function newest(rules: Rules, kind: string) {
  return rules.indicators.filter(set => set.kind === kind).sort((a, b) => b.version - a.version)[0]!;
}

function Sign({
  code,
  label,
  value,
  onChange,
}: {
  code: string;
  label: string;
  value: Answer | undefined;
  onChange: (code: string, value: Answer) => void;
}) {
  return (
    <div className="sign">
      <AnswerButtons
        name={`signs.${code}`}
        label={label}
        value={value ?? null}
        onChange={next => onChange(code, next)}
      />
    </div>
  );
}

/** The age when it happened: between leaving home and now, as wide as what is known. */
function ageAtActs(path: Path): { age: { least: number; most: number } | null; since: PartialDay | null } {
  const since = (latest(path, 'arrival')?.leftHome as PartialDay | null | undefined) ?? null;
  return { age: ageBetween(path.person.born, since ?? path.today), since };
}

function ruleOn(rules: Rules, on: Day): AgeRule {
  const sorted = rules.age_rules.toSorted((a, b) => a.valid_from.localeCompare(b.valid_from));
  return sorted.findLast(rule => rule.valid_from <= on) ?? sorted[0]!;
}

function Say({ reason }: { reason: Reason }) {
  const t = useText();
  const words = reasonText(reason, t);
  return (
    <>
      {words.charAt(0).toLocaleUpperCase(t.lang)}
      {words.slice(1)}.
      {reason.article && reason.code !== 'indicators_decide_nothing' && (
        <span className="soft small"> {reason.article}</span>
      )}
    </>
  );
}

function Reading({
  path,
  rules,
  legal,
  signs,
  on,
}: {
  path: Path;
  rules: Rules;
  legal: LegalElements;
  signs: Answers;
  on: Day;
}) {
  const isWide = useWide();
  const t = useText();
  const { age, since } = ageAtActs(path);
  const reading = readElements(legal, ruleOn(rules, on), signs, age);
  const byElement = new Map(reading.elements.map(finding => [finding.element, finding]));
  const elementReasons = reading.reasons.slice(0, reading.elements.length);
  const others = reading.reasons.slice(reading.elements.length);
  const marks = (
    <span className="reading-marks">
      {elements.map(element => {
        const state = byElement.get(element)!.state;
        return (
          <StateMark key={element} tone={tones[state]!}>
            {t(`rule.element.${element}`)}: {t(`victims.reading.${state}`)}
          </StateMark>
        );
      })}
    </span>
  );
  const more = (
    <>
      <div aria-live="polite" className="reading-words">
        <ul>
          {elementReasons.map(reason => (
            <li key={`${reason.code} ${reason.params.element}`}>
              <Say reason={reason} />
            </li>
          ))}
        </ul>
        <p className="small">
          {age
            ? t('victims.reading.age', {
                least: age.least,
                most: age.most,
                when: since
                  ? t('victims.reading.when_left', { day: formatDay(since, t.lang) })
                  : t('victims.reading.when_today'),
              })
            : t('victims.reading.age_unknown')}
        </p>
        <ul>
          {others
            .filter(reason => reason.code !== 'indicators_decide_nothing')
            .map(reason => (
              <li key={reason.code}>
                <Say reason={reason} />
              </li>
            ))}
        </ul>
      </div>
      <details className="small">
        <summary>{t('victims.reading.eras')}</summary>
        <ul>
          {rules.age_rules.map(rule => (
            <li key={rule.id}>
              {t(rule.valid_to ? 'victims.reading.era_until' : 'victims.reading.era_from', {
                day: formatDay(rule.valid_to ?? rule.valid_from, t.lang),
                limit: rule.limit,
              })}{' '}
              <span className="soft">{rule.article}</span>
            </li>
          ))}
        </ul>
      </details>
      <p className="reading-not">{t('victims.reading.decides_nothing')}</p>
    </>
  );
  // On a narrow screen it stands above the questions, as the three marks that open to the rest.
  if (!isWide)
    return (
      <details className="reading reading-line">
        <summary>
          <span className="unseen">{t('victims.reading.title')}: </span>
          {marks}
        </summary>
        {more}
      </details>
    );
  return (
    <Beside name="reading" title={t('victims.reading.title')}>
      {marks}
      {more}
    </Beside>
  );
}

/** The ILO's operational indicators: apart, closed, and marked as what they are. */
function Support({
  support,
  signs,
  onChange,
  age,
}: {
  support: SupportIndicators;
  signs: Answers;
  onChange: (code: string, value: Answer) => void;
  age: { least: number; most: number } | null;
}): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const reading = readSupport(support, signs, age);
  return (
    <details className="card support" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{t('victims.support.title')}</b> <span className="soft">{t('victims.support.not_decision')}</span>
      </summary>
      {open && (
        <>
          <p className="soft small">
            {support.title[t.lang]} · {t('victims.screen.version', { version: support.version })} ·{' '}
            {support.article}
          </p>
          <ul className="small">
            {reading.reasons.map(reason => (
              <li key={`${reason.code} ${reason.params.dimension ?? ''}`}>
                <Say reason={reason} />
              </li>
            ))}
          </ul>
          {support.dimensions.map(dimension => (
            <section key={dimension.code} className="signs" aria-labelledby={`dimension-${dimension.code}`}>
              <h3 id={`dimension-${dimension.code}`}>{dimension.title[t.lang]}</h3>
              {support.items
                .filter(item => item.dimension === dimension.code && item[reading.tier] !== null)
                .map(item => (
                  <Sign
                    key={item.code}
                    code={item.code}
                    label={item.title[t.lang]}
                    value={signs[item.code]}
                    onChange={onChange}
                  />
                ))}
            </section>
          ))}
        </>
      )}
    </details>
  );
}
