/* Assessing: one look at all domains on one day, a risk level that a named worker judges and gives reasons for, and when to look again. Nothing is computed from
 * the answers: the schedule follows the level she judged. A nearer follow-up is planned with it when the risk has risen. */
import { act, type Change } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Answers } from '../../kernel/fields/kinds.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { findBegun, usedUp } from '../intake/index.ts';
import { needDomains, type RiskLevel } from './lists.ts';
import { assessment } from './record.ts';
import { findCurrent, findPlanned, schedules } from './schedule.ts';

const {
  state: _state,
  nextDue: _due,
  nextFrom: _from,
  rule: _rule,
  fileNumber: _number,
  ...said
} = assessment.fields;

export const recordAssessment = act({
  name: 'assessment.record',
  record: 'assessment',
  creates: true,
  input: { person: ref('person', { required: true }), ...said },
  writes: {
    assessment: { insert: true, update: ['state', 'nextDue'] },
    followUp: { insert: true, update: ['dueOn', 'rule', 'plannedFrom'] },
    draft: { update: ['state', 'body'] },
  },
  async facts(source, { input }) {
    const person = input.person as string;
    const onDay = input.onDay!;
    return {
      file: await source.find('person', person),
      earlier: await findCurrent(source, person),
      planned: await findPlanned(source, person),
      begun: await findBegun(source, person, 'assessment'),
      again: schedules(source, 'reassess', onDay),
      after: schedules(source, 'followup', onDay),
    };
  },
  decide({ subject, input, now, actor, newId }, { file, earlier, planned, begun, again, after }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (input.onDay! > dayOf(now)) return invalid({ field: 'onDay', reason: 'in_future' });
    const values: Record<string, unknown> = { ...input };
    delete values.person;
    for (const domain of needDomains) {
      const stray = Object.keys((values[`${domain}Factors`] as Answers | null) ?? {}).find(
        code => !code.startsWith(`${domain}.`),
      );
      if (stray) return invalid({ field: `${domain}Factors`, reason: 'not_known' });
      values[`${domain}Need`] ??= 'not_known';
    }
    const level = input.riskLevel as RiskLevel;
    const next = again[level];
    const visit = after[level];
    const nearest = planned[0];
    const person = input.person as string;
    const follow: Change[] = !visit
      ? []
      : nearest
        ? nearest.due_on > visit.on
          ? [
              {
                update: 'followUp',
                id: nearest.id,
                set: { dueOn: visit.on, rule: visit.rule, plannedFrom: visit.from },
              },
            ]
          : []
        : [
            {
              insert: 'followUp',
              id: newId(),
              person,
              values: {
                toOffice: actor.office,
                dueOn: visit.on,
                plannedFrom: visit.from,
                rule: visit.rule,
                state: 'planned',
                fileNumber: file.number,
              },
            },
          ];
    return {
      changes: [
        ...earlier
          .filter(one => actor.reach.includes(one.office))
          .map(
            (one): Change => ({ update: 'assessment', id: one.id, set: { state: 'earlier', nextDue: null } }),
          ),
        {
          insert: 'assessment',
          id: subject,
          person,
          values: {
            ...values,
            state: 'current',
            nextDue: next?.on ?? null,
            nextFrom: next?.from ?? null,
            rule: next?.rule ?? null,
            fileNumber: file.number,
          },
        },
        ...follow,
        ...usedUp(begun),
      ],
      persons: [person],
      answer: { next, followUp: visit },
    };
  },
});

export const assessmentActs = [recordAssessment] as const;
