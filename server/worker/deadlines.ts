/* The limits that run, made from the acts of cases and reports and kept for the board. Whatever changes a case leaves a mark in the same transaction (a trigger); here marks are
 * taken up and the limits of what they name are made again, all or nothing, so that a mark is gone only when its limits are right. A law or a calendar that is not the
 * one they were made by marks every case. Nobody need open a page for any of it. */
import { createHash } from 'node:crypto';
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { columnOf } from '../../kernel/record/record.ts';
import { agencyKindOf } from '../../modules/agencies/index.ts';
import {
  caseDeadlines,
  crimeReport,
  criminalCase,
  type Deadline,
  deadline,
  ladderOn,
  limitParts,
  reportDeadlines,
  reportDecision,
  reportDutyDone,
  rowsOfCases,
  rungMoments,
} from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import type { Escalation } from '../../rules/schema-justice.ts';
import type { Db, Door } from '../db/door.ts';
import { nobody } from './notify.ts';

/** Marks taken up at once: a transaction stays short, and other servers take the next. */
const marksAtOnce = 2000;
const filesAtOnce = 250;
const lockKey = 7213556;

type File = Readonly<Record<string, unknown>> & { readonly id: string; readonly number: string };
type OfReport = Readonly<Record<string, unknown>> & { readonly id: string; readonly crimeReport: string };
type Kept = { readonly id: string; readonly file: string; readonly limitKey: string; readonly made: string };

const columnsOfCase = `id, number, state, severity, handler, procuracy, court, next_handler as "nextHandler", appeal_procuracy as "appealProcuracy", appeal_court as "appealCourt",
  in_charge as "inCharge", procurator, judge, appeal_procurator as "appealProcurator", appeal_judge as "appealJudge", case_level as "caseLevel", ${agencyKindOf('c.handler')} as "handlerKind"`;
const columnsOfReport = `id, number, state, office, made_by as "madeBy", received_at as "receivedAt", taken_by_commune as "takenByCommune", remote_post as "remotePost",
  looks_serious as "looksSerious", to_office as "toOffice", handed_at as "handedAt", first_handed_at as "firstHandedAt",
  taken_up_on::text as "takenUpOn", resolver, procuracy, abuse_of_minor as "abuseOfMinor", resolved_on::text as "resolvedOn", report_outcome as "reportOutcome"`;

const decisionsOf = `select id, crime_report as "crimeReport", decision_kind as "decisionKind", decided_on::text as "decidedOn", made_at::text as "madeAt",
    length_unit as "lengthUnit", length_value as "lengthValue", decision_number as "decisionNumber" from report_decision where crime_report = any ($1::uuid[])`;
const dutiesOf = `select crime_report as "crimeReport", limit_family as "limitFamily", of_row as "ofRow", done_on::text as "doneOn", not_ours_at as "notOursAt"
    from report_duty_done where crime_report = any ($1::uuid[]) and taken_back is not true`;

/** The records limits follow from; in the database a change of each leaves a mark. */
export const limitsFollow: ReadonlySet<string> = new Set(
  [crimeReport, reportDecision, reportDutyDone, criminalCase, ...limitParts].map(({ name }) => name),
);

const resolves = (family: string): boolean =>
  family === 'report.resolve' || family === 'report.after_suspend_cancelled';
/** A day nobody has read in the law makes nobody late; but whoever is held is not forgotten over it, nor who reported a crime that went from body to body. */
const isTold = ({ force, stage, limitFamily }: Deadline): boolean =>
  force === 'binds' ||
  (force === 'advises' && (stage === 'custody' || stage === 'detention' || resolves(limitFamily)));

/** What a limit's row is made of: its own part, and what it has from its file. */
const fields = Object.keys(deadline.fields).filter(name => !['told', 'tellAt', 'made'].includes(name));
const columnNames = fields.map(name => columnOf(deadline, name));

interface Wanted {
  readonly file: string;
  readonly limitKey: string;
  readonly values: readonly unknown[];
  readonly tellAt: Instant | null;
}

const wantedOf = (
  file: File,
  of: 'criminalCase' | 'crimeReport',
  seats: object,
  limits: readonly Deadline[],
  ladder: Escalation | null,
): Wanted[] =>
  limits.map(limit => {
    const row: Record<string, unknown> = { ...seats, ...limit, [of]: file.id, fileNumber: file.number };
    const { dueOn, dueBy } = limit;
    return {
      file: file.id,
      limitKey: limit.limitKey,
      values: fields.map(name => row[name] ?? null),
      tellAt:
        ladder && isTold(limit) && dueOn && dueBy
          ? (rungMoments(ladder, { ...limit, dueOn, dueBy })[0] ?? null)
          : null,
    };
  });

