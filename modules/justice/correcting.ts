/* Setting right what was entered wrongly, in one way for everything: the right value takes its place, and the wrong one stays in the row with who set it right, when and why. What was signed
 * is no such row: papers and manifests are bytes of their own, and no act of this kind reaches them. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import type { Fields } from '../../kernel/fields/kind.ts';
import { type Correction, text } from '../../kernel/fields/kinds.ts';
import { invalid, type Problem } from '../../kernel/problem.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';

type Values = Readonly<Record<string, unknown>>;

/** Asked for with every correction. */
export const correctedWhy = text({ required: true, max: 300 });

/** What is asked for when these fields of a record are set right: all of them, as they should be. */
export const asked = (record: RecordDeclaration, names: readonly string[]): Fields => ({
  ...Object.fromEntries(names.map(name => [name, record.fields[name]!])),
  correctedWhy,
});

/** The right values of a row and what they take the place of; a refusal where nothing is another. */
export function setRight(
  row: Row,
  values: Values,
  { why, actor, now }: { why: unknown; actor: Pick<Actor, 'officer'>; now: Instant },
): Values | Problem {
  const wrong = Object.keys(values).filter(name => (row[name] ?? null) !== (values[name] ?? null));
  if (wrong.length === 0)
    return invalid({ field: Object.keys(values)[0] ?? '', reason: 'nothing_corrected' });
  const correction: Correction = {
    at: now,
    by: actor.officer,
    why: why as string,
    was: Object.fromEntries(wrong.map(name => [name, row[name] ?? null])),
  };
  return {
    ...Object.fromEntries(wrong.map(name => [name, values[name] ?? null])),
    corrections: [...((row.corrections as readonly Correction[] | null | undefined) ?? []), correction],
  };
}
