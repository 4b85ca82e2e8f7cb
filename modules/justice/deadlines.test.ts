/* Which limits run, whose duty each is, and when who is told. The refusals of a clock first: nothing runs in a case that has ended, and a right of the parties is nobody's delay. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, type Instant, millisOf, startOfDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { escalation } from '../../rules/schema-justice.ts';
import { caseDeadlines, reportDeadlines } from './deadlines.ts';
import { isQuiet, ladderOn, rungMoments } from './ladder.ts';
import { dutyFamilies } from './side-duties.ts';

const file = (state: string, more: object = {}) => ({
  id: 'c',
  state,
  severity: 'RNT',
  handler: 'police',
  procuracy: 'procuracy',
  court: 'court',
  inCharge: 'toan',
  procurator: null,
  judge: 'ha',
  ...more,
});
const step = (id: number, stepKind: string, onDay: string) => ({
  id: `s${id}`,
  stepKind,
  onDay,
  madeAt: onDay,
});
const measure = (
  id: string,
  accused: string,
  measureKind: string,
  fromAt: string,
  endedOn: string | null,
) => ({
  id,
  accused,
  measureKind,
  fromAt,
  endedOn,
});
const rows = (steps: object[], measures: object[] = []) =>
  ({ steps, measures, accused: [], charges: [], extensions: [], duties: [] }) as never;
const way = ['initiated', 'concluded', 'indicted', 'court_accepted', 'trial_ordered', 'judged'];
const upTo = (count: number) =>
  way.slice(0, count).map((kind, index) => step(index, kind, addDays('2024-03-04' as Day, 20 * index)));
const states = ['investigation', 'prosecution', 'trial', 'trial_preparing', 'hearing', 'judged'];
const all = (count: number, measures: object[] = [], more: object = {}) =>
  caseDeadlines(rules, file(states[count - 1]!, more), rows(upTo(count), measures));
/** Those of the main line. */
const running = (...of: Parameters<typeof all>) =>
  all(...of).filter(({ limitFamily }) => !dutyFamilies.includes(limitFamily));

