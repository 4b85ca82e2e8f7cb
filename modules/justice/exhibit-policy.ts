/* Exhibits are seen by the bodies in their seats, those of the second instance among them, as everything of a case. An exhibit is passed on by who holds it, or the head of the office
 * that received it; only the one it is handed to can confirm that she has it. Bytes are opened with a purpose, and each opening is in the ledger. */
import { either, headOfOurOffice, namesMe, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { confirmExhibit, declineExhibit, handOverExhibit, moveExhibit } from './custody-acts.ts';
import { attachExhibitFile, receiveExhibit } from './exhibit-acts.ts';
import { custodyStep, exhibit, exhibitFile } from './exhibit-record.ts';
import { comesToUs, inOurSeat, supervisedAbove, triedAbove } from './seats-predicates.ts';

const bodies = roles('investigator', 'procurator', 'judge_clerk');
const heldByMe = namesMe('holder', 'holder');
const comesToMe = namesMe('nextHolder', 'next_holder');
const seated = either(inOurSeat, supervisedAbove, triedAbove);
const seen = either(seated, comesToUs);

export const exhibitPolicy: readonly Sentence[] = [
  bodies.mayOpen(exhibit, 'fromWhom').when(seated),
  bodies.mayOpen(custodyStep, 'toOwner').when(seated),
  bodies.mayOpen(exhibitFile, 'content').when(seen),
  ...bodies.mayAct(receiveExhibit, attachExhibitFile).when(seated),
  ...bodies.mayAct(handOverExhibit, moveExhibit).when(either(heldByMe, headOfOurOffice)),
  ...bodies.mayAct(confirmExhibit, declineExhibit).when(comesToMe),
];
