/* What lies in the database: nobody else's to read, and in the ledger every step with ids only. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { asRole, makeWorld } from '../../server/auth/fixture.ts';
import { endAllSessions } from '../../server/auth/index.ts';
import { database, enrolled, password, world } from './officer.ts';

export function inTheDatabase(): void {
  describe('in the database', () => {
    it('no other role reads anything of signing in', async () => {
      const tables = [
        'session',
        'password',
        'totp',
        'passkey',
        'recovery_code',
        'reset_code',
        'challenge',
        'attempt',
        'preference',
      ];
      for (const table of tables) {
        const reading = asRole(database.door, 'ct_police_officer', db =>
          db.query(`select * from auth.${table}`),
        );
        await expect(reading).rejects.toThrow(/permission denied/);
      }
    });

    it('every table forces row security', async () => {
      const rows = await database.query(
        `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where nspname = 'auth' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
      );
      expect(rows).toEqual([]);
    });

    it('ct_auth cannot give a session another post, role, officer or end, nor revive it', async () => {
      const { person } = await enrolled();
      for (const change of [
        `role = 'admin'`,
        `post_id = officer_id`,
        `officer_id = id`,
        `ends_at = ends_at`,
        `token_hash = token_hash`,
      ]) {
        const writing = world.deps.asAuth(db =>
          db.query(`update auth.session set ${change} where officer_id = $1`, [person.id]),
        );
        await expect(writing).rejects.toThrow(/permission denied/);
      }
      await world.deps.asAuth(db => endAllSessions(world.deps, db, { officer: person.id, by: newId() }));
      const reviving = world.deps.asAuth(db =>
        db.query(`update auth.session set ended_at = null, ended_why = null where officer_id = $1`, [
          person.id,
        ]),
      );
      await expect(reviving).rejects.toThrow(/stays ended/);
    });

    it('a session gives reach by its secret alone, only when whole, and none from the moment it ended', async () => {
      // The database has a clock of its own.
      const present = await makeWorld(database, { invented: true }, new Date().toISOString());
      const person = await present.officer();
      const browser = present.browser();
      const reach = async () => {
        const found = await present.finder.findSession(browser.cookie!.split('=')[1]!);
        const standing = { role: 'police_officer', session: found!.secret };
        return database.door.as(standing, async db => {
          const rows = await db.query<{ offices: number }>(
            `select cardinality(ct.reach(current_user::text)) as offices`,
          );
          return rows[0]!.offices;
        });
      };
      await password(browser, person);
      expect(await reach()).toBe(0);
      await browser.post('/api/auth/cast', { key: person.email.slice(0, 60) });
      expect(await reach()).toBe(1);
      await database.query(
        `update auth.session set ended_at = now(), ended_why = 'signed_out' where officer_id = $1 and ended_at is null`,
        [person.id],
      );
      // The finder still remembers it, as another server would; the database does not care.
      expect(await reach()).toBe(0);
    });

    it('the owner, as whom ct.live_post runs, has two policies: to find sessions, and to let them follow their posts', async () => {
      const rows = await database.query(
        `select tablename, cmd from pg_policies where schemaname = 'auth' and roles::text[] && '{chungtay_owner,public}'`,
      );
      expect(rows).toEqual([
        { tablename: 'session', cmd: 'SELECT' },
        { tablename: 'session', cmd: 'UPDATE' },
      ]);
    });
  });

  it('records every step, with ids only', async () => {
    const names = new Set(world.events.map(event => event.name));
    for (const name of [
      'password.accepted',
      'password.refused',
      'password.locked',
      'password.changed',
      'second_factor.accepted',
      'second_factor.refused',
      'second_factor.locked',
      'recovery_code.used',
      'totp.added',
      'passkey.added',
      'passkey.accepted',
      'passkey.refused',
      'passkey.ended',
      'session.opened',
      'session.post_changed',
      'session.stepped_up',
      'session.ended',
      'reset.started',
      'reset.used',
      'reset.refused',
    ]) {
      expect(names).toContain(name);
    }
    expect(JSON.stringify(world.events)).not.toMatch(/@|10\.\d+\.\d+\.\d+|Người/);
  });
}