describe('a case', () => {
  test('that has ended has no limit, whatever was left open in it', () => {
    expect(
      caseDeadlines(
        rules,
        file('ended'),
        rows(upTo(2), [measure('m', 'a', 'detention', '2024-03-05T02:00:00Z', null)]),
      ),
    ).toEqual([]);
  });

  test('whose file nobody noted as received makes nobody late; once that is noted the limit binds', () => {
    const sent = upTo(2);
    const noted = [...sent, step(9, 'procuracy_received', '2024-03-26')];
    const decide = (steps: object[]) =>
      caseDeadlines(rules, file('prosecution'), rows(steps)).find(
        ({ limitFamily }) => limitFamily === 'prosecution.decide',
      );
    expect(decide(sent)).toMatchObject({ startOn: '2024-03-24', duty: 'procuracy', force: 'advises' });
    expect(decide(noted)).toMatchObject({ startOn: '2024-03-26', duty: 'procuracy', force: 'binds' });
  });

  test.each([
    [1, 'investigation.limit', 'police', 'toan'],
    [4, 'trial.prepare', 'court', 'ha'],
    [5, 'trial.open', 'court', 'ha'],
  ])('after %i steps: %s is the duty of the %s', (count, limitFamily, duty, dutyOfficer) => {
    expect(running(count)).toMatchObject([
      { limitFamily, duty, dutyOfficer, named: dutyOfficer !== null, force: 'binds' },
    ]);
  });

  test('while nobody sits in the seat whose turn it is, it stays with the unit that has the case', () => {
    expect(running(4, [], { court: null, judge: null })).toMatchObject([
      { limitFamily: 'trial.prepare', duty: 'police' },
    ]);
  });

  test.each([
    ['nobody above has a seat', {}, 'court', 'ha', 'advises'],
    [
      'the court above has one',
      { appealCourt: 'above', appealProcuracy: 'vks above', appealJudge: 'luu' },
      'above',
      'luu',
      'binds',
    ],
  ])('the second instance: where %s', (_, more, duty, dutyOfficer, force) => {
    const steps = [...upTo(6), step(6, 'appealed', '2024-06-20'), step(7, 'appeal_accepted', '2024-07-10')];
    const limits = caseDeadlines(
      rules,
      file('appeal', { caseLevel: 'district', ...more }),
      rows(steps, [measure('m', 'a', 'detention', '2024-07-11T02:00:00Z', null)]),
    );
    const of = (family: string) => limits.find(({ limitFamily }) => limitFamily === family);
    expect(of('appeal.prepare')).toMatchObject({ duty, dutyOfficer, force });
    // Whoever is held is held by the court that has the case.
    expect(of('detention.appeal')).toMatchObject({ duty, force: 'binds' });
    expect(of('appeal.vks_study')).toMatchObject({
      duty: duty === 'above' ? 'vks above' : 'procuracy',
      force: 'advises',
    });
  });

  test('what goes with a step is whose duty the law says, told apart by its step', () => {
    expect(all(2).filter(({ limitFamily }) => dutyFamilies.includes(limitFamily))).toMatchObject([
      {
        limitFamily: 'investigation.conclusion_send',
        limitKey: 'investigation.conclusion_send s1',
        duty: 'police',
      },
    ]);
    expect(all(4).map(({ limitFamily, duty }) => [limitFamily, duty])).toContainEqual([
      'trial.assign',
      'court',
    ]);
  });

  test('the time to appeal is a right: it makes nobody late', () => {
    expect(running(6).map(({ limitFamily, force }) => [limitFamily, force])).toEqual([
      ['appeal.judgment', 'right'],
      ['protest.judgment', 'right'],
    ]);
  });

  test('each of the accused has limits of her own, and a second custody another key than the first', () => {
    const keys = running(1, [
      measure('m1', 'a', 'custody', '2024-03-04T02:00:00Z', null),
      measure('m2', 'a', 'custody', '2024-04-04T02:00:00Z', null),
      measure('m3', 'b', 'custody', '2024-03-04T02:00:00Z', null),
    ]).map(({ limitKey }) => limitKey);
    expect(new Set(keys).size).toBe(4);
    expect(keys).toContain('custody.tam_giu a 2');
  });

  test('custody ends to the hour, an investigation with its day', () => {
    const [investigation, custody] = running(1, [measure('m', 'a', 'custody', '2024-03-05T02:00:00Z', null)]);
    expect(custody).toMatchObject({ toTheHour: true, dueBy: '2024-03-08T02:00:00.000Z' });
    expect(investigation!.dueBy).toBe(startOfDay(addDays(investigation!.dueOn!, 1)));
  });
});

