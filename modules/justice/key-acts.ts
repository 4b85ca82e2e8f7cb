/* How a question comes before the three agencies: one of them proposes a case as a key case on grounds of the checklist, once more after it was refused, or that it be one no longer.
 * What they say to it is in key-votes.ts. Each act reads the seats of its row; nobody speaks for another agency. */
import {
  act,
  type Change,
  type FactSource,
  type Given,
  type Outcome,
  type Row,
} from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Fields } from '../../kernel/fields/kind.ts';
import { text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import { findCase, seatsOf } from './case-rows.ts';
import { livingKeyCase, workedKeyCase } from './key-lists.ts';
import { paperActs } from './key-paper-acts.ts';
import { keyCase, keyCaseRound } from './key-record.ts';
import { lastRound, ofKeyCase, ourSeat, speaksFor, tellOthers } from './key-seats.ts';
import { togetherActs } from './key-together.ts';
import { voteKeyCase } from './key-votes.ts';

const { criminalCase, priority, court } = keyCase.fields;
const { grounds, reasons, endReason } = keyCaseRound.fields;

/** The checklist and the rule of agreement of a day. @throws Error when the rules have none. */
function ruleOn({ key_case_grounds, key_case_agreement }: Rules, on: Day) {
  const list = key_case_grounds.find(one => isInForce(one, on));
  const agreement = key_case_agreement.find(one => isInForce(one, on));
  if (!list || !agreement) throw new Error('no rule on key cases is in force');
  return { list, agreement };
}

/** What is wrong with the grounds that were ticked; null when they will do. */
function badGrounds(list: Rules['key_case_grounds'][number], ticked: readonly string[] | null | undefined) {
  const known = list.items.map(one => one.code);
  if (ticked?.some(code => !known.includes(code))) return invalid({ field: 'grounds', reason: 'choice' });
  return (ticked?.length ?? 0) < list.needed
    ? invalid({ field: 'grounds', reason: 'too_few_grounds', params: { count: list.needed } })
    : null;
}

const isCourt = async (source: FactSource, id: unknown): Promise<boolean> => {
  const [found] = await source.query<{ competence: string[] | null }>(
    'select competence from office where id = $1',
    [id],
  );
  return found?.competence?.includes('try') ?? false;
};

/** The question as it is put to the three, once more each time. */
function roundAsked(
  row: Row,
  { actor, now, newId }: Pick<Given<Fields>, 'actor' | 'now' | 'newId'>,
  values: Readonly<Record<string, unknown>>,
): Change {
  return {
    insert: 'keyCaseRound',
    id: newId(),
    values: {
      ...ofKeyCase(row),
      proposedBy: ourSeat(row, actor),
      proposer: actor.officer,
      proposedOn: dayOf(now),
      outcome: 'open',
      ...values,
    },
  };
}

/** Putting a question to the three about what is a key case already, or was refused once. */
function askedAgain(
  row: Row,
  given: Pick<Given<Fields>, 'actor' | 'now' | 'newId'>,
  { state, told, ...values }: { readonly state: string; readonly told: string } & Record<string, unknown>,
): Outcome {
  const turn = Number(row.rounds) + 1;
  return {
    changes: [
      { update: 'keyCase', id: row.id, set: { state, rounds: turn, votesCast: 0 }, version: row.version },
      roundAsked(row, given, { turn, ...values }),
    ],
    notices: tellOthers(told, row, given.actor, row.id),
  };
}

export const proposeKeyCase = act({
  name: 'keyCase.propose',
  record: 'keyCase',
  creates: true,
  input: {
    criminalCase,
    grounds,
    reasons,
    priority,
    /** Asked for while the case has no court yet: which one is to agree. */
    court,
  },
  writes: { keyCase: { insert: true }, keyCaseRound: { insert: true } },
  facts: async (source, { input }) => {
    const file = await findCase(source, input.criminalCase);
    const asked = file?.court ?? input.court ?? null;
    return {
      rules: source.rules as Rules,
      file,
      asked,
      isCourt: asked !== null && (await isCourt(source, asked)),
      living: await source.query(
        'select id from key_case where criminal_case = $1 and state = any ($2) limit 1',
        [input.criminalCase, livingKeyCase],
      ),
    };
  },
  decide({ subject, input, now, actor, newId }, { rules, file, asked, isCourt: tries, living }) {
    if (!file) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    if (!ourSeat(file, actor)) return new Problem('act.not_yours');
    if (['in_force', 'ended'].includes(file.state as string))
      return new Problem('act.wrong_state', { state: String(file.state) });
    if (living.length > 0) return new Problem('key_case.already');
    const today = dayOf(now);
    const { list, agreement } = ruleOn(rules, today);
    const bad = badGrounds(list, input.grounds);
    if (bad) return bad;
    if (asked === null) return invalid({ field: 'court', reason: 'required' });
    if (!tries) return invalid({ field: 'court', reason: 'office_not_a_court' });
    const seats = { ...seatsOf(file), court: asked };
    const row: Row = {
      id: subject,
      office: actor.office,
      version: 1,
      criminalCase: input.criminalCase,
      ...seats,
      title: file.title,
      state: 'proposed',
      priority: input.priority,
      proposedOn: today,
      rounds: 1,
      votesCast: 0,
    };
    const { id, office: _office, version: _version, ...values } = row;
    return {
      changes: [
        { insert: 'keyCase', id, values },
        roundAsked(
          row,
          { now, actor, newId },
          {
            turn: 1,
            roundKind: 'recognise',
            checklist: list.id,
            grounds: input.grounds,
            reasons: input.reasons,
            agreement: agreement.id,
          },
        ),
      ],
      notices: tellOthers('key_case_proposed', seats, actor, subject),
    };
  },
});

const asking = {
  keyCase: { update: ['state', 'rounds', 'votesCast'] },
  keyCaseRound: { insert: true },
} as const;

/** Once more, after the three did not agree: what has changed since stands in the reasons. */
export const proposeAgain = act({
  name: 'keyCase.proposeAgain',
  record: 'keyCase',
  states: ['not_agreed'],
  input: { grounds, reasons },
  writes: asking,
  facts: async source => source.rules as Rules,
  decide({ row, input, ...given }, rules) {
    if (!row) return new Problem('record.not_found');
    const { list, agreement } = ruleOn(rules, dayOf(given.now));
    const terms = { roundKind: 'recognise', checklist: list.id, agreement: agreement.id };
    return (
      badGrounds(list, input.grounds) ??
      askedAgain(row, given, { state: 'proposed', told: 'key_case_proposed', ...terms, ...input })
    );
  },
});

/** That it be a key case no longer: decided by the three as it was begun. */
export const askEnd = act({
  name: 'keyCase.askEnd',
  record: 'keyCase',
  states: ['agreed'],
  input: { endReason: { ...endReason, required: true }, reasons },
  writes: asking,
  facts: async source => source.rules as Rules,
  decide({ row, input, ...given }, rules) {
    if (!row) return new Problem('record.not_found');
    const { agreement } = ruleOn(rules, dayOf(given.now));
    const terms = { roundKind: 'end', agreement: agreement.id };
    return askedAgain(row, given, {
      state: 'ending_asked',
      told: 'key_case_end_asked',
      ...terms,
      ...input,
    });
  },
});

/** Whoever proposed it takes it back while the three have not agreed. */
export const withdrawKeyCase = act({
  name: 'keyCase.withdraw',
  record: 'keyCase',
  states: ['proposed', 'not_agreed'],
  input: { withdrawnWhy: text({ required: true, max: 500 }) },
  writes: {
    keyCase: { update: ['state', 'endedOn'] },
    keyCaseRound: { update: ['outcome', 'withdrawnWhy'] },
  },
  facts: (source, { subject }) => lastRound(source, subject),
  decide({ row, subject, input, now, actor }, round) {
    if (!row) return new Problem('record.not_found');
    const office = speaksFor(row, actor, round.proposedBy);
    if (office instanceof Problem) return office;
    return {
      changes: [
        {
          update: 'keyCase',
          id: subject,
          set: { state: 'withdrawn', endedOn: dayOf(now) },
          version: row.version,
        },
        {
          update: 'keyCaseRound',
          id: round.id,
          set: { ...input, ...(round.outcome === 'open' && { outcome: 'withdrawn' }) },
        },
      ],
      notices: tellOthers('key_case_withdrawn', row, actor, subject),
    };
  },
});

export const setPriority = act({
  name: 'keyCase.setPriority',
  record: 'keyCase',
  states: [...workedKeyCase],
  input: { priority, priorityWhy: { ...keyCase.fields.priorityWhy, required: true } },
  writes: { keyCase: { update: ['priority', 'priorityWhy'] } },
  decide: ({ row, subject, input, actor }) =>
    row
      ? {
          changes: [{ update: 'keyCase', id: subject, set: input, version: row.version }],
          notices: tellOthers('key_case_priority', row, actor, subject),
        }
      : new Problem('record.not_found'),
});

export const agreementActs = [
  proposeKeyCase,
  proposeAgain,
  voteKeyCase,
  askEnd,
  withdrawKeyCase,
  setPriority,
] as const;
export const keyCaseActs = [...agreementActs, ...paperActs, ...togetherActs] as const;
