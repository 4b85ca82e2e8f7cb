/**
 * The public surface of Vietnamese names: folding, parts, keys, comparison and paper numbers. Pure functions, no database; runs the
 * same in the server and in the browser.
 */
export type { BornPrecision } from './born-score.ts';
export type { Comparison, Level, PersonToCompare, PreparedPerson } from './compare.ts';
export { comparePeople, comparePrepared, preparePerson, THRESHOLDS } from './compare.ts';
export {
  clean,
  foldName,
  foldText,
  foldWord,
  isSyllable,
  repairTyping,
  stripMarks,
  stripTone,
  words,
} from './fold.ts';
export type { KeyRange, Search } from './keys.ts';
export { MOST_KEYS, nameKeys, searchPrefix } from './keys.ts';
export type { NameKind, TypedName } from './name-score.ts';
export type { CheckedPaper, KnownPerson, NumberSays, PaperKind, PaperWarning } from './papers.ts';
export { checkPaper, normalisePhone, readCccd, readChineseId } from './papers.ts';
export type { NameParts, NameWord } from './parts.ts';
export { nameParts, nameReadings, splitFused } from './parts.ts';
export type { PaperWarningCode, Reason, ReasonCode } from './reasons.ts';
export { PAPER_WARNINGS, REASONS } from './reasons.ts';
export { isSurname, surnameClasses, surnameLink, surnameShare } from './surnames.ts';
