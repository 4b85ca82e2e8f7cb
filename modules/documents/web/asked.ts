/* What the screens ask about papers, and how a fact of a form is called on screen. Bytes come inside answers and go straight to the browser's downloads. */
import { api } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import type { Translate } from '../../../web/text.ts';
import { type FileAnswer, save } from '../../exchange/web/asked.ts';
import type { Blank, Block } from '../index.ts';
import { sources } from '../index.ts';

export interface Shown {
  readonly blocks: readonly Block[];
  readonly blanks: readonly Blank[];
}

export interface Wanted {
  readonly person: string;
  readonly form: string;
  readonly authority: string | null;
  readonly onBehalfOf: string | null;
  readonly signerTitle: string | null;
  readonly signerName: string | null;
  readonly entered: string;
  readonly withSealed: boolean;
}

export const preview = (wanted: Wanted, purpose: string): Promise<Shown> =>
  api('documents/preview', { ...wanted, purpose: purpose || null });

export async function download(
  what: { document: string; format: string } | { scan: string },
  purpose: string,
) {
  const { file } = await api<{ file: FileAnswer }>(
    'scan' in what ? 'documents/open-scan' : 'documents/open',
    { ...what, purpose },
  );
  save(file);
}

/** `person.born` → "Ngày sinh", `hand.where` → "Địa điểm". */
export function factLabel(t: Translate, fact: string): string {
  const [source = '', field = ''] = fact.split('.');
  if (source === 'hand') return t(`documents.hand.${field}`);
  const record = sources[source]?.record;
  if (!record) return fact;
  const label = fieldLabel(t, record.name, field);
  // "Số" alone does not say of which paper.
  return source === 'person'
    ? label
    : t('documents.of_record', { record: t(`record.${record.name}`), label });
}
