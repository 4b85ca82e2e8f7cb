/* The parts of a file taken down at intake follow the file; a receiver of a share may add a child or a consent she was told of. A draft is the officer's own. */
import { namesMe, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles, sharedWithRoles } from '../agencies/index.ts';
import { ourFile, ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { discardDraft, keepDraft, recordChild, recordConsent } from './acts.ts';
import { openChildFile } from './child-file.ts';
import { arrival, child, consent, draft, needs, withdrawal } from './record.ts';
import { registerPerson } from './register.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles.filter(role => role !== 'investigator'));
const receivers = roles(...receivingRoles);

export const intakePolicy: readonly Sentence[] = [
  ...[arrival, needs, child, consent, withdrawal].map(part => keepers.maySee(part).when(partOfOurFile)),
  roles('womens_union_officer').maySee(consent).when(partOfOurFile),
  roles('womens_union_officer').maySee(withdrawal).when(partOfOurFile),
  receivers.maySee(draft).when(namesMe('keptBy', 'kept_by')),
  receivers.mayOpen(draft, 'body').when(namesMe('keptBy', 'kept_by')),
  ...receivers.mayAct(registerPerson).when(ourFile),
  ...receivers.mayAct(openChildFile).when(partOfOurFile),
  ...helpers.mayAct(recordChild, recordConsent).when(ourFileOrShared),
  ...receivers.mayAct(keepDraft, discardDraft).when(namesMe('keptBy', 'kept_by')),
];
