/* What is noted on somebody's own path at reception: the interpreter who was there, what was done for a child in its own interest, and what a person of another nationality was
 * offered. Every row is added and none is changed, and none to a file that is closed; what a law leaves unsure is asked for as advice and never refused. */
import { act } from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { childOn, interestsOf, isOpen } from './child.ts';
import {
  bestInterests,
  conflictQuestions,
  foreignStep,
  type InterestStep,
  interpreterEngagement,
  outcomesOf,
} from './record.ts';

const ofPerson = { person: ref('person', { required: true }) };
const inFuture = (field: string, onDay: Day | null, today: Day): Problem | null =>
  onDay && onDay > today ? invalid({ field, reason: 'in_future' }) : null;

export const engageInterpreter = act({
  name: 'interpreterEngagement.record',
  record: 'interpreterEngagement',
  creates: true,
  input: { ...ofPerson, ...interpreterEngagement.fields },
  writes: { interpreterEngagement: { insert: true } },
  facts: (source, { input }) => source.find('person', input.person as string),
  decide({ subject, input, unanswered, now }, file) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const late =
      inFuture('onDay', input.onDay, dayOf(now)) ??
      inFuture('confidentialityOn', input.confidentialityOn, dayOf(now));
    if (late) return late;
    const answers = input.conflicts ?? {};
    const unknown = Object.keys(answers).find(
      code => !(conflictQuestions as readonly string[]).includes(code),
    );
    if (unknown) return invalid({ field: 'conflicts', reason: 'answers' });
    const yes = conflictQuestions.filter(code => answers[code] === 'yes');
    if (yes.length > 0 && !input.goOnWhy)
      return invalid({ field: 'goOnWhy', reason: 'conflict_needs_reason', params: { count: yes.length } });
    const open = conflictQuestions.filter(code => answers[code] !== 'yes' && answers[code] !== 'no');
    const wished = input.sexPreferred;
    const warnings: FieldIssue[] = [
      ...(yes.length > 0
        ? [{ field: 'conflicts', reason: 'conflict_of_interest', params: { count: yes.length } }]
        : []),
      ...(open.length > 0
        ? [{ field: 'conflicts', reason: 'conflict_open', params: { count: open.length } }]
        : []),
      ...(input.confidentialityOn ? [] : [{ field: 'confidentialityOn', reason: 'confidentiality_open' }]),
      ...(wished && wished !== 'no_preference' && input.interpreterSex && input.interpreterSex !== wished
        ? [{ field: 'interpreterSex', reason: 'not_as_she_wished' }]
        : []),
    ];
    const { person, ...values } = input;
    return {
      changes: [
        { insert: 'interpreterEngagement', id: subject, person: person as string, values, unanswered },
      ],
      persons: [person as string],
      warnings,
    };
  },
});

/** What a step cannot be noted without. */
function interestMissing(input: {
  readonly interestStep: string | null;
  readonly outcome: string | null;
  readonly byWhom: string | null;
  readonly heardBy: readonly string[] | null;
  readonly reasons: string | null;
  readonly reviewOn: Day | null;
}): FieldIssue[] {
  const step = input.interestStep as InterestStep;
  const needs = (field: keyof typeof input, when: boolean): FieldIssue[] =>
    when && (input[field] === null || input[field]?.length === 0) ? [{ field, reason: 'required' }] : [];
  const decides = step === 'decision' || step === 'review';
  return [
    ...((outcomesOf[step] as readonly string[]).includes(input.outcome ?? '')
      ? []
      : [{ field: 'outcome', reason: 'choice' }]),
    ...needs('byWhom', decides || (step === 'guardian' && input.outcome !== 'guardian_none')),
    ...needs('heardBy', input.outcome === 'view_heard'),
    ...needs('reasons', decides || step === 'family_safety'),
    ...needs('reviewOn', decides),
  ];
}

