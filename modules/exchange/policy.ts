/* Whoever may open a file on screen may bring files in, and an import job is the business of the office that started it. Where a file came from follows the
 * file itself. */
import { heldByOurOffice, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles } from '../agencies/index.ts';
import { ourFile, partOfOurFile } from '../people/index.ts';
import { discardImport, importPerson, planImport, startImport, stopImport, uploadImport } from './acts.ts';
import { imported, importJob } from './record.ts';

const keepers = roles(...fileRoles);
const receivers = roles(...receivingRoles);

export const exchangePolicy: readonly Sentence[] = [
  receivers.maySee(importJob).when(heldByOurOffice),
  receivers.mayOpen(importJob, 'content', 'report').when(heldByOurOffice),
  keepers.maySee(imported).when(partOfOurFile),
  keepers.mayOpen(imported, 'sealedRest').when(partOfOurFile),
  ...receivers.mayAct(importPerson).when(ourFile),
  ...receivers.mayAct(uploadImport, planImport, startImport, stopImport, discardImport).when(heldByOurOffice),
];
