/* The tablet's words in her language, written or spoken, and in Vietnamese where her language has none. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { tabletSentences } from '../index.ts';
import type { Said } from './spoken.ts';
import { wordsOf } from './words/index.ts';

export interface Saying {
  /** The text of a key after `feedback.tablet.`. */
  (key: string): string;
  readonly tag: string;
  /** The language a text really is in. */
  langOf(key: string): string;
  /** The voice of a sentence, where somebody spoke it. */
  voiceOf(key: string): string | null;
  /** How much of the tablet is in her language. */
  readonly reach: 'all' | 'some' | 'none';
  readonly isChecked: boolean;
  /** Who spoke and wrote it, with the days; empty where it came with the system. */
  readonly by: string;
}

export function useSaying(language: string, said: readonly Said[]): Saying {
  const t = useText();
  const { tag, checkedBy, texts } = wordsOf(language);
  const given = new Map(said.map(one => [one.sentence, one]));
  const isHers = (key: string): boolean => Boolean(texts || given.get(key)?.written);
  const say = (key: string): string => given.get(key)?.written ?? texts?.[key] ?? t(`feedback.tablet.${key}`);
  const people = said.flatMap(one =>
    one.by.map(({ interpreter, givenOn }) => `${interpreter} (${formatDay(givenOn as Day, t.lang)})`),
  );
  const covered = tabletSentences.filter(key => texts || given.has(key)).length;
  return Object.assign(say, {
    // Where nothing is written the page is Vietnamese, also for a voice that reads it.
    tag: tabletSentences.every(isHers) ? tag : 'vi',
    langOf: (key: string) => (isHers(key) ? tag : 'vi'),
    voiceOf: (key: string) => given.get(key)?.voice ?? null,
    reach:
      covered === tabletSentences.length
        ? ('all' as const)
        : covered > 0
          ? ('some' as const)
          : ('none' as const),
    isChecked: checkedBy !== null || (texts === null && said.length > 0),
    by: [...new Set(people)].join(', '),
  });
}