export const noteInterests = act({
  name: 'bestInterests.record',
  record: 'bestInterests',
  creates: true,
  input: (({ reviewRule: _rule, ...fields }) => ({ ...ofPerson, ...fields }))(bestInterests.fields),
  writes: { bestInterests: { insert: true } },
  async facts(source, { input, now }) {
    const file = await source.find('person', input.person as string);
    const rows = await source.query<{ id: string; interestStep: string; outcome: string }>(
      'select id, interest_step as "interestStep", outcome from best_interests where person = $1 order by made_at, id',
      [input.person],
    );
    return { file, rows, review: source.term('practice.best_interests_review', input.doneOn ?? dayOf(now)) };
  },
  decide({ subject, input, now }, { file, rows, review }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const today = dayOf(now);
    const doneOn = input.doneOn as Day;
    const late = inFuture('doneOn', doneOn, today);
    if (late) return late;
    // Whose age is not known for sure is presumed a child; only who is certainly grown up has no such steps.
    if (childOn(file.born, doneOn) === 'no') return invalid({ field: 'person', reason: 'not_a_child' });
    const issues = interestMissing(input);
    if (input.reviewOn && input.reviewOn <= doneOn)
      issues.push({ field: 'reviewOn', reason: 'before_start' });
    if (issues.length > 0) return invalid(...issues);
    const states = interestsOf(rows);
    const family = states.find(({ step }) => step === 'family_safety')?.row?.outcome;
    if (input.outcome === 'place_family' && family !== 'return_safe')
      return invalid({ field: 'outcome', reason: 'family_not_assessed' });
    const before = states.filter(state => state.step !== 'decision' && isOpen(state)).length;
    const { person, ...values } = input;
    return {
      changes: [
        {
          insert: 'bestInterests',
          id: subject,
          person: person as string,
          values: { ...values, reviewRule: input.reviewOn && review ? review.rule : null },
        },
      ],
      persons: [person as string],
      warnings:
        input.interestStep === 'decision' && before > 0
          ? [{ field: 'interestStep', reason: 'steps_open', params: { count: before } }]
          : [],
    };
  },
});

interface Given {
  readonly given: string;
  readonly consent_purpose: string;
  readonly until: Day | null;
  readonly withdrawn_at: string | null;
}

export const noteForeignStep = act({
  name: 'foreignStep.record',
  record: 'foreignStep',
  creates: true,
  input: { ...ofPerson, ...foreignStep.fields },
  writes: { foreignStep: { insert: true } },
  async facts(source, { input }) {
    const [consent] = input.consent
      ? await source.query<Given>(
          'select given, consent_purpose, until::text, withdrawn_at::text from consent where id = $1 and person = $2',
          [input.consent, input.person],
        )
      : [];
    return { file: await source.find('person', input.person as string), consent };
  },
  decide({ subject, input, now }, { file, consent }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const today = dayOf(now);
    const late = inFuture('doneOn', input.doneOn, today);
    if (late) return late;
    if (!file.nationality || file.nationality === 'VN')
      return invalid({ field: 'person', reason: 'not_foreign' });
    const done = input.foreignOutcome === 'done' || input.foreignOutcome === 'asked_for';
    // Her own state may be whom she fled: it hears of her by her consent or by an article, and by nothing else.
    if (input.foreignStepKind === 'embassy' && done && !input.groundArticle) {
      const covers =
        consent?.given === 'yes' &&
        consent.consent_purpose === 'cross_border' &&
        consent.withdrawn_at === null &&
        (consent.until === null || consent.until > today);
      if (!covers) return new Problem('consent.missing');
    }
    if (input.foreignStepKind === 'voluntary_return' && done) {
      const missing = (['herWill', 'safeReturn'] as const).filter(name => input[name] !== 'yes');
      if (missing.length > 0)
        return invalid(...missing.map(field => ({ field, reason: 'return_only_willing_and_safe' })));
    }
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'foreignStep', id: subject, person: person as string, values }],
      persons: [person as string],
      ground: input.groundArticle ? 'legal_duty' : input.consent ? 'consent' : undefined,
    };
  },
});

export const personActs = [engageInterpreter, noteInterests, noteForeignStep] as const;
