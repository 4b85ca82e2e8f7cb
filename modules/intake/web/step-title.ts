/* What a question is called in lists. Apart from the questions themselves, so that the first page need not load them all. */
import type { Translate } from '../../../web/text.ts';

/** The last page: everything once more, and the saving. */
export const checkStep = 'check';

/** Whether a draft's step is still a question: a draft may be older than the questions, or made by another programme. */
export const hasStep = (t: Translate, id: string): boolean =>
  id === checkStep || t.has(`intake.q.${id}.short`);

export function stepTitle(t: Translate, id: string): string {
  return id === checkStep ? t('intake.check.title') : t(`intake.q.${id}.short`);
}
