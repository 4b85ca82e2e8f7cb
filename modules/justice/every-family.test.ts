/* Nothing the law gives a time for stays without a clock: every family of procedure is begun by something that happens to a report or a case. The lives of some are told
 * step by step, and what ran is read off. A line that is added to the rules needs something that begins it, or fails here. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { caseClocks } from './case-clocks.ts';
import type { StepKind } from './lists.ts';
import { reportTerms } from './report-clocks.ts';
import { reportDuties } from './report-duties.ts';
import { dutyClocks } from './side-duties.ts';
import { stageOf } from './stages.ts';

const opened = getDay('2024-03-04');
const day = (after: number): Day => addDays(opened, after);
type Taken = readonly [StepKind, number];
const hearing: readonly StepKind[] = ['trial_ordered', 'trial_postponed', 'appeal_ordered'];

interface Life {
  readonly steps: readonly Taken[];
  readonly measures?: readonly object[];
  readonly duties?: readonly object[];
  readonly severity?: string;
  readonly handlerKind?: string;
}
/** What runs for a case through such a life. */
function ofCase({ steps, measures = [], duties = [], severity = 'RNT', handlerKind = 'police' }: Life) {
  const rows = {
    severity,
    steps: steps.map(([stepKind, after], index) => ({
      id: `${index}`,
      stepKind,
      onDay: day(after),
      madeAt: String(index).padStart(3, '0'),
      hearingOn: hearing.includes(stepKind) ? day(after + 14) : null,
    })),
    accused: [{ id: 'a', born: '2008-01-02' }],
    charges: [{ id: 'c', accused: 'a', fromDay: day(2), severity, replaces: null }],
    measures,
    extensions: [],
    duties,
  } as never;
  const file = { caseLevel: 'region', handlerKind, severity };
  return [...caseClocks(rules, rows), ...dutyClocks(rules, file, rows)].map(one => one.family);
}
const measure = (measureKind: string, after: number, more: object = {}) => ({
  id: `${measureKind} ${after}`,
  accused: 'a',
  measureKind,
  fromAt: `${day(after)}T02:00:00.000Z`,
  orderedMonths: null,
  orderedDays: 20,
  endedOn: null,
  ...more,
});
const note = (limitFamily: string, ofRow: string, after: number, more: object = {}) => ({
  id: 'n',
  limitFamily,
  ofRow,
  doneOn: day(after),
  ...more,
});

const tried: readonly Taken[] = [
  ['initiated', 0],
  ['concluded', 60],
  ['indicted', 80],
  ['court_accepted', 82],
  ['trial_ordered', 120],
  ['trial_postponed', 130],
  ['judged', 150],
];
const cases: Readonly<Record<string, Life>> = {
  'a case that is tried and appealed': {
    steps: [
      ...tried,
      ['appealed', 160],
      ['protested', 161],
      ['appeal_sent', 175],
      ['appeal_accepted', 180],
      ['appeal_ordered', 200],
      ['appeal_judged', 220],
    ],
    measures: [
      measure('emergency_hold', 0),
      measure('custody', 1, { endedOn: day(4) }),
      measure('detention', 4),
      measure('detention', 83),
      measure('detention', 121),
      measure('detention', 181),
      measure('residence_ban', 84),
    ],
    duties: [note('custody.emergency_decide', 'emergency_hold 0', 1), note('accused.send_vks', 'c', 3)],
  },
  'a case that is suspended and comes back': {
    steps: [
      ['initiated', 0],
      ['investigation_suspended', 30],
      ['investigation_resumed', 90],
      ['concluded', 120],
      ['returned_by_procuracy', 130],
      ['concluded', 150],
      ['indicted', 160],
      ['court_accepted', 162],
      ['trial_suspended', 170],
      ['trial_resumed', 200],
      ['returned_by_court', 210],
      ['returned_by_procuracy', 212],
      ['concluded', 230],
      ['indicted', 240],
      ['court_accepted', 242],
    ],
    measures: [measure('detention', 91), measure('detention', 131), measure('detention', 213)],
  },
  'a file that lies with the procuracy': {
    steps: [
      ['initiated', 0],
      ['concluded', 60],
    ],
    measures: [measure('detention', 61), measure('residence_ban', 62)],
  },
  'a file that came back': {
    steps: [
      ['initiated', 0],
      ['concluded', 60],
      ['returned_by_procuracy', 70],
    ],
    measures: [measure('detention', 71)],
  },
  'a judgment that is quashed': {
    steps: [...tried, ['appealed', 160], ['appeal_accepted', 180], ['appeal_quashed', 200]],
  },
  'a case that is to be tried anew': {
    steps: [...tried, ['appealed', 160], ['appeal_accepted', 180], ['appeal_remanded', 200]],
  },
  'an appeal that is withdrawn': {
    steps: [...tried, ['appealed', 160], ['appeal_withdrawn', 170]],
  },
  'an appeal that comes late': {
    steps: [...tried, ['judgment_in_force', 170], ['late_appealed', 175]],
    duties: [note('appeal.late_send', '8', 176)],
  },
  'a slight case in the summary procedure': {
    severity: 'INT',
    steps: [
      ['initiated', 0],
      ['summary_applied', 1],
      ['concluded', 15],
      ['indicted', 18],
      ['court_accepted', 19],
      ['trial_ordered', 25],
    ],
    measures: [measure('detention', 1)],
  },
  'a slight case of the border guard': {
    severity: 'INT',
    handlerKind: 'border_guard',
    steps: [['initiated', 0]],
  },
  'a grave case of the border guard': { handlerKind: 'border_guard', steps: [['initiated', 0]] },
};

