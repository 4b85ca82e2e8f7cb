/* A visit and what comes of it: begun, answered line by line of the checklist that is in force on its day, finished with a result; improvements asked for, reported
 * done with evidence, and looked at again. Nobody reviews the house she works for, and nobody confirms her own repair. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import { longText, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { postHeld } from '../agencies/index.ts';
import { standingOf } from './counts.ts';
import { facilityReview, improvement, standardsCheck } from './record.ts';

/** Offices with one of these tasks review. */
export const reviewing: readonly string[] = ['inspect', 'coordinate'];
/** Kinds where people stay overnight are looked at with the checklist for it. */
const residential = ['shelter', 'social_work_centre'];
export const checklistFamily = (facilityKind: unknown): string =>
  residential.includes(facilityKind as string) ? 'facility.residential' : 'facility.service';

const { facility, reviewKind, visitedOn, announced, withWhom } = facilityReview.fields;

export const beginReview = act({
  name: 'facilityReview.begin',
  record: 'facilityReview',
  creates: true,
  input: { facility, reviewKind, visitedOn, announced, withWhom },
  writes: { facilityReview: { insert: true } },
  async facts(source, { input, actor }) {
    const house = await source.find('facility', input.facility as string);
    const [reviewer] = await source.query<{ competence: string[] | null; works_there: boolean }>(
      `select o.competence, exists (select from post p where p.officer = $2 and p.office = $3 and ${postHeld('p')}) as works_there from office o where o.id = $1`,
      [actor.office, actor.officer, house?.office ?? null],
    );
    const list = house ? source.checklist(checklistFamily(house.facilityKind), input.visitedOn as Day) : null;
    return { house, reviewer, list };
  },
  decide({ subject, input, actor, now }, { house, reviewer, list }) {
    if (!house) return invalid({ field: 'facility', reason: 'reference' });
    if (house.office === actor.office || house.contactOffice === actor.office || reviewer?.works_there)
      return invalid({ field: 'facility', reason: 'own_facility' });
    if (!reviewer?.competence?.some(task => reviewing.includes(task)))
      return new Problem('limit.not_competent', { needed: 'inspect', day: dayOf(now) });
    if ((input.visitedOn as Day) > dayOf(now)) return invalid({ field: 'visitedOn', reason: 'in_future' });
    if (!list) return invalid({ field: 'visitedOn', reason: 'no_checklist' });
    return {
      changes: [
        {
          insert: 'facilityReview',
          id: subject,
          values: { ...input, runBy: house.office, state: 'begun', standard: list.id },
        },
      ],
    };
  },
});

const { item, answer, finding } = standardsCheck.fields;

/** The version of the checklist a review was begun with, whatever came into force since. */
const listOf = (source: FactSource, review: Row | null) =>
  (source.rules as Rules).standards.find(list => list.id === review?.standard) ?? null;

export const noteStandard = act({
  name: 'standardsCheck.note',
  record: 'standardsCheck',
  creates: true,
  input: { review: standardsCheck.fields.review, item, answer, finding },
  writes: { standardsCheck: { insert: true } },
  async facts(source, { input }) {
    const review = await source.find('facilityReview', input.review as string);
    return { review, list: listOf(source, review) };
  },
  decide({ subject, input, actor }, { review, list }) {
    if (!review || !list) return invalid({ field: 'review', reason: 'reference' });
    if (!actor.reach.includes(review.office)) return invalid({ field: 'review', reason: 'not_our_office' });
    if (review.state !== 'begun') return invalid({ field: 'review', reason: 'review_finished' });
    const line = list.items.find(one => one.code === input.item);
    if (!line) return invalid({ field: 'item', reason: 'choice' });
    if (['partly', 'not_met'].includes(input.answer as string) && !input.finding)
      return invalid({ field: 'finding', reason: 'required' });
    return {
      changes: [
        {
          insert: 'standardsCheck',
          id: subject,
          office: review.office,
          values: {
            ...input,
            facility: review.facility,
            runBy: review.runBy,
            essential: line.essential,
          },
        },
      ],
    };
  },
});

interface Answered {
  readonly item: string;
  readonly answer: string;
  readonly essential: boolean;
}

const lastAnswers = `select distinct on (item) item, answer, essential from standards_check where review = $1 order by item, made_at desc, id desc`;

