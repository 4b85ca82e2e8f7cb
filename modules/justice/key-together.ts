/* What the three do together on a key case: meetings with minutes, a day they want a step done by, and each week what was done. None of it is read by any limit: a target day past the
 * law's limit is warned of and counts for nothing. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayIn, dayOf, formatDay, type Instant } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { type CaseClock, caseClocks, countedFor } from './case-clocks.ts';
import { findCase, rowsOf } from './case-rows.ts';
import { asked, setRight } from './correcting.ts';
import { weekOf, workedKeyCase } from './key-lists.ts';
import { keyCaseMeeting, keyCaseProgress, keyCaseTarget } from './key-record.ts';
import { findKeyCase, ofKeyCase, ourSeat, tellOthers } from './key-seats.ts';

/** A key case our agency has a seat in and the three work on, or why not. */
function workedOn(row: Row | null, actor: Parameters<typeof ourSeat>[1]): Problem | null {
  if (!row) return invalid({ field: 'keyCase', reason: 'reference' });
  if (!ourSeat(row, actor)) return new Problem('act.not_yours');
  return (workedKeyCase as readonly unknown[]).includes(row.state)
    ? null
    : new Problem('act.wrong_state', { state: String(row.state) });
}

const meeting = keyCaseMeeting.fields;

export const callMeeting = act({
  name: 'keyCaseMeeting.call',
  record: 'keyCaseMeeting',
  creates: true,
  input: { keyCase: meeting.keyCase, meetsAt: meeting.meetsAt, place: meeting.place, agenda: meeting.agenda },
  writes: { keyCaseMeeting: { insert: true } },
  facts: (source, { input }) => findKeyCase(source, input.keyCase),
  decide({ subject, input, actor }, row) {
    const refused = workedOn(row, actor);
    if (refused || !row) return refused!;
    return {
      changes: [
        { insert: 'keyCaseMeeting', id: subject, values: { ...input, ...ofKeyCase(row), state: 'planned' } },
      ],
      notices: tellOthers('key_case_meeting', row, actor, row.id),
    };
  },
});

/** The minutes: who was there, what was said, what was decided. They are not written before the meeting. */
export const keepMinutes = act({
  name: 'keyCaseMeeting.minutes',
  record: 'keyCaseMeeting',
  states: ['planned'],
  input: {
    attendees: { ...meeting.attendees, required: true },
    minutes: { ...meeting.minutes, required: true },
    decisions: meeting.decisions,
  },
  writes: { keyCaseMeeting: { update: ['state', 'attendees', 'minutes', 'decisions'] } },
  decide({ row, subject, input, now, actor }) {
    if (!row) return new Problem('record.not_found');
    if ((row.meetsAt as Instant) > now) return invalid({ field: 'minutes', reason: 'not_yet_held' });
    return {
      changes: [
        { update: 'keyCaseMeeting', id: subject, set: { ...input, state: 'held' }, version: row.version },
      ],
      notices: tellOthers('key_case_minutes', row, actor, row.keyCase as string),
    };
  },
});

export const cancelMeeting = act({
  name: 'keyCaseMeeting.cancel',
  record: 'keyCaseMeeting',
  states: ['planned'],
  input: { cancelledWhy: { ...meeting.cancelledWhy, required: true } },
  writes: { keyCaseMeeting: { update: ['state', 'cancelledWhy'] } },
  decide: ({ row, subject, input, actor }) =>
    row
      ? {
          changes: [
            {
              update: 'keyCaseMeeting',
              id: subject,
              set: { ...input, state: 'cancelled' },
              version: row.version,
            },
          ],
          notices: tellOthers('key_case_meeting_cancelled', row, actor, row.keyCase as string),
        }
      : new Problem('record.not_found'),
});

/** The limits of the law a step ends, by their family. */
const endedBy: Readonly<Record<string, (family: string) => boolean>> = {
  concluded: family => family.startsWith('investigation.'),
  indicted: family => family === 'prosecution.decide',
  trial_ordered: family => family === 'trial.prepare',
  judged: family => family === 'trial.open',
};

/** The limit that runs now for a step; null where none does, or none is known. */
export const limitBeside = (step: unknown, clocks: readonly CaseClock[]): CaseClock | null =>
  clocks.findLast(
    one => one.accused === null && one.doneOn === null && (endedBy[String(step)]?.(one.family) ?? false),
  ) ?? null;

/** The last day of that limit; null also where it only advises. */
export const lastDayOf = (clock: CaseClock | null): Day | null => {
  const due = clock?.limit.term.due ?? null;
  return due === null || clock!.limit.term.advisory ? null : dayIn(due);
};

/** The limits of the case as far as whoever acts may see it: a court has none of them before the indictment. */
async function clocksOf(source: FactSource, criminalCase: unknown): Promise<CaseClock[]> {
  const file = await findCase(source, criminalCase);
  if (!file) return [];
  return caseClocks(source.rules as Rules, countedFor(file, await rowsOf(source, criminalCase)));
}

const target = keyCaseTarget.fields;

