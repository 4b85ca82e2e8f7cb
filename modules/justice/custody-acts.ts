/* An exhibit goes from hand to hand. Only who holds it can pass it on; it is another's only when she has confirmed it herself, and until then it stays with who gave it. */
import { type Actor, act, type Change, type Row } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import { choice } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { postHeld } from '../agencies/index.ts';
import { seatsOf } from './case-rows.ts';
import { type CustodyMove, custodyMoves, moveKinds, movesFrom } from './exhibit-lists.ts';
import { custodyStep, exhibit } from './exhibit-record.ts';
import { seatNames } from './seats.ts';

const of = exhibit.fields;
const step = custodyStep.fields;

/** Who may pass it on: who holds it, or for her the head of the office that does. */
const holds = (row: Row, actor: Actor): boolean =>
  row.holder === actor.officer || (actor.head && actor.reach.includes(row.holderOffice as string));

const notBefore = (row: Row, at: Instant, now: Instant): FieldIssue | null =>
  at > now
    ? { field: 'happenedAt', reason: 'in_future' }
    : at < (row.lastAt as string)
      ? { field: 'happenedAt', reason: 'before_custody_step' }
      : null;

/** The next link of the chain, and the exhibit as it is after it. */
function linked(
  row: Row,
  id: string,
  values: { readonly custodyKind: string; readonly happenedAt: Instant | null } & Record<string, unknown>,
  set: Record<string, unknown>,
): Change[] {
  const turn = (row.lastTurn as number) + 1;
  return [
    {
      update: 'exhibit',
      id: row.id,
      set: { ...set, lastTurn: turn, lastAt: values.happenedAt },
      version: row.version,
    },
    {
      insert: 'custodyStep',
      id,
      values: { criminalCase: row.criminalCase, ...seatsOf(row), exhibit: row.id, turn, ...values },
    },
  ];
}
const links = (...names: readonly string[]) => ({
  exhibit: { update: [...names, 'lastTurn', 'lastAt'] },
  custodyStep: { insert: true as const },
});
const at = { ...step.happenedAt };

/** In which offices an officer works today. */
const postsOf = `select office from post where officer = $1 and ${postHeld('post')}`;

export const handOverExhibit = act({
  name: 'exhibit.handOver',
  record: 'exhibit',
  states: ['held'],
  input: {
    nextHolder: { ...of.nextHolder, required: true },
    happenedAt: at,
    place: step.place,
    sealNumber: step.sealNumber,
    note: step.note,
  },
  writes: links('state', 'nextHolder'),
  facts: (source, { input }) => source.query<{ office: string }>(postsOf, [input.nextHolder]),
  decide({ row, subject, input, now, newId, actor }, posts) {
    if (!row) return new Problem('record.not_found');
    if (!holds(row, actor)) return new Problem('exhibit.not_holder');
    const { nextHolder, ...told } = input;
    if (nextHolder === row.holder) return invalid({ field: 'nextHolder', reason: 'handed_to_self' });
    // Whoever could not see the exhibit could not confirm it either.
    const seated = posts.find(post => seatNames.some(seat => row[seat] === post.office));
    if (!seated) return invalid({ field: 'nextHolder', reason: 'not_in_a_seat' });
    const issue = notBefore(row, input.happenedAt!, now);
    if (issue) return invalid(issue);
    return {
      changes: linked(
        row,
        newId(),
        {
          ...told,
          custodyKind: 'handed_over',
          happenedAt: input.happenedAt,
          giver: row.holder,
          holder: row.holder,
          holderOffice: row.holderOffice,
        },
        { state: 'handing_over', nextHolder },
      ),
      notices: [{ kind: 'exhibit_to_confirm', officer: nextHolder!, record: 'exhibit', subject }],
    };
  },
});

const taken = { happenedAt: at, sealNumber: step.sealNumber, note: step.note };

