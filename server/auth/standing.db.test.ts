/* What a session's post gives is kept in the session's own row (migration 0047), and must never give more than the post does: refusals first. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { type Database, makeWorld, startDatabase, type World } from './fixture.ts';

let database: Database;
let world: World;
beforeAll(async () => {
  database = await startDatabase();
  // The database has a clock of its own.
  world = await makeWorld(database, { invented: true }, new Date().toISOString());
  // Posts move here between offices and officers of whom nothing but the id is of interest.
  await database.query(
    'alter table public.post drop constraint post_office_fk, drop constraint post_officer_fk',
  );
}, 60_000);
afterAll(() => database?.stop());

const insertion = `insert into auth.session (id, token_hash, officer_id, post_id, role, stage, made_at, last_seen_at, idle_minutes, idle_until, ends_at, device, post_office)
  values ($1, $2, $3, $4, $5, 'full', now(), now(), 15, now() + interval '15 minutes', now() + interval '1 hour', 'test', $6)`;

/** A session as `ct_auth` writes one, with an office of the writer's choice; and what it reaches. */
async function begin(officer: string, post: string, role = 'police_officer', wished = newId()) {
  const secret = randomBytes(32);
  await world.deps.asAuth(db => db.query(insertion, [newId(), secret, officer, post, role, wished]));
  return (as = role) =>
    database.door.as({ role: as, session: secret }, async db => {
      const [row] = await db.query<{ offices: string[] }>('select ct.reach(current_user::text) as offices');
      return row!.offices;
    });
}

const officeOf = async (post: string): Promise<string> =>
  (await database.query<{ office: string }>('select office from post where id = $1', [post]))[0]!.office;
const changePost = (post: string, set: string) =>
  database.query(`update public.post set ${set} where id = $1`, [post]);

describe('a session gives', () => {
  it('no office the writer of its row wished for, only the one of its post', async () => {
    const { id, posts } = await world.officer();
    const wished = newId();
    const reach = await begin(id, posts[0]!, 'police_officer', wished);
    expect(await reach()).toEqual([await officeOf(posts[0]!)]);
    expect(await reach()).not.toContain(wished);
    const rewriting = world.deps.asAuth(db =>
      db.query('update auth.session set post_office = $2 where officer_id = $1', [id, wished]),
    );
    await expect(rewriting).rejects.toThrow(/permission denied/);
  });

  it("nothing with somebody else's post, or in a role the post does not have", async () => {
    const [one, other] = [await world.officer(), await world.officer()];
    expect(await (await begin(one.id, other.posts[0]!))()).toEqual([]);
    const reach = await begin(one.id, one.posts[0]!, 'investigator');
    expect(await reach()).toEqual([]);
    expect(await reach('police_officer')).toEqual([]);
  });

  it.each([
    ['ended', 'valid_to = ct.today()'],
    ['begins tomorrow', 'valid_from = ct.today() + 1'],
    ['has another role', "role = 'investigator'"],
    ['is another officer’s', 'officer = gen_random_uuid()'],
  ])('nothing from the moment its post %s', async (_why, set) => {
    const { id, posts } = await world.officer();
    const reach = await begin(id, posts[0]!);
    expect(await reach()).toHaveLength(1);
    await changePost(posts[0]!, set);
    expect(await reach()).toEqual([]);
  });

  it('nothing from the moment the post it was lent from ended', async () => {
    const [lender, borrower] = [await world.officer(), await world.officer()];
    await changePost(borrower.posts[0]!, `delegated_from = '${lender.posts[0]}'`);
    const reach = await begin(borrower.id, borrower.posts[0]!);
    expect(await reach()).toHaveLength(1);
    await changePost(lender.posts[0]!, 'valid_to = ct.today()');
    expect(await reach()).toEqual([]);
  });

  it('the other office from the moment its post moved there', async () => {
    const { id, posts } = await world.officer();
    const reach = await begin(id, posts[0]!);
    const before = await reach();
    await changePost(posts[0]!, 'office = gen_random_uuid()');
    expect(await reach()).toEqual([await officeOf(posts[0]!)]);
    expect(await reach()).not.toEqual(before);
  });

  it('what its post was changed to while it began', async () => {
    const { id, posts } = await world.officer();
    let beginning: ReturnType<typeof begin> | undefined;
    await database.door.as({ system: 'postgres' as 'ct_auth' }, async db => {
      await db.query('update public.post set valid_to = ct.today() where id = $1', [posts[0]]);
      beginning = begin(id, posts[0]!);
      // The beginning waits for the change: nothing of it is to be seen while the change is open.
      await new Promise(done => setTimeout(done, 300));
      expect(await db.query('select from auth.session where officer_id = $1', [id])).toEqual([]);
    });
    expect(await (await beginning!)()).toEqual([]);
  });
});
