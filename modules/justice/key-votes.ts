/* The vote of an agency in a key case, given by its head with reasons and kept; and where the votes lead, by the rule the question was asked under. */
import { act } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { type Tally, tallyOf } from './key-lists.ts';
import { keyCaseVote } from './key-record.ts';
import { lastRound, ofKeyCase, speaksFor, tellOthers } from './key-seats.ts';

/** Where the key case goes with what a round came to. */
const after = {
  recognise: {
    agreed: { state: 'agreed', told: 'key_case_agreed' },
    not_agreed: { state: 'not_agreed', told: 'key_case_not_agreed' },
  },
  end: {
    agreed: { state: 'ended', told: 'key_case_ended' },
    not_agreed: { state: 'agreed', told: 'key_case_goes_on' },
  },
} as const;

export const voteKeyCase = act({
  name: 'keyCase.vote',
  record: 'keyCase',
  states: ['proposed', 'ending_asked'],
  input: {
    seat: keyCaseVote.fields.seat,
    vote: keyCaseVote.fields.vote,
    reasons: keyCaseVote.fields.reasons,
  },
  writes: {
    keyCase: { update: ['state', 'votesCast', 'agreedOn', 'endedOn'] },
    keyCaseRound: { update: ['outcome', 'decidedOn'] },
    keyCaseVote: { insert: true },
  },
  facts: async (source, { subject }) => {
    const round = await lastRound(source, subject);
    return {
      rules: source.rules as Rules,
      round,
      votes: await source.query<{ seat: string; vote: string }>(
        'select seat, vote from key_case_vote where round = $1',
        [round.id],
      ),
    };
  },
  decide({ row, subject, input, now, actor, newId }, { rules, round, votes }) {
    if (!row) return new Problem('record.not_found');
    const office = speaksFor(row, actor, input.seat);
    if (office instanceof Problem) return office;
    if (votes.some(one => one.seat === input.seat)) return new Problem('key_case.already_voted');
    const rule = rules.key_case_agreement.find(one => one.id === round.agreement);
    if (!rule) throw new Error(`no rule ${round.agreement}`);
    const today = dayOf(now);
    const tally: Tally = tallyOf(rule, [...votes, { vote: input.vote }]);
    const next = tally === 'open' ? null : after[round.roundKind][tally];
    return {
      changes: [
        {
          insert: 'keyCaseVote',
          id: newId(),
          office,
          values: { ...ofKeyCase(row), round: round.id, ...input, votedBy: actor.officer, votedAt: now },
        },
        // The version is what keeps two last votes from both finding the question open.
        {
          update: 'keyCase',
          id: subject,
          set: {
            votesCast: votes.length + 1,
            ...(next && { state: next.state }),
            ...(tally === 'agreed' && { [round.roundKind === 'end' ? 'endedOn' : 'agreedOn']: today }),
          },
          version: row.version,
        },
        ...(tally === 'open'
          ? []
          : [{ update: 'keyCaseRound', id: round.id, set: { outcome: tally, decidedOn: today } } as const]),
      ],
      notices: next ? tellOthers(next.told, row, actor, subject) : [],
      answer: { tally },
    };
  },
});
