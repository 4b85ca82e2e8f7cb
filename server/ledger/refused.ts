/* A file somebody tried to open and was refused is in the ledger, with who tried. Only when there is such a file; and because nobody who asks may learn that, it is
 * looked up by the system and entered after the answer has left, so that neither the words nor the time of the answer tell. */
import type { Actor } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import { isId } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Door, Standing } from '../db/door.ts';
import { tell } from './write.ts';

interface Asking {
  readonly door: Door;
  readonly standing: Standing;
  readonly actor: Actor;
  readonly now: Instant;
  /** What went wrong while entering, without a word of whom it was about. */
  failed(error: unknown): void;
}

/** Enters the refusal of a file, when it was one. */
export function enterRefused(
  { door, standing, actor, now, failed }: Asking,
  id: unknown,
  error: unknown,
): void {
  if (!(error instanceof Problem) || error.code !== 'person.not_shared' || !isId(id)) return;
  const enter = async () => {
    const [found] = await door.as({ system: 'ct_system' }, db =>
      db.query<{ exists: boolean }>('select ct.file_exists($1) as exists', [id]),
    );
    if (!found?.exists) return;
    await door.as(standing, db =>
      tell(db, actor, now, {
        kind: 'read',
        name: 'person.refused',
        subjectRecord: 'person',
        subject: id,
        persons: [id],
      }),
    );
  };
  enter().catch(failed);
}