/** What was done in these cases and about these reports, and what is kept of their limits. */
async function read(db: Db, cases: readonly string[], reports: readonly string[]) {
  const [files, rowsOf, told, decided, done, kept] = await Promise.all([
    db.query<File>(`select ${columnsOfCase} from criminal_case c where c.id = any ($1::uuid[])`, [cases]),
    rowsOfCases(db.query, cases),
    reports.length === 0
      ? []
      : db.query<File>(`select ${columnsOfReport} from crime_report where id = any ($1::uuid[])`, [reports]),
    reports.length === 0 ? [] : db.query<OfReport>(decisionsOf, [reports]),
    reports.length === 0 ? [] : db.query<OfReport>(dutiesOf, [reports]),
    db.query<Kept>(
      `select id, coalesce(criminal_case, crime_report) as file, limit_key as "limitKey", made from deadline
        where criminal_case = any ($1::uuid[]) or crime_report = any ($2::uuid[])`,
      [cases, reports],
    ),
  ]);
  return { files, rowsOf, told, decided, done, kept };
}
type Read = Awaited<ReturnType<typeof read>>;

/** All there is to keep of them now. */
function wanted({ files, rowsOf, told, decided, done }: Read, now: Instant): Wanted[] {
  const ladder = ladderOn(rules, dayOf(now));
  const decisions = Map.groupBy(decided, row => row.crimeReport);
  const duties = Map.groupBy(done, row => row.crimeReport);
  return [
    ...files.flatMap(file => {
      const { handler, procuracy, court, nextHandler, appealProcuracy, appealCourt } = file;
      const seats = { handler, procuracy, court, nextHandler, appealProcuracy, appealCourt };
      return wantedOf(file, 'criminalCase', seats, caseDeadlines(rules, file, rowsOf(file.id)), ladder);
    }),
    ...told.flatMap(file => {
      const seats = { handler: file.toOffice ?? file.office, procuracy: file.procuracy };
      return wantedOf(
        file,
        'crimeReport',
        seats,
        reportDeadlines(rules, file, {
          decisions: decisions.get(file.id) ?? [],
          duties: duties.get(file.id) ?? [],
        }),
        ladder,
      );
    }),
  ];
}

/** What a kept row says, as one text: whether anything of it has changed. */
const madeOf = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);

/** Makes the limits of what was read again. @returns how many rows that changed. */
async function remake(db: Db, now: Instant, files: Read): Promise<number> {
  const known = new Map(files.kept.map(row => [`${row.file} ${row.limitKey}`, row]));
  const rows = wanted(files, now).map(({ file, limitKey, ...rest }) => {
    const old = known.get(`${file} ${limitKey}`);
    known.delete(`${file} ${limitKey}`);
    return { ...rest, id: old?.id ?? newId(), old, made: madeOf([...rest.values, rest.tellAt]) };
  });
  const changed = rows.filter(row => row.old?.made !== row.made);
  if (changed.length > 0) await write(db, now, changed);
  const gone = [...known.values()].map(row => row.id);
  if (gone.length > 0) await db.query('delete from deadline where id = any ($1::uuid[])', [gone]);
  return changed.length + gone.length;
}

const casts = fields.map((name, index) => {
  const { column } = deadline.fields[name as keyof typeof deadline.fields].kind;
  return `(r -> 2 ->> ${index})::${column.replace(/ .*/, '')}`;
});
/** A limit whose day moved is told of anew, from the first rung on. */
const writeRows = `insert into deadline (id, province, made_at, made_by, changed_at, told, made, tell_at, ${columnNames.join(', ')})
  select (r ->> 0)::uuid, 'lao_cai', $2, $3, $2, 0, r ->> 1, (r ->> 3)::timestamptz, ${casts.join(', ')} from json_array_elements($1::json) r
  on conflict (id) do update set changed_at = excluded.changed_at, version = deadline.version + 1, made = excluded.made,
    told = case when deadline.due_by is not distinct from excluded.due_by then deadline.told else 0 end,
    tell_at = case when deadline.told > 0 and deadline.due_by is not distinct from excluded.due_by then deadline.tell_at else excluded.tell_at end,
    ${columnNames.map(name => `${name} = excluded.${name}`).join(', ')}`;

interface Made extends Pick<Wanted, 'values' | 'tellAt'> {
  readonly id: string;
  readonly made: string;
}

const write = (db: Db, now: Instant, rows: readonly Made[]) =>
  db.query(writeRows, [
    JSON.stringify(rows.map(({ id, made, values, tellAt }) => [id, made, values, tellAt])),
    now,
    nobody,
  ]);

