/* Making the joint record of a decided round, and signing it. The server makes the bytes (`keyCase.paper`), so that nobody hands in others; each of the three signs the hash of
 * exactly these. Made again, the paper is another one: the one before it is void, and what was signed on it. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { withoutBrackets } from '../documents/index.ts';
import type { KeyPaper, KeySignature, KeyVote } from './key-paper.ts';
import { keyCasePaper, keyCaseSignature } from './key-record.ts';
import { findKeyCase, ofKeyCase, ourSeat, speaksFor, tellOthers } from './key-seats.ts';
import { type BodySeat, bodySeats } from './seats.ts';

/** What the server renders: the bytes in base64, and their hashes. */
export interface RenderedPaper {
  readonly docx: string;
  readonly pdf: string;
  readonly docxHash: string;
  readonly pdfHash: string;
}

export interface ComposedPaper extends RenderedPaper {
  /** The paper as JSON, from which its signed copy is made. */
  readonly blocks: string;
}

interface DecidedRound {
  readonly id: string;
  readonly turn: number;
  readonly roundKind: 'recognise' | 'end';
  readonly proposedBy: BodySeat;
  readonly proposedOn: Day;
  readonly checklist: string | null;
  readonly grounds: readonly string[] | null;
  readonly endReason: string | null;
  readonly reasons: string;
  readonly agreement: string;
  readonly outcome: string;
}

const roundSql = `select id, turn, round_kind as "roundKind", proposed_by as "proposedBy", proposed_on::text as "proposedOn", checklist, grounds, end_reason as "endReason",
    reasons, agreement, outcome from key_case_round where key_case = $1 and outcome in ('agreed', 'not_agreed') order by turn desc limit 1`;
const votesSql = `select v.seat, v.vote, v.reasons, o.name, o.title, to_char(v.voted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from key_case_vote v join officer o on o.id = v.voted_by where v.round = $1`;

async function officesOf(source: FactSource, row: Row): Promise<Record<BodySeat, string>> {
  const found = await source.query<{ id: string; name: string }>(
    'select id, name from office where id = any ($1)',
    [bodySeats.map(seat => row[seat])],
  );
  const nameOf = (id: unknown) => withoutBrackets(found.find(one => one.id === id)?.name ?? '');
  return { handler: nameOf(row.handler), procuracy: nameOf(row.procuracy), court: nameOf(row.court) };
}

/** What the joint record says, from what was asked and answered. */
async function contentOf(
  source: FactSource,
  row: Row,
  round: DecidedRound,
  { day, turn, conclusions }: Pick<KeyPaper, 'day' | 'turn' | 'conclusions'>,
): Promise<KeyPaper> {
  const { key_case_grounds, key_case_agreement } = source.rules as Rules;
  const list = key_case_grounds.find(one => one.id === round.checklist);
  const rule = key_case_agreement.find(one => one.id === round.agreement)!;
  return {
    number: row.number as string,
    turn,
    day,
    title: row.title as string,
    offices: await officesOf(source, row),
    kind: round.roundKind,
    proposedBy: round.proposedBy,
    proposedOn: round.proposedOn,
    grounds: (list?.items ?? []).filter(one => round.grounds?.includes(one.code)).map(one => one.title.vi),
    endReason: round.endReason,
    reasons: round.reasons,
    votes: await source.query<KeyVote>(votesSql, [round.id]),
    rule: rule.says.vi,
    outcome: round.outcome as KeyPaper['outcome'],
    priority: row.priority as string,
    conclusions,
  };
}

