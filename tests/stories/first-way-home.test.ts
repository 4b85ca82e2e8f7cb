/* The first way home, as the work of named people: a young woman comes over the bridge at ten past two at night, and what each office may and may not see of
 * her from then on. Read its chapters in the order they are told below; every step stands on the one before. The woman is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/world.ts';
import { atTheGate } from './first-way-home/at-the-gate.ts';
import { brokenGlass } from './first-way-home/broken-glass.ts';
import { foundAVictim } from './first-way-home/found-a-victim.ts';
import { readByTheAuditor } from './first-way-home/read-by-the-auditor.ts';
import { sentOn } from './first-way-home/sent-on.ts';
import { takenBack } from './first-way-home/taken-back.ts';
import { begin, end, her, world } from './first-way-home/woman.ts';

beforeAll(begin);
afterAll(end);

atTheGate();
foundAVictim();
sentOn();
takenBack();
brokenGlass();
readByTheAuditor();

describe('in the end, what each of them can and cannot see', () => {
  const columns = [
    'file',
    'name',
    'phone',
    'screening',
    'assertions',
    'verification',
    'referral',
    'statement',
    'note',
    'glass',
    'ledger',
  ] as const;

  /** How much of each part one person reaches: whole, part, a count, or nothing. */
  async function sight(person: Person): Promise<string[]> {
    const or = (promise: Promise<string>) =>
      promise.catch(error => (error.status === 403 ? '–' : Promise.reject(error)));
    const path = await person.path(her.file!).catch(() => null);
    const count = async (record: string) => {
      const rows = new Set<string>();
      for (const filter of [{ person: { is: her.file } }, {}])
        for (const row of await person
          .list(record, { filter })
          .catch(error => (error.status < 500 ? [] : Promise.reject(error))))
          if (row.person === her.file) rows.add(row.id);
      return rows.size === 0 ? '–' : String(rows.size);
    };
    return [
      path ? (path.shared ? 'part' : 'whole') : '–',
      path ? (path.person.fullName ?? 'withheld') : '–',
      await or(person.open('person', her.file!, 'phone').then(value => value ?? 'empty')),
      await count('screening'),
      await count('assertion'),
      await count('verification'),
      await count('referral'),
      await count('statementNotice'),
      await count('note'),
      await count('exceptionAccess'),
      await or(person.ask('/api/ledger', {}).then(page => (page.rows.length > 0 ? 'yes' : 'empty'))),
    ];
  }

  const name = 'Vàng Thị Mại';
  const phone = '0300 123 4567';
  it.each<[string, string | undefined, ...string[]]>([
    // who, as,                              file     name   phone  scr. ass. ver. ref. sta. note glass ledger
    ['phua', undefined, 'whole', name, phone, '1', '4', '1', '1', '1', '–', '2', '–'],
    ['quyet', undefined, 'whole', name, phone, '1', '4', '1', '1', '1', '–', '2', '–'],
    ['thang', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['nhai', undefined, 'part', name, phone, '1', '4', '1', '–', '–', '–', '–', '–'],
    ['toan', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['nam', undefined, '–', '–', '–', '–', '–', '–', '–', '1', '–', '–', '–'],
    ['my', undefined, '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    ['lan-anh', 'shelter_worker', '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    // The centre runs the shelter: as its deputy director her post reaches the offices below.
    ['lan-anh', 'social_worker', '–', '–', '–', '–', '–', '–', '1', '1', '1', '–', '–'],
    ['van', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['san', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '2', '–'],
    ['chuyen', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['pao', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['chau', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['ha', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['vinh', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    ['hoai-nam', undefined, '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
    // What was sent, to whom and on what ground: a referral's outline, and nothing that stands in it.
    ['hang', undefined, '–', '–', '–', '–', '–', '–', '1', '–', '–', '2', 'yes'],
  ])('%s (%s)', async (key, role, ...expected) => {
    const seen = await sight(await world.as(key, role));
    expect(Object.fromEntries(columns.map((column, index) => [column, seen[index]]))).toEqual(
      Object.fromEntries(columns.map((column, index) => [column, expected[index]])),
    );
  });
});
