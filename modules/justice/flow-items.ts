/* What the figures of flow are counted from: every case and report as things that can be counted, each with what it is told apart by. A number and the list behind it are the same
 * things asked for in the same words, so that they cannot disagree. */
import { addMonths, type Day, daysBetween } from '../../kernel/day.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import type { CaseState, StepKind } from './lists.ts';
import { whoReturned } from './returns.ts';

export const flowStages = ['report', 'investigation', 'again', 'prosecution', 'trial', 'appeal'] as const;
export type FlowStage = (typeof flowStages)[number];
/** How far a case has come, in turn. */
export const waySteps = ['opened', 'charged', 'indicted', 'judged', 'in_force'] as const;
export type WayStep = (typeof waySteps)[number];
export const ageStages = ['investigation', 'prosecution', 'trial', 'appeal', 'suspended'] as const;
/** Months since the case was opened: from so many on. */
export const ageMonths = [0, 3, 6, 12, 24] as const;
/** As often as this and oftener is one count. */
export const mostTimes = 3;

export interface FlowCase {
  readonly id: string;
  readonly severity: Severity;
  readonly handler: string;
  readonly procuracy: string | null;
  readonly court: string | null;
  readonly appealCourt: string | null;
  readonly openedOn: Day;
  readonly state: CaseState;
  /** In the order they were taken. */
  readonly steps: readonly (readonly [StepKind, Day])[];
  /** How often the limit of the investigation was lengthened. */
  readonly extensions: number;
  readonly accused: readonly {
    readonly id: string;
    readonly state: string;
    readonly chargedOn: Day | null;
  }[];
}

export interface FlowReport {
  readonly id: string;
  readonly unit: string;
  readonly receivedOn: Day;
  readonly resolvedOn: Day | null;
  readonly state: string;
  readonly outcome: string | null;
}

/** What a thing is told apart by; a number is asked for by some of them. */
export type Where = Readonly<Record<string, string>>;

export interface Item {
  readonly record: 'criminalCase' | 'crimeReport' | 'accused';
  readonly id: string;
  /** The case an accused is of; else the row itself. */
  readonly subject: string;
  readonly from: Day;
  readonly until: Day | null;
  /** To its end, or to the day on which was counted. */
  readonly days: number;
  readonly tags: Where;
}

/** The words a number may be asked for by. */
export const whereNames = [
  'of',
  'stage',
  'severity',
  'unit',
  'how',
  'times',
  'by',
  'year',
  'step',
  'fate',
  'outcome',
  'state',
  'months',
] as const;

/** Whether the rows behind a number last from a day to a day; of the others only the beginning is told. */
export const lastsIn = ({ of }: Where): boolean => ['stage', 'reports', 'age'].includes(of ?? '');

export const isAmong = (item: Item, where: Where): boolean =>
  Object.entries(where).every(([name, value]) => item.tags[name] === value);

type How = 'done' | 'running' | 'paused';
interface StageOf {
  readonly stage: FlowStage;
  readonly seat: 'handler' | 'procuracy' | 'court' | 'appealCourt';
}

const entered: Readonly<Partial<Record<StepKind, StageOf>>> = {
  initiated: { stage: 'investigation', seat: 'handler' },
  // What comes back, or is taken up again, has a limit of its own and is no part of how long the first took.
  returned_by_procuracy: { stage: 'again', seat: 'handler' },
  investigation_resumed: { stage: 'again', seat: 'handler' },
  concluded: { stage: 'prosecution', seat: 'procuracy' },
  returned_by_court: { stage: 'prosecution', seat: 'procuracy' },
  court_accepted: { stage: 'trial', seat: 'court' },
  trial_resumed: { stage: 'trial', seat: 'court' },
  appeal_quashed: { stage: 'again', seat: 'handler' },
  appealed: { stage: 'appeal', seat: 'appealCourt' },
  protested: { stage: 'appeal', seat: 'appealCourt' },
};
const left: readonly StepKind[] = [
  'indicted',
  'judged',
  'appeal_judged',
  'appeal_remanded',
  'appeal_withdrawn',
  'closed',
];
/** It ends unfinished here: a case that goes into another goes on there. */
const pausing: readonly StepKind[] = ['investigation_suspended', 'trial_suspended', 'joined_into'];

/** A court above that has no seat in the case leaves its stage with the court below. */
const unitOf = (one: FlowCase, { seat }: StageOf): string =>
  one[seat] ?? (seat === 'appealCourt' ? one.court : null) ?? '';

type Lasting = (from: Day, until: Day | null) => number;
/** Days from one day to another, each day looked up once: there are many stretches and few days. */
function lastingUntil(today: Day): Lasting {
  const places = new Map<Day, number>();
  const placeOf = (day: Day): number => {
    const known = places.get(day);
    if (known !== undefined) return known;
    const place = daysBetween(today, day);
    places.set(day, place);
    return place;
  };
  // A correction can leave a day after today, or before its beginning, for a moment.
  return (from, until) => Math.max(0, placeOf(until ?? today) - placeOf(from));
}

/** One thing that can be counted of a case. */
type Make = (one: FlowCase, tags: Where, from?: Day, until?: Day | null) => Item;

/**
 * The stretches of a case: each from the step that begins a stage to the one that ends it. One that is suspended is left open on that day. What ended before a case was split off was
 * counted where it was taken.
 */
