/* Review before erasure: a review is opened (by the sweep when a period of the rules is over, or by hand on another ground), one officer proposes to keep or to
 * erase, another approves or sends it back. Approving erases nothing yet: the sweep does, some days later, so that a mistake can still be stopped. */
import { act, type FactSource } from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { choice, day, longText, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { type EnteredLength, enteredLengthsSql, keptUntil, lengthActs } from './lengths.ts';
import { reviewGrounds } from './record.ts';

interface ClosedFile {
  readonly person: string;
  readonly state: string;
  readonly office: string;
  readonly closedOn: Day | null;
  readonly underReview: boolean;
  /** Two officers decided to keep it until then. */
  readonly keptUntil: Day | null;
}

async function facts(source: FactSource, number: string | null) {
  const [file] = await source.query<ClosedFile>(
    'select person, state, office, closed_on as "closedOn", under_review as "underReview", kept_until as "keptUntil" from ct.file_for_review($1)',
    [number],
  );
  const entered = await source.query<EnteredLength>(enteredLengthsSql, ['file']);
  const term = file?.closedOn ? keptUntil(source.rules as Rules, entered, file.closedOn) : null;
  return { file, term };
}

export const openReview = act({
  name: 'retention.open',
  record: 'retentionReview',
  creates: true,
  input: {
    fileNumber: text({ required: true, max: 40 }),
    reviewGround: choice('reviewGround', reviewGrounds, { required: true }),
    groundArticle: text({ max: 120 }),
  },
  writes: { retentionReview: { insert: true } },
  facts: (source, { input }) => facts(source, input.fileNumber),
  decide({ subject, input, now }, { file, term }) {
    if (!file) return invalid({ field: 'fileNumber', reason: 'reference' });
    if (file.state !== 'closed') return new Problem('act.wrong_state', { state: file.state });
    if (file.underReview) return new Problem('record.changed');
    // What is needed as evidence stays, whoever asks: only an order opens it before its day.
    if (file.keptUntil && file.keptUntil > dayOf(now) && input.reviewGround !== 'court_order')
      return new Problem('retention.kept', { day: file.keptUntil });
    const over = term?.due && !term.advisory && term.due <= dayOf(now);
    if (input.reviewGround === 'period_over' && !over) return new Problem('retention.not_due');
    if (input.reviewGround !== 'period_over' && !input.groundArticle)
      return invalid({ field: 'groundArticle', reason: 'required' });
    const { person, office, closedOn } = file;
    return {
      changes: [
        {
          insert: 'retentionReview',
          id: subject,
          values: {
            ...input,
            groundArticle: input.groundArticle ?? term?.article ?? null,
            filePerson: person,
            fileOffice: office,
            closedOn,
            dueOn: term?.due ?? null,
            rule: term?.rule ?? null,
            state: 'due',
          },
        },
      ],
      persons: [person],
      ground: input.reviewGround as string,
    };
  },
});

export const proposeReview = act({
  name: 'retention.propose',
  record: 'retentionReview',
  states: ['due'],
  input: {
    decision: choice('reviewDecision', ['keep', 'erase'], { required: true }),
    keepUntil: day({}),
    reason: longText({ required: true, max: 1000 }),
  },
  writes: {
    retentionReview: {
      update: ['state', 'decision', 'keepUntil', 'reason', 'proposedBy', 'proposedAt', 'decidedNote'],
    },
  },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (input.decision === 'keep' && !input.keepUntil)
      return invalid({ field: 'keepUntil', reason: 'required' });
    if (input.keepUntil && input.keepUntil <= dayOf(now))
      return invalid({ field: 'keepUntil', reason: 'in_past' });
    return {
      changes: [
        {
          update: 'retentionReview',
          id: subject,
          set: {
            ...input,
            keepUntil: input.decision === 'keep' ? input.keepUntil : null,
            state: 'proposed',
            proposedBy: actor.officer,
            proposedAt: now,
            decidedNote: null,
          },
          version: row.version,
        },
      ],
      persons: [row.filePerson as string],
    };
  },
});

export const approveReview = act({
  name: 'retention.approve',
  record: 'retentionReview',
  states: ['proposed'],
  input: {},
  writes: { retentionReview: { update: ['state', 'decidedBy', 'decidedAt', 'eraseOn'] } },
  facts: async (source, { now }) => source.term('practice.erasure_wait', dayOf(now)),
  decide({ row, subject, actor, now }, wait) {
    if (!row) return new Problem('record.not_found');
    if (row.proposedBy === actor.officer) return new Problem('retention.same_officer');
    const erases = row.decision === 'erase';
    if (erases && !wait?.due) return new Problem('retention.not_due');
    return {
      changes: [
        {
          update: 'retentionReview',
          id: subject,
          set: {
            state: erases ? 'approved' : 'kept',
            decidedBy: actor.officer,
            decidedAt: now,
            eraseOn: erases ? wait!.due : null,
          },
          version: row.version,
        },
      ],
      persons: [row.filePerson as string],
      ground: row.reviewGround as string,
      // Whoever holds the file hears of it while it can still be stopped.
      notices: erases
        ? [{ kind: 'erasure_planned', office: row.fileOffice as string, record: 'retentionReview', subject }]
        : [],
    };
  },
});

/** Sends a proposal back, or stops an erasure that was approved and has not happened. Whoever is in doubt may: it takes one. */
export const refuseReview = act({
  name: 'retention.refuse',
  record: 'retentionReview',
  states: ['proposed', 'approved'],
  input: { decidedNote: text({ required: true, max: 300 }) },
  writes: {
    retentionReview: { update: ['state', 'decidedBy', 'decidedAt', 'decidedNote', 'eraseOn', 'failedWhy'] },
  },
  decide: ({ row, subject, input, actor, now }) =>
    row
      ? {
          changes: [
            {
              update: 'retentionReview',
              id: subject,
              set: {
                ...input,
                state: 'due',
                decidedBy: actor.officer,
                decidedAt: now,
                eraseOn: null,
                failedWhy: null,
              },
              version: row.version,
            },
          ],
          persons: [row.filePerson as string],
        }
      : new Problem('record.not_found'),
});

export const retentionActs = [openReview, proposeReview, approveReview, refuseReview, ...lengthActs] as const;
