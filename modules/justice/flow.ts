/* The figures of flow: how long each stage takes with those that still run taken into account, how often limits are lengthened and files returned, where cases of a year stay behind,
 * and how old what still runs is. Each number says by which words the list behind it is asked for (flow-items.ts). Pure: the server gives the rows, under the reader's rights. */
import { type Point, quantile, survival } from '../../kernel/survival.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import {
  ageMonths,
  ageStages,
  type FlowStage,
  flowStages,
  type Item,
  mostTimes,
  type WayStep,
  type Where,
  waySteps,
} from './flow-items.ts';

export interface Count {
  readonly n: number;
  readonly where: Where;
}

/** Of fewer than this no percentile is told: one slow case would be it. */
export const leastTold = 5;

export interface Group {
  /** A class or an office; null for all of the stage. */
  readonly key: string | null;
  readonly all: Count;
  readonly done: Count;
  readonly running: Count;
  readonly paused: Count;
  /** In days; null when the curve has not come down so far, or there are too few to tell. */
  readonly median: number | null;
  readonly ninetieth: number | null;
  readonly curve: readonly Point[];
}

export interface StageFlow {
  readonly stage: FlowStage;
  readonly whole: Group;
  readonly bySeverity: readonly Group[];
  readonly byUnit: readonly Group[];
}

export interface YearFlow {
  readonly year: string;
  readonly reports: Count;
  readonly prosecuted: Count;
  readonly openReports: Count;
  readonly charged: Count;
  readonly steps: readonly {
    readonly step: WayStep;
    readonly reached: Count;
    readonly waiting: Count;
    readonly stopped: Count;
  }[];
}

/** How many had it never, once, twice, and oftener. */
export interface TimesFlow {
  readonly key: string;
  readonly all: Count;
  readonly times: readonly Count[];
}

export interface Flow {
  readonly stages: readonly StageFlow[];
  /** By class. */
  readonly extensions: readonly TimesFlow[];
  /** By who returned the file. */
  readonly returns: readonly TimesFlow[];
  readonly years: readonly YearFlow[];
  readonly ages: readonly {
    readonly months: number;
    readonly all: Count;
    readonly stages: readonly Count[];
  }[];
}

/** How many items have each value of a tag. */
function tally(items: readonly Item[], name: string): (value: string) => number {
  const counts = new Map<string, number>();
  for (const { tags } of items) {
    const value = tags[name] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return value => counts.get(value) ?? 0;
}

/** The items that go by `where`, told apart by one tag more. */
function parted(items: readonly Item[], where: Where, name: string): (value: string) => Count {
  const counts = tally(items, name);
  return value => ({ n: counts(value), where: { ...where, [name]: value } });
}

/** A picture needs no more: steps closer than a hundredth are drawn as one. */
const thinned = (points: readonly Point[]): Point[] => {
  let last = 1;
  return points.filter(({ left }, index) => {
    const isFar = last - left >= 0.01 || index === points.length - 1;
    if (isFar) last = left;
    return isFar;
  });
};

function groupOf(items: readonly Item[], where: Where, key: string | null): Group {
  const tells = items.length >= leastTold;
  const points = tells
    ? survival(items.map(({ days, tags }) => ({ days, isOver: tags.how === 'done' })))
    : [];
  const part = parted(items, where, 'how');
  return {
    key,
    all: { n: items.length, where },
    done: part('done'),
    running: part('running'),
    paused: part('paused'),
    median: quantile(points, 0.5),
    ninetieth: quantile(points, 0.9),
    curve: thinned(points),
  };
}

function stageOf(stage: FlowStage, items: readonly Item[]): StageFlow {
  const where = { of: 'stage', stage };
  const by = (name: 'severity' | 'unit', keys: readonly string[]) => {
    const groups = Map.groupBy(items, item => item.tags[name] ?? '');
    return keys
      .filter(key => groups.has(key))
      .map(key => groupOf(groups.get(key)!, { ...where, [name]: key }, key));
  };
  const units = [...new Set(items.map(item => item.tags.unit!))].filter(Boolean);
  return {
    stage,
    whole: groupOf(items, where, null),
    bySeverity: by('severity', SEVERITIES),
    byUnit: by('unit', units).toSorted((a, b) => b.all.n - a.all.n),
  };
}

const often = Array.from({ length: mostTimes + 1 }, (_, times) => String(times));

const byTag = (items: readonly Item[], name: string): ((value: string) => readonly Item[]) => {
  const groups = Map.groupBy(items, item => item.tags[name] ?? '');
  return value => groups.get(value) ?? [];
};

function yearOf(
  year: string,
  { cases, reports, accused }: Readonly<Record<'cases' | 'reports' | 'accused', readonly Item[]>>,
): YearFlow {
  const outcome = parted(reports, { of: 'reports', year }, 'outcome');
  const steps = byTag(cases, 'step');
  return {
    year,
    reports: { n: reports.length, where: { of: 'reports', year } },
    prosecuted: outcome('prosecute'),
    openReports: outcome('open'),
    charged: { n: accused.length, where: { of: 'accused', year } },
    steps: waySteps.map(step => {
      const where = { of: 'year', year, step };
      const fate = parted(steps(step), where, 'fate');
      return {
        step,
        reached: { n: steps(step).length, where },
        waiting: fate('waiting'),
        stopped: fate('stopped'),
      };
    }),
  };
}

/** The figures of what `itemsOf` found. */
export function flowOf(items: readonly Item[]): Flow {
  const among = byTag(items, 'of');
  const stages = byTag(among('stage'), 'stage');
  const times = (of: string, name: string, keys: readonly string[]) => {
    const parts = byTag(among(of), name);
    return keys.map(key => {
      const where = { of, [name]: key };
      return {
        key,
        all: { n: parts(key).length, where },
        times: often.map(parted(parts(key), where, 'times')),
      };
    });
  };
  const [ofYear, reports, accused] = (['year', 'reports', 'accused'] as const).map(of =>
    byTag(among(of), 'year'),
  );
  const years = [...new Set([...among('year'), ...among('reports')].map(({ tags }) => tags.year!))];
  const months = byTag(among('age'), 'months');
  return {
    stages: flowStages.filter(stage => stages(stage).length > 0).map(stage => stageOf(stage, stages(stage))),
    extensions: times('extensions', 'severity', SEVERITIES).filter(one => one.all.n > 0),
    returns: times('returns', 'by', ['procuracy', 'court']),
    years: years
      .toSorted()
      .reverse()
      .map(year => yearOf(year, { cases: ofYear!(year), reports: reports!(year), accused: accused!(year) })),
    ages: ageMonths.map(least => {
      const where = { of: 'age', months: String(least) };
      const old = months(String(least));
      return {
        months: least,
        all: { n: old.length, where },
        stages: ageStages.map(parted(old, where, 'stage')),
      };
    }),
  };
}
