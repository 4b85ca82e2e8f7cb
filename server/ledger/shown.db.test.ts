/* What readers were shown is entered for many at a time: in whose name, what is refused, and that nobody gets an answer that is not in the ledger. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/id.ts';
import type { LedgerEntry } from '../../kernel/ledger/entry.ts';
import { makeWorld, type Person, refusal, type World } from '../../tests/support/world.ts';
import type { Standing } from '../db/door.ts';
import { makeEntering } from './shown.ts';
import { verifyLedger } from './verify.ts';

let world: World;
let phua: Person;
let quyet: Person;
const files: Record<string, string[]> = { phua: [], quyet: [] };

beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
  quyet = await world.as('quyet');
  for (const officer of [phua, quyet])
    for (let index = 0; index < 6; index++) {
      const { id } = await officer.act('person.register', {
        fullName: `Sùng Thị Ví Dụ ${index}`,
        route: 'self_return',
        arrivedAt: world.now(),
        entry: 'api',
      });
      files[officer.key]!.push(id);
    }
}, 60_000);
afterAll(() => world?.stop());

const standingOf = (person: Person): Standing => ({
  role: person.role,
  session: createHash('sha256').update(person.cookie.split('=')[1]!).digest(),
});

const entryOf = (person: Person, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: newId(),
  kind: 'read',
  name: 'person.read',
  officer: person.officer,
  post: person.postId,
  role: person.role,
  agency: 'border_guard',
  office: person.office,
  session: null,
  subject_record: 'person',
  subject_id: files[person.key]![0]!,
  person_ids: [files[person.key]![0]!],
  purpose: null,
  ground: null,
  made_at: world.now(),
  received_at: world.now(),
  declaration: null,
  commitment: null,
  ...change,
});

const entered = (ids: readonly string[]) =>
  world.owner<{ id: string; kind: string; officer: string }>(
    'select id, kind, officer from ledger.entry where id = any ($1::uuid[])',
    [ids],
  );

test('no other role may call it', async () => {
  for (const standing of [
    standingOf(phua),
    { system: 'ct_auth' } as const,
    { system: 'ct_matcher' } as const,
  ])
    await expect(
      world.system.door.as(standing, db =>
        db.query(
          "select ledger.enter_shown('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 1, '{}')",
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
});

test('a secret that opens no live session of that role, and anything that is not a reading, is not entered', async () => {
  const enter = makeEntering(world.system.door);
  const wrong = { role: phua.role, session: createHash('sha256').update('nobody').digest() };
  const otherRole = { ...standingOf(phua), role: 'auditor' } as Standing;
  const acts = entryOf(phua, { kind: 'act' });
  const system = entryOf(phua, { kind: 'system' });
  const lost = [entryOf(phua), entryOf(phua, { role: 'auditor' }), acts, system];
  const good = entryOf(phua);
  const results = await Promise.allSettled([
    enter(wrong, [lost[0]!]),
    enter(otherRole, [lost[1]!]),
    enter(standingOf(phua), [acts]),
    enter(standingOf(phua), [system]),
    enter(standingOf(phua), [good]),
  ]);
  expect(results.map(result => (result.status === 'rejected' ? result.reason.code : 'entered'))).toEqual([
    'session.ended',
    'session.ended',
    'session.ended',
    'session.ended',
    'entered',
  ]);
  expect(await entered([...lost, good].map(entry => entry.id))).toMatchObject([
    { id: good.id, kind: 'read' },
  ]);
});

test('an entry the columns cannot hold does not take the others with it', async () => {
  const enter = makeEntering(world.system.door);
  const good = [entryOf(phua), entryOf(quyet)];
  const bad = entryOf(phua, { name: 'x'.repeat(81) });
  const results = await Promise.allSettled([
    enter(standingOf(phua), [good[0]!]),
    enter(standingOf(phua), [bad]),
    enter(standingOf(quyet), [good[1]!]),
  ]);
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const found = await entered([bad.id, ...good.map(entry => entry.id)]);
  expect(found.map(entry => entry.officer).sort()).toEqual([phua.officer, quyet.officer].sort());
});

test('what many read at once is entered in the name of each, before each has her answer', async () => {
  const before = await world.owner<{ n: number }>('select coalesce(max(n), 0) as n from ledger.entry');
  const asked = [phua, quyet].flatMap(officer =>
    Array.from({ length: 5 }, () => files[officer.key]!)
      .flat()
      .map(id => ({ officer, id })),
  );
  await Promise.all(asked.map(({ officer, id }) => officer.get('person', id)));
  const rows = await world.owner<{ officer: string; subject_id: string; session: string | null }>(
    "select officer, subject_id, session from ledger.entry where n > $1 and kind = 'read' and name = 'person.read'",
    [before[0]!.n],
  );
  const line = (officer: string, id: string) => `${officer} ${id}`;
  expect(rows.map(row => line(row.officer, row.subject_id)).sort()).toEqual(
    asked.map(({ officer, id }) => line(officer.officer, id)).sort(),
  );
  expect(rows.every(row => row.session !== null)).toBe(true);
});

test('and every one of them is chained', async () => {
  // But the three made up above: they do not fit what the database knows of the session, so they stand out for ever.
  const verdict = await verifyLedger(world.system.door);
  expect(verdict).toMatchObject({ ok: true, broken: 0, waiting: 3 });
});

test('who cannot be entered gets no answer', async () => {
  await world.owner('revoke execute on function ledger.enter_shown from ct_system');
  try {
    const refused = await refusal(phua.get('person', files.phua![0]!));
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(refused)).not.toContain('Sùng');
    for (const [url, body] of [
      ['/api/list', { record: 'person' }],
      ['/api/search', { text: 'Ví Dụ 1' }],
      ['/api/path', { person: files.phua![0] }],
    ] as const) {
      const answer = await phua.post(url, body);
      expect([url, answer.status >= 500, answer.text.includes('Sùng')]).toEqual([url, true, false]);
    }
  } finally {
    await world.owner('grant execute on function ledger.enter_shown to ct_system');
  }
  expect((await phua.get('person', files.phua![0]!)).fullName).toContain('Sùng');
});
