/* The stages of criminal procedure, each with the first words of the lines that belong to it: `report.resolve` is of the reports. */
import type { Day } from '../../kernel/day.ts';
import { generalFamily } from './summary-procedure.ts';

export const stages = {
  report: ['report'],
  custody: ['custody'],
  investigation: ['case', 'accused', 'bdbp', 'investigation'],
  detention: ['detention', 'measure'],
  prosecution: ['prosecution'],
  trial: ['trial', 'judgment'],
  appeal: ['appeal', 'protest'],
  summary: ['summary'],
} as const satisfies Record<string, readonly string[]>;
export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[];

/** The stage of a line; null of lines that are no part of criminal procedure. */
export const stageOf = (family: string): Stage | null =>
  stageNames.find(stage => (stages[stage] as readonly string[]).includes(family.split('.')[0]!)) ?? null;

/** The steps of a case from its opening to its trial, each with a limit that goes over to the next. */
export const legNames = ['investigation', 'prosecution', 'transfer', 'preparation', 'opening'] as const;
export type LegName = (typeof legNames)[number];
export const legFamilies: Readonly<Record<LegName, string>> = {
  investigation: 'investigation.limit',
  prosecution: 'prosecution.decide',
  transfer: 'prosecution.to_court',
  preparation: 'trial.prepare',
  opening: 'trial.open',
};

/** The step a limit belongs to, whatever gave the step its limit; null of all others. */
export function legOfFamily(named: string): LegName | null {
  const family = generalFamily(named);
  if (family.startsWith('investigation.')) return 'investigation';
  if (family === 'trial.after_supplementary') return 'preparation';
  return legNames.find(name => legFamilies[name] === family) ?? null;
}

/** By what the limits of the second instance differ: which court hears the appeal, as it was called on the day. */
export const levelOfAppeal = (caseLevel: unknown, on: Day): string =>
  caseLevel === 'province' || caseLevel === 'ministry'
    ? on < '2025-07-01'
      ? 'high'
      : 'supreme'
    : 'province';

/** To appeal and to protest is a right of the parties and of the procuracy: its time runs out, and nobody is late. */
const rights: readonly string[] = [
  'appeal.judgment',
  'protest.judgment',
  'appeal.decision',
  'protest.decision',
];
export const isRight = (family: string): boolean => rights.includes(family);
