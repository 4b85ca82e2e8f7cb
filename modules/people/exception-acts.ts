/* Breaking the glass: an officer looks into a file that is not hers, for a reason in words, for a few hours, and its holder is told. Afterwards two others say
 * whether it was justified; what one has said the other adds to and nobody replaces. */
import { act, type Outcome, type Row } from '../../kernel/act/act.ts';
import { addHours, type Instant } from '../../kernel/day.ts';
import { choice, longText, ref } from '../../kernel/fields/kinds.ts';
import { Problem } from '../../kernel/problem.ts';

/** Hours an officer may look into a file after breaking the glass. */
export const exceptionHours = 4;
/** The shortest reason somebody else can judge, in characters and in different words: a key held down is no reason. */
export const leastReason = { characters: 20, words: 4 } as const;

const differentWords = (text: string): number =>
  new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).map(word => word.normalize('NFC'))).size;

/** Whether the officer may look at the moment: not ended, and the hours have not run out. */
export const isRunning = (row: Row, now: Instant): boolean =>
  row.endedAt === null && (row.until as Instant) > now;

export const breakGlass = act({
  name: 'exceptionAccess.begin',
  record: 'exceptionAccess',
  creates: true,
  needsPurpose: true,
  input: { person: ref('person', { required: true }), reason: longText({ required: true, max: 1000 }) },
  writes: { exceptionAccess: { insert: true } },
  facts: async (source, { input, actor, now }) => ({
    holder:
      (await source.query<{ office: string | null }>('select ct.holder_of($1) as office', [input.person]))[0]
        ?.office ?? null,
    running: await source.query(
      'select id from exception_access where person = $1 and officer = $2 and ended_at is null and until > $3',
      [input.person, actor.officer, now],
    ),
  }),
  decide({ subject, input, actor, now }, { holder, running }): Outcome | Problem {
    const reason = input.reason ?? '';
    if (reason.length < leastReason.characters)
      return new Problem('exception.reason_too_short', { least: leastReason.characters });
    if (differentWords(reason) < leastReason.words)
      return new Problem('exception.reason_unclear', { words: leastReason.words });
    if (!holder) return new Problem('person.not_shared');
    if (running.length > 0) return new Problem('exception.already_open');
    return {
      changes: [
        {
          insert: 'exceptionAccess',
          id: subject,
          person: input.person as string,
          values: { officer: actor.officer, reason, until: addHours(now, exceptionHours) },
        },
      ],
      persons: [input.person as string],
      notices: [{ kind: 'glass_broken', office: holder, record: 'exceptionAccess', subject }],
      ground: 'vital_interest',
    };
  },
});

export const endException = act({
  name: 'exceptionAccess.end',
  record: 'exceptionAccess',
  input: {},
  writes: { exceptionAccess: { update: ['endedAt'] } },
  decide({ row, subject, now }) {
    if (!row) return new Problem('record.not_found');
    if (!isRunning(row, now)) return new Problem('exception.over');
    return {
      changes: [{ update: 'exceptionAccess', id: subject, set: { endedAt: now }, version: row.version }],
      persons: [row.person as string],
    };
  },
});

export const reviewException = act({
  name: 'exceptionAccess.review',
  record: 'exceptionAccess',
  input: { reviewedFinding: choice('exceptionFinding', ['justified', 'not_justified'], { required: true }) },
  writes: {
    exceptionAccess: {
      update: ['reviewedBy', 'reviewedAt', 'reviewedFinding', 'secondBy', 'secondAt', 'secondFinding'],
    },
  },
  decide({ row, subject, input, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.officer === actor.officer) return new Problem('act.not_yours');
    if (isRunning(row, now)) return new Problem('exception.still_open');
    if (row.reviewedBy === actor.officer || row.secondBy !== null) return new Problem('exception.reviewed');
    const finding = input.reviewedFinding;
    const set = row.reviewedBy
      ? { secondFinding: finding, secondBy: actor.officer, secondAt: now }
      : { reviewedFinding: finding, reviewedBy: actor.officer, reviewedAt: now };
    return {
      changes: [{ update: 'exceptionAccess', id: subject, set, version: row.version }],
      persons: [row.person as string],
    };
  },
});