export const finishReview = act({
  name: 'facilityReview.finish',
  record: 'facilityReview',
  states: ['begun'],
  input: { summary: longText({ required: true, max: 4000 }) },
  writes: { facilityReview: { update: ['state', 'summary', 'finishedAt', 'result'] } },
  async facts(source, { row, subject }) {
    return { list: listOf(source, row), answers: await source.query<Answered>(lastAnswers, [subject]) };
  },
  decide({ row, subject, input, now }, { list, answers }) {
    if (!row) return new Problem('record.not_found');
    const missing = (list?.items ?? []).filter(line => !answers.some(one => one.item === line.code));
    if (missing.length > 0)
      return invalid({ field: 'summary', reason: 'unanswered_items', params: { count: missing.length } });
    const unmet = answers.filter(one => ['partly', 'not_met'].includes(one.answer));
    const result = standingOf({
      reviewedOn: row.visitedOn as Day,
      unmetEssential: unmet.filter(one => one.essential && one.answer === 'not_met').length,
      unmet: unmet.length,
      openImprovements: 0,
      overdueImprovements: 0,
    });
    return {
      changes: [
        {
          update: 'facilityReview',
          id: subject,
          set: { ...input, state: 'finished', finishedAt: now, result },
          version: row.version,
        },
      ],
      notices: [
        { kind: 'facility_reviewed', office: row.runBy as string, record: 'facilityReview', subject },
      ],
    };
  },
});

const { owner, dueOn, measure } = improvement.fields;

export const requireImprovement = act({
  name: 'improvement.require',
  record: 'improvement',
  creates: true,
  input: {
    review: improvement.fields.review,
    item: improvement.fields.item,
    finding: improvement.fields.finding,
    measure,
    owner,
    dueOn,
  },
  writes: { improvement: { insert: true } },
  async facts(source, { input }) {
    const review = await source.find('facilityReview', input.review as string);
    return { review, list: listOf(source, review) };
  },
  decide({ subject, input, actor, now }, { review, list }) {
    if (!review) return invalid({ field: 'review', reason: 'reference' });
    if (!actor.reach.includes(review.office)) return invalid({ field: 'review', reason: 'not_our_office' });
    if (input.item && !list?.items.some(line => line.code === input.item))
      return invalid({ field: 'item', reason: 'choice' });
    const today = dayOf(now);
    if ((input.dueOn as Day) < today) return invalid({ field: 'dueOn', reason: 'in_past' });
    if ((input.dueOn as Day) > addDays(today, 731))
      return invalid({ field: 'dueOn', reason: 'too_far', params: { days: 731 } });
    return {
      changes: [
        {
          insert: 'improvement',
          id: subject,
          office: review.office,
          values: {
            ...input,
            facility: review.facility,
            runBy: review.runBy,
            standard: list?.id ?? null,
            state: 'open',
          },
        },
      ],
      notices: [
        { kind: 'improvement_required', office: input.owner as string, record: 'improvement', subject },
      ],
    };
  },
});

export const reportImprovement = act({
  name: 'improvement.report',
  record: 'improvement',
  states: ['open'],
  input: {
    doneOn: { ...improvement.fields.doneOn, required: true },
    evidence: { ...improvement.fields.evidence, required: true },
  },
  writes: { improvement: { update: ['state', 'doneOn', 'doneBy', 'evidence'] } },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if ((input.doneOn as Day) > dayOf(now)) return invalid({ field: 'doneOn', reason: 'in_future' });
    return {
      changes: [
        {
          update: 'improvement',
          id: subject,
          set: { ...input, state: 'done', doneBy: actor.officer },
          version: row.version,
        },
      ],
      notices: [{ kind: 'improvement_done', office: row.office, record: 'improvement', subject }],
    };
  },
});

/** Looked at again: put right, or not yet, and then it is open again with the words why. */
export const verifyImprovement = act({
  name: 'improvement.verify',
  record: 'improvement',
  states: ['done'],
  input: {
    verified: { ...facilityReview.fields.announced, required: true },
    verifyNote: text({ max: 1000 }),
  },
  writes: { improvement: { update: ['state', 'verifiedAt', 'verifyNote'] } },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.doneBy === actor.officer) return invalid({ field: 'verified', reason: 'own_repair' });
    const right = input.verified === 'yes';
    if (!right && !input.verifyNote) return invalid({ field: 'verifyNote', reason: 'required' });
    return {
      changes: [
        {
          update: 'improvement',
          id: subject,
          set: {
            state: right ? 'verified' : 'open',
            verifiedAt: right ? now : null,
            verifyNote: input.verifyNote,
          },
          version: row.version,
        },
      ],
      notices: [
        {
          kind: right ? 'improvement_verified' : 'improvement_again',
          office: row.owner as string,
          record: 'improvement',
          subject,
        },
      ],
    };
  },
});

export const postponeImprovement = act({
  name: 'improvement.postpone',
  record: 'improvement',
  states: ['open'],
  input: { dueOn, postponedWhy: text({ required: true, max: 300 }) },
  writes: { improvement: { update: ['dueOn', 'postponedWhy'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if ((input.dueOn as Day) < dayOf(now)) return invalid({ field: 'dueOn', reason: 'in_past' });
    return {
      changes: [{ update: 'improvement', id: subject, set: input, version: row.version }],
      notices: [
        { kind: 'improvement_postponed', office: row.owner as string, record: 'improvement', subject },
      ],
    };
  },
});

export const reviewActs = [
  beginReview,
  noteStandard,
  finishReview,
  requireImprovement,
  reportImprovement,
  verifyImprovement,
  postponeImprovement,
] as const;
