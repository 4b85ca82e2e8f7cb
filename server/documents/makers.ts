/* What acts on papers ask of the server: a form filled in, an issued paper's number and bytes, a look at a scan's first bytes. All of it happens in the act's
 * own transaction and under the actor's rights; the writers of files are loaded only when somebody issues a paper. */
import { fileTypeFromBuffer } from 'file-type';
import type { Actor } from '../../kernel/act/act.ts';
import { dayOf, type Instant } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import {
  compose,
  type Filling,
  type Form,
  findForm,
  type Issued,
  type LookedAt,
  type Renderings,
  scanTypes,
  seriesOf,
} from '../../modules/documents/index.ts';
import type { HeardAt } from '../../modules/feedback/index.ts';
import { type LookedAtExhibit, mediaTypes } from '../../modules/justice/index.ts';
import type { Db } from '../db/door.ts';
import { openText } from '../seal/envelope.ts';
import type { Keyring } from '../seal/keyring.ts';
import { bothShapes, hashOf } from './bytes.ts';
import { type FillRequest, fillForm } from './fill.ts';
import { keyPaper, signedKeyPaper } from './key-paper.ts';

export interface MakingFor {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly actor: Actor;
  readonly now: Instant;
}
type Maker = (making: MakingFor, request: never) => Promise<unknown>;

function formOf(filling: Filling): Form {
  const form = findForm(filling.form);
  if (!form) throw invalid({ field: 'form', reason: 'choice' });
  return form;
}

/** Both renderings of what a form was filled in with; a draft's carry no number and say that they are drafts. */
export async function render(
  filling: Filling,
  issued: Issued | null,
  format: 'docx' | 'pdf',
): Promise<Buffer> {
  const paper = compose(formOf(filling), filling, issued);
  if (format === 'docx') return (await import('./docx.ts')).writeDocx(paper);
  return (await import('./pdf.ts')).writePdf(paper);
}

/** What a draft was filled in with, opened for its own office's issue. @throws Problem when it is not the actor's to read. */
async function fillingOf({ db, keyring }: MakingFor, document: string): Promise<Filling> {
  const [row] = await db.query<{ sealed: Buffer | null }>(
    'select filling_sealed as sealed from document where id = $1',
    [document],
  );
  if (!row?.sealed) throw new Problem('record.not_found');
  return JSON.parse(
    openText(keyring, { table: 'document', column: 'filling_sealed', recordId: document }, row.sealed),
  );
}

async function renderings(making: MakingFor, { document }: { document: string }): Promise<Renderings> {
  const filling = await fillingOf(making, document);
  const symbol = findForm(filling.form)?.symbol ?? null;
  const series = seriesOf(symbol, filling.office.symbol);
  const [taken] = await making.db.query<{ number: number }>(
    'select ct.next_paper_number($1, $2, current_user::text) as number',
    [document, series],
  );
  const issued: Issued = {
    number: `${String(taken!.number).padStart(2, '0')}/${series}`,
    day: dayOf(making.now),
  };
  return { ...issued, ...(await bothShapes(compose(formOf(filling), filling, issued))) };
}

const endings: Readonly<Record<string, LookedAt['type']>> = { pdf: 'pdf', jpg: 'jpeg', png: 'png' };

/** By its first bytes, whatever it is called. */
async function look(_making: MakingFor, { content }: { content: string | null }): Promise<LookedAt> {
  const bytes = Buffer.from(content ?? '', 'base64');
  const found = bytes.length > 0 ? await fileTypeFromBuffer(bytes) : undefined;
  const type = endings[found?.ext ?? ''] ?? null;
  return {
    type: type && scanTypes.includes(type as never) ? type : null,
    size: bytes.length,
    hash: hashOf(bytes),
  };
}

const heard: Readonly<Record<string, HeardAt['type']>> = {
  webm: 'webm',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'ogg',
  mp4: 'mp4',
  m4a: 'mp4',
  mp3: 'mp3',
  wav: 'wav',
};

/** A recording by its first bytes, whatever it is called. */
async function hear(_making: MakingFor, { content }: { content: string | null }): Promise<HeardAt> {
  const bytes = Buffer.from(content ?? '', 'base64');
  const found = bytes.length > 0 ? await fileTypeFromBuffer(bytes) : undefined;
  return { type: heard[found?.ext ?? ''] ?? null, size: bytes.length, hash: hashOf(bytes) };
}

/** A file of an exhibit by its first bytes, and its hash; any kind of file may be one. */
async function lookAtExhibit(
  _making: MakingFor,
  { content }: { content: string | null },
): Promise<LookedAtExhibit> {
  const bytes = Buffer.from(content ?? '', 'base64');
  const found = bytes.length > 0 ? await fileTypeFromBuffer(bytes) : undefined;
  const name = found?.ext === 'jpg' ? 'jpeg' : (found?.ext ?? 'other');
  const type = mediaTypes.find(one => one === name) ?? 'other';
  return { type, size: bytes.length, hash: hashOf(bytes) };
}

const makers: Readonly<Record<string, Maker>> = {
  'document.filling': (making, request: FillRequest) =>
    fillForm(making.db, making.keyring, making.actor, making.now, request),
  'document.renderings': renderings,
  'scan.look': look,
  'recording.look': hear,
  'keyCase.paper': keyPaper,
  'keyCase.signedPaper': signedKeyPaper,
  'exhibit.look': lookAtExhibit,
};

/** Makes what an act asked for. An unknown maker is a defect of ours. */
export function makeFor<T>(making: MakingFor, maker: string, request: object): Promise<T> {
  const found = makers[maker];
  if (!found) throw new Error(`nobody makes ${maker}`);
  return found(making, request as never) as Promise<T>;
}
