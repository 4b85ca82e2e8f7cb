/* Reports of crime: taken by whoever they come to, handed over by those who may not resolve them, taken up and resolved by the body that may. A commune post and a border
 * station take every report and hand it over (articles 145 and 146 of the Criminal Procedure Code); how soon, the clocks say. */
import { act } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { choice } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { type OfficeOfBody, officeOfBodySql } from '../agencies/index.ts';
import { resolvedOutcomes } from './lists.ts';
import { crimeReport } from './record.ts';

const { fields } = crimeReport;
const isCommunePolice = (office: OfficeOfBody | undefined): boolean =>
  office?.agency_kind === 'police' && office.level === 'commune';

export const takeReport = act({
  name: 'crimeReport.take',
  record: 'crimeReport',
  creates: true,
  input: {
    reportKind: fields.reportKind,
    reportWay: fields.reportWay,
    receivedAt: fields.receivedAt,
    place: fields.place,
    summary: fields.summary,
    reporter: fields.reporter,
    looksSerious: fields.looksSerious,
    remotePost: fields.remotePost,
  },
  writes: { crimeReport: { insert: true } },
  facts: (source, { actor }) => source.query<OfficeOfBody>(officeOfBodySql, [actor.office]),
  decide: ({ subject, input, now }, [post]) =>
    input.receivedAt! > now
      ? invalid({ field: 'receivedAt', reason: 'in_future' })
      : {
          changes: [
            {
              insert: 'crimeReport',
              id: subject,
              values: { ...input, takenByCommune: isCommunePolice(post) ? 'yes' : 'no', state: 'taken' },
            },
          ],
        },
});

/** Also handed on, by whoever got it and may not resolve it either: it lies with one body at a time. */
export const handOverReport = act({
  name: 'crimeReport.handOver',
  record: 'crimeReport',
  states: ['taken', 'handed_over'],
  input: {
    toOffice: { ...fields.toOffice, required: true },
    handedAt: { ...fields.handedAt, required: true },
    handedMinutes: fields.handedMinutes,
  },
  writes: {
    crimeReport: {
      update: ['state', 'toOffice', 'passedBy', 'handedAt', 'handedMinutes', 'firstHandedAt'],
    },
  },
  facts: (source, { input }) => source.query<OfficeOfBody>(officeOfBodySql, [input.toOffice]),
  decide({ row, subject, input, now, actor }, [receiver]) {
    if (!row) return new Problem('record.not_found');
    if (input.handedAt! > now) return invalid({ field: 'handedAt', reason: 'in_future' });
    if (input.handedAt! < (row.receivedAt as string))
      return invalid({ field: 'handedAt', reason: 'before_received' });
    if (actor.reach.includes(input.toOffice!))
      return invalid({ field: 'toOffice', reason: 'handed_to_self' });
    if (isCommunePolice(receiver)) return invalid({ field: 'toOffice', reason: 'may_not_resolve' });
    return {
      changes: [
        {
          update: 'crimeReport',
          id: subject,
          set: {
            ...input,
            passedBy: actor.reach.includes(row.office) ? null : row.toOffice,
            firstHandedAt: row.firstHandedAt ?? row.handedAt ?? null,
            state: 'handed_over',
          },
          version: row.version,
        },
      ],
      notices: [{ kind: 'report_handed_over', office: input.toOffice!, record: 'crimeReport', subject }],
      ground: 'legal_duty',
    };
  },
});

export const takeUpReport = act({
  name: 'crimeReport.takeUp',
  record: 'crimeReport',
  states: ['taken', 'handed_over'],
  input: {
    takenUpOn: { ...fields.takenUpOn, required: true },
    resolver: fields.resolver,
    procuracy: { ...fields.procuracy, required: true },
    abuseOfMinor: fields.abuseOfMinor,
  },
  writes: {
    crimeReport: {
      update: ['state', 'toOffice', 'takenUpOn', 'resolver', 'procuracy', 'abuseOfMinor'],
    },
  },
  decide({ row, subject, input, now, actor }) {
    if (!row) return new Problem('record.not_found');
    if (input.takenUpOn! > dayOf(now)) return invalid({ field: 'takenUpOn', reason: 'in_future' });
    return {
      changes: [
        {
          update: 'crimeReport',
          id: subject,
          set: { ...input, toOffice: row.toOffice ?? actor.office, state: 'taken_up' },
          version: row.version,
        },
      ],
      notices: [{ kind: 'report_taken_up', office: row.office, record: 'crimeReport', subject }],
    };
  },
});

/** Suspending is an act of its own (report-decisions.ts): what is suspended is taken up again before it is resolved. */
export const resolveReport = act({
  name: 'crimeReport.resolve',
  record: 'crimeReport',
  states: ['taken_up'],
  input: {
    reportOutcome: choice('reportOutcome', resolvedOutcomes, { required: true }),
    resolvedOn: { ...fields.resolvedOn, required: true },
    decisionNumber: { ...fields.decisionNumber, required: true },
    decisionGround: fields.decisionGround,
  },
  writes: {
    crimeReport: { update: ['state', 'reportOutcome', 'resolvedOn', 'decisionNumber', 'decisionGround'] },
  },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (input.resolvedOn! > dayOf(now)) return invalid({ field: 'resolvedOn', reason: 'in_future' });
    if (input.resolvedOn! < (row.takenUpOn as string))
      return invalid({ field: 'resolvedOn', reason: 'before_received' });
    if (input.reportOutcome !== 'prosecute' && !input.decisionGround)
      return invalid({ field: 'decisionGround', reason: 'required' });
    return {
      changes: [
        { update: 'crimeReport', id: subject, set: { ...input, state: 'resolved' }, version: row.version },
      ],
      notices: [{ kind: 'report_resolved', office: row.office, record: 'crimeReport', subject }],
    };
  },
});

export const reportActs = [takeReport, handOverReport, takeUpReport, resolveReport] as const;
