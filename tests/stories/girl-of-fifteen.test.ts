/* A girl of fifteen comes back by herself at night with her child of seven months, and the whole way of both: what nobody may do because no guardian is here, and what the law lets
 * be done all the same; found to be a victim with a paper, the shelter, a plan in her words, what she is paid, closed by two, left in peace as she said; and
 * what each office can and cannot see in the end. Read its chapters in the order they are told below; every step stands on the one before. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, Person } from '../support/world.ts';
import { atTheShelter } from './girl-of-fifteen/at-the-shelter.ts';
import { theFirstNight } from './girl-of-fifteen/first-night.ts';
import { foundAVictim } from './girl-of-fifteen/found-a-victim.ts';
import { baby, begin, end, hang, her, world } from './girl-of-fifteen/girl.ts';
import { givenAndHeard } from './girl-of-fifteen/given-and-heard.ts';
import { leftInPeace } from './girl-of-fifteen/left-in-peace.ts';

beforeAll(begin);
afterAll(end);

theFirstNight();
foundAVictim();
atTheShelter();
givenAndHeard();
leftInPeace();

describe('in the end, what each of them can and cannot see', () => {
  const columns = [
    'hers',
    'child',
    'screening',
    'interests',
    'assessment',
    'contact',
    'papers',
    'paid',
    'stay',
  ] as const;

  async function sight(who: Person): Promise<(string | number)[]> {
    const reach = (file: string | undefined) =>
      who.path(file!).then(
        path => (path.shared ? 'part' : 'whole'),
        error => (error.status === 403 ? '–' : Promise.reject(error)),
      );
    const count = async (record: string) =>
      (await who.list(record).catch(error => (error.status < 500 ? [] : Promise.reject(error)))).filter(
        (row: Json) => row.person === her.file || row.person === baby.file,
      ).length;
    const parts = ['screening', 'bestInterests', 'assessment', 'safeContact', 'document', 'payment', 'stay'];
    return [await reach(her.file), await reach(baby.file), ...(await Promise.all(parts.map(count)))];
  }

  it.each<[string, string, ...(string | number)[]]>([
    ['the border officer', 'phua', 'whole', 'whole', 1, 6, 1, 1, 1, 0, 2],
    ['the head of the gate', 'quyet', 'whole', 'whole', 1, 6, 1, 1, 1, 0, 2],
    ['another post', 'thang', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['who identified her', 'nhai', 'part', '–', 1, 0, 0, 0, 1, 0, 0],
    ['her worker at the shelter', 'my', '–', '–', 0, 0, 1, 0, 0, 0, 2],
    ['who decided on her money', 'van', 'part', '–', 0, 0, 0, 0, 0, 2, 0],
    ['the investigator', 'nam', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the Women’s Union of another district', 'chuyen', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the secretary', 'vinh', '–', '–', 0, 0, 0, 0, 0, 0, 0],
    ['the auditor', 'hang', '–', '–', 0, 0, 0, 0, 0, 0, 0],
  ])('%s (%s)', async (_who, key, ...expected) => {
    const seen = await sight(await world.as(key));
    expect(Object.fromEntries(columns.map((column, index) => [column, seen[index]]))).toEqual(
      Object.fromEntries(columns.map((column, index) => [column, expected[index]])),
    );
  });

  it('the auditor reads who did what on which ground, of both files, and the ledger holds', async () => {
    const entries = async (person: string | undefined) => {
      const rows: Json[] = [];
      for (let before: number | null | undefined; before !== null; ) {
        const page: Json = await hang.ask('/api/ledger', { person, ...(before ? { before } : {}) });
        rows.push(...page.rows);
        before = page.next;
      }
      return rows;
    };
    const [hers, childs] = await Promise.all([entries(her.file), entries(baby.file)]);
    const grounds = hers.filter(one => one.name === 'referral.send').map(one => one.ground);
    expect(grounds.sort()).toEqual(['consent', 'vital_interest']);
    expect(childs.map(one => one.name)).toContain('child.openFile');
    expect(childs.map(one => one.name)).not.toContain('verification.request');
    expect(JSON.stringify([hers, childs])).not.toMatch(/Lầu|Xúa|Tủa|0300|Bà ngoại/);
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
    expect(JSON.stringify(world.log)).not.toMatch(/Lầu|Xúa|Tủa|0300/);
  });
});
