/* Asking after her, and how. What she allowed is kept first; a contact that breaks it is refused with the sentence that says what she had asked for. The next one
 * follows the schedule of the risk level, and stops when she says that it should. */
import { act, type Change } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { day, office, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { breachOf, findContactRules } from './contact.ts';
import { byNumber } from './lists.ts';
import { followUp, safeContact } from './record.ts';
import { findCurrent, findPlanned, nextBy, schedules } from './schedule.ts';

const person = ref('person', { required: true });

export const keepSafeContact = act({
  name: 'safeContact.keep',
  record: 'safeContact',
  creates: true,
  input: { person, ...safeContact.fields },
  writes: { safeContact: { insert: true }, followUp: { update: ['state', 'cancelledWhy'] } },
  facts: async (source, { input }) => ({
    file: await source.find('person', input.person as string),
    planned: await findPlanned(source, input.person as string),
  }),
  decide({ subject, input, now }, { file, planned }) {
    if (!file) return new Problem('person.not_shared');
    if (input.givenOn! > dayOf(now)) return invalid({ field: 'givenOn', reason: 'in_future' });
    if (input.ways?.includes('through_person') && !input.throughWhom)
      return invalid({ field: 'throughWhom', reason: 'required' });
    const { person: whose, ...values } = input;
    // Once a file is closed her no, or her silence, ends what was planned.
    const ends = file.state === 'closed' && input.contactAfter !== 'yes';
    const stopped = ends ? planned : [];
    return {
      changes: [
        { insert: 'safeContact', id: subject, person: whose as string, values },
        ...stopped.map(
          (one): Change => ({
            update: 'followUp',
            id: one.id,
            set: { state: 'cancelled', cancelledWhy: 'she_said_no' },
          }),
        ),
      ],
      persons: [whose as string],
    };
  },
});

export const planFollowUp = act({
  name: 'followUp.plan',
  record: 'followUp',
  creates: true,
  input: { person, dueOn: day({ required: true }), toOffice: office({}) },
  writes: { followUp: { insert: true } },
  async facts(source, { input }) {
    const [known] = await source.query<{ id: string }>(
      "select id from share where person = $1 and to_office = $2 and revoked_at is null and until > now() and shared_fields @> array['safeContact.ways', 'safeContact.times']",
      [input.person, input.toOffice],
    );
    const whose = input.person as string;
    return { known, file: await source.find('person', whose), rules: await findContactRules(source, whose) };
  },
  decide({ subject, input, now, actor }, { known, file, rules }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed' && rules?.contact_after !== 'yes')
      return new Problem('contact.not_allowed', { why: 'closed' });
    if (input.dueOn! < dayOf(now)) return invalid({ field: 'dueOn', reason: 'in_past' });
    const toOffice = (input.toOffice ?? actor.office) as string;
    const isOurs = actor.reach.includes(toOffice);
    // Whoever is to reach her must be able to read how she allowed to be reached.
    if (!isOurs && !known) return new Problem('contact.not_shown');
    return {
      changes: [
        {
          insert: 'followUp',
          id: subject,
          person: input.person as string,
          values: {
            toOffice,
            dueOn: input.dueOn,
            plannedFrom: dayOf(now),
            state: 'planned',
            fileNumber: file.number,
          },
        },
      ],
      persons: [input.person as string],
      notices: isOurs ? [] : [{ kind: 'follow_up_given', office: toOffice, record: 'followUp', subject }],
    };
  },
});

const { onDay: _day, way: _way, dayPart: _part, outcome: _outcome, ...whole } = followUp.fields;

export const recordFollowUp = act({
  name: 'followUp.record',
  record: 'followUp',
  states: ['planned'],
  input: {
    onDay: day({ required: true }),
    way: { ...followUp.fields.way, required: true },
    dayPart: { ...followUp.fields.dayPart, required: true },
    numberUsed: whole.numberUsed,
    outcome: { ...followUp.fields.outcome, required: true },
    howSheIs: whole.howSheIs,
    needsHelp: whole.needsHelp,
    nextOn: day({}),
  },
  writes: {
    followUp: {
      insert: true,
      update: ['state', 'onDay', 'way', 'dayPart', 'numberUsed', 'outcome', 'howSheIs', 'needsHelp'],
    },
  },
  async facts(source, { input, row }) {
    const whose = row!.person as string;
    const file = await source.find('person', whose);
    const [current] = await findCurrent(source, whose);
    return {
      file,
      rules: await findContactRules(source, whose),
      level: current?.risk_level ?? 'medium',
      after: schedules(source, 'followup', input.onDay!),
      afterClosing: nextBy(source, 'followup_after_closing', input.onDay!),
    };
  },
  decide({ row, subject, input, now, actor, newId }, { file, rules, level, after, afterClosing }) {
    if (!row) return new Problem('record.not_found');
    if (!file || (file.via === 'share' && !rules)) return new Problem('contact.not_shown');
    if (input.onDay! > dayOf(now)) return invalid({ field: 'onDay', reason: 'in_future' });
    if (input.way && byNumber.has(input.way) && !input.numberUsed)
      return invalid({ field: 'numberUsed', reason: 'required' });
    const isClosed = file.state === 'closed';
    const why = breachOf(rules, input, isClosed);
    if (why) return new Problem('contact.not_allowed', { why });
    const { nextOn, ...values } = input;
    if (nextOn && nextOn <= input.onDay!) return invalid({ field: 'nextOn', reason: 'before_start' });
    const bySchedule = isClosed ? afterClosing : after[level];
    const next = nextOn
      ? { on: nextOn, from: input.onDay!, rule: null }
      : input.outcome === 'she_declined'
        ? null
        : bySchedule;
    const changes: Change[] = [
      { update: 'followUp', id: subject, set: { ...values, state: 'done' }, version: row.version },
    ];
    if (next)
      changes.push({
        insert: 'followUp',
        id: newId(),
        person: row.person as string,
        values: {
          toOffice: row.toOffice,
          dueOn: next.on,
          plannedFrom: next.from,
          rule: next.rule,
          state: 'planned',
          fileNumber: row.fileNumber,
        },
        // Whoever goes on asking after her keeps the line, where the file's office cannot be written for.
        office: actor.reach.includes(row.office) ? row.office : actor.office,
      });
    return {
      changes,
      persons: [row.person as string],
      warnings: [
        ...(isClosed && input.needsHelp === 'yes'
          ? [{ field: 'needsHelp', reason: 'needs_help_after_closing' }]
          : []),
        ...(rules ? [] : [{ field: 'way', reason: 'safe_contact_not_asked' }]),
      ],
      answer: { next },
    };
  },
});

export const cancelFollowUp = act({
  name: 'followUp.cancel',
  record: 'followUp',
  states: ['planned'],
  input: { cancelledWhy: text({ required: true, max: 300 }) },
  writes: { followUp: { update: ['state', 'cancelledWhy'] } },
  decide: ({ row, subject, input }) =>
    row
      ? {
          changes: [
            {
              update: 'followUp',
              id: subject,
              set: { ...input, state: 'cancelled' },
              version: row.version,
            },
          ],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

export const followUpActs = [keepSafeContact, planFollowUp, recordFollowUp, cancelFollowUp] as const;
