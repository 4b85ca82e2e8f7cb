/* What is taken down beside the file itself: the children with her, each consent by itself, and the draft of an interview. A consent is taken down as it was
 * given, also when something about it gives doubt: the doubt is said at once, and again when somebody would rest a share on it. */
import { act, type Change, type FactSource } from '../../kernel/act/act.ts';
import { dayOf, type PartialDay } from '../../kernel/day.ts';
import { choice, ref, sealed, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { agencyKindOf } from '../agencies/index.ts';
import { notYet } from '../people/index.ts';
import { openChildFile } from './child-file.ts';
import { type Agreed, doubtField, doubtsOf, isChild, isDataClass, isRefusal, takenBackBy } from './cover.ts';
import { child, consent, draftKinds } from './record.ts';
import { registerPerson } from './register.ts';

export const recordChild = act({
  name: 'child.record',
  record: 'child',
  creates: true,
  input: { person: ref('person', { required: true }), ...child.fields },
  writes: { child: { insert: true } },
  decide({ subject, input, unanswered, now }) {
    const issues = notYet(dayOf(now), { born: input.born });
    if (issues.length > 0) return invalid(...issues);
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'child', id: subject, person: person as string, values, unanswered }],
      persons: [person as string],
    };
  },
});

const { withdrawnAt: _at, withdrawnWhy: _why, ...consentFields } = consent.fields;

interface Earlier extends Agreed {
  readonly id: string;
}

/** Each "yes" about a purpose that still stands, and what of it a "no" to one kind of agency would reach. */
const standingYes = (source: FactSource, person: string, purpose: string, kind: string | null) =>
  source.query<Earlier>(
    `select c.id, c.recipient, c.recipient_kind as "recipientKind",
        ${agencyKindOf('c.recipient')} as kind,
        array(select distinct s.to_office from share s join office o on o.id = s.to_office join agency a on a.id = o.agency
          where s.consent = c.id and s.revoked_at is null and a.agency_kind = $3) as live
       from consent c where c.person = $1 and c.consent_purpose = $2 and c.given = 'yes' and c.withdrawn_at is null`,
    [person, purpose, kind],
  );

/** What is said of one consent and cannot be so. */
function contradictions(input: Agreed): FieldIssue[] {
  const { given, givenBy } = input;
  const issues: FieldIssue[] = [];
  if (given === 'yes' && givenBy === 'guardian' && input.guardianAnswer === 'no')
    issues.push({ field: 'guardianAnswer', reason: 'contradicts' });
  if (given === 'yes' && givenBy !== 'guardian' && input.childAssent === 'no')
    issues.push({ field: 'childAssent', reason: 'contradicts' });
  // A "no" is one to the whole purpose; what is taken back of a "yes" is a withdrawal.
  if (isRefusal(given) && Array.isArray(input.dataClasses) && input.dataClasses.length > 0)
    issues.push({ field: 'dataClasses', reason: 'only_with_yes' });
  return issues;
}