/** By the taker alone: from now on she answers for it. */
export const confirmExhibit = act({
  name: 'exhibit.confirm',
  record: 'exhibit',
  states: ['handing_over'],
  input: { ...taken, place: step.place },
  writes: links('state', 'holder', 'holderOffice', 'nextHolder'),
  decide({ row, input, now, newId, actor }) {
    if (!row) return new Problem('record.not_found');
    if (row.nextHolder !== actor.officer) return new Problem('exhibit.not_taker');
    const issue = notBefore(row, input.happenedAt!, now);
    if (issue) return invalid(issue);
    const holding = { holder: actor.officer, holderOffice: actor.office };
    return {
      changes: linked(
        row,
        newId(),
        { ...input, custodyKind: 'taken_over', happenedAt: input.happenedAt, giver: row.holder, ...holding },
        { ...holding, state: 'held', nextHolder: null },
      ),
      notices: [{ kind: 'exhibit_taken', officer: row.holder as string, record: 'exhibit', subject: row.id }],
    };
  },
});

/** The taker does not take it (a broken seal, something missing): it is still with who gave it. */
export const declineExhibit = act({
  name: 'exhibit.decline',
  record: 'exhibit',
  states: ['handing_over'],
  input: { happenedAt: at, note: { ...step.note, required: true } },
  writes: links('state', 'nextHolder'),
  decide({ row, input, now, newId, actor }) {
    if (!row) return new Problem('record.not_found');
    if (row.nextHolder !== actor.officer) return new Problem('exhibit.not_taker');
    const issue = notBefore(row, input.happenedAt!, now);
    if (issue) return invalid(issue);
    return {
      changes: linked(
        row,
        newId(),
        {
          ...input,
          custodyKind: 'not_taken',
          happenedAt: input.happenedAt,
          giver: row.holder,
          holder: row.holder,
          holderOffice: row.holderOffice,
        },
        { state: 'held', nextHolder: null },
      ),
      notices: [
        { kind: 'exhibit_not_taken', officer: row.holder as string, record: 'exhibit', subject: row.id },
      ],
    };
  },
});

/** Stored, sent to be examined, back from there, released, destroyed. */
export const moveExhibit = act({
  name: 'exhibit.move',
  record: 'exhibit',
  states: ['held', 'at_examination'],
  input: {
    custodyKind: choice('custodyKind', moveKinds, { required: true }),
    happenedAt: at,
    place: step.place,
    toBody: step.toBody,
    toOwner: step.toOwner,
    decisionNumber: step.decisionNumber,
    decidedOn: step.decidedOn,
    sealNumber: step.sealNumber,
    note: step.note,
  },
  writes: links('state', 'holder', 'holderOffice'),
  decide({ row, input, now, newId, actor }) {
    if (!row) return new Problem('record.not_found');
    if (!holds(row, actor)) return new Problem('exhibit.not_holder');
    const kind = input.custodyKind as CustodyMove;
    if (!movesFrom(row.state as string).includes(kind))
      return new Problem('act.wrong_state', { state: row.state as string });
    const rule = custodyMoves[kind];
    const issues: FieldIssue[] = rule.needs
      .filter(field => !input[field])
      .map(field => ({ field, reason: 'required' }));
    const issue = notBefore(row, input.happenedAt!, now);
    if (issue) issues.push(issue);
    if (issues.length > 0) return invalid(...issues);
    const isGone = rule.to === 'released' || rule.to === 'destroyed';
    const holding = isGone
      ? { holder: null, holderOffice: null }
      : { holder: row.holder, holderOffice: row.holderOffice };
    return {
      changes: linked(
        row,
        newId(),
        { ...input, custodyKind: kind, happenedAt: input.happenedAt, giver: row.holder, ...holding },
        { ...holding, state: rule.to },
      ),
    };
  },
});

export const custodyActs = [handOverExhibit, confirmExhibit, declineExhibit, moveExhibit] as const;
