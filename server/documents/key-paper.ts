/* The joint record of a key case as bytes: the paper that is signed, and the signed copy with the data of its signatures. What the signed copy is made from is opened under the
 * rights of whoever signs last. */
import { Problem } from '../../kernel/problem.ts';
import type { Paper } from '../../modules/documents/index.ts';
import {
  type ComposedPaper,
  composeKeyPaper,
  type KeyPaper,
  type KeySignature,
  type RenderedPaper,
  withSignatures,
} from '../../modules/justice/index.ts';
import { codeName } from '../exchange/in-words.ts';
import { openText } from '../seal/envelope.ts';
import { bothShapes } from './bytes.ts';
import { headOf } from './fill.ts';
import type { MakingFor } from './makers.ts';

export async function keyPaper(
  { db, actor }: MakingFor,
  { content }: { content: KeyPaper },
): Promise<ComposedPaper> {
  const { place } = await headOf(db, actor.office);
  const paper = composeKeyPaper(content, {
    place,
    codeOf: (list, code) => codeName(list, code, 'vi'),
  });
  return { ...(await bothShapes(paper)), blocks: JSON.stringify(paper) };
}

export async function signedKeyPaper(
  { db, keyring }: MakingFor,
  {
    paper: id,
    signedHash,
    signatures,
  }: { paper: string; signedHash: string; signatures: readonly KeySignature[] },
): Promise<RenderedPaper> {
  const [row] = await db.query<{ sealed: Buffer | null }>(
    'select blocks_sealed as sealed from key_case_paper where id = $1',
    [id],
  );
  if (!row?.sealed) throw new Problem('record.not_found');
  const place = { table: 'key_case_paper', column: 'blocks_sealed', recordId: id };
  const paper = JSON.parse(openText(keyring, place, row.sealed)) as Paper;
  return bothShapes(withSignatures(paper, signedHash, signatures));
}