/** Another day for the same step takes the place of the one before it, which is kept. */
export const setTarget = act({
  name: 'keyCaseTarget.set',
  record: 'keyCaseTarget',
  creates: true,
  input: { keyCase: target.keyCase, stepKind: target.stepKind, aimOn: target.aimOn, note: target.note },
  writes: { keyCaseTarget: { insert: true, update: ['state'] } },
  facts: async (source, { input }) => {
    const row = await findKeyCase(source, input.keyCase);
    return {
      row,
      before: await source.query<{ id: string }>(
        `select id from key_case_target where key_case = $1 and step_kind = $2 and state = 'standing'`,
        [input.keyCase, input.stepKind],
      ),
      clocks: row ? await clocksOf(source, row.criminalCase) : [],
    };
  },
  decide({ subject, input, now, actor }, { row, before, clocks }) {
    const refused = workedOn(row, actor);
    if (refused || !row) return refused!;
    const aimOn = input.aimOn!;
    if (aimOn < dayOf(now)) return invalid({ field: 'aimOn', reason: 'in_past' });
    const clock = limitBeside(input.stepKind, clocks);
    const last = lastDayOf(clock);
    const warnings: FieldIssue[] =
      last && aimOn > last
        ? [
            {
              field: 'aimOn',
              reason: 'target_after_limit',
              params: { day: formatDay(last, actor.lang), article: clock!.limit.line.article },
            },
          ]
        : [];
    return {
      changes: [
        ...before.map(({ id }) => ({ update: 'keyCaseTarget', id, set: { state: 'replaced' } })),
        { insert: 'keyCaseTarget', id: subject, values: { ...input, ...ofKeyCase(row), state: 'standing' } },
      ],
      notices: tellOthers('key_case_target', row, actor, row.id),
      warnings,
    };
  },
});

export const dropTarget = act({
  name: 'keyCaseTarget.drop',
  record: 'keyCaseTarget',
  states: ['standing'],
  input: { note: { ...target.note, required: true } },
  writes: { keyCaseTarget: { update: ['state', 'note'] } },
  decide: ({ row, subject, input, actor }) =>
    row
      ? {
          changes: [
            {
              update: 'keyCaseTarget',
              id: subject,
              set: { ...input, state: 'dropped' },
              version: row.version,
            },
          ],
          notices: tellOthers('key_case_target', row, actor, row.keyCase as string),
        }
      : new Problem('record.not_found'),
});

const told = keyCaseProgress.fields;

/** Once a week and agency; a week that has not begun is not told, nor one before the case was a key case. */
export const reportProgress = act({
  name: 'keyCaseProgress.report',
  record: 'keyCaseProgress',
  creates: true,
  input: {
    keyCase: told.keyCase,
    weekFrom: told.weekFrom,
    done: told.done,
    next: told.next,
    obstacle: told.obstacle,
  },
  writes: { keyCaseProgress: { insert: true } },
  facts: async (source, { input }) => ({
    row: await findKeyCase(source, input.keyCase),
    before: await source.query<{ seat: string }>(
      'select seat from key_case_progress where key_case = $1 and week_from = $2',
      [input.keyCase, input.weekFrom && weekOf(input.weekFrom)],
    ),
  }),
  decide({ subject, input, now, actor }, { row, before }) {
    const refused = workedOn(row, actor);
    if (refused || !row) return refused!;
    const seat = ourSeat(row, actor);
    const weekFrom = weekOf(input.weekFrom!);
    if (weekFrom > dayOf(now)) return invalid({ field: 'weekFrom', reason: 'in_future' });
    if (addDays(weekFrom, 6) < (row.agreedOn as Day))
      return invalid({ field: 'weekFrom', reason: 'before_agreed' });
    if (before.some(one => one.seat === seat)) return invalid({ field: 'weekFrom', reason: 'week_told' });
    return {
      changes: [
        { insert: 'keyCaseProgress', id: subject, values: { ...input, weekFrom, ...ofKeyCase(row), seat } },
      ],
    };
  },
});

/** The office that told of a week sets it right while the three still work on the case; what it first told stays readable. */
export const correctProgress = act({
  name: 'keyCaseProgress.correct',
  record: 'keyCaseProgress',
  input: asked(keyCaseProgress, ['done', 'next', 'obstacle']),
  writes: { keyCaseProgress: { update: ['done', 'next', 'obstacle', 'corrections'] } },
  facts: (source, { row }) => findKeyCase(source, row?.keyCase),
  decide({ row, subject, input, now, actor }, file) {
    if (!row) return new Problem('record.not_found');
    const refused = workedOn(file, actor);
    if (refused || !file) return refused!;
    // An office that sits in another seat by now speaks for that one.
    if (ourSeat(file, actor) !== row.seat) return new Problem('correction.not_yours');
    const { correctedWhy: why, ...values } = input as Record<string, unknown>;
    const set = setRight(row, values, { why, actor, now });
    if (set instanceof Problem) return set;
    return {
      changes: [{ update: 'keyCaseProgress', id: subject, set, version: row.version }],
      notices: tellOthers('key_case_progress_corrected', file, actor, file.id),
    };
  },
});

export const togetherActs = [
  callMeeting,
  keepMinutes,
  cancelMeeting,
  setTarget,
  dropTarget,
  reportProgress,
  correctProgress,
] as const;
