/* Words that the screens of justice share: classes and circumstances by their codes, lengths with their units. */
import type { Length } from '../../../kernel/rule/parameter.ts';
import type { Translate } from '../../../web/text.ts';

/** A class of offence, a level or a circumstance; a code without words stands as it is. */
export function kindName(t: Translate, code: string): string {
  const key = `justice.kind.${code}`;
  return t.has(key) ? t(key) : code;
}

export const lengthText = (t: Translate, { unit, value }: Length): string =>
  t(`justice.length.${unit}`, { value });