function stretchesOf(one: FlowCase, make: Make): Item[] {
  const found: Item[] = [];
  let open: (StageOf & { readonly from: Day }) | null = null;
  const splitOn = one.steps.find(([kind]) => kind === 'split_off')?.[1] ?? null;
  const end = (how: How, until: Day | null) => {
    if (!open) return;
    if (splitOn && until && until <= splitOn) {
      open = null;
      return;
    }
    const tags = { of: 'stage', stage: open.stage, severity: one.severity, unit: unitOf(one, open), how };
    found.push(make(one, tags, open.from, until));
    open = null;
  };
  for (const [kind, day] of one.steps) {
    const next = entered[kind];
    if (pausing.includes(kind)) end('paused', day);
    else if (next || left.includes(kind)) end('done', day);
    if (next) open = { ...next, from: day };
  }
  end('running', null);
  return found;
}

const timesOf = (count: number): string => String(Math.min(count, mostTimes));

function returnsOf(one: FlowCase, make: Make): Item[] {
  const kinds = one.steps.map(([stepKind]) => stepKind);
  const returned = {
    // What the court sent back passes through the procuracy, which did not return it.
    procuracy: kinds.filter(
      (kind, index) => kind === 'returned_by_procuracy' && whoReturned(kinds.slice(0, index)) === 'vks',
    ),
    court: kinds.filter(kind => kind === 'returned_by_court'),
  };
  const came = { procuracy: 'concluded', court: 'court_accepted' } as const;
  return (['procuracy', 'court'] as const)
    .filter(by => kinds.includes(came[by]))
    .map(by => make(one, { of: 'returns', by, times: timesOf(returned[by].length) }));
}

/** The furthest step of the way, whatever was left out before it. */
function furthestOf({ steps, accused }: FlowCase): number {
  const kinds = steps.map(([kind]) => kind);
  const has = (...any: StepKind[]) => any.some(kind => kinds.includes(kind));
  if (has('judgment_in_force', 'appeal_judged', 'enforcement')) return 4;
  if (has('judged')) return 3;
  if (has('indicted')) return 2;
  return accused.some(one => one.chargedOn) ? 1 : 0;
}

function wayOf(one: FlowCase, make: Make): Item[] {
  const furthest = furthestOf(one);
  const stays =
    furthest === 4 ? 'over' : one.state === 'ended' || one.state === 'joined' ? 'stopped' : 'waiting';
  const year = one.openedOn.slice(0, 4);
  return waySteps
    .slice(0, furthest + 1)
    .map((step, index) => make(one, { of: 'year', year, step, fate: index < furthest ? 'on' : stays }));
}

const ageStageOf: Readonly<Partial<Record<CaseState, (typeof ageStages)[number]>>> = {
  investigation: 'investigation',
  investigation_suspended: 'suspended',
  prosecution: 'prosecution',
  trial: 'trial',
  trial_preparing: 'trial',
  hearing: 'trial',
  trial_suspended: 'suspended',
  judged: 'appeal',
  appeal: 'appeal',
};

/** The first day on which a case opened so many months ago is so old, kept for all of them. */
const agesOn = (today: Day) => ageMonths.map(months => [months, addMonths(today, -months)] as const);

function ageOf(one: FlowCase, make: Make, ages: ReturnType<typeof agesOn>): Item[] {
  const stage = ageStageOf[one.state];
  if (!stage) return [];
  const months = ages.findLast(([, day]) => one.openedOn <= day)?.[0] ?? 0;
  return [make(one, { of: 'age', stage, months: String(months) })];
}

const howOfReport = (state: string): How =>
  state === 'resolved' ? 'done' : state === 'suspended' ? 'paused' : 'running';

/** Everything that can be counted of these cases and reports. */
export function itemsOf(cases: readonly FlowCase[], reports: readonly FlowReport[], today: Day): Item[] {
  const ages = agesOn(today);
  const lasting = lastingUntil(today);
  const make: Make = ({ id, openedOn }, tags, from = openedOn, until = null) => {
    const days = lasting(from, until);
    return { record: 'criminalCase', id, subject: id, from, until, days, tags };
  };
  const ofReport = ({
    id,
    unit,
    receivedOn: from,
    resolvedOn: until,
    state,
    outcome,
  }: FlowReport): Item[] => {
    const row = { record: 'crimeReport', id, subject: id, from, until, days: lasting(from, until) } as const;
    const how = howOfReport(state);
    const became = how === 'running' ? 'open' : (outcome ?? 'open');
    return [
      { ...row, tags: { of: 'stage', stage: 'report', unit, how } },
      { ...row, tags: { of: 'reports', year: from.slice(0, 4), outcome: became } },
    ];
  };
  return [
    ...reports.flatMap(ofReport),
    ...cases.flatMap(one => [
      ...stretchesOf(one, make),
      make(one, { of: 'extensions', severity: one.severity, times: timesOf(one.extensions) }),
      ...returnsOf(one, make),
      ...wayOf(one, make),
      ...one.accused.flatMap(({ id, chargedOn, state }): Item[] => {
        const tags = { of: 'accused', year: one.openedOn.slice(0, 4), state };
        return chargedOn ? [{ ...make(one, tags, chargedOn), record: 'accused', id }] : [];
      }),
      ...ageOf(one, make, ages),
    ]),
  ];
}

/** One thing behind a number, as its list shows it. */
export interface FlowRow {
  readonly record: Item['record'];
  readonly id: string;
  /** The row the page of which is opened. */
  readonly subject: string;
  readonly number: string;
  /** What a case is called; of a report nothing. */
  readonly title: string | null;
  readonly state: string;
  readonly severity: string | null;
  readonly office: string | null;
  readonly from: Day;
  readonly until: Day | null;
  /** To the end, or to today while it runs. */
  readonly days: number;
}
