/* The order of the questions, which of them stand in this interview, and what was answered to each in words. One table serves the walk through the
 * questions, the list of all of them, and the page that shows everything before it is saved. */
import type { ComponentType, ReactNode } from 'react';
import {
  dayOf,
  formatDay,
  formatInstant,
  type Instant,
  type PartialDay,
  parsePartialDay,
} from '../../../kernel/day.ts';
import type { Unanswered } from '../../../kernel/fields/kind.ts';
import type { FieldIssue } from '../../../kernel/problem.ts';
import { codeLabel } from '../../../web/labels.ts';
import type { Translate } from '../../../web/text.ts';
import { stateless } from '../../people/lists.ts';
import { consentPurposes, explanations } from '../record.ts';
import { answeredTo, scopeOf, withGuardian, withoutParts } from './agreed.ts';
import { type Answers, answerOf, type Need, needNames, type Said, stateOf } from './answers.ts';
import type { QuestionProps } from './parts.tsx';
import { ConsentFor, Explain, Giver, Guardian, ScopeWords, Tongue } from './questions-allow.tsx';
import { Clothing, Food, Interpreter, Medical, Rest, Safety } from './questions-needs.tsx';
import {
  Arrival,
  broughtRoutes,
  Children,
  FromArea,
  FromCountry,
  Handover,
  isAhead,
  Route,
  tooManyChildren,
} from './questions-way.tsx';
import {
  Born,
  Ethnicity,
  HomeAddress,
  LeftHome,
  NameQuestion,
  Nationality,
  Origin,
  OtherNames,
  Papers,
  Phone,
  Sex,
  Spoken,
} from './questions-who.tsx';

export const sections = ['needs', 'who', 'way', 'allow'] as const;
export type Section = (typeof sections)[number];

/** What was answered: words, or why there are none; null when nobody touched the question. */
export type Given = { readonly words: ReactNode } | { readonly state: Unanswered } | null;

export interface Step {
  readonly id: string;
  readonly section: Section;
  readonly Fields: ComponentType<QuestionProps>;
  given(answers: Answers, t: Translate): Given;
  /** What of it cannot be kept as it stands: the names of inputs with their reasons. */
  issues?(answers: Answers, now: Instant): FieldIssue[];
  /** Left out of the interview when false. */
  stands?(answers: Answers): boolean;
}

const said =
  <V,>(
    pick: (answers: Answers) => Said<V> | undefined,
    words: (value: V, t: Translate) => ReactNode,
  ): Step['given'] =>
  (answers, t) => {
    const one = pick(answers);
    const value = answerOf(one);
    if (value !== null) return { words: words(value, t) };
    const state = stateOf(one);
    return state ? { state } : null;
  };
const code = (labels: string) => (value: string, t: Translate) => codeLabel(t, labels, value);
const lines = (items: readonly ReactNode[]): Given =>
  items.length === 0
    ? null
    : {
        words: (
          <ul className="said-list">
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a printed list that never changes its order
              <li key={index}>{item}</li>
            ))}
          </ul>
        ),
      };
