/* Who may see what of what the law gives. Amounts and budget sources name nobody and are for everybody; an administrator enters them and sees no person.
 * An application is seen by who holds the file and by the office it was handed to. What was decided and what was paid is for those who support her (social
 * work, shelter, commune): a border post, the police and an identifier see that she applied, not what she was given or why it was refused. A steering
 * committee's secretary and an auditor see sums by budget source (server/http/support-accounts.ts) and no row. Nothing of it is in a shareable bundle. */
import {
  addressedToOurOffice,
  always,
  either,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, roleNames } from '../agencies/index.ts';
import { ourFile, ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { amountActs } from './amounts.ts';
import { forwardApplication, submitApplication, withdrawApplication } from './applications.ts';
import { makeDecision } from './decisions.ts';
import { recordHardshipPaper, strikeHardshipPaper } from './hardship.ts';
import { paymentActs } from './payments.ts';
import {
  amountLine,
  budgetSource,
  hardshipPaper,
  payment,
  supportApplication,
  supportDecision,
} from './record.ts';
import { supportingRoles } from './roles.ts';

const everybody = roles(...roleNames);
const keepers = roles(...fileRoles);
const supporters = roles(...supportingRoles);

export const entitlementPolicy: readonly Sentence[] = [
  everybody.maySee(amountLine).when(always),
  everybody.maySee(budgetSource).when(always),
  ...roles('administrator')
    .mayAct(...amountActs)
    .when(always),
  keepers
    .maySee(supportApplication)
    .when(either(partOfOurFile, addressedToOurOffice('toOffice', 'to_office'))),
  keepers.maySee(hardshipPaper).when(partOfOurFile),
  supporters.maySee(supportDecision).when(partOfOurFile),
  supporters.maySee(payment).when(partOfOurFile),
  ...keepers.mayAct(recordHardshipPaper).when(ourFileOrShared),
  ...keepers.mayAct(strikeHardshipPaper).when(heldByOurOffice),
  ...keepers.mayAct(submitApplication).when(ourFile),
  ...keepers.mayAct(forwardApplication, withdrawApplication).when(heldByOurOffice),
  ...roles('social_worker', 'commune_officer').mayAct(makeDecision).when(ourFileOrShared),
  ...supporters.mayAct(...paymentActs).when(ourFileOrShared),
];
