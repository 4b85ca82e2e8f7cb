/**
 * A reason: one step of a calculation, as a code and its values, so that the screen can say in either language why a date is
 * what it is. The sentences live in `locales/<lang>/rule.json` under `rule.reason.<code>`; here are only facts.
 */
import { formatDay, formatInstant, type Lang, parseDay, parseInstant } from '../day.ts';

/** `article` is the citation as a Vietnamese lawyer writes it; it is not translated, because it names a Vietnamese text. */
export type Reason = { code: string; params: Record<string, string | number>; article?: string };

function reasonKey(reason: Reason): string {
  return `rule.reason.${reason.code}`;
}

/** The values for an ICU message: days and moments become text in the reader's language, everything else stays. */
export const valuesInWords = <Value>(
  values: Readonly<Record<string, Value>>,
  lang: Lang,
): Record<string, Value | string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const day = parseDay(value);
      const instant = parseInstant(value);
      return [name, day ? formatDay(day, lang) : instant ? formatInstant(instant, lang) : value];
    }),
  );

export const reasonValues = (reason: Reason, lang: Lang): Record<string, string | number> => ({
  article: reason.article ?? '',
  ...valuesInWords(reason.params, lang),
});

/** The sentence of a reason in the reader's words. `say` gives the text of a key; the event that started a term has words of its own. */
export function reasonText(
  reason: Reason,
  say: ((key: string, values?: Record<string, string | number>) => string) & { readonly lang: Lang },
): string {
  const values = reasonValues(reason, say.lang);
  if (values.trigger !== undefined) values.trigger = say(`rule.trigger.${values.trigger}`);
  return say(reasonKey(reason), values);
}