const joined = (parts: readonly (string | false | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** A half-known day in words; what is no date as it was typed. */
const dayWords = (day: PartialDay, t: Translate): string =>
  parsePartialDay(day) ? formatDay(day, t.lang) : day.split('-').toReversed().join('/');

/** Why a day typed into an input of this name cannot be kept. */
function dayIssues(field: string, said: Said<PartialDay> | undefined, now: Instant): FieldIssue[] {
  const typed = answerOf(said);
  if (typed === null) return [];
  const day = parsePartialDay(typed);
  if (!day) return [{ field, reason: 'partialDay' }];
  return day > dayOf(now).slice(0, day.length) ? [{ field, reason: 'in_future' }] : [];
}

function need(name: Need, extra?: (answers: Answers, t: Translate) => string): Step['given'] {
  return (answers, t) => {
    const answer = answers.needs[name];
    if (answer === undefined) return null;
    if (answer !== 'yes' && answer !== 'no') return { state: answer };
    const met = answer === 'yes' && answers.met.includes(name) ? t('intake.met_short') : null;
    return { words: joined([t(`ui.answer.${answer}`), extra?.(answers, t), met]) };
  };
}

const needFields: Record<Need, ComponentType<QuestionProps>> = {
  safety: Safety,
  medical: Medical,
  food: Food,
  clothing: Clothing,
  rest: Rest,
  interpreter: Interpreter,
};
const needExtras: Partial<Record<Need, (answers: Answers, t: Translate) => string>> = {
  medical: answers => (answers.needs.medical === 'yes' ? answers.medicalNote : ''),
  interpreter: (answers, t) =>
    answers.needs.interpreter === 'yes'
      ? answers.interpreterLanguages.map(one => codeLabel(t, 'spoken', one)).join(', ')
      : '',
};

export const allSteps: readonly Step[] = [
  ...needNames.map(
    (name): Step => ({
      id: name,
      section: 'needs',
      Fields: needFields[name],
      given: need(name, needExtras[name]),
    }),
  ),
  {
    id: 'name',
    section: 'who',
    Fields: NameQuestion,
    given: (answers, t) => {
      const full = answerOf(answers.fullName);
      const state = stateOf(answers.fullName);
      const called = answers.calledName && t('intake.q.name.called_short', { name: answers.calledName });
      if (full || called)
        return { words: joined([full, called, !full && state ? t(`ui.answer.${state}`) : null]) };
      return state ? { state } : null;
    },
  },
  {
    id: 'otherNames',
    section: 'who',
    Fields: OtherNames,
    given: (answers, t) =>
      answers.otherNamesState
        ? { state: answers.otherNamesState }
        : lines(
            answers.otherNames
              .filter(name => name.text.trim() !== '')
              .map(name => `${name.text} (${codeLabel(t, 'nameKind', name.kind).toLowerCase()})`),
          ),
  },
  {
    id: 'born',
    section: 'who',
    Fields: Born,
    given: said(answers => answers.born, dayWords),
    issues: ({ born }, now) => dayIssues('born', born, now),
  },
  { id: 'sex', section: 'who', Fields: Sex, given: said(answers => answers.sex, code('sex')) },
  {
    id: 'ethnicity',
    section: 'who',
    Fields: Ethnicity,
    given: said(answers => answers.ethnicity, code('ethnicity')),
  },
  {
    id: 'nationality',
    section: 'who',
    Fields: Nationality,
    given: (answers, t) => {
      const isStateless = answerOf(answers.nationality) === stateless;
      const lives = isStateless && answers.livesHere && t(`ui.answer.${answers.livesHere}`).toLowerCase();
      return said(
        ({ nationality }) => nationality,
        (value, words) =>
          joined([
            code('country')(value, words),
            lives ? t('intake.q.livesHere.short', { answer: lives }) : null,
          ]),
      )(answers, t);
    },
  },
  {
    id: 'spoken',
    section: 'who',
    Fields: Spoken,
    given: said(
      answers => answers.spoken,
      (value, t) => value.map(one => codeLabel(t, 'spoken', one)).join(', '),
    ),
  },
  {
    id: 'leftHome',
    section: 'who',
    Fields: LeftHome,
    given: said(answers => answers.leftHome, dayWords),
    issues: ({ leftHome }, now) => dayIssues('leftHome', leftHome, now),
  },
  {
    id: 'origin',
    section: 'who',
    Fields: Origin,
    given: answers => {
      const unit = answerOf(answers.origin);
      const state = stateOf(answers.origin);
      if (unit || answers.originNote) return { words: joined([unit?.path, answers.originNote]) };
      return state ? { state } : null;
    },
  },
  {
    id: 'phone',
    section: 'who',
    Fields: Phone,
    given: said(
      answers => answers.phone,
      value => value,
    ),
  },
  {
    id: 'homeAddress',
    section: 'who',
    Fields: HomeAddress,
    given: said(
      answers => answers.homeAddress,
      value => value,
    ),
  },
  {
    id: 'papers',
    section: 'who',
    Fields: Papers,
    given: (answers, t) =>
      answers.papersState
        ? { state: answers.papersState }
        : lines(
            answers.papers.map(paper =>
              joined([
                codeLabel(t, 'identityPaperKind', paper.kind ?? 'other'),
                paper.number,
                paper.issuedOn && formatDay(paper.issuedOn, t.lang),
                paper.issuer,
              ]),
            ),
          ),
  },
  {
    id: 'route',
    section: 'way',
    Fields: Route,
    given: (answers, t) => (answers.route ? { words: codeLabel(t, 'route', answers.route) } : null),
  },
  {
    id: 'arrival',
    section: 'way',
    Fields: Arrival,
    given: (answers, t) => {
      const [at, place] = [answerOf(answers.arrivedAt), answerOf(answers.place)];
      const state = stateOf(answers.arrivedAt) ?? stateOf(answers.place);
      if (!at && !place && !answers.placeNote) return state ? { state } : null;
      return { words: joined([at && formatInstant(at, t.lang), place?.path, answers.placeNote]) };
    },
    issues: ({ arrivedAt }, now) =>
      isAhead(answerOf(arrivedAt), now) ? [{ field: 'arrivedAt', reason: 'in_future' }] : [],
  },
  {
    id: 'handover',
    section: 'way',
    Fields: Handover,
    stands: answers => broughtRoutes.includes(answers.route ?? ''),
    given: answers => (answers.handedOverBy ? { words: answers.handedOverBy } : null),
  },
  {
    id: 'fromCountry',
    section: 'way',
    Fields: FromCountry,
    given: said(answers => answers.fromCountry, code('country')),
  },
  {
    id: 'fromArea',
    section: 'way',
    Fields: FromArea,
    given: said(
      answers => answers.fromArea,
      value => value,
    ),
  },
  {
    id: 'children',
    section: 'way',
    Fields: Children,
    issues: (answers, now) => [
      ...(tooManyChildren(answers)
        ? [
            {
              field: 'childrenCount',
              reason: 'children_spoken_of',
              params: { spoken: answers.children.length },
            },
          ]
        : []),
      ...answers.children.flatMap((one, index) => dayIssues(`children.${index}.born`, one.born, now)),
    ],
    given: (answers, t) => {
      const state = stateOf(answers.childrenCount);
      const count = answerOf(answers.childrenCount);
      if (answers.children.length === 0) {
        if (state) return { state };
        return count === null ? null : { words: t('intake.q.children.counted', { count }) };
      }
      return lines([
        state ? t(`ui.answer.${state}`) : count !== null && t('intake.q.children.counted', { count }),
        ...answers.children.map((one, index) =>
          joined([
            answerOf(one.name) ?? t('intake.q.children.one', { place: index + 1 }),
            answerOf(one.born) && dayWords(answerOf(one.born)!, t),
            answerOf(one.sex) && codeLabel(t, 'sex', answerOf(one.sex)!),
            answerOf(one.relation) && codeLabel(t, 'childRelation', answerOf(one.relation)!),
          ]),
        ),
      ]);
    },
  },
  {
    id: 'explain',
    section: 'allow',
    Fields: Explain,
    given: (answers, t) =>
      answers.explained.length === 0
        ? null
        : { words: t('intake.q.explain.done', { count: answers.explained.length, of: explanations.length }) },
  },
  {
    id: 'tongue',
    section: 'allow',
    Fields: Tongue,
    given: (answers, t) =>
      answers.consentLanguage || answers.consentInterpreter
        ? {
            words: joined([
              answers.consentLanguage && codeLabel(t, 'spoken', answers.consentLanguage),
              answers.consentInterpreter &&
                t('intake.q.tongue.interpreter_said', {
                  answer: t(`ui.answer.${answers.consentInterpreter}`).toLowerCase(),
                }),
              answers.consentInterpreter === 'yes' && answers.consentInterpreterWho,
            ]),
          }
        : null,
  },
  {
    id: 'giver',
    section: 'allow',
    Fields: Giver,
    given: (answers, t) =>
      answers.givenBy ? { words: codeLabel(t, 'consentGiver', answers.givenBy) } : null,
  },
  {
    id: 'guardian',
    section: 'allow',
    Fields: Guardian,
    stands: withGuardian,
    given: (answers, t) =>
      answers.guardianWho || answers.guardianInvolved
        ? {
            words: joined([
              answers.guardianWho,
              answers.guardianInvolved &&
                t('intake.q.guardian.involved_said', {
                  answer: t(`ui.answer.${answers.guardianInvolved}`).toLowerCase(),
                }),
            ]),
          }
        : null,
  },
  ...consentPurposes.map(
    (purpose): Step => ({
      id: `consent.${purpose}`,
      section: 'allow',
      Fields: props => <ConsentFor purpose={purpose} {...props} />,
      given: (answers, t) => consentGiven(answers, purpose, t),
      issues: (answers, now) => {
        const { until } = scopeOf(answers, purpose);
        return until && until <= dayOf(now) ? [{ field: 'until', reason: 'consent_over' }] : [];
      },
    }),
  ),
];

/** Her answer, a guardian's beside it, what she wants kept from whom, and how far a "yes" goes. */
function consentGiven(answers: Answers, purpose: string, t: Translate): Given {
  const own = answers.consents[purpose];
  const guardian = withGuardian(answers) ? answers.guardianConsents[purpose] : undefined;
  const keptFrom = purpose === 'family_contact' && answers.keepFrom.trim();
  if (own === undefined && guardian === undefined && !keptFrom) return null;
  const answered = answeredTo(answers, purpose);
  const scoped = answered?.given === 'yes' && !withoutParts.includes(purpose);
  if (own !== undefined && !guardian && !keptFrom && own !== 'yes' && own !== 'no') return { state: own };
  return {
    words: (
      <>
        {joined([
          own && t(`ui.answer.${own}`),
          guardian &&
            t('intake.q.consent.guardian_said', { answer: t(`ui.answer.${guardian}`).toLowerCase() }),
          keptFrom && t('intake.q.keep_from_said', { who: keptFrom }),
        ])}
        {scoped && (
          <small className="soft scope-words">
            <ScopeWords scope={scopeOf(answers, purpose)} />
          </small>
        )}
      </>
    ),
  };
}

export function stepsOf(answers: Answers): readonly Step[] {
  return allSteps.filter(step => step.stands?.(answers) ?? true);
}
