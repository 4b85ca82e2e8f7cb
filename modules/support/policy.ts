/* Notes of support stay with the office that wrote them; writing one needs a file that is held or was shared. */
import { heldByOurOffice, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { ourFileOrShared } from '../people/index.ts';
import { writeNote } from './acts.ts';
import { note } from './record.ts';

const supporters = roles('social_worker', 'shelter_worker', 'womens_union_officer');

export const supportPolicy: readonly Sentence[] = [
  supporters.maySee(note).when(heldByOurOffice),
  ...supporters.mayAct(writeNote).when(ourFileOrShared),
];
