/*
 * Shapes of what vite.config.ts makes up at build time: the texts of locales/<lang>/*.json, merged into two files per language.
 */
declare module 'virtual:texts/*' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
