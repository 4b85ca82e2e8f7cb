/* Every role, every record, every field, every act: what the sentences of the policy say is what the database lets through, straight and by the API, and
 * nothing else. The expectation comes from the words of the sentences (tests/permissions/province.ts); a new record or act is tried without a change here.
 * The parts are tried in this order: each counts against the same province as the ones before left it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { pageHeaders } from '../support/world.ts';
import { actedByTheApi } from './matrix/acted.ts';
import { readByTheApi } from './matrix/read.ts';
import { straightInTheDatabase } from './matrix/straight.ts';
import { begin, end, province, refusedWith, sessionFor, world } from './matrix/tried.ts';

beforeAll(begin, 120_000);
afterAll(end);

straightInTheDatabase();
readByTheApi();
actedByTheApi();

describe('the database as a whole', () => {
  it('has no table without row security that is forced, but the list of migrations', async () => {
    const bare = await world.owner(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    expect(bare.map(row => row.name)).toEqual(
      ['ct.installation', 'ct.office_below', 'public.migration'].filter(name =>
        bare.some(row => row.name === name),
      ),
    );
    for (const { name } of bare) {
      const granted = await world.owner(
        `select grantee from information_schema.role_table_grants where table_schema || '.' || table_name = $1 and grantee not in ('chungtay_owner', 'postgres', current_user)`,
        [name],
      );
      expect([
        name,
        granted.map(row => row.grantee).filter(grantee => !['ct_system', 'ct_auth'].includes(grantee)),
      ]).toEqual([name, []]);
    }
  });

  it('has no table of people without a policy, and no policy for everybody', async () => {
    const open = await world.owner(
      "select schemaname || '.' || tablename || ' ' || policyname as name from pg_policies where 'public' = any (roles)",
    );
    expect(open).toEqual([]);
    const without = await world.owner(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
         and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname)`,
    );
    expect(without).toEqual([]);
  });

  it('has views only of what was shared, behind a barrier, owned by the role that sees shares and nothing else', async () => {
    const views = await world.owner(
      `select n.nspname as schema, c.relname as name, pg_get_userbyid(c.relowner) as owner, coalesce(c.reloptions::text, '') as options, c.relkind as kind
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(views.filter(view => view.kind === 'm')).toEqual([]);
    expect(views.filter(view => view.schema !== 'shared')).toEqual([]);
    // What finds live sessions is for the functions of the owner only.
    const callers = await world.owner(
      "select rolname from pg_roles where (rolname like 'ct\\_%' or rolname = 'chungtay_app') and (has_function_privilege(rolname, 'ct.live(bytea)', 'execute') or has_function_privilege(rolname, 'ct.post_of(uuid, uuid, text)', 'execute'))",
    );
    expect(callers).toEqual([]);
    const shared = views.filter(view => view.schema === 'shared');
    expect(shared.length).toBeGreaterThan(10);
    for (const view of shared)
      expect(view).toMatchObject({
        schema: 'shared',
        owner: 'ct_sharer',
        options: expect.stringContaining('security_barrier=true'),
      });
    const [sharer] = await world.owner(
      "select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'ct_sharer'",
    );
    expect(sharer).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false });
  });

  it('has functions with the owner’s rights only from this list, each with a pinned search path and for nobody unnamed', async () => {
    const allowed = [
      'ct.administered_without',
      'ct.case_opened',
      'ct.closed_files',
      'ct.consent_withdrawn',
      'ct.end_support',
      'ct.erase_file',
      'ct.erase_parts',
      'ct.erasure_is_past',
      'ct.exceptions',
      'ct.facility_days',
      'ct.facility_findings',
      'ct.file_changed',
      'ct.file_exists',
      'ct.file_for_review',
      'ct.file_moved',
      'ct.file_numbers',
      'ct.forget_beside_file',
      'ct.heads',
      'ct.fill_session',
      'ct.fill_share',
      'ct.holder_of',
      'ct.keep_administrator',
      'ct.keep_administrator_in_office',
      'ct.keep_file_closed',
      'ct.keep_person_keys',
      'ct.mark_case',
      'ct.mark_for_law',
      'ct.mark_report',
      'ct.mornings',
      'ct.deadlines_by_office',
      'ct.calendar_of',
      'ct.keep_stage',
      'ct.report_changed',
      'ct.seat_changed',
      'ct.sessions_follow',
      'ct.share_ended',
      'ct.share_made',
      'ct.share_moved',
      'ct.spread_person_keys',
      'ct.step_taken',
      'ct.take_back',
      'ledger.unsealed',
      'ct.live_post',
      'ct.loan_within',
      'ct.loans_end',
      'ct.may_add',
      'ct.may_lend',
      'ct.next_number',
      'ct.next_paper_number',
      'ct.officer',
      'ct.post_of',
      'ct.reach',
      'ct.refresh_office_below',
      'ledger.seal',
      'ledger.enter_shown',
      'ledger.purpose_of',
    ];
    const definers = await world.owner(
      `select n.nspname || '.' || p.proname as name, coalesce(array_to_string(p.proconfig, ' '), '') as config, pg_get_userbyid(p.proowner) as owner,
              has_function_privilege('public', p.oid, 'execute') as everybody, p.prorettype = 'trigger'::regtype as trigger
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(definers.map(one => one.name).filter(name => !allowed.includes(name))).toEqual([]);
    for (const one of definers) {
      // Beside the path a function may set what plans it; nothing else.
      const [path, ...planning] = one.config.split(' ');
      expect([one.name, path]).toEqual([one.name, 'search_path=""']);
      expect(planning.filter((set: string) => !set.startsWith('enable_'))).toEqual([]);
      expect([one.name, one.owner]).toEqual([one.name, 'chungtay_owner']);
      expect([one.name, one.everybody]).toEqual([one.name, false]);
    }
  });

  it('gives the application’s login nothing of its own, and no way around row security', async () => {
    const [app] = await world.owner(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolreplication from pg_roles where rolname = 'chungtay_app'",
    );
    expect(app).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
      rolreplication: false,
    });
    const owned = await world.owner(
      "select 1 from pg_class where relowner = (select oid from pg_roles where rolname = 'chungtay_app') union all select 1 from pg_proc where proowner = (select oid from pg_roles where rolname = 'chungtay_app')",
    );
    expect(owned).toEqual([]);
    const around = await world.owner(
      "select rolname from pg_roles where (rolname like 'ct\\_%' or rolname like 'chungtay%') and (rolsuper or rolbypassrls)",
    );
    expect(around.map(row => row.rolname).filter(name => name !== world.connection.user)).toEqual([]);
    const client = new pg.Client({ ...world.connection, user: 'chungtay_app' });
    await client.connect();
    try {
      for (const table of ['person', 'ledger.entry', 'auth.session', 'shared.person', 'office'])
        expect([table, await refusedWith(client.query(`select 1 from ${table}`))]).toEqual([table, '42501']);
      for (const role of ['ct_sharer', 'chungtay_owner', 'postgres'])
        expect([role, await refusedWith(client.query(`set role ${role}`))]).toEqual([
          role,
          expect.stringMatching(/42501|22023/),
        ]);
    } finally {
      await client.end();
    }
  });

  it('lets the matcher compare and nothing more', async () => {
    const compared = (
      await world.owner(
        "select column_name as name from information_schema.column_privileges where grantee = 'ct_matcher' and table_name = 'person' and privilege_type = 'SELECT' order by 1",
      )
    ).map(row => row.name);
    expect(compared).toEqual([
      'born',
      'ethnicity',
      'full_name',
      'id',
      'import_key',
      'office',
      'origin',
      'other_names',
      'sex',
    ]);
    const tables = await world.owner(
      "select distinct table_schema || '.' || table_name || ' ' || privilege_type as name from information_schema.column_privileges where grantee = 'ct_matcher' order by 1",
    );
    expect(tables.map(row => row.name)).toEqual(['public.person SELECT', 'public.person_key SELECT']);
  });

  it('answers an id that somebody else’s file already has as it answers any conflict', async () => {
    const register = async (subject: string) => {
      const answer = await world.request({
        method: 'POST',
        url: '/api/act/person.register',
        headers: pageHeaders(sessionFor('border_officer', 0)),
        payload: {
          id: newId(),
          subject,
          input: { fullName: 'Ai Đó', route: 'self_return', arrivedAt: world.now(), entry: 'screen' },
        },
      });
      return [answer.status, answer.body];
    };
    expect(await register(province.files.other)).toEqual(await register(province.files.own));
    expect((await register(province.files.other))[0]).toBe(409);
  });
});
