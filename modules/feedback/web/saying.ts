/* The tablet's words in her language, and in Vietnamese where her language has none. */
import { useText } from '../../../web/text.ts';
import { wordsOf } from './words/index.ts';

export interface Saying {
  /** The text of a key after `feedback.tablet.`. */
  (key: string): string;
  readonly tag: string;
  readonly isWritten: boolean;
  readonly isChecked: boolean;
}

export function useSaying(language: string): Saying {
  const t = useText();
  const { tag, checkedBy, texts } = wordsOf(language);
  const say = (key: string): string => texts?.[key] ?? t(`feedback.tablet.${key}`);
  return Object.assign(say, {
    // Where nothing is written the page is Vietnamese, also for a voice that reads it.
    tag: texts ? tag : 'vi',
    isWritten: texts !== null,
    isChecked: checkedBy !== null,
  });
}
