/* What runs after each step there is: a limit of the case, a duty beside it, or a line that says the law names no days. Nothing is left to wait without a word. */
import { describe, expect, it, test } from 'vitest';
import { addDays, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { caseClocks } from './case-clocks.ts';
import { type StepKind, stepKinds, steps } from './lists.ts';
import { dutyClocks } from './side-duties.ts';

const first: readonly StepKind[] = ['initiated'];
const before = {
  prosecution: [...first, 'concluded'],
  trial: [...first, 'concluded', 'indicted'],
  preparing: [...first, 'concluded', 'indicted', 'court_accepted'],
  hearing: [...first, 'concluded', 'indicted', 'court_accepted', 'trial_ordered'],
  judged: [...first, 'concluded', 'indicted', 'court_accepted', 'trial_ordered', 'judged'],
  above: [
    ...first,
    'concluded',
    'indicted',
    'court_accepted',
    'trial_ordered',
    'judged',
    'appealed',
    'appeal_sent',
    'appeal_accepted',
  ],
} satisfies Record<string, readonly StepKind[]>;

/** The way to each step, and what runs when it was taken last: of the main line, and of what goes beside it. */
const table: Readonly<
  Record<StepKind, readonly [way: readonly StepKind[], main: readonly string[], beside: readonly string[]]>
> = {
  initiated: [[], ['investigation.limit'], ['case.send_vks']],
  investigation_suspended: [first, ['investigation.suspended'], ['investigation.suspend_send']],
  investigation_resumed: [
    [...first, 'investigation_suspended'],
    ['investigation.resumed'],
    ['investigation.resume_send'],
  ],
  handler_received: [
    [...before.prosecution, 'returned_by_procuracy'],
    ['investigation.supplementary_vks'],
    [],
  ],
  concluded: [first, ['prosecution.decide'], ['investigation.conclusion_send']],
  procuracy_received: [before.prosecution, ['prosecution.decide'], []],
  returned_by_procuracy: [before.prosecution, ['investigation.supplementary_vks'], []],
  indicted: [before.prosecution, [], ['prosecution.to_court', 'prosecution.deliver']],
  court_accepted: [before.trial, ['trial.prepare'], ['trial.assign']],
  returned_by_court: [before.preparing, ['prosecution.returned'], ['trial.send_vks']],
  trial_suspended: [before.preparing, ['trial.suspended'], ['trial.serve_suspend']],
  trial_resumed: [[...before.preparing, 'trial_suspended'], ['trial.resumed'], ['trial.serve_suspend']],
  trial_ordered: [before.preparing, ['trial.open'], ['trial.send_vks']],
  trial_postponed: [before.hearing, [], ['trial.postpone']],
  judged: [before.hearing, ['appeal.judgment', 'protest.judgment'], ['judgment.deliver']],
  appealed: [before.judged, ['appeal.judgment', 'protest.judgment'], ['appeal.notify', 'appeal.file']],
  protested: [before.judged, ['appeal.judgment'], ['protest.send', 'appeal.file']],
  appeal_sent: [[...before.judged, 'appealed'], ['appeal.docket'], ['appeal.notify']],
  appeal_accepted: [
    [...before.judged, 'appealed', 'appeal_sent'],
    [],
    ['appeal.assign', 'appeal.vks_study', 'appeal.prepare', 'appeal.open_total'],
  ],
  appeal_procuracy_received: [before.above, [], ['appeal.vks_study', 'appeal.prepare']],
  appeal_ordered: [before.above, [], ['appeal.open_total', 'appeal.open']],
  appeal_judged: [before.above, ['judgment.enforce'], ['appeal.deliver']],
  appeal_quashed: [before.above, ['investigation.re'], ['appeal.deliver']],
  appeal_remanded: [before.above, ['trial.docket'], ['appeal.deliver']],
  appeal_withdrawn: [before.above, ['judgment.effect'], []],
  judgment_in_force: [before.judged, ['judgment.enforce'], []],
  enforcement: [[...before.judged, 'judgment_in_force'], [], []],
  closed: [first, [], []],
  joined: [first, ['investigation.limit'], []],
  joined_into: [first, [], []],
  split: [first, ['investigation.limit'], []],
  split_off: [first, ['investigation.limit'], []],
  summary_applied: [first, ['summary.investigate'], ['case.send_vks']],
  summary_cancelled: [[...first, 'summary_applied'], ['investigation.limit'], ['case.send_vks']],
  late_appealed: [before.judged, ['appeal.judgment', 'protest.judgment'], ['appeal.late_send']],
  late_appeal_refused: [
    [...before.judged, 'late_appealed'],
    ['appeal.judgment', 'protest.judgment'],
    ['judgment.deliver'],
  ],
  late_appeal_admitted: [
    [...before.judged, 'late_appealed'],
    ['appeal.judgment', 'protest.judgment'],
    ['appeal.notify', 'appeal.file'],
  ],
};
const day = (index: number) => addDays(getDay('2024-03-04'), 9 * index);

test.each(stepKinds.map(kind => [kind, ...table[kind]] as const))('after %s', (kind, way, main, beside) => {
  const rows = {
    steps: [...way, kind].map((stepKind, index) => ({
      id: String(index),
      stepKind,
      onDay: day(index),
      madeAt: day(index),
    })),
    ...{ accused: [], charges: [], measures: [], extensions: [], duties: [] },
  };
  const running = caseClocks(rules, { ...rows, severity: 'RNT' }).filter(one => one.doneOn === null);
  // These and nothing of an earlier stage.
  expect(running.map(one => one.family)).toEqual(main);
  const duties = dutyClocks(rules, { caseLevel: 'province', severity: 'RNT' }, rows);
  expect(duties.filter(one => one.doneOn === null).map(one => one.family)).toEqual(
    expect.arrayContaining([...beside]),
  );
});

describe('where the case is not over', () => {
  it('something always runs', () => {
    for (const kind of stepKinds.filter(one => !['ended', 'joined'].includes(steps[one].to)))
      expect([kind, table[kind][1].length + table[kind][2].length > 0]).toEqual([kind, true]);
  });

  it('a line without a length says why in both languages', () => {
    const families = new Set(Object.values(table).flatMap(([, main]) => main));
    const without = rules.parameters.filter(
      line => families.has(line.family) && line.value === null && !line.lengths,
    );
    expect(without.map(line => line.family).sort()).toEqual([
      'appeal.docket',
      'investigation.suspended',
      'judgment.effect',
      'prosecution.returned',
      'trial.docket',
      'trial.resumed',
      'trial.suspended',
    ]);
    for (const line of without) expect([line.id, line.note?.vi, line.note?.en]).not.toContain(undefined);
  });
});