interface Mark {
  readonly n: number;
  readonly criminal_case: string | null;
  readonly crime_report: string | null;
}

/** Takes up so many marks after a place, as one transaction. @returns where it came to, and how many limits are other ones now. */
async function remakeSome(
  door: Door,
  now: Instant,
  after: number,
  most: number,
): Promise<{ readonly marks: number; readonly last: number; readonly changed: number }> {
  return door.as({ system: 'ct_system' }, async db => {
    // One server at a time: two that make the same case again would each write what they read before the other.
    await db.query('select pg_advisory_xact_lock($1)', [lockKey]);
    // Marks that come while these are worked on stay, and are taken up next.
    const marks = await db.query<Mark>(
      'select n, criminal_case, crime_report from ct.deadline_mark where n > $1 order by n limit $2',
      [after, most],
    );
    const of = (pick: (mark: Mark) => string | null) => [...new Set(marks.flatMap(mark => pick(mark) ?? []))];
    const [cases, reports] = [of(mark => mark.criminal_case), of(mark => mark.crime_report)];
    // While some are counted here the database looks for the next.
    const readFrom = (at: number): Promise<Read> | null => {
      if (at >= Math.max(cases.length, reports.length)) return null;
      const reading = read(db, cases.slice(at, at + filesAtOnce), reports.slice(at, at + filesAtOnce));
      reading.catch(() => undefined);
      return reading;
    };
    const ahead = [readFrom(0), readFrom(filesAtOnce)];
    let changed = 0;
    for (let at = 2 * filesAtOnce; ahead[0]; at += filesAtOnce) {
      changed += await remake(db, now, await ahead[0]);
      ahead.shift();
      ahead.push(readFrom(at));
    }
    await db.query('delete from ct.deadline_mark where n = any ($1::bigint[])', [marks.map(mark => mark.n)]);
    return { marks: marks.length, last: marks.at(-1)?.n ?? after, changed };
  });
}

/**
 * Takes up marks until there are none. One that cannot be worked on stays and keeps nobody else's waiting: it is tried again the next time, and told of.
 * @returns how many limits are other ones now.
 */
export async function remakeDeadlines(
  door: Door,
  now: Instant,
  failed: (error: unknown) => void = error => {
    throw error;
  },
): Promise<number> {
  let changed = 0;
  let [after, most] = [0, marksAtOnce];
  for (;;) {
    try {
      const some = await remakeSome(door, now, after, most);
      changed += some.changed;
      after = some.last;
      if (some.marks < most) return changed;
    } catch (error) {
      if (most > 1) most = 1;
      else {
        failed(error);
        after = await markAfter(door, after);
      }
    }
  }
}

/** The place of the next mark. */
const markAfter = (door: Door, place: number): Promise<number> =>
  door.as({ system: 'ct_system' }, async db => {
    const [row] = await db.query<{ n: number | null }>(
      'select min(n) as n from ct.deadline_mark where n > $1',
      [place],
    );
    return row?.n ?? place;
  });

/** What all limits follow from beside the acts: another law, another calendar, another ladder, another way of counting, and they are made again. */
const wayOfCounting = 3;
const lawOn = (now: Instant): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        rules.parameters,
        rules.calendar,
        rules.fractions,
        rules.offences,
        ladderOn(rules, dayOf(now)),
        wayOfCounting,
      ]),
    )
    .digest('base64url');

/** Marks every case and report where the law is not the one their limits were made by. */
export const markForLaw = (door: Door, now: Instant): Promise<unknown> =>
  door.as({ system: 'ct_system' }, db => db.query('select ct.mark_for_law($1)', [lawOn(now)]));

/** Remakes shortly after each act, and every few seconds for what other servers and commands changed. `changed` is told when limits are other ones than they were. */
export function startRemaking(
  door: Door,
  now: () => Instant,
  { changed, failed }: { changed(): void; failed(error: unknown): void },
  every = 5000,
): { nudge(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let soon = false;
  let lawOf: Day | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds).unref();
  };
  async function once(): Promise<void> {
    const today = dayOf(now());
    // A dated line or a ladder may begin with the day.
    if (lawOf !== today) await markForLaw(door, now());
    lawOf = today;
    if ((await remakeDeadlines(door, now(), failed)) > 0) changed();
  }
  function run() {
    soon = false;
    running = running
      .then(() => (stopped ? undefined : once()))
      .catch(failed)
      .then(() => {
        if (!stopped && !soon) later(every);
      });
  }
  run();
  return {
    nudge() {
      if (soon || stopped) return;
      soon = true;
      later(50);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
