/* Notes of support stay with the office that wrote them. */
import { heldByOurOffice, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { writeNote } from './acts.ts';
import { note } from './record.ts';

const supporters = roles('social_worker', 'shelter_worker', 'womens_union_officer');

export const supportPolicy: readonly Sentence[] = [
  supporters.maySee(note).when(heldByOurOffice),
  ...supporters.mayAct(writeNote).when(heldByOurOffice),
];
