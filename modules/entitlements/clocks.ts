/* The clock of an application, by where it lies: commune, whoever appraises, whoever decides. The day she was identified chooses between the laws; where the body
 * the old decree names is gone, the labour offices of the districts already before the law changed, or the rule speaks of other regimes, the date is advice and says so. */
import type { Day } from '../../kernel/day.ts';
import type { ClockSource, RunningTerm } from '../../kernel/rule/clock.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { Rules } from '../../rules/schema.ts';
import { lawChange } from '../victims/index.ts';
import { lawsInRules } from './codes.ts';

/** The term of each place where an application lies, and the work a body of that place does. */
const places: Readonly<Record<string, { readonly term: string; readonly work: string }>> = {
  with_commune: { term: 'victim.support_commune', work: 'victim.support_receive' },
  with_district: { term: 'victim.support_district', work: 'victim.support_lead' },
  to_decide: { term: 'victim.support_decide', work: 'victim.support_decide' },
};

/** Since when the body the decree of 2013 gave the work to does it no more: the day its line ends. */
const goneSince = (rules: Pick<Rules, 'competence'>, work: string): Day | null =>
  rules.competence
    .filter(line => line.family === work)
    .toSorted((a, b) => a.valid_from.localeCompare(b.valid_from))[0]?.valid_to ?? null;

export interface ApplicationAt {
  readonly state: string;
  readonly law: string;
  readonly regimes: readonly string[];
  readonly identifiedOn: Day | null;
  readonly stepOn: Day;
  readonly decidedOn?: Day | null;
}

/** The term that runs for an application where it lies; null once it was withdrawn. */
export function applicationTerm(
  { state, law, regimes, identifiedOn, stepOn, decidedOn = null }: ApplicationAt,
  rules: Pick<Rules, 'support' | 'competence'>,
): RunningTerm | null {
  const isDecided = state === 'decided';
  const place = places[isDecided ? 'to_decide' : state];
  if (!place) return null;
  const gone = goneSince(rules, place.work);
  const named = rules.support
    .find(each => each.law === lawsInRules[law])
    ?.regimes.some(regime => regimes.includes(regime.code) && regime.decided_by !== null);
  const onlyAdvice: Reason[] = [
    ...(identifiedOn !== null && identifiedOn < lawChange && gone !== null && stepOn >= gone
      ? [{ code: 'entitled_body_gone', params: { day: gone } }]
      : []),
    ...(named ? [] : [{ code: 'entitled_other_regimes', params: {} }]),
    ...(identifiedOn === null ? [{ code: 'entitled_not_identified_yet', params: {} }] : []),
  ];
  return {
    family: place.term,
    start: stepOn,
    lineDay: identifiedOn ?? stepOn,
    onlyAdvice,
    doneOn: isDecided ? decidedOn : null,
  };
}

export const applicationClocks: ClockSource = {
  record: 'supportApplication',
  clocks(row, rules) {
    // Of a file that was shared without it, the regimes are withheld.
    const at = { ...row, regimes: (row.regimes as readonly string[] | null | undefined) ?? [] };
    const term = applicationTerm(at as unknown as ApplicationAt, rules as Rules);
    return term ? [term] : [];
  },
};
