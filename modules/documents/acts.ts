/* Making a paper, issuing it, voiding it; attaching a scan and taking one away. What only the server can make (the filling under the maker's own rights, the
 * number, the bytes) is asked of it as facts, so that no caller can hand in bytes of her own as an issued paper. */
import { act, type Change, type FactSource, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { choice, flag, longText, ref, sealed, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Filling } from './facts.ts';
import { findForm, forms } from './forms/index.ts';
import { authorities, mostScanBytes, scan, type scanTypes } from './record.ts';

export const makeInput = {
  person: ref('person', { required: true }),
  form: choice(
    'paperForm',
    forms.map(form => form.code),
    { required: true },
  ),
  authority: choice('signAuthority', authorities, {}),
  onBehalfOf: text({ max: 120 }),
  signerTitle: text({ max: 120 }),
  signerName: text({ max: 120 }),
  /** What the officer writes where the data has nothing, as JSON: fact → text. */
  entered: longText({ max: 40_000 }),
  /** Puts sealed fields in, as far as she may open them; then a purpose is needed, and each opening is in the ledger. */
  withSealed: flag({}),
  replaces: ref('document', {}),
};

export interface Competence {
  readonly competence: readonly string[] | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

async function competenceOf(source: FactSource, office: string): Promise<Competence | undefined> {
  const [found] = await source.query<Competence>(
    'select competence, valid_from::text, valid_to::text from office where id = $1',
    [office],
  );
  return found;
}

/** Whether the office may make a form on a day: it exists then, and has one of the competences the form asks for. */
function isCompetent(found: Competence | undefined, needed: readonly string[], day: Day): boolean {
  return (
    found !== undefined &&
    needed.some(one => found.competence?.includes(one)) &&
    (found.valid_from === null || found.valid_from <= day) &&
    (found.valid_to === null || found.valid_to > day)
  );
}

export const makeDocument = act({
  name: 'document.make',
  record: 'document',
  creates: true,
  input: makeInput,
  writes: { document: { insert: true } },
  async facts(source, { input, actor, purpose }) {
    const file = await source.find('person', input.person as string);
    // Nothing is filled in from a file that only an emergency opened.
    if (!file || file.via === 'exception') return { file, office: undefined, replaced: null, filling: null };
    return {
      file,
      office: await competenceOf(source, actor.office),
      replaced: input.replaces ? await source.find('document', input.replaces) : null,
      filling: await source.make<Filling>('document.filling', { ...input, purpose }),
    };
  },
  decide({ subject, input, now, actor }, { file, office, replaced, filling }) {
    if (file?.via === 'exception') return new Problem('act.not_yours');
    if (!file || !filling) return new Problem('person.not_shared');
    const form = findForm(input.form)!;
    if (!isCompetent(office, form.competence, dayOf(now)))
      return new Problem('limit.not_competent', { needed: form.competence[0]!, day: dayOf(now) });
    if (form.needs && !filling.found.includes(form.needs))
      return new Problem('document.nothing_to_say', { needs: form.needs });
    const authority = input.authority ?? 'own';
    if (form.issuer === 'office' && !['own', 'Q'].includes(authority) && !input.onBehalfOf)
      return invalid({ field: 'onBehalfOf', reason: 'required' });
    if (input.replaces) {
      if (!replaced || replaced.person !== input.person || replaced.form !== input.form)
        return invalid({ field: 'replaces', reason: 'reference' });
      if (replaced.office !== actor.office) return new Problem('act.not_yours');
      if (!['issued', 'signed'].includes(replaced.state as string))
        return new Problem('act.wrong_state', { state: String(replaced.state) });
    }
    return {
      changes: [
        {
          insert: 'document',
          id: subject,
          person: input.person as string,
          values: {
            form: form.code,
            formVersion: form.version,
            maker: actor.officer,
            state: 'drafted',
            authority,
            onBehalfOf: input.onBehalfOf,
            signerTitle: input.signerTitle,
            signerName: input.signerName,
            blanks: filling.blanks.map(blank => blank.fact),
            notShared: filling.blanks.filter(blank => blank.why === 'withheld').map(blank => blank.fact),
            filling: JSON.stringify(filling),
            replaces: input.replaces,
          },
        },
      ],
      persons: [input.person as string],
      answer: { blanks: filling.blanks },
    };
  },
});

/** The bytes of an issued paper, in base64, with their hashes; its number is taken in the same transaction, so that a refused act leaves no gap. */
export interface Renderings {
  readonly number: string;
  readonly day: Day;
  readonly docx: string;
  readonly pdf: string;
  readonly docxHash: string;
  readonly pdfHash: string;
}

export const issueDocument = act({
  name: 'document.issue',
  record: 'document',
  states: ['drafted'],
  input: {},
  writes: {
    document: {
      update: [
        'state',
        'paperNumber',
        'issuedOn',
        'docx',
        'pdf',
        'docxHash',
        'pdfHash',
        'voidedAt',
        'voidedWhy',
      ],
    },
  },
  async facts(source, { row, subject, now }) {
    if (!row) return { office: undefined, replaced: null, rendered: null };
    const office = await competenceOf(source, row.office);
    const form = findForm(row.form);
    if (!form || !isCompetent(office, form.competence, dayOf(now)))
      return { office, replaced: null, rendered: null };
    return {
      office,
      replaced: row.replaces ? await source.find('document', row.replaces as string) : null,
      rendered: await source.make<Renderings>('document.renderings', { document: subject }),
    };
  },
  decide({ row, subject, now }, { replaced, rendered }) {
    if (!row) return new Problem('record.not_found');
    if (!rendered)
      return new Problem('limit.not_competent', {
        needed: findForm(row.form)?.competence[0] ?? '',
        day: dayOf(now),
      });
    const { number, day, ...bytes } = rendered;
    const before: Change[] =
      replaced && ['issued', 'signed'].includes(replaced.state as string)
        ? [
            {
              update: 'document',
              id: replaced.id,
              set: { state: 'voided', voidedAt: now, voidedWhy: 'replaced' },
              version: replaced.version,
            },
          ]
        : [];
    return {
      changes: [
        {
          update: 'document',
          id: subject,
          set: { state: 'issued', paperNumber: number, issuedOn: day, ...bytes },
          version: row.version,
        },
        ...before,
      ],
      persons: [row.person as string],
      answer: { paperNumber: number },
    };
  },
});

export const voidDocument = act({
  name: 'document.void',
  record: 'document',
  states: ['drafted', 'issued', 'signed'],
  input: { reason: text({ required: true, max: 300 }) },
  writes: { document: { update: ['state', 'voidedAt', 'voidedWhy'] } },
  decide: ({ row, subject, input, now }) =>
    row
      ? {
          changes: [
            {
              update: 'document',
              id: subject,
              set: { state: 'voided', voidedAt: now, voidedWhy: input.reason },
              version: row.version,
            },
          ],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

/** What a scan turned out to be when its first bytes were looked at. */
export interface LookedAt {
  readonly type: (typeof scanTypes)[number] | null;
  readonly size: number;
  readonly hash: string;
}

const {
  scanType: _type,
  size: _size,
  hash: _hash,
  removedAt: _at,
  removedWhy: _why,
  content: _content,
  maker: _maker,
  ...scanInput
} = scan.fields;

export const attachScan = act({
  name: 'scan.attach',
  record: 'scan',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    ...scanInput,
    content: sealed({ required: true, max: 14_000_000 }),
    /** This system holds no state secrets (Law 29/2018, 117/2025): who attaches a paper says that it bears no mark of secrecy. */
    notSecret: flag({}),
  },
  writes: { scan: { insert: true }, document: { update: ['state', 'signedOn'] } },
  async facts(source, { input }) {
    return {
      file: await source.find('person', input.person as string),
      paper: input.document ? await source.find('document', input.document) : null,
      looked: await source.make<LookedAt>('scan.look', { content: input.content }),
    };
  },
  decide({ subject, input, now, actor }, { file, paper, looked }) {
    if (!file) return new Problem('person.not_shared');
    if (file.via === 'exception') return new Problem('act.not_yours');
    if (!looked.type) return invalid({ field: 'content', reason: 'not_a_scan' });
    if (looked.size > mostScanBytes)
      return invalid({ field: 'content', reason: 'scan_too_large', params: { max: mostScanBytes } });
    const { person, notSecret, ...values } = input;
    if (!notSecret) return invalid({ field: 'notSecret', reason: 'secret_paper' });
    if (input.theirDay && input.theirDay > dayOf(now))
      return invalid({ field: 'theirDay', reason: 'in_future' });
    const signing = signs(input.scanKind === 'signed', input.document, paper, person, dayOf(now));
    if (signing instanceof Problem) return signing;
    if (input.scanKind === 'received' && !input.form) return invalid({ field: 'form', reason: 'required' });
    return {
      changes: [
        {
          insert: 'scan',
          id: subject,
          person: person as string,
          values: {
            ...values,
            maker: actor.officer,
            scanType: looked.type,
            size: looked.size,
            hash: looked.hash,
          },
        },
        ...signing,
      ],
      persons: [person as string],
    };
  },
});

/** A signed copy makes its document signed; only an issued paper can have been signed. */
function signs(
  isSigned: boolean,
  id: string | null,
  paper: Row | null,
  person: string | null,
  today: Day,
): Change[] | Problem {
  if (!isSigned) return id ? invalid({ field: 'document', reason: 'reference' }) : [];
  if (!id) return invalid({ field: 'document', reason: 'required' });
  if (!paper || paper.person !== person) return invalid({ field: 'document', reason: 'reference' });
  if (!['issued', 'signed'].includes(paper.state as string))
    return new Problem('act.wrong_state', { state: String(paper.state) });
  return [
    { update: 'document', id: paper.id, set: { state: 'signed', signedOn: today }, version: paper.version },
  ];
}

export const removeScan = act({
  name: 'scan.remove',
  record: 'scan',
  input: { reason: text({ required: true, max: 300 }) },
  writes: {
    scan: { update: ['content', 'removedAt', 'removedWhy'] },
    document: { update: ['state', 'signedOn'] },
  },
  async facts(source, { row, subject }) {
    if (!row?.document) return { paper: null, others: 0 };
    const others = await source.query<{ id: string }>(
      'select id from scan where document = $1 and removed_at is null and id <> $2',
      [row.document, subject],
    );
    return { paper: await source.find('document', row.document as string), others: others.length };
  },
  decide({ row, subject, input, now }, { paper, others }) {
    if (!row) return new Problem('record.not_found');
    if (row.removedAt) return new Problem('act.wrong_state', { state: 'removed' });
    const unsigned: Change[] =
      paper?.state === 'signed' && others === 0
        ? [{ update: 'document', id: paper.id, set: { state: 'issued', signedOn: null } }]
        : [];
    return {
      changes: [
        {
          update: 'scan',
          id: subject,
          set: { content: null, removedAt: now, removedWhy: input.reason },
          version: row.version,
        },
        ...unsigned,
      ],
      persons: [row.person as string],
    };
  },
});

export const documentActs = [makeDocument, issueDocument, voidDocument, attachScan, removeScan] as const;
