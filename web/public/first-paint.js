/*
 * Sets language, theme and contrast on <html> before the first paint, so that a dark post never flashes white at night.
 * It is a plain script, loaded before everything else, because the content policy forbids inline scripts.
 * web/theme.ts writes the same three keys; keep both in step.
 */
(() => {
  const root = document.documentElement;
  const read = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const asks = query => window.matchMedia(query).matches;
  const theme = read('chungtay.theme');
  const contrast = read('chungtay.contrast');
  root.lang = read('chungtay.lang') === 'en' ? 'en' : 'vi';
  root.dataset.theme =
    theme === 'light' || theme === 'dark' ? theme : asks('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  root.dataset.contrast = contrast === 'more' || asks('(prefers-contrast: more)') ? 'more' : 'normal';
})();
