/* Every role, every record, every field, every act: what the sentences of the policy say is what the database lets through, straight and by the API, and
 * nothing else. The expectation comes from the words of the sentences (tests/permissions/province.ts); a new record or act is tried without a change here.
 * One file, because every part of it counts against the same province as the ones before left it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { groundsToAct } from '../../kernel/policy/policy.ts';
import {
  columnOf,
  indexColumnOf,
  isProtected,
  type RecordDeclaration,
  standardColumns,
} from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { roleNames, sharedWithRoles } from '../../modules/agencies/index.ts';
import { acts, policy, records } from '../../modules/index.ts';
import { type Answer, makeWorld, pageHeaders, type World } from '../support/world.ts';
import {
  holds,
  type ModelRow,
  makeProvince,
  ours,
  type Province,
  type Reader,
  rightOn,
  seenBy,
  sharedTo,
  standings,
  third,
} from './province.ts';

let world: World;
let province: Province;
const receives = (role: string) => (sharedWithRoles as readonly string[]).includes(role);

beforeAll(async () => {
  world = await makeWorld();
  province = await makeProvince(world);
}, 120_000);
afterAll(() => world?.stop());

/** Versions of rows that acts changed on the way. */
const versions = new Map<string, number>();

const rowsOf = (record: RecordDeclaration): ModelRow[] =>
  province.rows.filter(row => row.record === record.name);
const reader = (role: string): Reader => province.readers.get(role)!;

/** One of her sessions, another after every few hundred requests. */
const sessionFor = (role: string, sent: number): string => {
  const { cookies } = reader(role);
  return cookies[(sent >> 8) % cookies.length]!;
};

