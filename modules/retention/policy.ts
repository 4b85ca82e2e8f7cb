/* An administrator enters how long files are kept, and proposes; another officer approves, as a rule the auditor, who is of another agency. Both see numbers, dates and offices and never whose file it
 * is. The office that holds the file sees the review of it and may stop it. Nobody erases: the sweep does what two officers decided, and the database checks that
 * they were two. */
import { addressedToOurOffice, always, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles } from '../agencies/index.ts';
import { approveReview, openReview, proposeReview, refuseReview } from './acts.ts';
import { lengthActs } from './lengths.ts';
import { retentionLength, retentionReview, tombstone } from './record.ts';

const administrators = roles('administrator');
const readers = roles('administrator', 'auditor');
const keepers = roles(...fileRoles);
const ofOurFile = addressedToOurOffice('fileOffice', 'file_office');

export const retentionPolicy: readonly Sentence[] = [
  readers.maySee(retentionReview).when(always),
  keepers.maySee(retentionReview).when(ofOurFile),
  readers.maySee(tombstone).when(always),
  readers.maySee(retentionLength).when(always),
  ...administrators.mayAct(...lengthActs).when(always),
  ...administrators.mayAct(openReview, proposeReview).when(always),
  ...readers.mayAct(approveReview, refuseReview).when(always),
  ...keepers.mayAct(refuseReview).when(ofOurFile),
];
