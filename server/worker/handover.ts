/* An office that ended with one successor leaves it what is still open: the files it held, what it had asked and sent, what was asked of it and shared with
 * it. What was written stays under the name of who wrote it. Where an office was parted among several, nobody can know which of them goes on with a file, and
 * nothing moves by itself. */
import type { Instant } from '../../kernel/day.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { getRecord } from '../../modules/index.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { notify } from './notify.ts';

/** Offices that ended, each with the office that stands in its place today, over as many changes as there were. */
const heirs = `with recursive line (ended, heir) as (
    select o.id, o.successors[1]::uuid from office o where o.valid_to <= ct.today() and cardinality(o.successors) = 1
    union
    select l.ended, o.successors[1]::uuid from line l join office o on o.id = l.heir
      where o.valid_to <= ct.today() and cardinality(o.successors) = 1
  )
  select l.ended, l.heir from line l join office o on o.id = l.heir where o.valid_to is null or o.valid_to > ct.today()`;

interface Open {
  readonly record: string;
  readonly column: string;
  /** Which rows are still open. */
  readonly when: string;
}
const waiting = "state = 'sent'";
const underWay = "state in ('sent', 'accepted')";
const unmended = "state <> 'verified'";
const undecided = "state in ('with_commune', 'with_district', 'to_decide')";
const planned = "state = 'planned'";
const toDo = "state = 'open'";
const live = 'revoked_at is null and until > now()';
const open: readonly Open[] = [
  { record: 'person', column: 'office', when: 'true' },
  { record: 'verification', column: 'office', when: waiting },
  { record: 'verification', column: 'to_office', when: waiting },
  { record: 'owedAnswer', column: 'office', when: "state = 'open'" },
  { record: 'owedAnswer', column: 'to_office', when: "state = 'open'" },
  { record: 'settlement', column: 'to_office', when: "state = 'proposed'" },
  { record: 'settlement', column: 'superior', when: "state = 'with_superior'" },
  { record: 'referral', column: 'office', when: underWay },
  { record: 'referral', column: 'to_office', when: underWay },
  { record: 'supportApplication', column: 'office', when: undecided },
  { record: 'supportApplication', column: 'to_office', when: undecided },
  {
    record: 'supportDecision',
    column: 'office',
    when: "decision_outcome = 'granted' and (handed_over = 0 or paid < amount)",
  },
  { record: 'share', column: 'office', when: live },
  { record: 'share', column: 'to_office', when: live },
  { record: 'statementNotice', column: 'to_office', when: 'true' },
  { record: 'statementNotice', column: 'contact', when: 'true' },
  { record: 'participation', column: 'to_office', when: 'true' },
  { record: 'statementRequest', column: 'to_office', when: 'true' },
  { record: 'complaint', column: 'office', when: "state <> 'closed'" },
  { record: 'draft', column: 'office', when: "state = 'open'" },
  { record: 'groupArrival', column: 'office', when: 'true' },
  { record: 'groupLine', column: 'office', when: 'true' },
  ...['rescueOperation', 'safetyPlan'].flatMap(record =>
    ['office', 'partners'].map(column => ({ record, column, when: 'true' })),
  ),
  { record: 'facility', column: 'office', when: 'true' },
  { record: 'facility', column: 'contact_office', when: 'true' },
  { record: 'facilityAddress', column: 'office', when: 'true' },
  { record: 'stay', column: 'office', when: "state = 'staying'" },
  { record: 'facilityReview', column: 'office', when: "state = 'begun'" },
  { record: 'facilityReview', column: 'run_by', when: 'true' },
  { record: 'standardsCheck', column: 'run_by', when: 'true' },
  { record: 'improvement', column: 'office', when: unmended },
  { record: 'improvement', column: 'run_by', when: 'true' },
  { record: 'improvement', column: 'owner', when: unmended },
  { record: 'assessment', column: 'office', when: "state = 'current'" },
  { record: 'supportPlan', column: 'office', when: toDo },
  { record: 'planAction', column: 'office', when: toDo },
  { record: 'planAction', column: 'to_office', when: toDo },
  { record: 'followUp', column: 'office', when: planned },
  { record: 'followUp', column: 'to_office', when: planned },
  { record: 'fileDecision', column: 'office', when: "state = 'asked'" },
];

/** The column of whose file a row is. */
const personOf = ({ isFile, partOf }: RecordDeclaration): string =>
  isFile ? 't.id' : partOf === 'person' ? 't.person' : 'null::uuid';

interface Moved {
  readonly id: string;
  readonly person: string | null;
  readonly ended: string;
  readonly heir: string;
}

/** At a time and of one kind; the next sweep goes on. */
const mostAtOnce = 500;

/** Hands over what ended offices left open. The ledger says what went from where to where; each heir is told once a sweep. @returns rows moved. */
export async function handOver(db: Db, now: Instant): Promise<number> {
  const lines = await db.query<{ ended: string; heir: string }>(heirs);
  const told = new Set<string>();
  let count = 0;
  for (const { record, column, when } of open) {
    const declared = getRecord(record);
    const table = tableOf(declared);
    const isList = declared.fields[column]?.kind.name === 'offices';
    const names = isList ? `h.ended = any (t.${column})` : `t.${column} = h.ended`;
    // Two of a list may have become one office: it stands there once.
    const heir = isList
      ? `array(select distinct unnest(array_replace(t.${column}, c.ended, c.heir)))`
      : 'c.heir';
    const moved = await db.query<Moved>(
      `with chosen as (
         select t.id, h.ended, h.heir from unnest($2::uuid[], $3::uuid[]) h(ended, heir) join ${table} t on ${names}
         where ${when} limit ${mostAtOnce}
       )
       update ${table} t set ${column} = ${heir}, changed_at = $1, version = version + 1 from chosen c where t.id = c.id
       returning t.id, ${personOf(declared)} as person, c.ended, c.heir`,
      [now, lines.map(line => line.ended), lines.map(line => line.heir)],
    );
    count += moved.length;
    for (const [way, rows] of Map.groupBy(moved, row => `${row.ended} ${row.heir}`)) {
      const { ended, heir } = rows[0]!;
      const persons = [...new Set(rows.flatMap(row => row.person ?? []))];
      await tell(db, null, now, {
        kind: 'system',
        name: 'office.hand_over',
        subjectRecord: 'office',
        subject: heir,
        persons,
        body: { record, column, from: ended, to: heir, ids: rows.map(row => row.id) },
      });
      if (!told.has(way)) await notify(db, now, 'handed_over', heir, 'office', ended);
      told.add(way);
    }
  }
  return count;
}
