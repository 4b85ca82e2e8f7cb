/* The keys of texts that follow from declarations and not from a literal in the code: fields, code lists, problems, acts. The check of the locales counts them as used
 * and asks for them. */

import { problemStatus } from '../kernel/problem.ts';
import { acts, records } from '../modules/index.ts';
import { countryCodes, ethnicityCodes, languageCodes } from '../modules/people/index.ts';

/** Lists whose labels come from data/reference/ and not from the locales. */
const fromReference: Readonly<Record<string, readonly string[]>> = {
  ethnicity: ethnicityCodes,
  country: countryCodes,
  spoken: languageCodes,
};

export function derivedKeys(): string[] {
  const keys = new Set<string>();
  for (const record of records)
    for (const [name, field] of Object.entries(record.fields)) {
      keys.add(`field.${record.name}.${name}`);
      const { labels, codes } = field.options;
      if (labels && codes)
        for (const code of codes)
          if (!fromReference[labels]?.includes(code)) keys.add(`list.${labels}.${code}`);
    }
  for (const code of Object.keys(problemStatus)) keys.add(`problem.${code}`);
  for (const act of acts) keys.add(`act.${act.name}`);
  return [...keys];
}