/** A connection as somebody who got past the application: the role put on, her session's secret in hand, every statement by itself. */
async function asRole<T>(
  role: string,
  work: (query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>,
  session: string | null = reader(role).session,
): Promise<T> {
  const client = new pg.Client({ ...world.connection, user: 'chungtay_app' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('ct.session', $1, false), set_config('role', $2, false)", [
      session ?? '',
      role.includes('_') && role.startsWith('ct_') ? role : `ct_${role}`,
    ]);
    return await work(async (sql, values = []) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}

/** The SQLSTATE a statement is refused with, or `done`. */
const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    error => String((error as { code?: string }).code),
  );

describe.each(roleNames.map(role => [role]))('%s, straight in the database', role => {
  it('finds exactly the rows the sentences give, and of a shared file the row and no more', async () => {
    await asRole(role, async query => {
      for (const record of records) {
        const expected = rowsOf(record).map(row => ({
          id: row.id,
          ...seenBy(province, reader(role), record, row),
        }));
        const sees = policy.some(
          sentence =>
            sentence.verb !== 'act' && sentence.record.name === record.name && sentence.roles.includes(role),
        );
        const table = tableOf(record);
        const mine = rowsOf(record).map(row => row.id);
        if (sees) {
          const found = (await query(`select id from ${table} where id = any ($1::uuid[])`, [mine])).map(
            row => row.id,
          );
          expect([record.name, new Set(found)]).toEqual([
            record.name,
            new Set(expected.filter(row => row.held).map(row => row.id)),
          ]);
        } else
          expect([record.name, await refusedWith(query(`select id from ${table}`))]).toEqual([
            record.name,
            '42501',
          ]);
        if (!isProtected(record)) continue;
        if (receives(role)) {
          const found = (
            await query(`select id from shared.${table} where id = any ($1::uuid[])`, [mine])
          ).map(row => row.id);
          expect([`shared ${record.name}`, new Set(found)]).toEqual([
            `shared ${record.name}`,
            new Set(expected.filter(row => row.shared).map(row => row.id)),
          ]);
        } else
          expect([record.name, await refusedWith(query(`select id from shared.${table}`))]).toEqual([
            record.name,
            '42501',
          ]);
      }
    });
  });

  it('reads, filters and sorts by exactly the fields the sentences give', async () => {
    await asRole(role, async query => {
      for (const record of records)
        for (const name of Object.keys(record.fields)) {
          const [table, column] = [tableOf(record), columnOf(record, name)];
          const right = rightOn(role, record, name);
          const may = right.read || right.opened ? 'done' : '42501';
          const tried = [
            await refusedWith(query(`select ${column} from ${table} limit 1`)),
            await refusedWith(query(`select count(*) from ${table} where ${column} is not null`)),
            await refusedWith(query(`select 1 from ${table} order by ${column} limit 1`)),
          ];
          expect([`${record.name}.${name}`, ...tried]).toEqual([`${record.name}.${name}`, may, may, may]);
          const index = indexColumnOf(record, name);
          if (index)
            expect([
              index,
              await refusedWith(query(`select 1 from ${table} where ${index} = '\\x00'`)),
            ]).toEqual([index, right.opened ? 'done' : '42501']);
        }
    });
  });

  it('of what was shared reads the named fields; the others are empty to a reading, a filter and an order', async () => {
    if (!receives(role)) return;
    await asRole(role, async query => {
      for (const record of records.filter(isProtected)) {
        const visible = rowsOf(record).filter(row => seenBy(province, reader(role), record, row).shared);
        for (const [name, field] of Object.entries(record.fields)) {
          const column = columnOf(record, name);
          const named = field.milestone || province.sharedFields.has(`${record.name}.${name}`);
          const set = visible.filter(row => row.values[name] !== null && row.values[name] !== undefined);
          const found = await query(
            `select id from shared.${tableOf(record)} where ${column} is not null and id = any ($1::uuid[])`,
            [visible.map(row => row.id)],
          );
          expect([`${record.name}.${name}`, found.length]).toEqual([
            `${record.name}.${name}`,
            named ? set.length : 0,
          ]);
        }
      }
    });
  });

  it('changes only columns that an act of its own sets, in rows it reaches, and deletes nothing', async () => {
    await asRole(role, async query => {
      for (const record of records) {
        const table = tableOf(record);
        expect([record.name, await refusedWith(query(`delete from ${table}`))]).toEqual([
          record.name,
          '42501',
        ]);
        expect([record.name, await refusedWith(query(`truncate ${table}`))]).toEqual([record.name, '42501']);
        const own = acts.filter(
          act => groundsToAct(policy, role, act.name).length > 0 && act.writes[record.name],
        );
        const settable = new Set(own.flatMap(act => [...(act.writes[record.name]!.update ?? [])]));
        for (const name of [...Object.keys(record.fields)]) {
          const column = columnOf(record, name);
          const outcome = await refusedWith(query(`update ${table} set ${column} = ${column} where false`));
          const right = rightOn(role, record, name);
          // Reading the old value needs a right of its own; a column that may be set but not read is tried without.
          if (settable.has(name) && (right.read || right.opened))
            expect([`${record.name}.${name}`, outcome]).toEqual([`${record.name}.${name}`, 'done']);
          if (!settable.has(name))
            expect([
              `${record.name}.${name}`,
              await refusedWith(query(`update ${table} set ${column} = null where false`)),
            ]).toEqual([`${record.name}.${name}`, '42501']);
        }
        for (const column of ['id', 'office', 'person', 'made_by', 'made_at', 'number', 'province'].filter(
          one => standardColumns(record).includes(one),
        ))
          expect([
            `${record.name}.${column}`,
            await refusedWith(query(`update ${table} set ${column} = ${column} where false`)),
          ]).toEqual([`${record.name}.${column}`, '42501']);
        if (settable.size === 0) continue;
        const out = rowsOf(record)
          .filter(row => !seenBy(province, reader(role), record, row).held)
          .map(row => row.id);
        const changed = await query(
          `update ${table} set version = version where id = any ($1::uuid[]) returning id`,
          [out],
        );
        expect([record.name, changed]).toEqual([record.name, []]);
      }
    });
  });

  it('adds nothing to a file it does not reach, and nothing at all without an act that adds', async () => {
    await asRole(role, async query => {
      // Notices are written by the engine of acts for whoever acts; they name a kind and a record, never a person.
      for (const record of records.filter(one => one.name !== 'notice')) {
        const adds = acts.some(
          act => groundsToAct(policy, role, act.name).length > 0 && act.writes[record.name]?.insert,
        );
        const source = rowsOf(record)[0]!;
        const columns = [
          ...standardColumns(record),
          ...Object.keys(record.fields).map(name => columnOf(record, name)),
        ];
        const insert = (changes: Record<string, string | null>) =>
          // The row is copied by its owner's text, so that nothing but the right to add it can refuse it.
          `insert into ${tableOf(record)} (${columns.join(', ')}) select ${columns.map(column => `r.${column}`).join(', ')} from jsonb_populate_record(null::${tableOf(record)}, '${JSON.stringify({ ...source.values, ...changes }).replaceAll("'", "''")}') r`;
        const whole = await world.owner<{ row: Record<string, unknown> }>(
          `select to_jsonb(r) as row from ${tableOf(record)} r where id = $1`,
          [source.id],
        );
        const place = (office: string | null, person: string | null) => {
          const row = {
            ...whole[0]!.row,
            id: newId(),
            ...(record.held ? { office } : {}),
            ...(record.numbered
              ? { number: `${record.numbered}-1998-${Math.floor(Math.random() * 1e6)}` }
              : {}),
            ...(record.partOf ? { person } : {}),
            ...(record.isFile ? { import_key: null } : {}),
          };
          return insert(row as Record<string, string | null>);
        };
        const tryIt = async (sql: string) => {
          await query('begin');
          const outcome = await refusedWith(query(sql));
          await query('rollback');
          return outcome;
        };
        const other = await tryIt(place(ours, province.files.other));
        const elsewhere = await tryIt(place(third, province.files.own));
        const anywhere = acts.some(
          act =>
            act.writes[record.name]?.insert &&
            groundsToAct(policy, role, act.name).some(ground => ground.name === 'always'),
        );
        if (!adds) expect([record.name, other, elsewhere]).toEqual([record.name, '42501', '42501']);
        else if (record.partOf === 'person' && !anywhere)
          expect([record.name, other, elsewhere]).toEqual([record.name, '42501', '42501']);
        else if (record.held && record.name !== 'post')
          expect([record.name, elsewhere]).toEqual([record.name, '42501']);
      }
    });
  });

  it('does not reach the ledger’s past, signing in, the keys of others, or the system’s own tables', async () => {
    await asRole(role, async query => {
      for (const table of ['ledger.entry', 'ledger.body', 'ledger.chain', 'ledger.checkpoint']) {
        expect([
          table,
          await refusedWith(
            query(
              `update ${table} set ${table === 'ledger.body' ? 'salt = salt' : table.endsWith('entry') ? 'purpose = purpose' : 'hash = hash'} where false`,
            ),
          ),
        ]).toEqual([table, '42501']);
        expect([table, await refusedWith(query(`delete from ${table} where false`))]).toEqual([
          table,
          '42501',
        ]);
        expect([table, await refusedWith(query(`truncate ${table}`))]).toEqual([table, '42501']);
      }
      for (const { tablename } of await world.owner<{ tablename: string }>(
        "select tablename from pg_tables where schemaname = 'auth'",
      ))
        expect([tablename, await refusedWith(query(`select 1 from auth.${tablename}`))]).toEqual([
          tablename,
          '42501',
        ]);
      for (const table of ['ct.office_below', 'ct.installation', 'public.migration'])
        expect([table, await refusedWith(query(`select 1 from ${table}`))]).toEqual([table, '42501']);
      await world.owner(
        "insert into person_key (key, office, person) select 'k:' || p.id, p.office, p.id from person p on conflict do nothing",
      );
      // Somebody who sees no share at all is refused at once, which is as good.
      const keys = await query('select person from person_key').then(
        found => found.map(row => row.person),
        error => (error.code === '42501' ? [province.files.own] : Promise.reject(error)),
      );
      expect(keys).toEqual([province.files.own]);
      for (const file of [province.files.other, province.files.glassOver])
        expect(
          await refusedWith(query("select ct.keep_person_keys($1, array['k:x'], 'ct_system')", [file])),
        ).toBe('42501');
      expect(await refusedWith(query('select ledger.seal(array[]::uuid[])'))).toBe('42501');
      for (const sql of [
        'create table public.mine ()',
        'create schema mine',
        'create temporary table mine ()',
        'alter table person disable row level security',
        'drop policy owner_all on person',
        'set session_replication_role = replica',
        'grant ct_system to ct_secretary',
        "select pg_read_file('/etc/passwd')",
      ])
        expect([sql, await refusedWith(query(sql))]).toEqual([sql, '42501']);
    });
  });

  it('writes the ledger only in its own name, and reads in it only its own acts', async () => {
    await asRole(role, async query => {
      const entry = (officer: string, kind: string) =>
        `insert into ledger.entry (id, kind, name, officer, made_at, received_at, leaf) values ('${newId()}', '${kind}', 'x.y', '${officer}', now(), now(), sha256('x'))`;
      expect(await refusedWith(query(entry(newId(), 'read')))).toBe('42501');
      for (const kind of ['auth', 'system'])
        expect([kind, await refusedWith(query(entry(reader(role).officer, kind)))]).toEqual([kind, '42501']);
      const officers = new Set((await query('select officer from ledger.entry')).map(row => row.officer));
      officers.delete(reader(role).officer);
      if (role !== 'auditor') expect([...officers]).toEqual([]);
      else expect(await refusedWith(query('select salt from ledger.body'))).toBe('42501');
      if (role !== 'auditor')
        for (const table of ['ledger.chain', 'ledger.checkpoint'])
          expect([table, await refusedWith(query(`select 1 from ${table}`))]).toEqual([table, '42501']);
    });
  });

  it('gets nothing without a session, with another’s, or with one that has ended', async () => {
    const sees = records.filter(
      record =>
        record.held &&
        record.name !== 'post' &&
        policy.some(
          sentence =>
            sentence.verb === 'see' &&
            sentence.record.name === record.name &&
            sentence.roles.includes(role) &&
            sentence.when.name !== 'always',
        ),
    );
    const forged = [
      null,
      '',
      'ff',
      '00'.repeat(32),
      ...roleNames.filter(other => other !== role).map(other => reader(other).session),
    ];
    for (const session of forged)
      await asRole(
        role,
        async query => {
          for (const record of sees) {
            const rows = await query(`select id from ${tableOf(record)}`).catch(error =>
              error.code === '22023' || error.code === '22P02' ? [] : Promise.reject(error),
            );
            expect([session, record.name, rows]).toEqual([session, record.name, []]);
          }
          if (receives(role)) expect(await query('select id from shared.person').catch(() => [])).toEqual([]);
        },
        session,
      );
    const stale = await world.owner<{ hash: string }>(
      `insert into auth.session (id, token_hash, officer_id, post_id, role, stage, made_at, last_seen_at, idle_minutes, idle_until, ends_at, device, ended_at, ended_why)
       select gen_random_uuid(), sha256(convert_to($1 || n, 'UTF8')), $2, $3, $1, 'full', now() - interval '1 hour', now() - interval '1 hour', 15,
         case n when 'idle' then now() - interval '1 minute' else now() + interval '5 minutes' end, now() + interval '1 hour', 'thử', case n when 'ended' then now() end, case n when 'ended' then 'signed_out' end
         from unnest(array['idle', 'ended']) n returning encode(token_hash, 'hex') as hash`,
      [role, reader(role).officer, reader(role).post],
    );
    for (const { hash } of stale)
      await asRole(
        role,
        async query => {
          for (const record of sees)
            expect([record.name, await query(`select id from ${tableOf(record)}`)]).toEqual([
              record.name,
              [],
            ]);
        },
        hash,
      );
  });
});

describe.each(roleNames.map((role, turn) => [role, turn] as const))('%s, by the API', (role, turn) => {
  let sent = 0;
  const send = (url: string, body: object): Promise<Answer> =>
    world.request({
      method: 'POST',
      url,
      headers: pageHeaders(sessionFor(role, sent)),
      remoteAddress: `10.${turn}.${++sent >> 8}.1`,
      payload: body,
    });
  const refusals = ['person.not_shared', 'record.not_found'];

  it('gets each row it may see and no other, without the fields that are withheld', async () => {
    for (const record of records)
      for (const row of rowsOf(record)) {
        const { held, shared } = seenBy(province, reader(role), record, row);
        const answer = await send('/api/get', { record: record.name, id: row.id });
        const what = `${record.name} ${row.file ?? row.office}`;
        if (!held && !shared) {
          expect([what, refusals.includes(answer.body.code)]).toEqual([what, true]);
          continue;
        }
        expect([what, answer.status]).toEqual([what, 200]);
        for (const [name, field] of Object.entries(record.fields)) {
          const right = rightOn(role, record, name);
          const expected = held
            ? right.read || right.opened
            : field.milestone || province.sharedFields.has(`${record.name}.${name}`);
          expect([`${what}.${name}`, Object.hasOwn(answer.body, name)]).toEqual([
            `${what}.${name}`,
            expected,
          ]);
          if (expected && field.tier === 'sealed') expect(answer.body[name]).toEqual({ sealed: true });
        }
      }
  });

  it('lists, and lists by file, the same rows', async () => {
    for (const record of records) {
      const rows = rowsOf(record);
      const expected = rows.filter(row =>
        Object.values(seenBy(province, reader(role), record, row)).some(Boolean),
      );
      const mine = new Set(rows.map(row => row.id));
      const answer = await send('/api/list', { record: record.name, limit: 100 });
      const readable =
        policy.some(
          sentence =>
            sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role),
        ) ||
        (isProtected(record) && receives(role));
      if (!readable) {
        // Of a list, not of "this file": there is none in hand.
        expect([record.name, answer.body.code]).toEqual([
          record.name,
          isProtected(record) ? 'list.not_yours' : 'record.not_found',
        ]);
        continue;
      }
      // To the last page, in either direction: a way to the rows that was forgotten would leave some out of every page.
      for (const descending of [true, false]) {
        const found: string[] = [];
        for (let after: string | null = null, pages = 0; pages < 40; pages++) {
          const page: Answer = await send('/api/list', {
            record: record.name,
            limit: 60,
            sort: { by: 'madeAt', descending },
            after,
          });
          found.push(...page.body.rows.map((row: { id: string }) => row.id));
          after = page.body.next;
          if (!after) break;
        }
        expect([record.name, found.length]).toEqual([record.name, new Set(found).size]);
        expect([record.name, new Set(found.filter(id => mine.has(id)))]).toEqual([
          record.name,
          new Set(expected.map(row => row.id)),
        ]);
      }
      if (record.partOf !== 'person') continue;
      for (const standing of standings) {
        const byFile = await send('/api/list', {
          record: record.name,
          limit: 100,
          filter: { person: { is: province.files[standing] } },
        });
        expect([
          record.name,
          standing,
          new Set(byFile.body.rows.map((row: { id: string }) => row.id).filter((id: string) => mine.has(id))),
        ]).toEqual([
          record.name,
          standing,
          new Set(expected.filter(row => row.file === standing).map(row => row.id)),
        ]);
      }
    }
  });

  it('is told of its work: no source of it asks for what the role may not read', async () => {
    expect((await send('/api/work', {})).status).toBe(200);
  });

  it('filters and sorts by no field it may not read', async () => {
    for (const record of records) {
      const held = policy.some(
        sentence =>
          sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role),
      );
      if (!held && !(isProtected(record) && receives(role))) continue;
      for (const [name, field] of Object.entries(record.fields)) {
        const may = (!held || rightOn(role, record, name).read) && field.tier !== 'sealed';
        const [operator] = field.kind.filters;
        const example = field.kind.example(field.options);
        const value = operator === 'has' ? (example as string[])[0] : example;
        const filtered = await send('/api/list', {
          record: record.name,
          limit: 1,
          filter: { [name]: { [operator ?? 'is']: value } },
        });
        expect([`${record.name}.${name}`, filtered.body.code]).toEqual([
          `${record.name}.${name}`,
          !may ? 'field.not_yours' : operator ? undefined : 'input.invalid',
        ]);
        const sorted = await send('/api/list', { record: record.name, limit: 1, sort: { by: name } });
        expect([`${record.name}.${name}`, sorted.body.code]).toEqual([
          `${record.name}.${name}`,
          !may ? 'field.not_yours' : field.sorted ? undefined : 'input.invalid',
        ]);
      }
    }
  });

  it('opens no sealed field that is not its to open', async () => {
    for (const record of records)
      for (const [name, field] of Object.entries(record.fields)) {
        if (field.tier !== 'sealed') continue;
        for (const row of rowsOf(record)) {
          const { held } = seenBy(province, reader(role), record, row);
          const may =
            (held && rightOn(role, record, name).opened) ||
            (sharedTo(role, row.file) && province.sharedFields.has(`${record.name}.${name}`));
          const answer = await send('/api/open', {
            record: record.name,
            id: row.id,
            field: name,
            purpose: 'thử quyền',
          });
          // The test's ciphertext is none: what may be opened gets as far as the key and fails there.
          expect([`${record.name}.${name} ${row.file}`, answer.status === 500]).toEqual([
            `${record.name}.${name} ${row.file}`,
            may,
          ]);
          if (!may) expect([...refusals, 'field.not_yours']).toContain(answer.body.code);
        }
      }
  });
});

