/* Who may reach a person's file. The office that holds it works on it; everybody else sees what was shared, through the shared views, and nothing more.
 * Administrators, auditors and the steering committee's secretary see no person at all. */
import { always, either, namesMe, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { correctPerson, decideLikeness, recordPaper } from './acts.ts';
import { breakGlass, endException, reviewException } from './exception-acts.ts';
import { fileHeldByOurOffice, glassBrokenOn, ourFile, ourFileOrShared, partOfOurFile } from './predicates.ts';
import { exceptionAccess, identityPaper, likeness, person } from './record.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles);
const auditors = roles('auditor');

export const peoplePolicy: readonly Sentence[] = [
  keepers.maySee(person).when(ourFile),
  keepers.mayOpen(person, 'phone', 'address', 'bankAccount').when(ourFile),
  roles('womens_union_officer', 'investigator').maySee(person, 'everything').when(glassBrokenOn('id')),
  keepers.maySee(identityPaper).when(partOfOurFile),
  keepers.mayOpen(identityPaper, 'paperNumber').when(partOfOurFile),
  keepers.maySee(likeness).when(partOfOurFile),
  helpers.maySee(exceptionAccess).when(either(namesMe('officer', 'officer'), partOfOurFile)),
  auditors.maySee(exceptionAccess).when(always),
  ...keepers.mayAct(correctPerson).when(ourFile),
  ...helpers.mayAct(recordPaper).when(ourFileOrShared),
  ...keepers.mayAct(decideLikeness).when(partOfOurFile),
  ...helpers.mayAct(breakGlass).when(always),
  ...helpers.mayAct(endException).when(namesMe('officer', 'officer')),
  ...keepers.mayAct(reviewException).when(fileHeldByOurOffice),
  ...auditors.mayAct(reviewException).when(always),
];
