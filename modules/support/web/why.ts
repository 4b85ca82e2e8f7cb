/* Why something was given up: somebody's own words, or the code the system left when it followed from something else. */
import type { Translate } from '../../../web/text.ts';

export function whyText(t: Translate, why: string): string {
  const key = `support.why.${why}`;
  return /^\w+$/.test(why) && t.has(key) ? t(key) : why;
}
