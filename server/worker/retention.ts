/* Reviews that fall due by the rules or by a length an administrator entered, and erasures that two officers decided. Where nobody named a length, nothing falls due. An erasure is a transaction of its
 * own: the rows go, what was in the ledger's entries goes, the entries stay, and for each body that is gone an entry says so. */
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { isBinding, type Parameter } from '../../kernel/rule/parameter.ts';
import { computeTerm } from '../../kernel/rule/term.ts';
import { type EnteredLength, enteredLengthsSql, withEntered } from '../../modules/retention/index.ts';
import { rules } from '../../rules/index.ts';
import type { Db, Door } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { nobody } from './notify.ts';

const farAway = '9999-01-01' as Day;
const mostAtOnce = 200;

/** Opens a review for every closed file whose period is over. @returns how many. */
export async function openDueReviews(
  db: Db,
  now: Instant,
  parameters: readonly Parameter[] = rules.parameters,
): Promise<number> {
  const today = dayOf(now);
  const entered = await db.query<EnteredLength>(enteredLengthsSql, ['file']);
  const lines = withEntered(parameters, 'retention.file', entered).filter(isBinding);
  let opened = 0;
  for (const line of lines) {
    const files = await db.query<{ person: string; number: string; office: string; closed_on: Day }>(
      'select person, number, office, closed_on from ct.closed_files($1, $2, $3)',
      [line.valid_from, line.valid_to ?? farAway, mostAtOnce],
    );
    for (const file of files) {
      const due = computeTerm(line, file.closed_on, rules.calendar).due?.slice(0, 10) as Day | undefined;
      if (!due || due > today) continue;
      const id = newId();
      await db.query(
        `insert into retention_review (id, province, made_at, made_by, changed_at, file_number, file_person, file_office, closed_on, due_on, rule, ground_article, review_ground, state)
         values ($1, 'lao_cai', $2, $3, $2, $4, $5, $6, $7, $8, $9, $10, 'period_over', 'due')`,
        [
          id,
          now,
          nobody,
          file.number,
          file.person,
          file.office,
          file.closed_on,
          due,
          line.id,
          line.article.slice(0, 120),
        ],
      );
      await tell(db, null, now, {
        kind: 'system',
        name: 'retention.fall_due',
        subjectRecord: 'retentionReview',
        subject: id,
        persons: [file.person],
        ground: 'period_over',
      });
      opened += 1;
    }
  }
  return opened;
}

interface Decided {
  readonly id: string;
  readonly file_number: string;
  readonly file_person: string;
  readonly review_ground: string;
  readonly ground_article: string | null;
  readonly proposed_by: string;
  readonly decided_by: string;
}

async function eraseOne(db: Db, now: Instant, review: Decided): Promise<void> {
  const [row] = await db.query<{ erased: { rows: Record<string, number>; entries: string[] } }>(
    'select ct.erase_file($1) as erased',
    [review.id],
  );
  const { rows, entries } = row!.erased;
  const tombstone = newId();
  await db.query(
    `insert into tombstone (id, province, made_at, made_by, changed_at, file_number, file_person, erased_at, review_ground, ground_article, proposed_by, approved_by, review, rows_erased, bodies_erased)
     values ($1, 'lao_cai', $2, $3, $2, $4, $5, $2, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tombstone,
      now,
      nobody,
      review.file_number,
      review.file_person,
      review.review_ground,
      review.ground_article,
      review.proposed_by,
      review.decided_by,
      review.id,
      JSON.stringify(rows),
      entries.length,
    ],
  );
  await db.query(
    "update retention_review set state = 'erased', changed_at = $2, version = version + 1 where id = $1",
    [review.id, now],
  );
  await tell(db, null, now, {
    kind: 'system',
    name: 'person.erase',
    subjectRecord: 'tombstone',
    subject: tombstone,
    persons: [review.file_person],
    ground: review.review_ground,
    body: { review: review.id, rows, bodies: entries.length },
  });
  // Verification asks of every body that is gone which entry says so.
  for (const entry of entries)
    await tell(db, null, now, {
      kind: 'system',
      name: 'ledger.erase',
      subjectRecord: 'ledger',
      subject: entry,
      ground: review.review_ground,
    });
}

/** Erases what was decided and whose waiting time is over. What cannot be erased stays whole and says why. @returns how many were erased. */
export async function eraseDecided(door: Door, now: Instant): Promise<number> {
  const asSystem = <T>(work: (db: Db) => Promise<T>) => door.as({ system: 'ct_system' }, work);
  const decided = await asSystem(db =>
    db.query<Decided>(
      `select id, file_number, file_person, review_ground, ground_article, proposed_by, decided_by from retention_review
        where state = 'approved' and erase_on <= $1 and failed_why is null order by erase_on limit 20`,
      [dayOf(now)],
    ),
  );
  let erased = 0;
  for (const review of decided) {
    try {
      await asSystem(db => eraseOne(db, now, review));
      erased += 1;
    } catch (error) {
      const why = String((error as { code?: string }).code ?? 'unknown').slice(0, 60);
      // Another server was faster: then it is erased, and nothing failed.
      await asSystem(db =>
        db.query(
          "update retention_review set failed_why = $2, changed_at = $3, version = version + 1 where id = $1 and state = 'approved'",
          [review.id, why, now],
        ),
      );
    }
  }
  return erased;
}
