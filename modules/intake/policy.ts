/* The parts of a file taken down at intake follow the file; a receiver of a share may add a child or a consent she was told of. A draft is the officer's own, and goes
 * out of reach with the file it is about. */
import { namesMe, type Predicate, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles, sharedWithRoles } from '../agencies/index.ts';
import { inReach, ourFile, ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { discardDraft, keepDraft, recordChild, recordConsent } from './acts.ts';
import { openChildFile } from './child-file.ts';
import { arrival, child, consent, draft, needs, withdrawal } from './record.ts';
import { registerPerson } from './register.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles.filter(role => role !== 'investigator'));
const receivers = roles(...receivingRoles);
/** Those who begin something long: an interview, a screening, an assessment. */
const writers = roles(...fileRoles, 'womens_union_officer');
const mine = namesMe('keptBy', 'kept_by');
const myDraft: Predicate = {
  name: 'myDraft',
  sql: (alias, session) =>
    `(${mine.sql(alias, session)} and (${alias}.person is null or ${inReach(`${alias}.person`, session)}))`,
  test: null,
};

export const intakePolicy: readonly Sentence[] = [
  ...[arrival, needs, child, consent, withdrawal].map(part => keepers.maySee(part).when(partOfOurFile)),
  roles('womens_union_officer').maySee(consent).when(partOfOurFile),
  roles('womens_union_officer').maySee(withdrawal).when(partOfOurFile),
  writers.maySee(draft).when(myDraft),
  writers.mayOpen(draft, 'body').when(myDraft),
  ...receivers.mayAct(registerPerson).when(ourFile),
  ...receivers.mayAct(openChildFile).when(partOfOurFile),
  ...helpers.mayAct(recordChild, recordConsent).when(ourFileOrShared),
  ...writers.mayAct(keepDraft, discardDraft).when(myDraft),
];
