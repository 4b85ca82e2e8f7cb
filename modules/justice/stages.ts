/* The stages of criminal procedure, each with the first words of the lines that belong to it: `report.resolve` is of the reports. */
export const stages = {
  report: ['report'],
  custody: ['custody'],
  investigation: ['case', 'accused', 'bdbp', 'investigation'],
  detention: ['detention'],
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
