/* What the tablet says, language by language. Only what a native speaker has read is marked as checked; where nobody here could write a language surely, there is
 * no text at all and Vietnamese stands in its place, said to be so: a wrong sentence about safety is worse than none. */
import zh from './zh.ts';

export interface Words {
  /** Its name in itself. */
  readonly name: string;
  /** BCP 47, for the page and the voice. */
  readonly tag: string;
  /** Who read it, a native speaker; null: nobody yet. */
  readonly checkedBy: string | null;
  /** By key after `feedback.tablet.`; null: not written. */
  readonly texts: Readonly<Record<string, string>> | null;
}

const unwritten = (name: string, tag: string): Words => ({ name, tag, checkedBy: null, texts: null });

const languages: Readonly<Record<string, Words>> = {
  vi: { name: 'Tiếng Việt', tag: 'vi', checkedBy: 'Chung Tay', texts: {} },
  hmn: unwritten('Hmôngz', 'hmn'),
  dao: unwritten('Dao', 'ium'),
  giay: unwritten('Giáy', 'pcc'),
  tay: unwritten('Tày', 'tyz'),
  zh,
};

export const wordsOf = (language: string): Words => languages[language] ?? languages.vi!;
