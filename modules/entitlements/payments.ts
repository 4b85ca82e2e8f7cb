/* Paying out, or handing over, what was granted, and taking a wrong entry back. The decision keeps the sum paid, and every payment meets it there by its version:
 * two who pay at once cannot both pay the last part. */
import { act, type Change, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { day, ref, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid } from '../../kernel/problem.ts';
import { officeStoodOn } from '../agencies/index.ts';
import { payment } from './record.ts';

const { decision: _d, law: _l, regime: _r, reverses: _v, reason: _w, ...paymentInput } = payment.fields;

/** The decision after one more, or one less, was handed over. */
const counted = (decision: Row, amount: number, times: 1 | -1): Change => ({
  update: 'supportDecision',
  id: decision.id,
  set: {
    paid: (decision.paid as number) + times * amount,
    handedOver: (decision.handedOver as number) + times,
  },
  version: decision.version,
});

function moneyIssue(
  input: { paymentForm: string | null; amount: number | null; inKind: string | null },
  decision: Row,
): FieldIssue | null {
  const granted = decision.amount as number | null;
  if (input.paymentForm === 'in_kind') {
    if (!input.inKind) return { field: 'inKind', reason: 'required' };
  } else {
    if (input.amount === null) return { field: 'amount', reason: 'required' };
    if (granted === null) return { field: 'amount', reason: 'no_money_granted' };
  }
  if (input.amount === null || granted === null) return null;
  const left = granted - (decision.paid as number);
  return input.amount > left ? { field: 'amount', reason: 'above_granted', params: { left } } : null;
}

export const recordPayment = act({
  name: 'payment.record',
  record: 'payment',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    decision: ref('supportDecision', { required: true }),
    ...paymentInput,
  },
  writes: { payment: { insert: true }, supportDecision: { update: ['paid', 'handedOver'] } },
  async facts(source, { input }) {
    const [budget] = await source.query<{ valid_from: string; valid_to: string | null }>(
      'select valid_from::text, valid_to::text from budget_source where id = $1',
      [input.budgetSource],
    );
    return {
      decision: await source.find('supportDecision', input.decision as string),
      file: await source.find('person', input.person as string),
      budget,
    };
  },
  decide({ subject, input, now }, { decision, file, budget }) {
    if (!decision || decision.person !== input.person)
      return invalid({ field: 'decision', reason: 'no_decision' });
    if (decision.decisionOutcome !== 'granted') return invalid({ field: 'decision', reason: 'not_granted' });
    const onDay = input.paidOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'paidOn', reason: 'in_future' });
    if (onDay < (decision.decidedOn as Day)) return invalid({ field: 'paidOn', reason: 'before_decision' });
    if (!budget) return invalid({ field: 'budgetSource', reason: 'reference' });
    if (!officeStoodOn(budget, onDay)) return invalid({ field: 'budgetSource', reason: 'not_valid_then' });
    const issue = moneyIssue(input, decision);
    if (issue) return invalid(issue);
    const { person, ...values } = input;
    const { law, regime } = decision;
    const born = file?.born as PartialDay | null | undefined;
    const signsAlone = input.signedBy === 'person' && born && isUnder18(born, onDay) !== 'no';
    return {
      changes: [
        { insert: 'payment', id: subject, person: person as string, values: { ...values, law, regime } },
        counted(decision, input.amount ?? 0, 1),
      ],
      warnings: signsAlone ? [{ field: 'signedBy', reason: 'minor_signed_alone' }] : [],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

export const reversePayment = act({
  name: 'payment.reverse',
  record: 'payment',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    reverses: ref('payment', { required: true }),
    paidOn: day({ required: true }),
    reason: text({ required: true, max: 300 }),
  },
  writes: { payment: { insert: true }, supportDecision: { update: ['paid', 'handedOver'] } },
  async facts(source, { input }) {
    const wrong = await source.find('payment', input.reverses as string);
    const earlier = await source.query<{ id: string }>('select id from payment where reverses = $1', [
      input.reverses,
    ]);
    return {
      wrong,
      earlier,
      decision: wrong && (await source.find('supportDecision', wrong.decision as string)),
    };
  },
  decide({ subject, input, now }, { wrong, earlier, decision }) {
    if (!wrong || !decision || wrong.person !== input.person)
      return invalid({ field: 'reverses', reason: 'reference' });
    if (wrong.reverses) return invalid({ field: 'reverses', reason: 'is_reversal' });
    if (earlier.length > 0) return invalid({ field: 'reverses', reason: 'reversed_already' });
    const onDay = input.paidOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'paidOn', reason: 'in_future' });
    if (onDay < (wrong.paidOn as Day)) return invalid({ field: 'paidOn', reason: 'before_payment' });
    const kept = ['decision', 'law', 'regime', 'paymentForm', 'amount', 'inKind', 'budgetSource'];
    const same = Object.fromEntries(
      [...kept, 'receiptNumber', 'signedBy'].map(name => [name, wrong[name] ?? null]),
    );
    return {
      changes: [
        {
          insert: 'payment',
          id: subject,
          person: wrong.person as string,
          values: { ...same, reverses: wrong.id, paidOn: onDay, reason: input.reason },
        },
        counted(decision, (wrong.amount as number | null) ?? 0, -1),
      ],
      persons: [wrong.person as string],
      ground: 'legal_duty',
    };
  },
});

export const paymentActs = [recordPayment, reversePayment] as const;