describe('a report', () => {
  const report = {
    id: 'r',
    state: 'taken',
    office: 'commune',
    madeBy: 'dinh',
    receivedAt: '2024-03-04T02:00:00.000Z',
    takenByCommune: 'yes',
    looksSerious: 'yes',
    remotePost: 'no',
  };
  test('that nobody takes up is somebody’s to resolve all the same', () => {
    const atThePost = { ...report, takenByCommune: 'no', office: 'post' };
    expect(reportDeadlines(rules, atThePost).map(({ limitFamily, duty }) => [limitFamily, duty])).toEqual([
      ['report.assign', 'post'],
      ['report.resolve', 'post'],
      ['report.classify', 'post'],
      ['report.notify_vks', 'post'],
      ['report.notify_reporter', 'post'],
    ]);
    const takenUp = { ...atThePost, state: 'taken_up', takenUpOn: '2024-03-05' };
    expect(reportDeadlines(rules, takenUp).map(({ limitFamily, force }) => [limitFamily, force])).toEqual([
      ['report.resolve', 'binds'],
      ['report.notify_vks', 'binds'],
      ['report.notify_reporter', 'binds'],
      ['report.pre_expiry_review', 'advises'],
    ]);
  });
  test('is the commune’s to hand over, then the body’s to resolve', () => {
    expect(reportDeadlines(rules, report)).toMatchObject([
      { duty: 'commune', dutyOfficer: 'dinh', toTheHour: true },
    ]);
    const handed = {
      ...report,
      state: 'handed_over',
      toOffice: 'police',
      handedAt: '2024-03-04T09:00:00.000Z',
    };
    expect(reportDeadlines(rules, handed)).toMatchObject([
      { limitFamily: 'report.assign', duty: 'police' },
      { limitFamily: 'report.resolve', duty: 'police', dutyOfficer: null, named: false },
      { limitFamily: 'report.classify', limitKey: 'report.classify police', duty: 'police', toTheHour: true },
      { limitFamily: 'report.notify_vks', duty: 'police' },
      { limitFamily: 'report.notify_reporter', duty: 'police' },
    ]);
    const resolved = { ...handed, state: 'resolved', takenUpOn: '2024-03-05', resolvedOn: '2024-03-20' };
    expect(reportDeadlines(rules, resolved)).toMatchObject([{ limitFamily: 'report.result_notify' }]);
    const told = { limitFamily: 'report.result_notify', ofRow: 'r', doneOn: '2024-03-21' };
    expect(reportDeadlines(rules, resolved, { decisions: [], duties: [told] })).toEqual([]);
  });
  test('owes the procuracy’s own sending to the procuracy', () => {
    const row = {
      ...report,
      state: 'taken_up',
      toOffice: 'police',
      procuracy: 'procuracy',
      resolver: 'khai',
      handedAt: '2024-03-04T09:00:00.000Z',
      takenUpOn: '2024-03-05',
    };
    const decisions = [
      { id: 's', decisionKind: 'suspended', decidedOn: '2024-03-20' },
      { id: 'c', decisionKind: 'suspension_cancelled', decidedOn: '2024-03-25' },
    ];
    expect(
      reportDeadlines(rules, row, { decisions, duties: [] }).map(one => [
        one.limitFamily,
        one.duty,
        one.dutyOfficer,
      ]),
    ).toEqual([
      ['report.after_suspend_cancelled', 'police', 'khai'],
      ['report.notify_vks', 'police', 'khai'],
      ['report.notify_reporter', 'police', 'khai'],
      ['report.cancel_send', 'procuracy', null],
      ['report.pre_expiry_review', 'police', 'khai'],
    ]);
  });
});

describe('the ladder', () => {
  const ladder = ladderOn(rules, '2026-01-01' as Day)!;
  const limit = {
    dueOn: '2026-03-10' as Day,
    dueBy: '2026-03-10T17:00:00.000Z' as Instant,
    askUntil: null,
    toTheHour: false,
  };

  test('asks the officer first, earlier where an extension must be asked for, and the committee last', () => {
    const [first] = rungMoments(ladder, limit);
    expect(first).toBe(startOfDay('2026-03-05' as Day));
    expect(rungMoments(ladder, { ...limit, askUntil: '2026-02-28' as Day })[0]).toBe(
      startOfDay('2026-02-23' as Day),
    );
    expect(ladder.rungs.at(-1)!.to).toBe('committee');
  });

  test('each rung is come to after the one before it, whatever the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.boolean(), (before, toTheHour) => {
        const moments = rungMoments(ladder, {
          ...limit,
          toTheHour,
          askUntil: before ? addDays(limit.dueOn, -before) : null,
        });
        return moments.every((at, index) => index === 0 || millisOf(at) > millisOf(moments[index - 1]!));
      }),
    );
  });

  test.each([
    ['2026-03-10T13:59:00.000Z', false],
    ['2026-03-10T14:00:00.000Z', true],
    ['2026-03-10T20:00:00.000Z', true],
    ['2026-03-10T22:59:00.000Z', true],
    ['2026-03-10T23:00:00.000Z', false],
  ])('%s is quiet: %s', (at, quiet) => {
    expect(isQuiet(ladder, at as Instant)).toBe(quiet);
  });

  test('a morning count in the quiet hours is refused', () => {
    const refused = (digest_at: string) => escalation({ ...ladder, digest_at }, 'limits');
    expect(refused('07:00')).toEqual([]);
    for (const time of ['05:59', '21:00']) expect(refused(time).join()).toMatch(/quiet hours/);
  });
});
