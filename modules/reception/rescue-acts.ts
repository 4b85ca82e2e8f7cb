/* A rescue operation and the safety plan of each person it is for. The leading office plans and changes, the partners it names read; nobody else hears of it, and no notice is
 * sent about it, because a notice already tells that something is going to happen. */
import { act, type Change, type FactSource } from '../../kernel/act/act.ts';
import { choice, longText, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { foundStates, rescueOperation, safetyPlan } from './record.ts';

const planned = [
  'startsAt',
  'endsAt',
  'place',
  'placeNote',
  'leader',
  'partners',
  'aim',
  'expected',
] as const;
const { startsAt, endsAt, place, placeNote, leader, partners, aim, expected } = rescueOperation.fields;
const operationInput = {
  startsAt,
  endsAt,
  place,
  placeNote,
  leader,
  partners,
  aim,
  expected,
};

/** Offices named as partners that there are none of. */
async function unknownPartners(source: FactSource, named: readonly string[] | null): Promise<number> {
  if (!named) return 0;
  const [known] = await source.query<{ count: number }>(
    'select count(*)::int as count from office where id = any ($1)',
    [named],
  );
  return named.length - (known?.count ?? 0);
}

function unfit(
  { startsAt, endsAt }: { startsAt: string | null; endsAt: string | null },
  unknown: number,
): Problem | null {
  if (startsAt && endsAt && endsAt <= startsAt) return invalid({ field: 'endsAt', reason: 'before_start' });
  return unknown > 0 ? invalid({ field: 'partners', reason: 'reference' }) : null;
}

export const planRescue = act({
  name: 'rescueOperation.plan',
  record: 'rescueOperation',
  creates: true,
  input: operationInput,
  writes: { rescueOperation: { insert: true } },
  facts: (source, { input }) => unknownPartners(source, input.partners),
  decide: ({ subject, input }, unknown) =>
    unfit(input, unknown) ?? {
      changes: [{ insert: 'rescueOperation', id: subject, values: { ...input, state: 'planned' } }],
    },
});

const plansOf = (source: FactSource, operation: string) =>
  source.query<{ id: string }>('select id from safety_plan where rescue_operation = $1', [operation]);

/** The sealed place that was not typed again stays what it was. The partners of the plans follow those of the operation. */
export const changeRescue = act({
  name: 'rescueOperation.change',
  record: 'rescueOperation',
  states: ['planned', 'running'],
  input: operationInput,
  writes: { rescueOperation: { update: planned }, safetyPlan: { update: ['partners'] } },
  async facts(source, { subject, input }) {
    return {
      plans: await plansOf(source, subject),
      unknown: await unknownPartners(source, input.partners),
    };
  },
  decide({ row, subject, input }, { plans, unknown }) {
    if (!row) return new Problem('record.not_found');
    const { placeNote: typed, ...open } = input;
    return (
      unfit(input, unknown) ?? {
        changes: [
          {
            update: 'rescueOperation',
            id: subject,
            set: { ...open, ...(typed === null ? {} : { placeNote: typed }) },
            version: row.version,
          },
          ...plans.map(
            (plan): Change => ({ update: 'safetyPlan', id: plan.id, set: { partners: input.partners } }),
          ),
        ],
      }
    );
  },
});

export const beginRescue = act({
  name: 'rescueOperation.begin',
  record: 'rescueOperation',
  states: ['planned'],
  input: {},
  writes: { rescueOperation: { update: ['state', 'beganAt'] } },
  async facts(source, { subject, row }) {
    return {
      plans: (await plansOf(source, subject)).length,
      expected: (row?.expected as number | null) ?? 0,
    };
  },
  decide({ row, subject, now }, { plans, expected }) {
    if (!row) return new Problem('record.not_found');
    if (plans === 0) return invalid({ field: 'state', reason: 'no_safety_plan' });
    return {
      changes: [
        {
          update: 'rescueOperation',
          id: subject,
          set: { state: 'running', beganAt: now },
          version: row.version,
        },
      ],
      warnings:
        plans < expected
          ? [{ field: 'expected', reason: 'safety_plans_missing', params: { missing: expected - plans } }]
          : [],
    };
  },
});

export const endRescue = act({
  name: 'rescueOperation.end',
  record: 'rescueOperation',
  states: ['running'],
  input: {},
  writes: { rescueOperation: { update: ['state', 'endedAt'] } },
  decide: ({ row, subject, now }) =>
    row
      ? {
          changes: [
            {
              update: 'rescueOperation',
              id: subject,
              set: { state: 'ended', endedAt: now },
              version: row.version,
            },
          ],
        }
      : new Problem('record.not_found'),
});

export const callOffRescue = act({
  name: 'rescueOperation.callOff',
  record: 'rescueOperation',
  states: ['planned', 'running'],
  input: { calledOffWhy: text({ required: true, max: 500 }) },
  writes: { rescueOperation: { update: ['state', 'calledOffWhy', 'endedAt'] } },
  decide: ({ row, subject, input, now }) =>
    row
      ? {
          changes: [
            {
              update: 'rescueOperation',
              id: subject,
              set: { ...input, state: 'called_off', endedAt: now },
              version: row.version,
            },
          ],
        }
      : new Problem('record.not_found'),
});

export const reviewRescue = act({
  name: 'rescueOperation.review',
  record: 'rescueOperation',
  states: ['ended', 'called_off'],
  input: { debrief: longText({ required: true, max: 4000 }), learned: rescueOperation.fields.learned },
  writes: { rescueOperation: { update: ['state', 'debrief', 'learned', 'reviewedAt'] } },
  async facts(source, { subject }) {
    const [open] = await source.query<{ count: number }>(
      "select count(*)::int as count from safety_plan where rescue_operation = $1 and found_state = 'expected'",
      [subject],
    );
    return open?.count ?? 0;
  },
  decide({ row, subject, input, now }, stillExpected) {
    if (!row) return new Problem('record.not_found');
    if (row.state === 'ended' && stillExpected > 0)
      return invalid({ field: 'state', reason: 'still_expected', params: { count: stillExpected } });
    return {
      changes: [
        {
          update: 'rescueOperation',
          id: subject,
          set: { ...input, state: 'reviewed', reviewedAt: now },
          version: row.version,
        },
      ],
    };
  },
});

const {
  rescueOperation: _operation,
  foundState: _found,
  file: _file,
  partners: _partners,
  planNumber: _number,
  ...planInput
} = safetyPlan.fields;
const sealedOfPlan = ['mustNotLearn', 'safeWord', 'whereTo'] as const;

export const writePlan = act({
  name: 'safetyPlan.write',
  record: 'safetyPlan',
  creates: true,
  input: { rescueOperation: ref('rescueOperation', { required: true }), ...planInput },
  writes: { safetyPlan: { insert: true } },
  async facts(source, { input }) {
    const operation = await source.find('rescueOperation', input.rescueOperation as string);
    const [last] = await source.query<{ number: number }>(
      'select coalesce(max(plan_number), 0)::int as number from safety_plan where rescue_operation = $1',
      [input.rescueOperation],
    );
    return { operation, last: last?.number ?? 0 };
  },
  decide({ subject, input, actor }, { operation, last }) {
    if (!operation) return invalid({ field: 'rescueOperation', reason: 'reference' });
    // A partner reads the plans; whoever leads writes them, so that all of them are in one hand.
    if (!actor.reach.includes(operation.office)) return new Problem('act.not_yours');
    if (!['planned', 'running', 'ended'].includes(operation.state as string))
      return new Problem('act.wrong_state', { state: String(operation.state) });
    return {
      changes: [
        {
          insert: 'safetyPlan',
          id: subject,
          values: {
            ...input,
            planNumber: last + 1,
            foundState: 'expected',
            file: null,
            partners: operation.partners,
          },
        },
      ],
      answer: { planNumber: last + 1 },
    };
  },
});

export const changePlan = act({
  name: 'safetyPlan.change',
  record: 'safetyPlan',
  input: planInput,
  writes: { safetyPlan: { update: Object.keys(planInput) } },
  decide({ row, subject, input }) {
    if (!row) return new Problem('record.not_found');
    const set = Object.fromEntries(
      Object.entries(input).filter(
        ([name, value]) => value !== null || !(sealedOfPlan as readonly string[]).includes(name),
      ),
    );
    return { changes: [{ update: 'safetyPlan', id: subject, set, version: row.version }] };
  },
});

export const findPlanned = act({
  name: 'safetyPlan.find',
  record: 'safetyPlan',
  input: {
    foundState: choice('foundState', foundStates, { required: true }),
    file: ref('person', {}),
  },
  writes: { safetyPlan: { update: ['foundState', 'file'] } },
  facts: (source, { input }) => (input.file ? source.find('person', input.file) : Promise.resolve(null)),
  decide({ row, subject, input }, file) {
    if (!row) return new Problem('record.not_found');
    if (input.file && input.foundState !== 'found')
      return invalid({ field: 'foundState', reason: 'file_means_found' });
    // A file somebody else named stays named, also by who cannot read it.
    if (input.file && input.file !== row.file && !file) return new Problem('person.not_shared');
    return {
      changes: [{ update: 'safetyPlan', id: subject, set: input, version: row.version }],
      persons: input.file ? [input.file] : [],
    };
  },
});

/** Whoever received her says which file is hers: a partner that holds it knows, where the office that led does not. */
export const linkPlan = act({
  name: 'safetyPlan.link',
  record: 'safetyPlan',
  states: ['expected', 'found'],
  input: { file: ref('person', { required: true }) },
  writes: { safetyPlan: { update: ['foundState', 'file'] } },
  facts: (source, { input }) => source.find('person', input.file as string),
  decide({ row, subject, input }, file) {
    if (!row) return new Problem('record.not_found');
    if (row.file) return new Problem('act.wrong_state', { state: 'linked' });
    if (!file || file.via) return invalid({ field: 'file', reason: 'reference' });
    return {
      changes: [
        {
          update: 'safetyPlan',
          id: subject,
          set: { foundState: 'found', file: input.file },
          version: row.version,
        },
      ],
      persons: [input.file as string],
    };
  },
});

export const rescueActs = [
  planRescue,
  changeRescue,
  beginRescue,
  endRescue,
  callOffRescue,
  reviewRescue,
  writePlan,
  changePlan,
  findPlanned,
] as const;
