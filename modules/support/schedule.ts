/* When she is looked after next, by the risk level a worker judged. The lengths are dated lines of practice (rules/parameters/practice/support.yaml); every day comes
 * with the line it follows, and none of them is ever overdue. */
import type { FactSource, FoundTerm } from '../../kernel/act/act.ts';
import type { Day } from '../../kernel/day.ts';
import { type RiskLevel, riskLevels } from './lists.ts';

export interface Next {
  readonly on: Day;
  /** The day the schedule counts from, for the screen to say why. */
  readonly from: Day;
  readonly rule: string;
}

const asNext = (term: FoundTerm | null, from: Day): Next | null =>
  term?.due ? { on: term.due, from, rule: term.rule } : null;

/** The day a line of practice gives, counted from a day; null where the line has no length. */
export const nextBy = (source: FactSource, family: string, from: Day): Next | null =>
  asNext(source.term(`practice.${family}`, from), from);

/** The schedule of each risk level, loaded before anybody decides which of them it is. */
export const schedules = (source: FactSource, kind: 'reassess' | 'followup', from: Day) =>
  Object.fromEntries(riskLevels.map(level => [level, nextBy(source, `${kind}_${level}`, from)])) as Record<
    RiskLevel,
    Next | null
  >;

interface Planned {
  readonly id: string;
  readonly due_on: Day;
}

/** The follow-ups of a person that are still to be made, the nearest first. */
export const findPlanned = (source: FactSource, person: string): Promise<Planned[]> =>
  source.query<Planned>(
    "select id, due_on::text from follow_up where person = $1 and state = 'planned' order by due_on, id",
    [person],
  );

type OpenAction = {
  readonly id: string;
  readonly state: string;
  readonly to_office: string;
};

/** What somebody was given to do for a person and has not reported. */
export const findOpenActions = (source: FactSource, person: string): Promise<OpenAction[]> =>
  source.query<OpenAction>(
    "select id, state, to_office from plan_action where person = $1 and state = 'open' order by due_on, id",
    [person],
  );

interface Current {
  readonly id: string;
  readonly office: string;
  readonly risk_level: RiskLevel;
}

/** The assessments that count now, as far as we see them. An office that assesses through a share keeps a schedule of its own. */
export const findCurrent = (source: FactSource, person: string): Promise<Current[]> =>
  source.query<Current>(
    "select id, office, risk_level from assessment where person = $1 and state = 'current' order by on_day desc, made_at desc",
    [person],
  );
