/* The clock of an application, by where it lies: commune, district office, whoever decides. The day she was identified chooses between the laws; where the body
 * the old decree names is gone, or the rule speaks of other regimes, the date is advice and says so. */
import type { Day } from '../../kernel/day.ts';
import type { ClockSource, RunningTerm } from '../../kernel/rule/clock.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { Rules } from '../../rules/schema.ts';
import { lawChange } from '../victims/index.ts';
import { lawsInRules } from './codes.ts';

const families: Readonly<Record<string, string>> = {
  with_commune: 'victim.support_commune',
  with_district: 'victim.support_district',
  to_decide: 'victim.support_decide',
};

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
  rules: Pick<Rules, 'support'>,
): RunningTerm | null {
  const isDecided = state === 'decided';
  const family = families[isDecided ? 'to_decide' : state];
  if (!family) return null;
  const named = rules.support
    .find(each => each.law === lawsInRules[law])
    ?.regimes.some(regime => regimes.includes(regime.code) && regime.decided_by !== null);
  const onlyAdvice: Reason[] = [
    ...(identifiedOn !== null && identifiedOn < lawChange && stepOn >= lawChange
      ? [{ code: 'entitled_body_gone', params: { day: lawChange } }]
      : []),
    ...(named ? [] : [{ code: 'entitled_other_regimes', params: {} }]),
    ...(identifiedOn === null ? [{ code: 'entitled_not_identified_yet', params: {} }] : []),
  ];
  return {
    family,
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