const taken = {
  id: 'r',
  office: 'commune',
  receivedAt: '2024-03-04T02:00:00.000Z',
  takenByCommune: 'yes',
  looksSerious: 'yes',
  remotePost: 'yes',
};
const handed = { ...taken, state: 'handed_over', toOffice: 'police', handedAt: '2024-03-04T06:00:00.000Z' };
const takenUp = { ...handed, state: 'taken_up', takenUpOn: '2024-03-05', procuracy: 'vks' };
const decision = (id: string, decisionKind: string, after: number) => ({
  id,
  decisionKind,
  decidedOn: day(after),
});
const reports: Readonly<Record<string, readonly [object, (readonly object[])?, (readonly object[])?]>> = {
  'a report a commune post has': [{ ...taken, state: 'taken' }],
  'another that is not serious': [{ ...taken, state: 'taken', looksSerious: 'no' }],
  'one that is another body’s': [
    handed,
    [],
    [note('report.classify', 'police', 0, { notOursAt: '2024-03-04T08:00:00.000Z' })],
  ],
  'one that is suspended and taken up again': [
    takenUp,
    [
      decision('1', 'suspended', 18),
      decision('2', 'resumed', 40),
      decision('3', 'suspended', 60),
      decision('4', 'suspension_cancelled', 62),
    ],
  ],
  'one nobody is prosecuted for': [
    { ...takenUp, state: 'resolved', resolvedOn: day(15), reportOutcome: 'not_prosecute' },
  ],
};
const ofReport = ([row, decisions = [], duties = []]: (typeof reports)[string]) => [
  ...reportTerms(row as never, decisions as never).map(one => one.family),
  ...reportDuties(rules, row as never, { decisions, duties } as never).map(one => one.family),
];

/** Each family with the first life that begins it. */
const begunBy = new Map<string, string>();
for (const [name, families] of [
  ...Object.entries(cases).map(([name, life]) => [name, ofCase(life)] as const),
  ...Object.entries(reports).map(([name, life]) => [name, ofReport(life)] as const),
])
  for (const family of families) if (!begunBy.has(family)) begunBy.set(family, name);

const ofProcedure = [...new Set(rules.parameters.map(({ family }) => family))].filter(
  family => stageOf(family) !== null,
);

describe('every family of procedure', () => {
  test.each(ofProcedure)('%s begins with something', family => {
    expect([family, begunBy.has(family)]).toEqual([family, true]);
  });
  test('every life begins something no other does: none is there for show', () => {
    const lives = [...Object.keys(cases), ...Object.keys(reports)];
    expect(lives.filter(name => ![...begunBy.values()].includes(name))).toEqual([]);
  });
});