export const recordConsent = act({
  name: 'consent.record',
  record: 'consent',
  creates: true,
  input: { person: ref('person', { required: true }), ...consentFields },
  writes: { consent: { insert: true }, withdrawal: { insert: true } },
  async facts(source, { input }) {
    const person = input.person as string;
    const file = await source.find('person', person);
    const earlier = isRefusal(input.given)
      ? await standingYes(source, person, input.consentPurpose as string, input.recipientKind)
      : [];
    const sharesHere =
      isRefusal(input.given) && file?.via === 'share'
        ? await source.query<{ id: string }>(
            "select id from share where person = $1 and ground = 'consent' and revoked_at is null and until > now()",
            [person],
          )
        : [];
    return { born: (file?.born ?? null) as PartialDay | null, earlier, shown: sharesHere.length > 0 };
  },
  decide({ subject, input, now, newId }, { born, earlier, shown }) {
    const today = dayOf(now);
    const unknown = (input.dataClasses ?? []).filter(code => !isDataClass(code));
    if (unknown.length > 0) return invalid({ field: 'dataClasses', reason: 'choice' });
    if (input.recipient && input.recipientKind)
      return invalid({ field: 'recipientKind', reason: 'one_of_two' });
    // The first day on which it no longer holds: today it would be over before it was given.
    if (input.until && input.until <= today) return invalid({ field: 'until', reason: 'consent_over' });
    const issues = contradictions(input);
    if (issues.length > 0) return invalid(...issues);
    const { person, ...values } = input;
    // The latest answer counts: what rested on an earlier "yes" ends with this "no".
    const takenBack = earlier.flatMap((yes): Change[] => {
      const gone = takenBackBy(input, yes);
      if (gone !== 'whole' && gone.length === 0) return [];
      return [
        {
          insert: 'withdrawal',
          id: newId(),
          person: person as string,
          values: {
            consent: yes.id,
            whole: gone === 'whole' ? 'yes' : 'no',
            recipients: gone === 'whole' ? null : gone,
            saidBy: input.givenBy,
          },
        },
      ];
    });
    return {
      changes: [{ insert: 'consent', id: subject, person: person as string, values }, ...takenBack],
      persons: [person as string],
      warnings: [
        ...doubtsOf(input, isChild(born, today, input)).map(reason => ({
          field: doubtField[reason],
          reason,
        })),
        ...(takenBack.length > 0 ? [{ field: 'given', reason: 'earlier_yes_ended' }] : []),
        // A receiver does not see on what her share rests: what is shown to her ends by an act of its own.
        ...(shown ? [{ field: 'given', reason: 'still_shared' }] : []),
      ],
    };
  },
});

export const keepDraft = act({
  name: 'draft.keep',
  record: 'draft',
  creates: true,
  input: {
    draftKind: choice('draftKind', draftKinds, { required: true }),
    /** Whom it is about, but for an interview; she is named so because the act is judged by the draft and not by her file. */
    about: ref('person', {}),
    step: text({ max: 60 }),
    body: sealed({ required: true, max: 60000 }),
  },
  writes: { draft: { insert: true, update: ['step', 'body'] } },
  async facts(source, { subject, input }) {
    const kept = await source.find('draft', subject);
    return { kept, file: input.about && !kept ? await source.find('person', input.about) : null };
  },
  decide({ subject, input, actor }, { kept, file }) {
    const { draftKind, about, step, body } = input;
    if (draftKind === 'intake' && about) return invalid({ field: 'about', reason: 'not_known' });
    if (kept && (kept.keptBy !== actor.officer || kept.state !== 'open')) return new Problem('act.not_yours');
    if (kept && (kept.draftKind !== draftKind || kept.person !== about)) return new Problem('act.not_yours');
    if (!kept && draftKind !== 'intake' && !file) return new Problem('person.not_shared');
    if (!kept && file?.state === 'closed') return new Problem('person.closed');
    return {
      changes: [
        kept
          ? { update: 'draft', id: subject, set: { step, body } }
          : {
              insert: 'draft',
              id: subject,
              values: { draftKind, person: about, step, body, keptBy: actor.officer, state: 'open' },
            },
      ],
      persons: about ? [about] : [],
    };
  },
});

export const discardDraft = act({
  name: 'draft.discard',
  record: 'draft',
  states: ['open'],
  input: { used: choice('yesNo', ['yes', 'no'], { required: true }) },
  writes: { draft: { update: ['state', 'body'] } },
  decide: ({ row, subject, input }) =>
    row
      ? {
          changes: [
            {
              update: 'draft',
              id: subject,
              set: { state: input.used === 'yes' ? 'used' : 'discarded', body: null },
            },
          ],
        }
      : new Problem('record.not_found'),
});

export const intakeActs = [
  registerPerson,
  recordChild,
  openChildFile,
  recordConsent,
  keepDraft,
  discardDraft,
] as const;
