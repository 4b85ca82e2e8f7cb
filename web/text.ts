/*
 * Every sentence a person reads comes through here: `useText()` gives `t(key, params)` for the language in use. Texts arrive in two files per
 * language (shell and parts first, all modules after), so that the sign-in page does not wait for the words of twenty modules.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../kernel/day.ts';
import { makeStore } from './store.ts';

export type Params = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

export interface Translate {
  /** The sentence of that key, filled with the parameters. A missing key shows itself. */
  (key: string, params?: Params): string;
  /** Whether there is a text: for derived keys that a module need not have. */
  has(key: string): boolean;
  readonly lang: Lang;
}

type Texts = Readonly<Record<string, string>>;
type Load = () => Promise<{ default: Texts }>;

const LANG_KEY = 'chungtay.lang';
const parts: Record<Lang, { first: Load; rest: Load }> = {
  vi: { first: () => import('virtual:texts/vi/first'), rest: () => import('virtual:texts/vi/rest') },
  en: { first: () => import('virtual:texts/en/first'), rest: () => import('virtual:texts/en/rest') },
};

const loaded: Record<Lang, Record<string, string>> = { vi: {}, en: {} };
const waiting = new Map<string, Promise<void>>();
const current = makeStore<Translate>(translateIn('vi'));

/** The language the last reader of this machine chose; Vietnamese at first. */
export function storedLang(): Lang {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}

/** Loads one part of the texts once; a failed download may be tried again. */
export function loadTexts(lang: Lang, part: 'first' | 'rest'): Promise<void> {
  const name = `${lang}/${part}`;
  const promise =
    waiting.get(name) ??
    parts[lang][part]().then(
      texts => {
        Object.assign(loaded[lang], texts.default);
        if (current.get().lang === lang) current.set(translateIn(lang));
      },
      error => {
        waiting.delete(name);
        throw error;
      },
    );
  waiting.set(name, promise);
  return promise;
}

/** Loads the language's first texts, switches the page to it and keeps the choice on this machine. */
export async function chooseLang(lang: Lang): Promise<void> {
  await loadTexts(lang, 'first');
  if (waiting.has(`${current.get().lang}/rest`)) await loadTexts(lang, 'rest');
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(LANG_KEY, lang);
  } catch {
    // A browser that keeps nothing still works; it asks again next time.
  }
  current.set(translateIn(lang));
}

export function useText(): Translate {
  return current.use();
}

/** For the few places outside React (a printed page's title); screens use `useText()`. */
export function currentText(): Translate {
  return current.get();
}

function translateIn(lang: Lang): Translate {
  const texts = loaded[lang];
  const compiled = new Map<string, IntlMessageFormat>();
  const t = (key: string, params?: Params): string => {
    const text = texts[key];
    if (text === undefined) return import.meta.env.DEV ? `⟦${key}⟧` : key;
    if (!text.includes('{')) return text;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    try {
      return String(message.format(params as Record<string, string>));
    } catch (error) {
      // A sentence that lacks a value must not take the screen down with it; the console and the tests see it.
      console.error(key, error);
      return text.replace(/\{[^{}]*\}/g, '…');
    }
  };
  return Object.assign(t, { lang, has: (key: string) => texts[key] !== undefined });
}
