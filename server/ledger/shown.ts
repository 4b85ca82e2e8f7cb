/* What readers were shown, entered in the ledger for all who wait at once: while one batch is on its way to the disk the next gathers, so that a reader who
 * is alone waits for nobody, and many share one statement and one flush. Whoever was shown something gets her answer after its entry is on disk, or none. */
import { type LedgerEntry, leafOf } from '../../kernel/ledger/entry.ts';
import { Problem } from '../../kernel/problem.ts';
import { declarationVersion } from '../../modules/index.ts';
import type { Door, Standing } from '../db/door.ts';

interface Waiting {
  readonly token: Uint8Array;
  readonly entry: LedgerEntry;
  done(): void;
  failed(error: unknown): void;
}

const mostTogether = 200;
const enter =
  'select ledger.enter_shown($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10, $11, $12, $13, $14) as refused';

/** @returns a function that resolves when all entries of one answer are on disk. */
export function makeEntering(
  door: Door,
): (standing: Standing, entries: readonly LedgerEntry[]) => Promise<void> {
  let waiting: Waiting[] = [];
  let busy = false;

  async function send(batch: readonly Waiting[]): Promise<void> {
    const of = <T>(pick: (one: Waiting) => T) => batch.map(pick);
    const [row] = await door.as({ system: 'ct_system' }, db =>
      db.finish!<{ refused: string[] }>(enter, [
        of(one => one.token),
        of(one => one.entry.role),
        of(one => one.entry.id),
        of(one => one.entry.kind),
        of(one => one.entry.name),
        of(one => one.entry.agency),
        of(one => one.entry.subject_record),
        of(one => one.entry.subject_id),
        of(one => (one.entry.person_ids ? `{${one.entry.person_ids.join(',')}}` : null)),
        of(one => one.entry.purpose),
        of(one => one.entry.ground),
        of(one => one.entry.received_at),
        declarationVersion,
        of(one => leafOf(one.entry)),
      ]),
    );
    if (!row) throw new Error('ledger: nothing was said of what was shown');
    // A post that ended between the reading and its entry has no answer to get any more.
    for (const one of batch)
      if (row.refused.includes(one.entry.id)) one.failed(new Problem('session.ended'));
      else one.done();
  }

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      // One entry that cannot be written must not take the others with it.
      await send(batch).catch(async error => {
        if (batch.length === 1) return batch[0]!.failed(error);
        for (const one of batch) await send([one]).catch(one.failed);
      });
    }
    busy = false;
  }

  return async (standing, entries) => {
    if (entries.length === 0) return;
    if ('system' in standing) throw new Error('ledger: only readers are shown anything');
    const entered = entries.map(
      entry =>
        new Promise<void>((done, failed) => {
          waiting.push({ token: standing.session, entry, done, failed });
        }),
    );
    if (!busy) {
      busy = true;
      setImmediate(pump);
    }
    await Promise.all(entered);
  };
}
