/* What goes with a report: whose it is, when it ends, and that a body which passes a report on neither keeps the duty nor wins time for the next. Refusals and silences first. */
import { describe, expect, test } from 'vitest';
import { countClock } from '../../kernel/rule/clock.ts';
import { rules } from '../../rules/index.ts';
import { receiptOf, reportTerms } from './report-clocks.ts';
import { officeOf, reportDuties, reportDutyFamilies } from './report-duties.ts';

const atPost = {
  id: 'r',
  office: 'commune',
  state: 'taken',
  receivedAt: '2025-03-03T02:00:00.000Z',
  takenByCommune: 'yes',
  looksSerious: 'yes',
  remotePost: 'no',
};
const handed = {
  ...atPost,
  state: 'handed_over',
  toOffice: 'border',
  handedAt: '2025-03-03T06:00:00.000Z',
};
const passedOn = {
  ...handed,
  toOffice: 'police',
  passedBy: 'border',
  firstHandedAt: '2025-03-03T06:00:00.000Z',
  handedAt: '2025-03-10T01:00:00.000Z',
};
const takenUp = { ...handed, state: 'taken_up', takenUpOn: '2025-03-04', procuracy: 'vks' };
const decision = (id: string, decisionKind: string, decidedOn: string) => ({ id, decisionKind, decidedOn });
const note = (limitFamily: string, ofRow: string, doneOn: string, more: object = {}) => ({
  limitFamily,
  ofRow,
  doneOn,
  ...more,
});
const duties = (row: object, decisions: readonly object[] = [], done: readonly object[] = []) =>
  reportDuties(rules, row as never, { decisions, duties: done } as never);
const running = (...of: Parameters<typeof duties>) =>
  duties(...of)
    .filter(one => !one.met)
    .map(one => one.family);
const find = (family: string, ...of: Parameters<typeof duties>) =>
  duties(...of).find(one => one.family === family);
const resolving = (row: object) =>
  countClock(rules, reportTerms(row as never).find(one => one.family === 'report.resolve')!)!;

test('every family is a line of the rules', () => {
  for (const family of reportDutyFamilies)
    expect([family, rules.parameters.some(line => line.family === family)]).toEqual([family, true]);
});

describe('a report at a commune post', () => {
  test('asks nothing but to be handed over: the post may not resolve it', () => {
    expect(receiptOf(atPost)).toBeNull();
    expect(duties(atPost)).toEqual([]);
  });
});

describe('a report that was received', () => {
  test('is classified to the hour and told of, by the body that has it', () => {
    expect(find('report.classify', handed)).toMatchObject({ due: '2025-03-04T06:00:00.000Z', of: 'border' });
    expect(find('report.notify_vks', handed)!.due).toBe('2025-03-06');
    expect(find('report.notify_reporter', handed)!.due).toBe('2025-03-06');
    expect(officeOf(handed, 'resolver')).toBe('border');
  });
  test('and is another body’s has to be passed on within a day of finding that, and not before', () => {
    expect(find('report.transfer_incompetent', handed)).toBeUndefined();
    const found = [
      note('report.classify', 'border', '2025-03-03', { notOursAt: '2025-03-03T08:00:00.000Z' }),
    ];
    expect(find('report.transfer_incompetent', handed, [], found)).toMatchObject({
      due: '2025-03-04T08:00:00.000Z',
      met: false,
    });
    // What the border guard found is not the police’s finding.
    expect(find('report.transfer_incompetent', passedOn, [], found)).toBeUndefined();
  });
  test('and passed on owes the next body’s receipt, not the first one’s', () => {
    expect(find('report.classify', passedOn)).toMatchObject({ of: 'police', since: passedOn.handedAt });
    expect(find('report.notify_vks', passedOn)!.since).toBe('2025-03-10');
  });
  test('is classified once somebody takes it up; who reported still waits to be told', () => {
    expect(running(takenUp)).toEqual([
      'report.notify_vks',
      'report.notify_reporter',
      'report.pre_expiry_review',
    ]);
  });
});

