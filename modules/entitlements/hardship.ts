/* The paper that shows financial difficulty, which legal aid asks for beside the paper of being a victim (Law on Legal Aid, article 7). What the paper says is not
 * judged here: it is noted as it was shown, with its last day. One noted by mistake is struck out with a reason and stays to be read. */
import { act } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { hardshipPaper } from './record.ts';

const { struckAt: _at, struckWhy: _why, ...shown } = hardshipPaper.fields;

export const recordHardshipPaper = act({
  name: 'hardshipPaper.record',
  record: 'hardshipPaper',
  creates: true,
  input: { person: ref('person', { required: true }), ...shown },
  writes: { hardshipPaper: { insert: true } },
  facts: (source, { input }) => source.find('person', input.person as string),
  decide({ subject, input, now }, file) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (input.issuedOn! > dayOf(now)) return invalid({ field: 'issuedOn', reason: 'in_future' });
    if (input.validUntil && input.validUntil < input.issuedOn!)
      return invalid({ field: 'validUntil', reason: 'before_start' });
    if (input.hardshipKind === 'other' && !input.note) return invalid({ field: 'note', reason: 'required' });
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'hardshipPaper', id: subject, person: person as string, values }],
      warnings:
        input.validUntil && input.validUntil < dayOf(now)
          ? [{ field: 'validUntil', reason: 'paper_ended' }]
          : [],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

export const strikeHardshipPaper = act({
  name: 'hardshipPaper.strike',
  record: 'hardshipPaper',
  input: { struckWhy: text({ required: true, max: 300 }) },
  writes: { hardshipPaper: { update: ['struckAt', 'struckWhy'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.struckAt) return new Problem('act.wrong_state', { state: 'struck' });
    return {
      changes: [
        { update: 'hardshipPaper', id: subject, set: { ...input, struckAt: now }, version: row.version },
      ],
      persons: [row.person as string],
    };
  },
});

export const hardshipActs = [recordHardshipPaper, strikeHardshipPaper] as const;
