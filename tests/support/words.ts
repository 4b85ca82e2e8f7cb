/* Reasons as they stand on the screen, from the messages of the languages and without a browser: a message that is missing stops the test. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../../kernel/day.ts';
import { type Reason, reasonText } from '../../kernel/rule/reason.ts';

/** @param messages by language and key, as the files in `locales` have them. */
export function sayingBy(messages: Readonly<Record<Lang, Readonly<Record<string, string>>>>) {
  const wordsIn = (lang: Lang) =>
    Object.assign(
      (key: string, values: Record<string, string | number> = {}): string => {
        const message = messages[lang][key];
        if (!message) throw new Error(`no ${lang} message for ${key}`);
        return String(new IntlMessageFormat(message, lang).format(values));
      },
      { lang },
    );
  return (reason: Reason, lang: Lang): string => reasonText(reason, wordsIn(lang));
}
