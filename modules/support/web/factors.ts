/* What the answers of an assessment say of her surroundings, kept apart by how near they are to her, what holds her beside what endangers her. Nothing is counted
 * against anything. */
import type { Answers } from '../../../kernel/fields/kinds.ts';
import type { AssessmentSet, FactorLevel } from '../../../rules/schema.ts';

export const factorLevels: readonly FactorLevel[] = ['individual', 'household', 'community', 'structural'];

export type Factor = AssessmentSet['factors'][number];

export interface Standing {
  readonly factor: Factor;
  /** It was found not to be there the time before. */
  readonly isNew: boolean;
}

export interface Level {
  readonly level: FactorLevel;
  readonly risk: readonly Standing[];
  readonly protective: readonly Standing[];
  /** There the time before, and found to be there no longer. */
  readonly gone: readonly Factor[];
}

type Row = Readonly<Record<string, unknown>>;

const answerOf = (row: Row | undefined, { domain, code }: Factor): string | undefined =>
  (row?.[`${domain}Factors`] as Answers | null | undefined)?.[code];

/** The levels on which something was said; `before` is the assessment before, when there was one. */
export function factorsBeside(set: AssessmentSet, now: Row, before?: Row): Level[] {
  return factorLevels
    .map(level => {
      const here = set.factors.filter(factor => factor.level === level);
      const standing = here
        .filter(factor => answerOf(now, factor) === 'yes')
        .map(factor => ({ factor, isNew: answerOf(before, factor) === 'no' }));
      return {
        level,
        risk: standing.filter(one => one.factor.polarity === 'risk'),
        protective: standing.filter(one => one.factor.polarity === 'protective'),
        gone: here.filter(factor => answerOf(before, factor) === 'yes' && answerOf(now, factor) === 'no'),
      };
    })
    .filter(({ risk, protective, gone }) => risk.length + protective.length + gone.length > 0);
}
