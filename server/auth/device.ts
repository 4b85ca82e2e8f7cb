/* The coarse name of a device in the list of one's own sessions: browser family and system, never a version, a model or an address.
 * The User-Agent header itself is not kept. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser\//, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome · Android`; `?` for what is not recognised. */
export function coarseDevice(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  if (text.startsWith('chungtay command line')) return 'command line';
  const find = (list: readonly (readonly [RegExp, string])[]): string =>
    list.find(([pattern]) => pattern.test(text))?.[1] ?? '?';
  return `${find(BROWSERS)} · ${find(SYSTEMS)}`;
}
