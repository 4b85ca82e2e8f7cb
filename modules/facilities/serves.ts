/* Whether a facility is for this person, as far as both are known: what is not known is no reason against. Nothing here decides; it tells whoever does. */
import type { Actor, FactSource } from '../../kernel/act/act.ts';
import { ageOn, type Day, type PartialDay } from '../../kernel/day.ts';
import { fileRoles } from '../agencies/index.ts';
import { stateless } from '../people/index.ts';

/** Of a facility: `servedSex`, `ageFrom`, `ageTo`, `withChildren`, `servedNationality`, `languages`. */
type Served = Readonly<Record<string, unknown>>;

export interface Asking {
  readonly sex?: unknown;
  readonly born?: unknown;
  readonly nationality?: unknown;
  readonly spoken?: unknown;
  readonly children?: number;
  /** A child that came with somebody: where women are taken with their children, the ages and sexes a house takes are those of whoever comes by herself. */
  readonly beside?: boolean;
}

const lineOf = (table: string) => `select id from ${table} where own_file = $1`;
/** Whoever keeps files reads lines of children there; whoever does not, only what was shared. */
const kept = [lineOf('child'), lineOf('shared.child')].join(' union all ');

/** Whether a file is that of a child that came with somebody, as far as the line that says so is the actor's to see. */
export async function isBeside(
  source: Pick<FactSource, 'query'>,
  { role }: Pick<Actor, 'role'>,
  file: string,
): Promise<boolean> {
  const keeps = (fileRoles as readonly string[]).includes(role);
  return (await source.query(keeps ? kept : lineOf('shared.child'), [file])).length > 0;
}

export type Unfit = 'sex' | 'age' | 'nationality' | 'children' | 'language';

const known = (value: unknown): value is string => typeof value === 'string' && value !== '';
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** Each reason why the facility does not seem to be for her; empty when nothing speaks against it. A half-known birth date counts only when every day in it does. */
export function unfitFor(
  served: Served,
  { sex, born, nationality, spoken, children = 0, beside = false }: Asking,
  on: Day,
) {
  const unfit: Unfit[] = [];
  const comesAlong = beside && served.withChildren === 'yes';
  if (known(sex) && !comesAlong && !list(served.servedSex).includes(sex)) unfit.push('sex');
  if (known(born)) {
    const { least, most } = ageOn(born as PartialDay, on);
    const tooYoung = !comesAlong && typeof served.ageFrom === 'number' && most < served.ageFrom;
    const tooOld = typeof served.ageTo === 'number' && least > served.ageTo;
    if (tooYoung || tooOld) unfit.push('age');
  }
  const vietnamese = nationality === 'VN';
  // Somebody without a nationality is neither: the house is asked, nobody is warned.
  if (
    known(nationality) &&
    nationality !== stateless &&
    served.servedNationality === (vietnamese ? 'foreign' : 'vietnamese')
  )
    unfit.push('nationality');
  if (children > 0 && served.withChildren === 'no') unfit.push('children');
  const tongues = list(spoken);
  if (tongues.length > 0 && !tongues.some(code => list(served.languages).includes(code)))
    unfit.push('language');
  return unfit;
}
