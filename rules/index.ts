/**
 * The rules of the province, read once when the program starts. Server and scripts import from here; the browser cannot read
 * files and gets the same content as JSON, made by `rulesForBrowser()`. Pure functions on rules live in `kernel/rule/`.
 */
import { readRules } from './read.ts';
import type { Rules } from './schema.ts';

export * from './indicators/evaluate.ts';
export type * from './schema.ts';

export const rules: Rules = readRules();

/** A copy that survives JSON: no functions, no shared references. */
export function rulesForBrowser(): Rules {
  return JSON.parse(JSON.stringify(rules)) as Rules;
}
