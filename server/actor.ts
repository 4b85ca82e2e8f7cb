/* From a session to the one who acts: the offices in reach, the agency, the language. What the post reaches is asked of the database itself and remembered
 * for two seconds; a stale answer only narrows what is asked for, since row security asks again with every query. */
import type { Actor } from '../kernel/act/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { WholeSession } from './auth/index.ts';
import type { Door, Standing } from './db/door.ts';

interface Remembered {
  readonly actor: Actor;
  readonly until: number;
}

const seconds = 2;
const most = 5000;

export interface Caller {
  readonly actor: Actor;
  readonly standing: Standing;
}

export function makeActors(door: Door, now: () => number = Date.now) {
  const remembered = new Map<string, Remembered>();

  async function callerOf(whole: WholeSession): Promise<Caller> {
    if (whole.session.viewAs) throw new Problem('view_as.no_acts');
    const standing: Standing = { role: whole.role, session: whole.secret };
    const key = Buffer.from(whole.secret).toString('base64');
    const known = remembered.get(key);
    if (known && known.until > now()) return { actor: { ...known.actor, lang: whole.lang }, standing };
    const [row] = await door.as(standing, db =>
      db.query<{ reach: string[]; exceptions: string[]; head: boolean; agency: string }>(
        'select ct.reach($1) as reach, ct.exceptions($1) as exceptions, ct.heads($1) as head, (select a.key from office o join agency a on a.id = o.agency where o.id = $2) as agency',
        [`ct_${whole.role}`, whole.post.office],
      ),
    );
    if (!row?.reach?.length) throw new Problem('session.ended');
    const actor: Actor = {
      officer: whole.officer.id,
      post: whole.post.id,
      role: whole.role,
      agency: row.agency,
      office: whole.post.office,
      province: 'lao_cai',
      reach: row.reach,
      exceptions: row.exceptions,
      head: row.head,
      session: whole.session.id,
      lang: whole.lang,
    };
    if (remembered.size >= most) remembered.clear();
    remembered.set(key, { actor, until: now() + seconds * 1000 });
    return { actor, standing };
  }
  /** After glass was broken: its own officer looks for the file at once. */
  const forget = () => remembered.clear();
  return Object.assign(callerOf, { forget });
}