export const makeKeyPaper = act({
  name: 'keyCasePaper.make',
  record: 'keyCasePaper',
  creates: true,
  input: {
    keyCase: keyCasePaper.fields.keyCase,
    conclusions: keyCasePaper.fields.conclusions,
    /** Why it is made again. */
    voidedWhy: text({ max: 500 }),
  },
  writes: {
    keyCasePaper: { insert: true, update: ['state', 'voidedAt', 'voidedWhy'] },
    keyCaseSignature: { update: ['voidedAt'] },
  },
  facts: async (source, { input, now, actor }) => {
    const row = await findKeyCase(source, input.keyCase);
    const [round] = await source.query<DecidedRound>(roundSql, [input.keyCase]);
    const earlier = await source.query<{ id: string; round: string; state: string }>(
      'select id, round, state from key_case_paper where key_case = $1',
      [input.keyCase],
    );
    const standing = earlier.find(one => one.round === round?.id && one.state !== 'void') ?? null;
    if (!row || !round || !ourSeat(row, actor) || (standing && !input.voidedWhy))
      return { row, round, standing, signed: [], turn: 0, made: null };
    const turn = earlier.length + 1;
    const conclusions = input.conclusions ?? null;
    const content = await contentOf(source, row, round, { day: dayOf(now), turn, conclusions });
    return {
      row,
      round,
      standing,
      turn,
      signed: standing
        ? await source.query<{ id: string }>('select id from key_case_signature where paper = $1', [
            standing.id,
          ])
        : [],
      made: await source.make<ComposedPaper>('keyCase.paper', { content }),
    };
  },
  decide({ subject, input, now, actor }, { row, round, standing, signed, turn, made }) {
    if (!row) return invalid({ field: 'keyCase', reason: 'reference' });
    if (!ourSeat(row, actor)) return new Problem('act.not_yours');
    if (!round) return new Problem('act.wrong_state', { state: String(row.state) });
    if (!made) return invalid({ field: 'voidedWhy', reason: 'required' });
    return {
      changes: [
        ...(standing
          ? [
              {
                update: 'keyCasePaper',
                id: standing.id,
                set: { state: 'void', voidedAt: now, voidedWhy: input.voidedWhy },
              } as const,
            ]
          : []),
        ...signed.map(({ id }) => ({ update: 'keyCaseSignature', id, set: { voidedAt: now } })),
        {
          insert: 'keyCasePaper',
          id: subject,
          values: {
            ...ofKeyCase(row),
            round: round.id,
            turn,
            state: 'awaiting',
            madeOn: dayOf(now),
            conclusions: input.conclusions,
            ...made,
          },
        },
      ],
      notices: tellOthers('key_case_paper', row, actor, row.id),
      answer: { hash: made.pdfHash },
    };
  },
});

const signaturesSql = `select seat, signer_name as name, signer_title as title, office_name as office, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from key_case_signature where paper = $1`;

/** Signing: the head of a seat, for that seat, the hash of the paper that is before her. */
export const signKeyPaper = act({
  name: 'keyCasePaper.sign',
  record: 'keyCasePaper',
  states: ['awaiting'],
  input: { seat: keyCaseSignature.fields.seat, signedHash: keyCaseSignature.fields.signedHash },
  writes: {
    keyCasePaper: { update: ['state', 'signedDocx', 'signedPdf', 'signedDocxHash', 'signedPdfHash'] },
    keyCaseSignature: { insert: true },
  },
  facts: async (source, { row, subject, input, actor, now }) => {
    const before = await source.query<KeySignature>(signaturesSql, [subject]);
    const [me] = await source.query<{ name: string; title: string | null }>(
      'select name, title from officer where id = $1',
      [actor.officer],
    );
    const office = row && speaksFor(row, actor, input.seat);
    if (!row || !me || typeof office !== 'string') return { before, mine: null, signed: null };
    const [sitting] = await source.query<{ name: string }>('select name from office where id = $1', [office]);
    const mine: KeySignature = {
      seat: input.seat as BodySeat,
      ...me,
      office: withoutBrackets(sitting!.name),
      at: now as Instant,
    };
    const all = [...before.filter(one => one.seat !== mine.seat), mine];
    const isWhole = all.length === bodySeats.length && input.signedHash === row.pdfHash;
    return {
      before,
      mine,
      signed: isWhole
        ? await source.make<RenderedPaper>('keyCase.signedPaper', {
            paper: subject,
            signedHash: row.pdfHash,
            signatures: all,
          })
        : null,
    };
  },
  decide({ row, subject, input, now, actor, newId }, { before, mine, signed }) {
    if (!row) return new Problem('record.not_found');
    const office = speaksFor(row, actor, input.seat);
    if (office instanceof Problem) return office;
    if (input.signedHash !== row.pdfHash) return new Problem('key_case.other_paper');
    if (before.some(one => one.seat === input.seat)) return new Problem('key_case.already_signed');
    const subjectOf = row.keyCase as string;
    return {
      changes: [
        {
          insert: 'keyCaseSignature',
          id: newId(),
          office,
          values: {
            ...ofKeyCase({ ...row, id: subjectOf }),
            paper: subject,
            seat: input.seat,
            signedHash: input.signedHash,
            signer: actor.officer,
            signerName: mine!.name,
            signerTitle: mine!.title,
            officeName: mine!.office,
            signedAt: now,
          },
        },
        {
          update: 'keyCasePaper',
          id: subject,
          set: signed
            ? {
                state: 'signed',
                signedDocx: signed.docx,
                signedPdf: signed.pdf,
                signedDocxHash: signed.docxHash,
                signedPdfHash: signed.pdfHash,
              }
            : // Its version is what keeps two from both being the last but one.
              { state: row.state },
          version: row.version,
        },
      ],
      notices: signed ? tellOthers('key_case_signed', row, actor, subjectOf) : [],
    };
  },
});

export const paperActs = [makeKeyPaper, signKeyPaper] as const;
