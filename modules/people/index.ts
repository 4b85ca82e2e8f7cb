/* People and their files: what other modules and the server may use of this one. */
export {
  likelyDoubles,
  likenessRows,
  namesOf,
  notYet,
  peopleActs,
  pick,
  statesOf,
  whoSheIs,
} from './acts.ts';
export { peopleCells } from './board.ts';
export {
  countryCodes,
  ethnicityCodes,
  ethnicityList,
  languageCodes,
  nationalityCodes,
  stateless,
} from './lists.ts';
export { checkPaper, exactSearchText } from './papers.ts';
export { peoplePolicy } from './policy.ts';
export {
  fileHeldByOurOffice,
  inReach,
  ourFile,
  ourFileOrShared,
  partOfOurFile,
} from './predicates.ts';
export { exceptionAccess, identityPaper, likeness, peopleRecords, person } from './record.ts';
export { peopleWork } from './work.ts';
