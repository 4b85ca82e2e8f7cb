/* A key case is seen by the three agencies in their seats and by the unit a case is to go to next; by nobody else, whoever may see the case of a victim in it. Any officer of the
 * three proposes, meets and reports; what the agency thinks, and its signature, is given by its head. */
import { either, headOf, heldByOurOffice, type Sentence } from '../../kernel/policy/policy.ts';
import { askEnd, proposeAgain, proposeKeyCase, setPriority, withdrawKeyCase } from './key-acts.ts';
import { makeKeyPaper, signKeyPaper } from './key-paper-acts.ts';
import { keyCasePaper, keyCaseRecords } from './key-record.ts';
import {
  callMeeting,
  cancelMeeting,
  correctProgress,
  dropTarget,
  keepMinutes,
  reportProgress,
  setTarget,
} from './key-together.ts';
import { voteKeyCase } from './key-votes.ts';
import { bodies } from './policy.ts';
import { comesToUs, inOurSeat } from './seats-predicates.ts';

const headsSeat = either(
  headOf('handler', 'handler'),
  headOf('procuracy', 'procuracy'),
  headOf('court', 'court'),
);

const seen = either(inOurSeat, comesToUs);

export const keyCasePolicy: readonly Sentence[] = [
  ...keyCaseRecords.map(record => bodies.maySee(record).when(seen)),
  bodies.mayOpen(keyCasePaper, 'blocks', 'docx', 'pdf', 'signedDocx', 'signedPdf').when(seen),
  ...bodies
    .mayAct(
      proposeKeyCase,
      proposeAgain,
      withdrawKeyCase,
      askEnd,
      setPriority,
      makeKeyPaper,
      callMeeting,
      keepMinutes,
      cancelMeeting,
      setTarget,
      dropTarget,
      reportProgress,
    )
    .when(inOurSeat),
  ...bodies.mayAct(correctProgress).when(heldByOurOffice),
  ...bodies.mayAct(voteKeyCase, signKeyPaper).when(headsSeat),
];
