/* The figures of flow over HTTP and as sheets: one reading of what row security lets through, counted by modules/justice. The list behind a number is found among the same things
 * the number was counted from. Only numbers, classes and days are read here, and nothing is entered: whoever opens a case from a list is entered there. */
import type { Actor } from '../kernel/act/act.ts';
import { type Day, dayOf, type Instant } from '../kernel/day.ts';
import { maySeeAny } from '../kernel/policy/policy.ts';
import { invalid, Problem } from '../kernel/problem.ts';
import { getRecord, policy } from '../modules/index.ts';
import {
  type Flow,
  type FlowCase,
  type FlowReport,
  type FlowRow,
  flowOf,
  type Item,
  isAmong,
  itemsOf,
  type Where,
  whereNames,
} from '../modules/justice/index.ts';
import type { Caller } from './actor.ts';
import type { Db, Door } from './db/door.ts';
import { keeping } from './kept.ts';

/** One value instead of a hundred thousand rows: taking those apart costs more than counting. */
const casesSql = `
  select coalesce(json_agg(json_build_array(c.id, c.severity, c.handler, c.procuracy, c.court, c.opened_on, c.state, s.steps, coalesce(e.times, 0), a.people, c.appeal_court)), '[]') as rows
    from criminal_case c
    left join (select criminal_case, string_agg(step_kind || ' ' || on_day || ' ' || extract(epoch from made_at), ',') as steps
                 from case_step where other_case is null or step_kind in ('joined_into', 'split_off') group by criminal_case) s on s.criminal_case = c.id
    left join (select criminal_case, count(*)::int as times
                 from limit_extension where limit_family = 'investigation.limit' and other_case is null group by criminal_case) e on e.criminal_case = c.id
    left join (select criminal_case, json_agg(json_build_array(id, state, charged_on)) as people
                 from accused group by criminal_case) a on a.criminal_case = c.id`;
const reportsSql = `
  select coalesce(json_agg(json_build_array(r.id, coalesce(r.to_office, r.office), (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date, r.resolved_on, r.state, r.report_outcome)), '[]') as rows
    from crime_report r`;

type CaseRow = [
  string,
  string,
  string,
  string | null,
  string | null,
  Day,
  string,
  string | null,
  number,
  [string, string, Day | null][] | null,
  string | null,
];
type ReportRow = [string, string, Day, Day | null, string, string | null];

const toCase = ([
  id,
  severity,
  handler,
  procuracy,
  court,
  openedOn,
  state,
  steps,
  extensions,
  people,
  appealCourt,
]: CaseRow) =>
  ({
    id,
    severity,
    handler,
    procuracy,
    court,
    appealCourt,
    openedOn,
    state,
    // Put in turn here: the database would sort all steps of all cases at once.
    steps: (steps ?? '')
      .split(',')
      .map(step => step.split(' '))
      .sort((a, b) => (a[1] === b[1] ? Number(a[2]) - Number(b[2]) : a[1]! < b[1]! ? -1 : 1)),
    extensions,
    accused: (people ?? []).map(([one, how, chargedOn]) => ({ id: one, state: how, chargedOn })),
  }) as unknown as FlowCase;

/** @throws Problem when the reader is of none of the three bodies. */
async function readItems(db: Db, { role }: Actor, today: Day): Promise<Item[]> {
  if (!maySeeAny(policy, role, getRecord('criminalCase'))) throw new Problem('list.not_yours');
  const read = async <Row>(sql: string) => (await db.query<{ rows: Row[] }>(sql))[0]!.rows;
  const [cases, reports] = await Promise.all([
    read<CaseRow>(casesSql),
    maySeeAny(policy, role, getRecord('crimeReport')) ? read<ReportRow>(reportsSql) : [],
  ]);
  return itemsOf(
    cases.map(toCase),
    reports.map(
      ([id, unit, receivedOn, resolvedOn, state, outcome]): FlowReport => ({
        id,
        unit,
        receivedOn,
        resolvedOn,
        state,
        outcome,
      }),
    ),
    today,
  );
}

/** The figures, and when they were counted. */
export type FlowShown = Flow & { readonly at: Instant };

export async function readFlow(db: Db, actor: Actor, now: Instant): Promise<FlowShown> {
  return { at: now, ...flowOf(await readItems(db, actor, dayOf(now))) };
}

/** The figures as screens ask for them: counted once in ten seconds for all who are shown the same. */
export const makeFlow = (door: Door, now: () => Instant) =>
  keeping(
    ({ actor, standing }: Caller): Promise<FlowShown> =>
      door.as(standing, db => readFlow(db, actor, now()), { reading: true }),
    { fresh: 10_000, tooOld: 10_000, most: 50 },
  );

/** @throws Problem when something else than the words of a number is asked for. */
function readWhere(asked: unknown): Where {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    throw invalid({ field: 'where', reason: 'value' });
  for (const [name, value] of Object.entries(asked)) {
    if (!(whereNames as readonly string[]).includes(name))
      throw new Problem('field.unknown', {}, [{ field: name.slice(0, 80), reason: 'not_known' }]);
    if (typeof value !== 'string' || !/^[\w-]{1,40}$/.test(value))
      throw invalid({ field: name, reason: 'value' });
  }
  if (!('of' in asked)) throw invalid({ field: 'of', reason: 'required' });
  return asked as Where;
}

interface Named {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly state: string;
  readonly severity: string | null;
  readonly office: string | null;
}

/** The rows behind a number: those that began last first. @param most how many of them. */
export async function readBehind(
  db: Db,
  actor: Actor,
  now: Instant,
  { where, skip = 0 }: { readonly where?: unknown; readonly skip?: unknown },
  most = 50,
): Promise<{ total: number; rows: FlowRow[] }> {
  const asked = readWhere(where);
  if (!Number.isInteger(skip) || (skip as number) < 0) throw invalid({ field: 'skip', reason: 'whole' });
  const today = dayOf(now);
  const found = (await readItems(db, actor, today))
    .filter(item => isAmong(item, asked))
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1));
  const page = found.slice(skip as number, (skip as number) + most);
  const subjects = (isReport: boolean) =>
    page.filter(item => (item.record === 'crimeReport') === isReport).map(item => item.subject);
  const [cases, reports] = [subjects(false), subjects(true)];
  const named = new Map(
    (
      await Promise.all([
        cases.length > 0 &&
          db.query<Named>(
            'select id, number, title, state, severity, handler as office from criminal_case where id = any ($1::uuid[])',
            [cases],
          ),
        reports.length > 0 &&
          db.query<Named>(
            'select id, number, null as title, state, null as severity, coalesce(to_office, office) as office from crime_report where id = any ($1::uuid[])',
            [reports],
          ),
      ])
    )
      .flatMap(rows => rows || [])
      .map(row => [row.id, row]),
  );
  return {
    total: found.length,
    rows: page.map(({ tags: _tags, subject, ...item }) => ({
      ...named.get(subject)!,
      ...item,
      subject,
    })),
  };
}
