/* Closing a file takes two: one asks with the grounds, the head of the office, or of one above it, approves; nobody approves her own request. Opening it again takes
 * effect at once, because help must not wait for a signature; the head confirms it afterwards. Whoever still stays in a facility leaves it first; what was shared for
 * her support ends with the file, by the database (`ct.end_support`), because the head does not see every share. */
import { act, type Change } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { choice, longText } from '../../kernel/fields/kinds.ts';
import { Problem } from '../../kernel/problem.ts';
import { findOpenStays, findReferrals, standingIssues, standingOn } from './closing.ts';
import { findContactRules } from './contact.ts';
import { closingGrounds, endsContact } from './lists.ts';
import { findCurrent, findOpenActions, findPlanned, nextBy } from './schedule.ts';

const reason = longText({ required: true, max: 2000 });

export const askToClose = act({
  name: 'person.close',
  record: 'person',
  states: ['open'],
  input: { grounds: choice('closingGrounds', closingGrounds, { required: true }), reason },
  writes: { fileDecision: { insert: true } },
  async facts(source, { subject }) {
    const asked = await source.query<{ id: string }>(
      "select id from file_decision where person = $1 and change = 'close' and state = 'asked'",
      [subject],
    );
    return {
      asked,
      open: await findOpenActions(source, subject),
      referrals: await findReferrals(source, subject),
      stays: await findOpenStays(source, subject),
      assessed: (await findCurrent(source, subject)).length > 0,
      rules: await findContactRules(source, subject),
    };
  },
  decide({ row, subject, input, actor, now, newId }, { asked, open, referrals, stays, assessed, rules }) {
    if (!row) return new Problem('person.not_shared');
    if (asked.length > 0) return new Problem('closing.already_asked');
    const id = newId();
    const noMore = endsContact.has(input.grounds ?? '');
    return {
      changes: [
        {
          insert: 'fileDecision',
          id,
          person: subject,
          office: row.office,
          values: {
            ...input,
            change: 'close',
            state: 'asked',
            askedBy: actor.officer,
            fileNumber: row.number,
          },
        },
      ],
      notices: [
        { kind: 'closing_asked', office: row.office, record: 'fileDecision', subject: id },
        // The head can approve once her departure is entered, and only the facility enters it.
        ...stays
          .filter(stay => !actor.reach.includes(stay.office))
          .map(stay => ({
            kind: 'closing_needs_departure',
            office: stay.office,
            record: 'stay',
            subject: stay.id,
          })),
      ],
      persons: [subject],
      // What the head will ask about: looked at once more, and how she may be reached afterwards.
      warnings: [
        ...standingIssues(standingOn({ actions: noMore ? [] : open, referrals, stays }, dayOf(now))),
        ...(assessed || noMore ? [] : [{ field: 'grounds', reason: 'assess_before_closing' }]),
        ...(rules || noMore ? [] : [{ field: 'grounds', reason: 'safe_contact_before_closing' }]),
      ],
      answer: { decision: id },
    };
  },
});

export const reopenFile = act({
  name: 'person.reopen',
  record: 'person',
  states: ['closed'],
  input: { reason },
  writes: {
    person: { update: ['state'] },
    fileDecision: { insert: true },
    assessment: { update: ['state', 'nextDue', 'nextFrom', 'rule'] },
  },
  async facts(source, { subject, now }) {
    const [last] = await source.query<{ id: string }>(
      'select id from assessment where person = $1 order by on_day desc, made_at desc limit 1',
      [subject],
    );
    return { last, again: nextBy(source, 'reassess_reopened', dayOf(now)) };
  },
  decide({ row, subject, input, actor, newId }, { last, again }) {
    if (!row) return new Problem('person.not_shared');
    const id = newId();
    const look: Change[] =
      last && again
        ? [
            {
              update: 'assessment',
              id: last.id,
              set: { state: 'current', nextDue: again.on, nextFrom: again.from, rule: again.rule },
            },
          ]
        : [];
    return {
      changes: [
        { update: 'person', id: subject, set: { state: 'open' }, version: row.version },
        {
          insert: 'fileDecision',
          id,
          person: subject,
          office: row.office,
          values: {
            ...input,
            change: 'reopen',
            state: 'asked',
            askedBy: actor.officer,
            fileNumber: row.number,
          },
        },
        ...look,
      ],
      notices: [{ kind: 'file_reopened', office: row.office, record: 'fileDecision', subject: id }],
      persons: [subject],
      answer: { decision: id },
    };
  },
});

const decision = { decisionNote: longText({ max: 1000 }) };
const decidedFields = ['state', 'decidedBy', 'decidedAt', 'decisionNote'];