describe.each(roleNames.map((role, turn) => [role, turn] as const))('%s', (role, turn) => {
  let sent = 0;
  const send = (url: string, body: object): Promise<Answer> =>
    world.request({
      method: 'POST',
      url,
      headers: pageHeaders(sessionFor(role, sent)),
      remoteAddress: `10.${turn}.${128 + (++sent >> 8)}.1`,
      payload: body,
    });

  it('does the acts the sentences give, on the rows they give, and no others', async () => {
    const denied = ['person.not_shared', 'record.not_found', 'act.not_yours'];
    // Giving up an exception comes last: it takes away what the others are tried with.
    for (const act of [...acts].sort(
      (a, b) => Number(a.name === 'exceptionAccess.end') - Number(b.name === 'exceptionAccess.end'),
    )) {
      const record = records.find(one => one.name === act.record)!;
      const grounds = groundsToAct(policy, role, act.name);
      const inputFor = (file: string) =>
        Object.fromEntries(
          Object.entries(act.input).map(([name, field]) => [
            name,
            name === 'person'
              ? file
              : !field.required
                ? null
                : field.options.min && field.kind.name !== 'whole'
                  ? 'một lý do đủ rõ ràng '.repeat(Math.ceil(field.options.min / 20))
                  : name === 'toOffice'
                    ? third
                    : ['record', 'unit', 'office', 'officer'].includes(field.kind.name)
                      ? newId()
                      : field.kind.example(field.options),
          ]),
        );
      const subjects: { row: ModelRow | null; file: string }[] = act.creates
        ? act.input.person
          ? standings.map(standing => ({
              row: province.rows.find(row => row.id === province.files[standing])!,
              file: province.files[standing],
            }))
          : [{ row: null, file: '' }]
        : rowsOf(record).map(row => ({ row, file: '' }));
      for (const { row, file } of grounds.length === 0 ? subjects.slice(0, 1) : subjects) {
        const answer = await send(`/api/act/${act.name}`, {
          id: newId(),
          subject: act.creates ? newId() : row!.id,
          purpose: 'thử quyền',
          input: inputFor(file),
        });
        const what = `${act.name} ${row?.file ?? row?.office ?? ''}`;
        const about = act.creates ? records.find(one => one.isFile)! : record;
        const visible =
          row !== null && Object.values(seenBy(province, reader(role), about, row)).some(Boolean);
        const may = grounds.some(
          ground =>
            row === null || ground.name === 'always' || (visible && holds(ground.name, row, reader(role))),
        );
        if (answer.status === 200 && row && !act.creates) {
          const [changed] = await world.owner<{ version: number }>(
            `select version from ${tableOf(record)} where id = $1`,
            [row.id],
          );
          versions.set(row.id, changed!.version);
          // Whoever is tried next finds it where it was: the act may have given it into other hands.
          const moved = (act.writes[record.name]?.update ?? []).filter(
            name => record.fields[name]?.kind.name === 'office',
          );
          if (moved.length > 0)
            await world.owner(
              `update ${tableOf(record)} set ${moved.map((name, index) => `${columnOf(record, name)} = $${index + 2}`).join(', ')} where id = $1`,
              [row.id, ...moved.map(name => (row.values[name] === ours ? ours : third))],
            );
        }
        if (may) {
          // What an act finds wrong beyond its right is the act's own business; some acts have narrower rights of their own.
          if (denied.includes(answer.body.code))
            expect([what, answer.body.code, ownRule.has(act.name)]).toEqual([what, answer.body.code, true]);
        } else {
          expect([what, answer.status >= 400 && answer.status < 500]).toEqual([what, true]);
          if (!visible)
            expect([what, [...denied, 'session.no_post'].includes(answer.body.code)]).toEqual([what, true]);
          else if (row && !act.creates) {
            // Seen but not his to change: whatever it was refused for, the row stands as it stood.
            const [stands] = await world.owner<{ version: number }>(
              `select version from ${tableOf(record)} where id = $1`,
              [row.id],
            );
            expect([what, stands!.version]).toEqual([what, versions.get(row.id) ?? 1]);
          }
        }
      }
    }
  }, 120_000);

  /** Acts that refuse with `act.not_yours` on grounds of their own: one's own post, one's own exception, a draft of somebody else, a paper on a file that only the glass opened, an insert the database refuses. */
  const ownRule = new Set([
    'post.give',
    'delegation.give',
    'delegation.end',
    'exceptionAccess.review',
    'draft.keep',
    // A row of ours about a file that is not: the file is not there to be closed, reached or spoken of.
    'fileDecision.approve',
    'document.make',
    'scan.attach',
    // Why it was taken back goes into the file, and is refused where the file is out of reach.
    'referral.revoke',
  ]);
});

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
      "select rolname from pg_roles where (rolname like 'ct\\_%' or rolname = 'chungtay_app') and (has_function_privilege(rolname, 'ct.live(bytea)', 'execute') or has_function_privilege(rolname, 'ct.post_lives(uuid)', 'execute'))",
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
