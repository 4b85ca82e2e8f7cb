/* The figures of flow: how long each stage takes with those that still run taken into account, how often limits are lengthened and files returned, where cases of a year stay behind,
 * and how old what still runs is. Each number says by which words the list behind it is asked for (flow-items.ts). Pure: the server gives the rows, under the reader's rights. */
import { type Day, daysBetween } from '../../kernel/day.ts';
import { type Point, quantile, survival } from '../../kernel/survival.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import {
  ageMonths,
  ageStages,
  type FlowStage,
  flowStages,
  type Item,
  isAmong,
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

export interface Flow {
  readonly stages: readonly StageFlow[];
  readonly extensions: readonly {
    readonly severity: string;
    readonly all: Count;
    readonly times: readonly Count[];
  }[];
  readonly returns: readonly { readonly by: string; readonly all: Count; readonly times: readonly Count[] }[];
  readonly years: readonly YearFlow[];
  readonly ages: readonly {
    readonly months: number;
    readonly all: Count;
    readonly stages: readonly Count[];
  }[];
}

const count = (items: readonly Item[], where: Where): Count => ({
  n: items.reduce((sum, item) => sum + (isAmong(item, where) ? 1 : 0), 0),
  where,
});

/** A picture needs no more: steps closer than a hundredth are drawn as one. */
const thinned = (points: readonly Point[]): Point[] => {
  let last = 1;
  return points.filter(({ left }, index) => {
    const isFar = last - left >= 0.01 || index === points.length - 1;
    if (isFar) last = left;
    return isFar;
  });
};

function groupOf(items: readonly Item[], today: Day, where: Where, key: string | null): Group {
  const tells = items.length >= leastTold;
  const points = tells
    ? survival(
        items.map(({ from, until, tags }) => ({
          // A correction can leave a day after today, or before its beginning, for a moment.
          days: Math.max(0, daysBetween(from, until ?? today)),
          isOver: tags.how === 'done',
        })),
      )
    : [];
  return {
    key,
    all: count(items, where),
    done: count(items, { ...where, how: 'done' }),
    running: count(items, { ...where, how: 'running' }),
    paused: count(items, { ...where, how: 'paused' }),
    median: quantile(points, 0.5),
    ninetieth: quantile(points, 0.9),
    curve: thinned(points),
  };
}

function stageOf(stage: FlowStage, items: readonly Item[], today: Day): StageFlow {
  const where = { of: 'stage', stage };
  const by = (name: 'severity' | 'unit', keys: readonly string[]) => {
    const groups = Map.groupBy(items, item => item.tags[name] ?? '');
    return keys
      .filter(key => groups.has(key))
      .map(key => groupOf(groups.get(key)!, today, { ...where, [name]: key }, key));
  };
  const units = [...new Set(items.map(item => item.tags.unit ?? ''))].filter(Boolean);
  return {
    stage,
    whole: groupOf(items, today, where, null),
    bySeverity: by('severity', SEVERITIES),
    byUnit: by('unit', units).toSorted((a, b) => b.all.n - a.all.n),
  };
}

const often = Array.from({ length: mostTimes + 1 }, (_, times) => String(times));

/** @param items of `itemsOf`, on the same day. */
export function flowOf(items: readonly Item[], today: Day): Flow {
  const kinds = Map.groupBy(items, item => item.tags.of!);
  const among = (of: string) => kinds.get(of) ?? [];
  const stages = Map.groupBy(among('stage'), item => item.tags.stage!);
  const [ways, reports, accused] = [among('year'), among('reports'), among('accused')].map(each =>
    Map.groupBy(each, item => item.tags.year!),
  );
  const timesOf = (of: string, name: string, key: string) => {
    const where = { of, [name]: key };
    const all = among(of).filter(item => item.tags[name] === key);
    return { all: count(all, where), times: often.map(times => count(all, { ...where, times })) };
  };
  return {
    stages: flowStages
      .filter(stage => stages.has(stage))
      .map(stage => stageOf(stage, stages.get(stage)!, today)),
    extensions: SEVERITIES.map(severity => ({
      severity,
      ...timesOf('extensions', 'severity', severity),
    })).filter(one => one.all.n > 0),
    returns: ['procuracy', 'court'].map(by => ({ by, ...timesOf('returns', 'by', by) })),
    years: [...new Set([...ways!.keys(), ...reports!.keys()])]
      .toSorted()
      .reverse()
      .map(year => {
        const cases = ways!.get(year) ?? [];
        const ofYear = reports!.get(year) ?? [];
        return {
          year,
          reports: count(ofYear, { of: 'reports', year }),
          prosecuted: count(ofYear, { of: 'reports', year, outcome: 'prosecute' }),
          openReports: count(ofYear, { of: 'reports', year, outcome: 'open' }),
          charged: count(accused!.get(year) ?? [], { of: 'accused', year }),
          steps: waySteps.map(step => ({
            step,
            reached: count(cases, { of: 'year', year, step }),
            waiting: count(cases, { of: 'year', year, step, fate: 'waiting' }),
            stopped: count(cases, { of: 'year', year, step, fate: 'stopped' }),
          })),
        };
      }),
    ages: ageMonths.map(months => {
      const where = { of: 'age', months: String(months) };
      return {
        months,
        all: count(among('age'), where),
        stages: ageStages.map(stage => count(among('age'), { ...where, stage })),
      };
    }),
  };
}
