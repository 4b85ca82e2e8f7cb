/* Deciding on one regime of an application. Only the body the law of that day names may decide; an office that has ended decided on paper, and whoever holds the
 * matter today notes its decision with its number. The last regime decided ends the application. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { day, office, ref, whole } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import { isBodyOn, officeStoodOn } from '../agencies/index.ts';
import { bodyIssue, closed, competentFor, findOffice, liveShare } from './applications.ts';
import { lawsInRules } from './codes.ts';
import { mostDong, supportDecision } from './record.ts';

const { regime, decisionOutcome, decisionNumber, article, reason, quantity, inKind } = supportDecision.fields;

interface Line {
  readonly law: string;
  readonly regime: string;
  readonly amount: number | null;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}
interface Grant {
  readonly decisionOutcome: string | null;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly inKind: string | null;
  readonly reason: string | null;
  readonly article: string | null;
}

/** What of a decision is not acceptable whoever decides. */
function contentIssue(input: Grant, line: Line | undefined, onDay: Day, of: Row): FieldIssue | null {
  if (input.decisionOutcome === 'refused') {
    if (!input.reason) return { field: 'reason', reason: 'required' };
    return input.article ? null : { field: 'article', reason: 'required' };
  }
  if (input.amount === null && !input.inKind) return { field: 'amount', reason: 'amount_or_kind' };
  if (!line) return null;
  if (line.law !== of.law || !isInForce(line, onDay))
    return { field: 'amountLine', reason: 'line_not_of_day' };
  const most = line.amount === null ? null : line.amount * (input.quantity ?? 1);
  return most !== null && input.amount !== null && input.amount > most
    ? { field: 'amount', reason: 'above_line', params: { most } }
    : null;
}

async function factsOf(
  source: FactSource,
  input: { application: string | null; amountLine: string | null; decidedBy: string | null },
) {
  const [line] = input.amountLine
    ? await source.query<Line>(
        'select law, regime, amount, valid_from::text, valid_to::text from amount_line where id = $1',
        [input.amountLine],
      )
    : [];
  const application = await source.find('supportApplication', input.application as string);
  return {
    application,
    shares: await liveShare(source, application?.share),
    decided: (
      await source.query<{ regime: string; decision_outcome: string }>(
        'select regime, decision_outcome from support_decision where application = $1',
        [input.application],
      )
    ).map(one => ({ regime: one.regime, outcome: one.decision_outcome })),
    line,
    by: await findOffice(source, input.decidedBy),
    rules: source.rules as Rules,
  };
}

export const makeDecision = act({
  name: 'supportDecision.make',
  record: 'supportDecision',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    application: ref('supportApplication', { required: true }),
    regime,
    decisionOutcome,
    decidedOn: day({ required: true }),
    decidedBy: office({ required: true }),
    decisionNumber,
    amountLine: ref('amountLine', {}),
    quantity,
    amount: whole({ min: 1, max: mostDong }),
    inKind,
    reason,
    article,
  },
  writes: {
    supportDecision: { insert: true },
    supportApplication: { update: ['state', 'decidedOn'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { input }) => factsOf(source, input),
  decide({ subject, input, now, actor }, { application, shares, decided, line, by, rules }) {
    if (!application || application.person !== input.person)
      return invalid({ field: 'application', reason: 'reference' });
    if (application.state !== 'to_decide')
      return new Problem('act.wrong_state', { state: String(application.state) });
    const onDay = input.decidedOn as Day;
    if (onDay > dayOf(now)) return invalid({ field: 'decidedOn', reason: 'in_future' });
    if (onDay < (application.stepOn as Day))
      return invalid({ field: 'decidedOn', reason: 'before_application' });
    const competent = competentFor(rules, 'victim.support_decide', onDay);
    if (!competent || !isBodyOn(competent.body, by, onDay))
      return invalid(bodyIssue('decidedBy', competent, onDay, actor.lang));
    // Nobody decides for an office that can decide itself; of one that has ended there is the paper.
    if (officeStoodOn(by, dayOf(now))) {
      if (!actor.reach.includes(input.decidedBy!))
        return invalid({ field: 'decidedBy', reason: 'not_your_office' });
    } else if (!input.decisionNumber) return invalid({ field: 'decisionNumber', reason: 'required' });
    const applied = (application.regimes as readonly string[] | null) ?? [];
    if (!applied.includes(input.regime!)) return invalid({ field: 'regime', reason: 'not_applied_for' });
    if (decided.some(one => one.regime === input.regime))
      return invalid({ field: 'regime', reason: 'already_decided' });
    const isGranted = input.decisionOutcome === 'granted';
    const support = rules.support.find(each => each.law === lawsInRules[application.law as string]);
    if (isGranted && !support?.eligible[application.eligibleAs as string]?.includes(input.regime!))
      return invalid({
        field: 'regime',
        reason: 'not_entitled',
        params: { article: support?.article ?? '', law: String(application.law) },
      });
    if (isGranted && line && line.regime !== input.regime)
      return invalid({ field: 'amountLine', reason: 'line_not_of_day' });
    const issue = contentIssue(input, line, onDay, application);
    if (issue) return invalid(issue);
    const { person, ...values } = input;
    const all = [...decided, { regime: input.regime!, outcome: input.decisionOutcome! }];
    const isLast = applied.every(code => all.some(one => one.regime === code));
    const nothing = all.every(one => one.outcome === 'refused');
    return {
      changes: [
        {
          insert: 'supportDecision',
          id: subject,
          person: person as string,
          values: {
            ...values,
            ...(isGranted ? {} : { amount: null, quantity: null, amountLine: null, inKind: null }),
            law: application.law,
            paid: 0,
            handedOver: 0,
          },
        },
        ...(isLast
          ? [
              {
                update: 'supportApplication',
                id: application.id,
                set: { state: 'decided', decidedOn: onDay },
                version: application.version,
              },
            ]
          : []),
        // Who has nothing to pay has no more need to see.
        ...(isLast && nothing ? closed(shares, now, 'application_refused') : []),
      ],
      notices: isLast
        ? [
            {
              kind: 'application_decided',
              office: application.office,
              record: 'supportApplication',
              subject: application.id,
            },
          ]
        : [],
      warnings: [
        ...(application.contested === 'yes' && isGranted ? [{ field: 'regime', reason: 'contested' }] : []),
        ...(isGranted && input.amount !== null && !line
          ? [{ field: 'amountLine', reason: 'amount_without_line' }]
          : []),
      ],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});
