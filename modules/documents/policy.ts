/* Who may see papers. The office that made one and the office that holds the file see it, its bytes and its scans; nobody else does: not an office the file
 * was shared with (papers are in no bundle), not an officer who broke the glass (an emergency needs an address, not certificates; the acts refuse to make papers then). An investigator sees the
 * papers she made herself and none of her colleagues', because her division also verifies. Opening bytes needs a purpose and is entered in the ledger. */
import { either, heldByOurOffice, namesMe, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles } from '../agencies/index.ts';
import { fileHeldByOurOffice, ourFileOrShared } from '../people/index.ts';
import { attachScan, issueDocument, makeDocument, removeScan, voidDocument } from './acts.ts';
import { document, scan } from './record.ts';

const keepers = roles(...fileRoles);
const investigators = roles('investigator');
const madeHere = either(heldByOurOffice, fileHeldByOurOffice);
const madeByMe = namesMe('maker', 'maker');

export const documentPolicy: readonly Sentence[] = [
  keepers.maySee(document).when(madeHere),
  keepers.mayOpen(document, 'filling', 'docx', 'pdf').when(madeHere),
  keepers.maySee(scan).when(madeHere),
  keepers.mayOpen(scan, 'content').when(madeHere),
  investigators.maySee(document).when(madeByMe),
  investigators.mayOpen(document, 'filling', 'docx', 'pdf').when(madeByMe),
  investigators.maySee(scan).when(madeByMe),
  investigators.mayOpen(scan, 'content').when(madeByMe),
  ...keepers.mayAct(makeDocument, attachScan).when(ourFileOrShared),
  ...keepers.mayAct(issueDocument, voidDocument, removeScan).when(heldByOurOffice),
  ...investigators.mayAct(makeDocument, attachScan).when(ourFileOrShared),
  ...investigators.mayAct(issueDocument, voidDocument, removeScan).when(madeByMe),
];