describe('passing it on wins no time', () => {
  test('the twenty days run from the first body that may resolve it; that is no text of law, so it only advises and says so', () => {
    expect(resolving(handed)).toMatchObject({ due: '2025-03-24', advisory: false });
    const later = resolving(passedOn);
    expect(later).toMatchObject({ due: '2025-03-24', advisory: true });
    expect(later.steps.at(-1)).toEqual({
      code: 'report_passed_on',
      params: { first: '2025-03-03', here: '2025-03-10' },
    });
  });
  test('a post that is no commune’s has it from the first; a commune’s hours are not counted', () => {
    const atStation = { ...atPost, office: 'border', takenByCommune: 'no' };
    expect(resolving(atStation)).toMatchObject({ start: '2025-03-03', advisory: false });
    expect(
      resolving({ ...atStation, toOffice: 'police', handedAt: '2025-03-05T02:00:00.000Z' }),
    ).toMatchObject({
      start: '2025-03-03',
      advisory: true,
    });
    const late = { ...atPost, toOffice: 'police', handedAt: '2025-03-05T02:00:00.000Z' };
    expect(resolving(late)).toMatchObject({ start: '2025-03-05', advisory: false });
  });
});

describe('going over the evidence together', () => {
  test('is asked for a week before the end where somebody under 18 was abused, else five days before suspending; never as a limit', () => {
    const abuse = find('report.pre_expiry_review', { ...takenUp, abuseOfMinor: 'yes' })!;
    expect(abuse).toMatchObject({ since: '2025-03-24', due: '2025-03-17', advisory: true });
    expect(find('report.pre_expiry_review', takenUp)).toMatchObject({ due: '2025-03-19', advisory: true });
    expect(find('report.pre_expiry_review', handed)).toBeUndefined();
  });
  test('is asked for anew where the end has moved', () => {
    const extended = { ...decision('d', 'extended', '2025-03-20'), lengthUnit: 'month', lengthValue: 2 };
    const noted = [note('report.pre_expiry_review', 'r', '2025-03-18')];
    expect(find('report.pre_expiry_review', takenUp, [], noted)!.met).toBe(true);
    expect(find('report.pre_expiry_review', takenUp, [extended], noted)).toMatchObject({
      of: 'd',
      since: '2025-05-05',
      met: false,
    });
  });
});

describe('what was decided', () => {
  const suspended = decision('s', 'suspended', '2025-03-20');
  test('is sent: a suspension within a day by who suspended, its cancelling by the procuracy', () => {
    const row = { ...takenUp, state: 'suspended', resolvedOn: '2025-03-20' };
    // Nobody noted the hour: the day after the decision is not late.
    expect(find('report.suspend_send', row, [suspended])).toMatchObject({
      of: 's',
      due: '2025-03-21T17:00:00.000Z',
      seat: 'resolver',
    });
    const cancelled = [suspended, decision('c', 'suspension_cancelled', '2025-03-25')];
    expect(find('report.suspend_send', takenUp, cancelled)!.doneOn).toBe('2025-03-25');
    const duty = find('report.cancel_send', takenUp, cancelled)!;
    expect([duty.seat, officeOf(takenUp, duty.seat)]).toEqual(['procuracy', 'vks']);
    expect(
      find('report.resume_send', takenUp, [suspended, decision('p', 'resumed', '2025-04-01')])!.due,
    ).toBe('2025-04-04');
  });
  test('in the end is told to who reported, and to the procuracy at once where nobody is prosecuted', () => {
    const resolved = { ...takenUp, state: 'resolved', resolvedOn: '2025-03-20' };
    expect(running({ ...resolved, reportOutcome: 'prosecute' })).toEqual(['report.result_notify']);
    expect(running({ ...resolved, reportOutcome: 'not_prosecute' })).toEqual([
      'report.result_notify',
      'report.non_prosecution_send',
    ]);
    const told = [note('report.result_notify', 'r', '2025-03-27')];
    // The twenty-third is a Sunday: the last day is the Monday after.
    expect(find('report.result_notify', { ...resolved, reportOutcome: 'prosecute' }, [], told)).toMatchObject(
      {
        due: '2025-03-24',
        met: true,
        late: true,
      },
    );
  });
});
