/* Sealing: what does not fit its leaf stays out of the chain, however much of it there is, and keeps nothing that comes after it out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../../tests/support/world.ts';
import { sealLedger, verifyLedger } from './verify.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 60_000);
afterAll(() => world?.stop());

test('a thousand entries that do not fit keep no later one from being chained', async () => {
  await sealLedger(world.system.door);
  await world.owner(
    `insert into ledger.entry (id, kind, name, made_at, received_at, leaf)
       select gen_random_uuid(), 'system', 'made.up', now(), now(), sha256(n::text::bytea) from generate_series(1, 1000) n`,
  );
  const phua = await world.as('phua');
  const made = await phua.act('person.register', {
    fullName: 'Lù Thị Ví Dụ',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'api',
  });
  expect(await sealLedger(world.system.door, 'short')).toBeGreaterThan(0);
  const chained = await world.owner('select seq from ledger.chain where entry_id = $1', [made.id]);
  expect(chained).toHaveLength(1);
  expect(await verifyLedger(world.system.door)).toMatchObject({ ok: true, broken: 0, waiting: 1000 });
});
