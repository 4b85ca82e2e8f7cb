/* The only place that reads officers and their posts, apart from the session query: public.officer (id, name, email, lang, cast_key, ended)
 * and public.post (id, officer, role, office, valid_from, valid_to, delegated_from → post). A post counts while today lies in its half-open
 * range; a delegated one only while the post it was delegated from counts as well, as ct.live_post says too. */

import { normalEmail, postHeld } from '../../modules/agencies/index.ts';
import type { Day, Db, Id, Officer, Post } from './deps.ts';

/** A condition on `p`, joined with `origin`, for the day in the parameter `day`. */
export function validPost(day: string): string {
  const on = `${day}::date`;
  return `${postHeld('p', on)} and (p.delegated_from is null or (${postHeld('origin', on)}))`;
}

export async function findOfficerByEmail(db: Db, email: string): Promise<Officer | null> {
  const rows = await db.query<Officer>(
    `select id, name, email from public.officer where lower(email) = $1 and ended is not true`,
    [normalEmail(email)],
  );
  return rows[0] ?? null;
}

export async function findOfficer(db: Db, id: Id): Promise<Officer | null> {
  const rows = await db.query<Officer>(
    `select id, name, email from public.officer where id = $1 and ended is not true`,
    [id],
  );
  return rows[0] ?? null;
}

/** The officer a key of the standing cast stands for; only asked in the invented province. */
export async function findCast(db: Db, key: string): Promise<Id | null> {
  const rows = await db.query<{ id: Id }>(
    `select id from public.officer where cast_key = $1 and ended is not true limit 1`,
    [key],
  );
  return rows[0]?.id ?? null;
}

/** The posts an officer may work in today, own ones before delegated ones, the oldest first. */
export async function findPosts(db: Db, officer: Id, today: Day): Promise<Post[]> {
  return db.query<Post>(
    `select p.id, p.role, p.office, (p.delegated_from is not null) as delegated
       from public.post p left join public.post origin on origin.id = p.delegated_from
      where p.officer = $1 and ${validPost('$2')}
      order by p.delegated_from is not null, p.valid_from, p.id`,
    [officer, today],
  );
}