export const approveDecision = act({
  name: 'fileDecision.approve',
  record: 'fileDecision',
  states: ['asked'],
  input: decision,
  writes: {
    fileDecision: { update: decidedFields },
    person: { update: ['state'] },
    assessment: { update: ['state', 'nextDue'] },
    supportPlan: { update: ['state', 'endedOn', 'endReason', 'reviewDue'] },
    planAction: { update: ['state', 'whyNot', 'reportedAt', 'reportedBy'] },
    followUp: { insert: true, update: ['state', 'cancelledWhy', 'dueOn', 'rule', 'plannedFrom'] },
  },
  async facts(source, { row, now }) {
    const whose = row!.person as string;
    const plans = await source.query<{ id: string }>(
      "select id from support_plan where person = $1 and state = 'open'",
      [whose],
    );
    return {
      plans,
      open: await findOpenActions(source, whose),
      stays: await findOpenStays(source, whose),
      file: await source.find('person', whose),
      current: await findCurrent(source, whose),
      planned: await findPlanned(source, whose),
      rules: await findContactRules(source, whose),
      after: nextBy(source, 'followup_after_closing', dayOf(now)),
    };
  },
  decide({ row, subject, input, actor, now, newId }, facts) {
    if (!row) return new Problem('record.not_found');
    if (row.askedBy === actor.officer) return new Problem('closing.own_request');
    const whose = row.person as string;
    const decided: Change = {
      update: 'fileDecision',
      id: subject,
      set: { ...input, state: 'approved', decidedBy: actor.officer, decidedAt: now },
      version: row.version,
    };
    const told = [
      {
        kind: 'closing_decided',
        officer: row.askedBy as string,
        record: 'fileDecision',
        subject,
      },
    ];
    if (row.change === 'reopen') return { changes: [decided], notices: told, persons: [whose] };
    const { file, plans, open, stays, current, planned, rules, after } = facts;
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (stays.length > 0) return new Problem('closing.still_stays');
    const mayAsk = rules?.contact_after === 'yes' && !endsContact.has(row.grounds as string);
    return {
      changes: [
        decided,
        ...current.map(
          (one): Change => ({ update: 'assessment', id: one.id, set: { state: 'earlier', nextDue: null } }),
        ),
        ...plans.map(
          (plan): Change => ({
            update: 'supportPlan',
            id: plan.id,
            set: { state: 'ended', endedOn: dayOf(now), endReason: 'file_closed', reviewDue: null },
          }),
        ),
        ...open.map(
          (one): Change => ({
            update: 'planAction',
            id: one.id,
            set: { state: 'dropped', whyNot: 'file_closed', reportedAt: now, reportedBy: actor.officer },
          }),
        ),
        ...afterwards(mayAsk ? after : null, planned, () => ({
          insert: 'followUp',
          id: newId(),
          person: whose,
          office: row.office,
          values: {
            toOffice: row.office,
            dueOn: after?.on,
            plannedFrom: after?.from,
            rule: after?.rule,
            state: 'planned',
            fileNumber: row.fileNumber,
          },
        })),
        // Last: by then it is known who is still to ask after her, and keeps what was shared for it.
        { update: 'person', id: whose, set: { state: 'closed' }, version: file.version },
      ],
      notices: [
        ...told,
        ...open
          .filter(one => !actor.reach.includes(one.to_office))
          .map(one => ({
            kind: 'action_dropped',
            office: one.to_office,
            record: 'planAction',
            subject: one.id,
          })),
      ],
      persons: [whose],
    };
  },
});

/** What becomes of the follow-ups that were planned: the nearest is put off to the schedule after closing, or all stop where she did not allow it. */
function afterwards(
  next: { readonly on: string; readonly from: string; readonly rule: string } | null,
  planned: readonly { readonly id: string }[],
  anew: () => Change,
): Change[] {
  const stop = (one: { readonly id: string }): Change => ({
    update: 'followUp',
    id: one.id,
    set: { state: 'cancelled', cancelledWhy: 'file_closed' },
  });
  if (!next) return planned.map(stop);
  const [nearest, ...others] = planned;
  if (!nearest) return [anew()];
  return [
    {
      update: 'followUp',
      id: nearest.id,
      set: { dueOn: next.on, plannedFrom: next.from, rule: next.rule },
    },
    ...others.map(stop),
  ];
}

const settle = (name: 'refuse' | 'withdraw', state: 'refused' | 'withdrawn') =>
  act({
    name: `fileDecision.${name}`,
    record: 'fileDecision',
    states: ['asked'],
    input: name === 'refuse' ? { decisionNote: longText({ required: true, max: 1000 }) } : decision,
    writes: { fileDecision: { update: decidedFields } },
    decide({ row, subject, input, actor, now }) {
      if (!row) return new Problem('record.not_found');
      // What was opened again is open; who thinks it should not be asks to close it.
      if (row.change === 'reopen') return new Problem('act.wrong_state', { state: String(row.state) });
      return {
        changes: [
          {
            update: 'fileDecision',
            id: subject,
            set: { ...input, state, decidedBy: actor.officer, decidedAt: now },
            version: row.version,
          },
        ],
        notices:
          name === 'refuse'
            ? [
                {
                  kind: 'closing_decided',
                  officer: row.askedBy as string,
                  record: 'fileDecision',
                  subject,
                },
              ]
            : [],
        persons: [row.person as string],
      };
    },
  });

export const refuseClosing = settle('refuse', 'refused');
export const withdrawClosing = settle('withdraw', 'withdrawn');

export const closingActs = [askToClose, reopenFile, approveDecision, refuseClosing, withdrawClosing] as const;
