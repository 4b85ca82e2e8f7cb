/* Language, light or dark, and contrast as groups of a menu: the sign-in page and the account menu offer the same. */
import { api } from '../datasource.ts';
import { chooseLang, type Translate } from '../text.ts';
import { type Contrast, chooseLook, type Theme } from '../theme.ts';
import type { MenuGroup } from '../ui/menu.tsx';

export function lookGroups(t: Translate, look: { theme: Theme; contrast: Contrast }): MenuGroup[] {
  return [
    {
      id: 'lang',
      title: t('shell.look.lang'),
      chosen: t.lang,
      // Each language in its own words, for the reader who cannot read the other.
      entries: [
        { id: 'vi', label: 'Tiếng Việt' },
        { id: 'en', label: 'English' },
      ],
    },
    {
      id: 'theme',
      title: t('shell.look.theme'),
      chosen: look.theme,
      entries: (['auto', 'light', 'dark'] as const).map(id => ({ id, label: t(`shell.look.${id}`) })),
    },
    {
      id: 'contrast',
      title: t('shell.look.contrast'),
      chosen: look.contrast,
      entries: [
        { id: 'auto', label: t('shell.look.contrast_auto') },
        { id: 'more', label: t('shell.look.contrast_more') },
      ],
    },
  ];
}

/** `signedIn`: the server is told the language too, so that printed papers and mails use it. */
export function pickLook(id: string, group: string, signedIn: boolean): void {
  if (group === 'theme') chooseLook({ theme: id as Theme });
  if (group === 'contrast') chooseLook({ contrast: id as Contrast });
  if (group !== 'lang') return;
  void chooseLang(id as 'vi' | 'en');
  if (signedIn) void api('session/lang', { lang: id }).catch(() => undefined);
}
